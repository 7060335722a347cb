//! What the attributes of an HTML element say of it.

use std::collections::HashSet;

use dom_query::{Element, local_name};

use super::called::Called;
use super::icon_name;

/// The attributes that bear on reading, gathered in one pass.
#[expect(clippy::struct_excessive_bools, reason = "each attribute stands or does not, whatever the others do")]
#[derive(Debug, Clone, Default)]
pub(super) struct Attributes {
    pub role: String,
    pub href: String,
    /// What class and id call the element.
    pub called: Called,
    pub id: String,
    pub style: String,
    pub level: Option<u8>,
    pub hidden: bool,
    /// What the browser says of it, where one was asked.
    pub shown: Shown,
    pub aria_hidden: bool,
    /// Opens one of several parts of the page in the place of the others.
    pub is_tab: bool,
    /// Of a class by which style sheets hide what is for screen readers alone.
    pub unseen: bool,
    /// Of a class whose font draws an icon in the place of its name.
    pub draws_its_name: bool,
    pub modal: bool,
    /// Cannot be used until something happens: dialogs that are closed, and all that lies behind an open one.
    pub inert: bool,
    /// Opens and closes another part of the page.
    pub controls: bool,
    pub kind: String,
    /// Written in the markup as the shadow root of the element around it: shown, though it is a template.
    pub is_shadow: bool,
    /// What a frame or script loads.
    pub source: String,
    /// What is said in place of a picture, or of an element without words.
    pub label: String,
    pub title: String,
    /// A picture no larger than a letter or two.
    pub small: bool,
    pub checked: bool,
    /// Shown, but not to be used.
    pub disabled: bool,
    /// Struck out by its style, or by a style sheet of the page.
    pub struck: bool,
    /// Sets what is inside apart from one another, whatever stands between in the source.
    pub spread: bool,
    /// Is set apart by a style sheet of the page from what stands beside it.
    pub apart: bool,
    /// Does something when it is clicked.
    pub clicks: bool,
    /// A dialog that is open from the beginning.
    pub open: bool,
    /// The sign that its class, or a picture's file, is called after.
    pub sign: Option<&'static str>,
    /// What a field, a scale or an item holds, and how far a scale reaches.
    pub value: String,
    pub most: String,
    /// With which number a list begins, and whether it counts down.
    pub start: Option<i64>,
    pub reversed: bool,
}

/// A picture of fewer pixels stands in a line of text.
const SMALL: u32 = 64;

/// What the common style sheets call words for screen readers alone.
const UNSEEN: [&str; 5] = ["sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"];

/// Whether classes hide words from all but screen readers.
pub(super) fn is_for_screen_readers(classes: &str) -> bool {
    classes.split_whitespace().any(|name| UNSEEN.contains(&name))
}

/// Whether a class sets words in a font that draws icons in their place.
fn is_of_an_icon_font(class: &str) -> bool {
    class.starts_with("material-icons")
        || class.starts_with("material-symbols")
        || matches!(class, "google-symbols" | "google-material-icons" | "mat-icon")
}

impl Attributes {
    pub fn of(element: &Element, struck: &HashSet<String>) -> Self {
        let mut found = Self::default();
        let is_picture = element.name.local == local_name!("img");
        for attribute in &element.attrs {
            let value: &str = &attribute.value;
            match attribute.name.local.as_ref() {
                "class" => {
                    found.called.by_class(value);
                    found.sign = icon_name::of_class(value).or(found.sign);
                    found.draws_its_name = value.split_whitespace().any(is_of_an_icon_font);
                    found.unseen = is_for_screen_readers(value);
                    found.struck |= !struck.is_empty() && value.split_whitespace().any(|name| struck.contains(name));
                }
                "id" => {
                    found.called.by_id(value);
                    value.clone_into(&mut found.id);
                }
                "role" => found.role = value.trim().to_ascii_lowercase(),
                "href" => value.trim().clone_into(&mut found.href),
                "style" => {
                    found.style = value.to_ascii_lowercase().replace(' ', "");
                    found.struck |= found.style.contains("line-through");
                    found.spread |= found.style.contains("display:flex") || found.style.contains("display:grid");
                }
                "aria-level" => found.level = value.trim().parse().ok(),
                "hidden" => found.hidden = !value.eq_ignore_ascii_case("until-found"),
                "data-hausrecht-shown" => found.shown = Shown::of(value),
                "aria-hidden" => found.aria_hidden = value.eq_ignore_ascii_case("true"),
                "inert" => found.inert = true,
                "aria-modal" => found.modal = value.eq_ignore_ascii_case("true"),
                "aria-expanded" | "aria-controls" => found.controls = true,
                "data-toggle" | "data-bs-toggle" => {
                    found.is_tab |= matches!(value, "tab" | "pill");
                    found.controls |= found.is_tab || value == "collapse";
                }
                // A picture's alternative text is said unless a label is.
                "alt" if is_picture && found.label.is_empty() => value.trim().clone_into(&mut found.label),
                "aria-label" if !value.trim().is_empty() => value.trim().clone_into(&mut found.label),
                "title" => value.trim().clone_into(&mut found.title),
                "width" | "height" if is_picture => {
                    found.small |= value.trim_end_matches("px").parse().is_ok_and(|size: u32| size <= SMALL);
                }
                "src" if is_picture => found.sign = found.sign.or_else(|| icon_name::of_file(value)),
                "checked" => found.checked = true,
                "aria-checked" => found.checked = value.eq_ignore_ascii_case("true"),
                "disabled" | "readonly" | "aria-readonly" | "aria-disabled" => {
                    found.disabled |= !value.eq_ignore_ascii_case("false");
                }
                "onclick" => found.clicks = true,
                "open" => found.open = true,
                "value" | "datetime" => value.trim().clone_into(&mut found.value),
                "max" => value.trim().clone_into(&mut found.most),
                "start" => found.start = value.trim().parse().ok(),
                "reversed" => found.reversed = true,
                "src" if matches!(element.name.local, local_name!("script") | local_name!("iframe")) => {
                    value.clone_into(&mut found.source);
                }
                "shadowrootmode" => {
                    found.is_shadow =
                        element.name.local == local_name!("template") && matches!(value.trim(), "open" | "closed");
                }
                "type" => found.kind = value.to_ascii_lowercase(),
                _ => {}
            }
        }
        found.hidden &= !is_streamed(&found.id);
        found
    }

    /// Whether the element is not shown until something happens.
    pub fn is_concealed(&self) -> bool {
        if self.style.is_empty() {
            return self.hidden;
        }
        // `content-visibility` is of what a reader can find and open.
        let is_invisible = self.style.split(';').any(|rule| rule.starts_with("visibility:hidden"));
        self.hidden || self.style.contains("display:none") || is_invisible
    }

    /// Whether nothing is drawn of the element, so that it takes no place in a table either.
    pub fn is_left_out(&self) -> bool {
        self.hidden || self.style.contains("display:none") || self.shown == Shown::Hidden
    }

    /// Whether it is a dialog that is not open.
    pub fn is_closed_dialog(&self) -> bool {
        (self.aria_hidden || self.inert) && (self.modal || matches!(self.role.as_str(), "dialog" | "alertdialog"))
    }

    /// Whether the element takes no room on the page: words for screen readers alone, as the site's name as a heading.
    ///
    /// Folded sections are cut in height only.
    pub fn takes_no_room(&self) -> bool {
        let is = |name: &str, sizes: &[&str]| {
            self.style.split(';').any(|rule| {
                rule.split_once(':').is_some_and(|(property, value)| property == name && sizes.contains(&value))
            })
        };
        !self.style.is_empty()
            && self.style.contains("overflow:hidden")
            && (self.style.contains("clip:rect(") || is("width", &["0", "0px", "1px", "0em"]))
            && is("position", &["absolute", "fixed"])
    }

    /// Whether the element is set apart from what stands beside it, inside of what spreads its parts or by itself.
    pub fn spread_apart(&self, around: bool) -> bool {
        let is_laid = || ["display:inline-", "display:table-cell", "float:left", "float:right"];
        around || self.apart || !self.style.is_empty() && is_laid().iter().any(|rule| self.style.contains(rule))
    }

    /// Whether the text inside is printed bold.
    pub fn is_bold(&self) -> bool {
        !self.style.is_empty()
            && self.style.split_once("font-weight:").is_some_and(|(_, weight)| {
                weight.starts_with("bold") || weight.get(..3).is_some_and(|number| ("600".."999").contains(&number))
            })
    }
}

/// Whether an element is to be seen once all style sheets and scripts have had their say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Shown {
    /// Nobody asked, or it is shown.
    #[default]
    Unsaid,
    /// Neither shown nor to be opened by a reader.
    Hidden,
    /// Not shown until a reader opens it.
    Folded,
    /// For screen readers alone.
    Faint,
}

impl Shown {
    fn of(mark: &str) -> Self {
        match mark {
            "hidden" => Self::Hidden,
            "folded" => Self::Folded,
            "faint" => Self::Faint,
            _ => Self::Unsaid,
        }
    }
}

/// Whether an element holds a part of the page that its server sent later, and a script puts into its place (React marks it by an
/// id like `S:1f`): hidden only until then.
fn is_streamed(id: &str) -> bool {
    let number = id.strip_prefix("S:").filter(|number| !number.is_empty());
    number.is_some_and(|number| number.len() <= 8 && number.chars().all(|digit| digit.is_ascii_hexdigit()))
}
