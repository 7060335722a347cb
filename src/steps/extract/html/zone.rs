//! Parts of a page that are made for something else than reading: menus, footers, dialogs, cookie banners.

use dom_query::{LocalName, local_name};

use super::attributes::Attributes;
use super::called::Called;

/// What a part of the page is there for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Purpose {
    /// The document, as far as the markup says.
    #[default]
    Text,
    Main,
    Navigation,
    Header,
    Footer,
    Aside,
    Dialog,
    Consent,
    Login,
    Search,
    /// Called by its class or id like boilerplate.
    Named,
    /// Hidden from screen readers: icons and doublets, but also all that lies behind an open dialog.
    Faint,
    Hidden,
}

impl Purpose {
    /// The share of a page's words above which a part is its text, whatever it is called.
    pub(crate) const fn most(self) -> f64 {
        match self {
            Self::Text | Self::Main => 0.0,
            Self::Hidden => 2.0,
            Self::Consent | Self::Dialog | Self::Navigation | Self::Login | Self::Search => 0.6,
            // A menu of a shop says half as much as its terms do; called so is only what has other signs of it, too.
            Self::Named => 0.5,
            Self::Header | Self::Footer | Self::Aside => 0.35,
            Self::Faint => 0.15,
        }
    }
}

/// The purpose of an element, given that of the part around it; none where it says nothing new.
pub(super) fn purpose(name: &LocalName, attributes: &Attributes, around: Purpose, in_text: bool) -> Option<Purpose> {
    let by_role = match attributes.role.as_str() {
        "navigation" | "menu" | "menubar" | "tree" | "listbox" => Some(Purpose::Navigation),
        "dialog" | "alertdialog" => Some(Purpose::Dialog),
        "search" => Some(Purpose::Search),
        "banner" if !in_text => Some(Purpose::Header),
        "contentinfo" => Some(Purpose::Footer),
        "complementary" => Some(Purpose::Aside),
        "main" => Some(Purpose::Main),
        _ if attributes.modal => Some(Purpose::Dialog),
        _ => None,
    };
    let found = by_role.or(match *name {
        local_name!("nav") => Some(Purpose::Navigation),
        local_name!("main") => Some(Purpose::Main),
        local_name!("article") if around == Purpose::Text => Some(Purpose::Main),
        local_name!("header") if !in_text => Some(Purpose::Header),
        local_name!("footer") => Some(Purpose::Footer),
        local_name!("aside") => Some(Purpose::Aside),
        local_name!("dialog") => Some(Purpose::Dialog),
        // Told from other forms by its password field, once all of it was seen.
        local_name!("form") => Some(Purpose::Login),
        _ => None,
    });
    let by_name = match attributes.called {
        _ if matches!(*name, local_name!("html") | local_name!("body")) => None,
        Called { consent: true, .. } => Some(Purpose::Consent),
        Called { boilerplate: true, .. } => Some(Purpose::Named),
        Called { .. } => None,
    };
    found.or(by_name)
}
