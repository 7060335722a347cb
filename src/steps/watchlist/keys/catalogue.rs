//! The keys of `catalogue`.

use super::key::{Key, Kind, Section};
use super::written::{KIND, PLATFORMS, TAG, TEXTS};

pub(super) const CATALOGUE: Section = Section {
    says: "Which pages of the list that comes with hausrecht are watched.",
    keys: &[
        Key::new("platforms", PLATFORMS, "Of these platforms.").example("[facebook, youtube]"),
        Key::new("languages", Kind::Many(&TAG), "In these languages.").example("[en, de]"),
        Key::new("kinds", Kind::Many(&KIND), "Documents of these kinds.").example("[pages, promotions, ads]"),
        Key::new("without", TEXTS, "All but these, by their ids.").example("[xing-privacy]"),
    ],
    one_of: &[],
};
