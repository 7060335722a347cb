//! What an HTML element is to a reader, and what its attributes say of it.

use dom_query::{Element, LocalName, local_name};

/// What an element does to the text inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Holds nothing to read.
    Unread,
    /// Begins and ends blocks.
    Block,
    /// Runs along with the text.
    Inline,
    Heading(u8),
    Break,
    Rule,
    List,
    Item,
    Table,
    Row,
    Cell,
    Preformatted,
    Code,
    Strong,
    Button,
    Link,
}

/// What an element is by its name.
pub(super) fn part(name: &LocalName) -> Part {
    match *name {
        local_name!("script")
        | local_name!("style")
        | local_name!("noscript")
        | local_name!("template")
        | local_name!("svg")
        | local_name!("iframe")
        | local_name!("canvas")
        | local_name!("video")
        | local_name!("audio")
        | local_name!("object")
        | local_name!("select")
        | local_name!("datalist")
        | local_name!("textarea")
        | local_name!("head")
        | local_name!("title")
        | local_name!("map")
        | local_name!("noembed")
        | local_name!("noframes")
        | local_name!("progress")
        | local_name!("meter") => Part::Unread,
        local_name!("h1") => Part::Heading(1),
        local_name!("h2") => Part::Heading(2),
        local_name!("h3") => Part::Heading(3),
        local_name!("h4") => Part::Heading(4),
        local_name!("h5") => Part::Heading(5),
        local_name!("h6") => Part::Heading(6),
        local_name!("br") => Part::Break,
        local_name!("hr") => Part::Rule,
        local_name!("ul") | local_name!("ol") | local_name!("menu") | local_name!("dir") => Part::List,
        local_name!("li") => Part::Item,
        local_name!("table") => Part::Table,
        local_name!("tr") => Part::Row,
        local_name!("td") | local_name!("th") => Part::Cell,
        local_name!("pre") => Part::Preformatted,
        local_name!("code") => Part::Code,
        local_name!("b") | local_name!("strong") | local_name!("dt") => Part::Strong,
        local_name!("button") => Part::Button,
        local_name!("a") => Part::Link,
        local_name!("html")
        | local_name!("body")
        | local_name!("div")
        | local_name!("p")
        | local_name!("section")
        | local_name!("article")
        | local_name!("main")
        | local_name!("header")
        | local_name!("footer")
        | local_name!("nav")
        | local_name!("aside")
        | local_name!("address")
        | local_name!("blockquote")
        | local_name!("center")
        | local_name!("dialog")
        | local_name!("details")
        | local_name!("summary")
        | local_name!("dl")
        | local_name!("dd")
        | local_name!("fieldset")
        | local_name!("figure")
        | local_name!("figcaption")
        | local_name!("form")
        | local_name!("hgroup")
        | local_name!("legend")
        | local_name!("caption")
        | local_name!("thead")
        | local_name!("tbody")
        | local_name!("tfoot")
        | local_name!("search") => Part::Block,
        _ => Part::Inline,
    }
}

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
}

impl Attributes {
    pub fn of(element: &Element) -> Self {
        let mut found = Self::default();
        for attribute in &element.attrs {
            let value: &str = &attribute.value;
            match attribute.name.local.as_ref() {
                "class" => found.called.hear(value),
                "id" => {
                    found.called.hear(value);
                    value.clone_into(&mut found.id);
                }
                "role" => found.role = value.trim().to_ascii_lowercase(),
                "href" => value.trim().clone_into(&mut found.href),
                "style" => found.style = value.to_ascii_lowercase().replace(' ', ""),
                "aria-level" => found.level = value.trim().parse().ok(),
                "hidden" => found.hidden = !value.eq_ignore_ascii_case("until-found"),
                "data-hausrecht-shown" => found.shown = Shown::of(value),
                "aria-hidden" => found.aria_hidden = value.eq_ignore_ascii_case("true"),
                "inert" => found.inert = true,
                "aria-modal" => found.modal = value.eq_ignore_ascii_case("true"),
                "aria-expanded" | "aria-controls" => found.controls = true,
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
        found
    }

    /// Whether the element is not shown until something happens.
    pub fn is_concealed(&self) -> bool {
        // `content-visibility` is of what a reader can find and open.
        let is_invisible = self.style.split(';').any(|rule| rule.starts_with("visibility:hidden"));
        self.hidden || self.style.contains("display:none") || is_invisible
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
        self.style.contains("overflow:hidden")
            && (self.style.contains("clip:rect(") || is("width", &["0", "0px", "1px", "0em"]))
            && is("position", &["absolute", "fixed"])
    }

    /// Whether the text inside is printed bold.
    pub fn is_bold(&self) -> bool {
        self.style.split_once("font-weight:").is_some_and(|(_, weight)| {
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

/// The words in class and id that say what an element is for.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Called {
    pub consent: bool,
    pub boilerplate: bool,
    pub folded: bool,
}

/// No name that is listened for is longer.
const LONGEST_NAME: usize = 16;

impl Called {
    /// Hears `cookieBanner footer_nav` as `cookie banner footer nav`.
    fn hear(&mut self, names: &str) {
        let mut start = 0;
        let mut was_small = false;
        for (at, letter) in names.bytes().enumerate().take(600) {
            let parts = !letter.is_ascii_alphanumeric() && letter.is_ascii();
            if parts || (letter.is_ascii_uppercase() && was_small) {
                self.word(names.get(start..at));
                start = if parts { at + 1 } else { at };
            }
            was_small = letter.is_ascii_lowercase();
        }
        self.word(names.get(start..));
    }

    fn word(&mut self, word: Option<&str>) {
        let mut small = [0_u8; LONGEST_NAME];
        let Some(small) = word.and_then(|word| small.get_mut(..word.len())) else { return };
        small.copy_from_slice(word.unwrap_or_default().as_bytes());
        small.make_ascii_lowercase();
        match &*small {
            b"cookie" | b"cookies" | b"consent" | b"gdpr" | b"dsgvo" | b"onetrust" | b"cookiebot" | b"usercentrics"
            | b"didomi" | b"cmp" | b"cookiebanner" => self.consent = true,
            b"nav" | b"navbar" | b"navigation" | b"menu" | b"submenu" | b"breadcrumb" | b"breadcrumbs" | b"sidebar"
            | b"footer" | b"related" | b"share" | b"sharing" | b"social" | b"newsletter" | b"feedback" | b"helpful"
            | b"survey" | b"pagination" | b"pager" | b"skip" | b"skiplink" | b"locale" | b"languages" | b"topbar"
            | b"toolbar" | b"recommended" | b"recommendations" | b"toc" | b"changelog" | b"sitemap" => {
                self.boilerplate = true;
            }
            // Names under which pages fold sections away that a reader opens.
            b"collapse" | b"collapsed" | b"collapsible" | b"accordion" | b"tab" | b"tabpanel" | b"panel"
            | b"expand" | b"expandable" | b"toggle" | b"faq" | b"answer" | b"fold" | b"details" => self.folded = true,
            _ => {}
        }
    }
}
