//! The pages of the demonstration, in two editions.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::io::showroom::Showroom;

/// Before and after the night in which the rules changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edition {
    Old,
    New,
}

/// Path, old edition, new edition.
const PAGES: [(&str, &str, &str); 5] = [
    ("/plaudernetz/pages-terms", include_str!("pages/pages-terms.1.html"), include_str!("pages/pages-terms.2.html")),
    ("/plaudernetz/promotions", include_str!("pages/promotions.1.html"), include_str!("pages/promotions.2.html")),
    ("/clipwelle/community", include_str!("pages/community.1.html"), include_str!("pages/community.2.html")),
    ("/clipwelle/ads", include_str!("pages/ads.1.html"), include_str!("pages/ads.2.html")),
    ("/clipwelle/privacy", include_str!("pages/privacy.1.html"), include_str!("pages/privacy.2.html")),
];

/// How many days ahead the new contest rules are announced.
const NOTICE: SignedDuration = SignedDuration::from_hours(24 * 24);

/// Puts an edition on show, dated as people in that zone would date it.
pub fn show(showroom: &Showroom, edition: Edition, now: Timestamp, zone: &TimeZone) {
    let day = |time: Timestamp| time.to_zoned(zone.clone()).strftime("%B %-d, %Y").to_string();
    let (partners, updated) = match edition {
        Edition::Old => ("112", now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(now)),
        Edition::New => ("115", now),
    };
    let effective = day(now.checked_add(NOTICE).unwrap_or(now));
    for (path, old, new) in PAGES {
        let page = if edition == Edition::Old { old } else { new };
        let page = page
            .replace("{COOKIE_PARTNERS}", partners)
            .replace("{UPDATED}", &day(updated))
            .replace("{EFFECTIVE}", &effective);
        showroom.show(path, page);
    }
}
