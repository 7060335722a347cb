//! The keys of `catalogue`.

use super::key::{Form, Key, KeySet};
use super::written::{KIND, PLATFORMS, TAG, TEXTS};

pub(super) const CATALOGUE: KeySet = KeySet {
    says: "Which pages of the list that comes with hausrecht are watched.",
    keys: &[
        Key::new("platforms", PLATFORMS, "Of these platforms.").example("[facebook, youtube]"),
        Key::new("languages", Form::Many(&TAG), "In these languages.").example("[en, de]"),
        Key::new("kinds", Form::Many(&KIND), "Documents of these kinds.").example("[pages, promotions, ads]"),
        Key::new("without", TEXTS, "All but these, by their ids.").example("[xing-privacy]"),
    ],
    one_of: &[],
};
