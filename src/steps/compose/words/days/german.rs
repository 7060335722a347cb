//! Days and numbers as German writes them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::German;
use super::written::{Days, Months, amount, grouped, is_near, month};

const MONTHS: Months = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];
const SHORT: Months = ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."];

impl Days for German {
    fn date(&self, date: Date) -> String {
        format!("{}.\u{a0}{} {}", date.day(), month(date, &MONTHS), date.year())
    }
    fn short_date(&self, date: Date, today: Date) -> String {
        let year = if is_near(date, today) { String::new() } else { format!(" {}", date.year()) };
        format!("{}.\u{a0}{}{year}", date.day(), month(date, &SHORT))
    }
    fn day(&self, date: Date, today: Date) -> String {
        let year = if is_near(date, today) { String::new() } else { format!(" {}", date.year()) };
        format!("{}.\u{a0}{}{year}", date.day(), month(date, &MONTHS))
    }
    fn moment(&self, time: Timestamp, zone: &TimeZone) -> String {
        let time = time.to_zoned(zone.clone());
        format!("{}, {}:{:02}\u{a0}Uhr", self.date(time.date()), time.hour(), time.minute())
    }
    fn clock(&self, time: Timestamp, zone: &TimeZone) -> String {
        let time = time.to_zoned(zone.clone());
        format!("{}:{:02}\u{a0}Uhr", time.hour(), time.minute())
    }
    fn amount(&self, written: &str) -> String {
        amount(written, '.')
    }
    fn number(&self, number: usize) -> String {
        grouped(number, '.')
    }
    fn days(&self, days: i64) -> String {
        if days == 1 { "1 Tag".to_owned() } else { format!("{days}\u{a0}Tage") }
    }
    fn days_left(&self, days: i64) -> String {
        match days {
            0 => "heute".to_owned(),
            1 => "morgen".to_owned(),
            2.. => format!("noch {days}\u{a0}Tage"),
            -1 => "seit gestern".to_owned(),
            _ => format!("seit {}\u{a0}Tagen", -days),
        }
    }
    fn span(&self, from: Date, until: Date) -> String {
        if from == until {
            return self.date(until);
        }
        let first = if from.first_of_month() == until.first_of_month() {
            format!("{}.", from.day())
        } else if from.year() == until.year() {
            format!("{}.\u{a0}{}", from.day(), month(from, &MONTHS))
        } else {
            self.date(from)
        };
        format!("{first} bis {}", self.date(until))
    }
}
