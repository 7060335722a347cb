//! Lists of the languages that a page can be had in.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::steps::text;

/// Names of languages in themselves and in the commonest other languages, in normal form.
const LANGUAGES: &str = "english deutsch german allemand anglais englisch alemán inglés inglês alemão français french francês francés französisch \
    español spanish espagnol spanisch espanhol italiano italian italien português portuguese portugais portugiesisch nederlands dutch \
    polski polish čeština czech slovenčina slovenský slovak slovenščina slovenian magyar hungarian română romanian български bulgarian \
    hrvatski cruatu croatian srpski српски serbian bosanski shqip ελληνικά greek türkçe turkish русский russian українська ukrainian \
    latviski latviešu latvian lietuvių lithuanian eesti keel estonian suomi finnish svenska swedish dansk danish norsk norwegian bokmål \
    íslenska gaeilge malti català euskara galego العربية arabic árabe arabe עברית hebrew فارسی persian اردو हिन्दी hindi বাংলা bengali \
    தமிழ் తెలుగు ಕನ್ನಡ മലയാളം मराठी ગુજરાતી ਪੰਜਾਬੀ ไทย thai tiếng việt vietnamese bahasa indonesia indonesian melayu filipino tagalog \
    한국어 korean 日 本 語 japanese 中 文 繁 體 简 体 chinese ລາວ lao ខ្មែរ khmer ium hmong հայերեն armenian қазақ ქართული azərbaycan o'zbek \
    монгол қазақша македонски беларуская afrikaans kiswahili zulu latinoamérica brasil simplified traditional 台 灣 国 香 港";

static NAMES: LazyLock<HashSet<&str>> = LazyLock::new(|| LANGUAGES.split_whitespace().collect());
/// Longer text is no list of languages.
const LONGEST: usize = 2000;

/// Ways to offer other languages.
const OFFERS: [&str; 12] = [
    "other languages",
    "additional languages",
    "anderen sprachen",
    "andere sprachen",
    "autres langues",
    "otros idiomas",
    "outros idiomas",
    "altre lingue",
    "andere talen",
    "preferred market language",
    "ngôn ngữ khác",
    "بلغات أخرى",
];

/// Whether a difference is one of a list or menu of languages.
pub(super) fn is_language_line(before: &str, after: &str) -> bool {
    if before.len().max(after.len()) > LONGEST {
        return false;
    }
    let offers = |text: &str| {
        let text = text.to_lowercase();
        OFFERS.iter().any(|offer| text.contains(offer))
    };
    let (old, new) = (Share::of(before), Share::of(after));
    let short = old.words <= 40 && new.words <= 40 || old.names >= 6 || new.names >= 6;
    let offered = (offers(before) || offers(after)) && short && old.words.max(new.words) <= 160;
    offered || old.is_list(before) && new.is_list(after)
}

#[derive(Debug, Clone, Copy)]
struct Share {
    words: usize,
    names: usize,
}

impl Share {
    fn of(text: &str) -> Self {
        let mut share = Self { words: 0, names: 0 };
        text::each_word(text, |word, _| {
            share.words += 1;
            share.names += usize::from(NAMES.contains(word));
        });
        share
    }

    /// Whether hardly anything but languages is named.
    const fn is_list(self, text: &str) -> bool {
        text.is_empty() || self.names > 0 && self.names * 5 >= self.words * 3
    }
}
