//! Days and numbers as English writes them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::super::English;
use super::written::{Days, Months, amount, grouped, is_near, month};

const MONTHS: Months = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT: Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Days for English {
    fn date(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), month(date, &MONTHS), date.year())
    }
    fn short_date(&self, date: Date, today: Date) -> String {
        let year = if is_near(date, today) { String::new() } else { format!(" {}", date.year()) };
        format!("{} {}{year}", date.day(), month(date, &SHORT))
    }
    fn day(&self, date: Date, today: Date) -> String {
        let year = if is_near(date, today) { String::new() } else { format!(" {}", date.year()) };
        format!("{} {}{year}", date.day(), month(date, &MONTHS))
    }
    fn moment(&self, time: Timestamp, zone: &TimeZone) -> String {
        let time = time.to_zoned(zone.clone());
        format!("{}, {:02}:{:02}", self.date(time.date()), time.hour(), time.minute())
    }
    fn clock(&self, time: Timestamp, zone: &TimeZone) -> String {
        let time = time.to_zoned(zone.clone());
        format!("{:02}:{:02}", time.hour(), time.minute())
    }
    fn amount(&self, written: &str) -> String {
        amount(written, ',')
    }
    fn number(&self, number: usize) -> String {
        grouped(number, ',')
    }
    fn days(&self, days: i64) -> String {
        if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
    }
    fn days_left(&self, days: i64) -> String {
        match days {
            0 => "today".to_owned(),
            1 => "tomorrow".to_owned(),
            2.. => format!("{days} days left"),
            _ => format!("{} ago", self.days(-days)),
        }
    }
    fn span(&self, from: Date, until: Date) -> String {
        if from == until {
            return self.date(until);
        }
        let first = if from.first_of_month() == until.first_of_month() {
            from.day().to_string()
        } else if from.year() == until.year() {
            format!("{} {}", from.day(), month(from, &MONTHS))
        } else {
            self.date(from)
        };
        format!("{first} to {}", self.date(until))
    }
}
