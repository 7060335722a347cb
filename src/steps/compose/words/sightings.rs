//! When words were seen: the last look without them, the first with them, and the one that found them again.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::days::Days;
use crate::model::Language;

/// When a change was seen.
#[derive(Clone, Copy)]
pub(in super::super) struct Sighting {
    /// The last look that showed the words before, where it is known.
    pub after: Option<Timestamp>,
    /// The first look that showed the new ones.
    pub first: Timestamp,
    pub confirmed: Option<Timestamp>,
}

/// What stands before the phrase.
pub(super) const fn label(language: Language) -> &'static str {
    match language {
        Language::English => "First seen",
        Language::German => "Zuerst bemerkt",
    }
}

/// "between 20 November 2026, 07:00, and 21 November 2026, 07:00; confirmed 07:00".
pub(super) fn phrase<D: Days + ?Sized>(days: &D, language: Language, seen: Sighting, zone: &TimeZone) -> String {
    let moment = |time| days.moment(time, zone);
    let first = moment(seen.first);
    // A span shorter than what is written of it is none.
    let after = seen.after.filter(|after| *after < seen.first).filter(|after| moment(*after) != first);
    let after = after.map(|after| days.moment_before(after, seen.first, zone));
    let day = |time: Timestamp| time.to_zoned(zone.clone()).date();
    // What was found again within the minute needs no second time.
    let confirmed = seen.confirmed.filter(|time| moment(*time) != first).map(|time| {
        // On the day itself the time alone tells it.
        let is_same_day = day(time) == day(seen.first);
        let written = if is_same_day { days.clock(time, zone) } else { moment(time) };
        match (language, is_same_day) {
            (Language::English, _) => format!("; confirmed {written}"),
            (Language::German, true) => format!("; bestätigt um {written}"),
            (Language::German, false) => format!("; bestätigt am {written}"),
        }
    });
    let when = match (language, after) {
        (Language::English, Some(after)) => format!("between {after}, and {first}"),
        (Language::English, None) => first,
        (Language::German, Some(after)) => format!("zwischen dem {after}, und dem {first}"),
        (Language::German, None) => format!("am {first}"),
    };
    when + &confirmed.unwrap_or_default()
}

/// When one passage of a change was first seen.
pub(super) fn passage(moment: &str, language: Language) -> String {
    match language {
        Language::English => format!("first seen {moment}"),
        Language::German => format!("zuerst bemerkt am {moment}"),
    }
}
