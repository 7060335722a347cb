//! The sections of a watchlist.

use super::key::{Key, Kind, Section};
use super::{assets, catalogue, mail, recipients, rules, settings, watches};

/// The whole file.
pub const TOP: Section = Section {
    says: "The watchlist: which pages are watched, what hangs on them, and who is told.",
    keys: &[
        Key::new("settings", Kind::Mapping(&settings::SETTINGS), "What holds for everything."),
        Key::new("mail", Kind::Mapping(&mail::MAIL), "How letters leave; without it they are files in outbox/ in the data folder."),
        Key::new("recipients", Kind::Entries(&recipients::RECIPIENT), "Who is told, of what, and when."),
        Key::new("assets", Kind::Entries(&assets::ASSET), "What is yours on the platforms: a change that touches it is told with its name."),
        Key::new("rules", Kind::Entries(&rules::RULE), "Your own rules on what matters; their reason stands in the letters."),
        Key::new("catalogue", Kind::Mapping(&catalogue::CATALOGUE), "Pages of the list that comes with hausrecht, by reference: an upgrade brings new addresses. A list that is left out means all.")
            .example("{platforms: [facebook, youtube], languages: [en]}"),
        Key::new("watches", Kind::Entries(&watches::WATCH), "The pages that are watched."),
    ],
    one_of: &[&["watches", "catalogue"]],
};
