//! What class and id call an element: a hint, which only counts with other evidence beside it.

/// The words in class and id that say what an element is for.
///
/// An id is made of the title of its own section ("information-sharing"), so it never names boilerplate.
#[expect(clippy::struct_excessive_bools, reason = "each word is heard or is not, whatever the others are")]
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Called {
    /// Speaks of cookies.
    pub consent: bool,
    /// Names a thing to click away, or the maker of such things: no section is called that.
    pub banner: bool,
    pub boilerplate: bool,
    /// Names a place on the page and no subject.
    pub layout: bool,
    pub folded: bool,
}

/// No name that is listened for is longer.
const LONGEST_NAME: usize = 16;

impl Called {
    /// Hears the names of a class.
    pub fn by_class(&mut self, names: &str) {
        words(names, |word| self.word(word));
    }

    /// Hears an id: only what it says of cookies and of folding.
    pub fn by_id(&mut self, id: &str) {
        let mut heard = Self::default();
        words(id, |word| heard.word(word));
        self.consent |= heard.consent;
        self.banner |= heard.banner;
        self.folded |= heard.folded;
    }

    fn word(&mut self, word: &[u8]) {
        match word {
            b"cookie" | b"cookies" | b"consent" | b"gdpr" | b"dsgvo" => self.consent = true,
            b"onetrust" | b"cookiebot" | b"usercentrics" | b"didomi" | b"cmp" | b"cookiebanner" => {
                self.consent = true;
                self.banner = true;
            }
            b"banner" | b"popup" | b"modal" | b"overlay" | b"dialog" | b"layer" | b"popover" | b"toast" | b"wall"
            | b"notification" | b"drawer" => self.banner = true,
            b"nav" | b"navbar" | b"navigation" | b"menu" | b"submenu" | b"breadcrumb" | b"breadcrumbs" | b"sidebar"
            | b"footer" | b"pagination" | b"pager" | b"skip" | b"skiplink" | b"topbar" | b"toolbar" | b"sitemap" => {
                self.boilerplate = true;
                self.layout = true;
            }
            b"related" | b"share" | b"sharing" | b"social" | b"newsletter" | b"feedback" | b"helpful" | b"survey"
            | b"locale" | b"languages" | b"recommended" | b"recommendations" | b"toc" | b"changelog" => {
                self.boilerplate = true;
            }
            // Names under which pages fold sections away that a reader opens.
            b"collapse" | b"collapsed" | b"collapsible" | b"accordion" | b"tab" | b"tabpanel" | b"panel"
            | b"expand" | b"expandable" | b"toggle" | b"faq" | b"answer" | b"fold" | b"details" => self.folded = true,
            _ => {}
        }
    }
}

/// Hears `cookieBanner footer_nav` as `cookie banner footer nav`.
fn words(names: &str, mut each: impl FnMut(&[u8])) {
    let mut start = 0;
    let mut was_small = false;
    let mut word = |range: std::ops::Range<usize>| {
        let mut small = [0_u8; LONGEST_NAME];
        let bytes = names.as_bytes().get(range).unwrap_or_default();
        let Some(small) = small.get_mut(..bytes.len()) else { return };
        small.copy_from_slice(bytes);
        small.make_ascii_lowercase();
        each(small);
    };
    let end = names.len().min(600);
    for (at, letter) in names.bytes().enumerate().take(end) {
        let parts = !letter.is_ascii_alphanumeric() && letter.is_ascii();
        if parts || (letter.is_ascii_uppercase() && was_small) {
            word(start..at);
            start = if parts { at + 1 } else { at };
        }
        was_small = letter.is_ascii_lowercase();
    }
    word(start..names.len());
}
