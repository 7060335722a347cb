//! The sections of a watchlist.

use super::key::{Form, Key, KeySet};
use super::{assets, catalogue, mail, recipients, rules, settings, watches};

/// The whole file.
pub const TOP: KeySet = KeySet {
    says: "The watchlist: which pages are watched, what hangs on them, and who is told.",
    keys: &[
        Key::new("settings", Form::Mapping(&settings::SETTINGS), "What holds for everything."),
        Key::new("mail", Form::Mapping(&mail::MAIL), "How letters leave; without it they are files in outbox/ in the data folder."),
        Key::new("recipients", Form::Entries(&recipients::RECIPIENT), "Who is told, of what, and when."),
        Key::new("assets", Form::Entries(&assets::ASSET), "What is yours on the platforms: a change that touches it is told with its name."),
        Key::new("rules", Form::Entries(&rules::RULE), "Your own rules on what matters; their reason stands in the letters."),
        Key::new("catalogue", Form::Mapping(&catalogue::CATALOGUE), "Pages of the list that comes with hausrecht, by reference: an upgrade brings new addresses. A list that is left out means all.")
            .example("{platforms: [facebook, youtube], languages: [en]}"),
        Key::new("watches", Form::Entries(&watches::WATCH), "The pages that are watched."),
    ],
    one_of: &[&["watches", "catalogue"]],
};
