//! Schedules mean what crontab(5) says, whatever is done to the clock.

use std::collections::BTreeSet;

use hausrecht::steps::schedule::{is_due, next, parse};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};
use proptest::prelude::*;

#[test]
fn five_fields_are_crontab() {
    assert_eq!(times("0 6 * * *", "UTC", "2026-11-21T05:00Z", 2), ["2026-11-21T06:00", "2026-11-22T06:00"]);
    // 2026-11-21 is a Saturday.
    assert_eq!(times("0 8 * * 1", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-23T08:00"]);
    assert_eq!(times("0 8 * * 0", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-22T08:00"]);
    assert_eq!(times("0 8 * * 7", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-22T08:00"]);
    assert_eq!(
        times("0 8 * * 1-5", "UTC", "2026-11-21T05:00Z", 6),
        [
            "2026-11-23T08:00",
            "2026-11-24T08:00",
            "2026-11-25T08:00",
            "2026-11-26T08:00",
            "2026-11-27T08:00",
            "2026-11-30T08:00"
        ]
    );
    assert_eq!(times("0 8 * * Sat-Sun", "UTC", "2026-11-21T09:00Z", 2), ["2026-11-22T08:00", "2026-11-28T08:00"]);
    assert_eq!(
        times("15,45 6-8/2 1 feb *", "UTC", "2026-11-21T05:00Z", 3),
        ["2027-02-01T06:15", "2027-02-01T06:45", "2027-02-01T08:15"]
    );
}

#[test]
fn a_day_and_a_weekday_are_joined_by_or_as_in_crontab() {
    assert_eq!(
        times("0 0 1 * Mon", "UTC", "2026-11-21T05:00Z", 3),
        ["2026-11-23T00:00", "2026-11-30T00:00", "2026-12-01T00:00"]
    );
    // Beginning with a star restricts nothing: both must fit.
    assert_eq!(times("0 0 */2 * Mon", "UTC", "2026-11-21T05:00Z", 2), ["2026-11-23T00:00", "2026-12-07T00:00"]);
}

#[test]
fn six_and_seven_fields_have_seconds_first() {
    assert_eq!(times("0 0 8 * * Mon", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-23T08:00"]);
    assert_eq!(times("30 0 8 ? * Mon-Fri 2027", "UTC", "2026-11-21T05:00Z", 1), ["2027-01-01T08:00:30"]);
    assert_eq!(times("0 0 0 13 * Fri", "UTC", "2026-11-21T05:00Z", 1), ["2027-08-13T00:00"]);
}

#[test]
fn names_stand_for_the_usual_lines() {
    assert_eq!(times("@hourly", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-21T06:00"]);
    assert_eq!(times("@daily", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-22T00:00"]);
    assert_eq!(times("@midnight", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-22T00:00"]);
    assert_eq!(times("@weekly", "UTC", "2026-11-21T05:00Z", 1), ["2026-11-22T00:00"]);
    assert_eq!(times("@monthly", "UTC", "2026-11-21T05:00Z", 1), ["2026-12-01T00:00"]);
    assert_eq!(times("@yearly", "UTC", "2026-11-21T05:00Z", 1), ["2027-01-01T00:00"]);
}

#[test]
fn a_time_in_the_gap_runs_once_right_after_it() {
    // Berlin puts the clock from 02:00 to 03:00 on 2026-03-29.
    assert_eq!(
        times("30 2 * * *", "Europe/Berlin", "2026-03-28T00:00Z", 3),
        ["2026-03-28T02:30", "2026-03-29T03:00", "2026-03-30T02:30"]
    );
    assert_eq!(
        times("0,30 2,3 29 3 *", "Europe/Berlin", "2026-03-28T00:00Z", 2),
        ["2026-03-29T03:00", "2026-03-29T03:30"]
    );
}

#[test]
fn a_time_in_the_fold_runs_once() {
    // Berlin puts the clock from 03:00 back to 02:00 on 2026-10-25.
    let due = moments("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00Z", 2);
    assert_eq!(due, ["2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]);
    let schedule = parse("30 2 * * *", at("2026-10-01T00:00Z")).unwrap();
    let (first, second) = (at("2026-10-25T00:30Z"), at("2026-10-25T01:30Z"));
    assert!(!is_due(&schedule, &berlin(), Some(first), second));
}

#[test]
fn an_hourly_line_follows_the_real_clock() {
    let fold = moments("@hourly", "Europe/Berlin", "2026-10-24T23:59Z", 4);
    assert_eq!(fold, ["2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z"]);
    let gap = moments("30 * * * *", "Europe/Berlin", "2026-03-29T00:00Z", 3);
    assert_eq!(gap, ["2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z", "2026-03-29T02:30:00Z"]);
}

#[test]
fn a_missed_night_is_due_once() {
    let schedule = parse("0 6 * * *", at("2026-11-01T00:00Z")).unwrap();
    let zone = TimeZone::UTC;
    assert!(is_due(&schedule, &zone, None, at("2026-11-21T00:00Z")));
    assert!(is_due(&schedule, &zone, Some(at("2026-11-18T06:00Z")), at("2026-11-21T05:00Z")));
    assert!(!is_due(&schedule, &zone, Some(at("2026-11-21T05:00Z")), at("2026-11-21T05:15Z")));
    assert!(is_due(&schedule, &zone, Some(at("2026-11-21T05:59:59.9Z")), at("2026-11-21T06:00Z")));
    assert!(!is_due(&schedule, &zone, Some(at("2026-11-21T06:00:00.1Z")), at("2026-11-21T23:00Z")));
}

#[test]
fn a_last_time_in_the_future_does_not_stop_the_watch() {
    let schedule = parse("0 6 * * *", at("2026-11-01T00:00Z")).unwrap();
    assert!(is_due(&schedule, &TimeZone::UTC, Some(at("2036-01-01T00:00Z")), at("2026-11-21T05:00Z")));
}

#[test]
fn mistakes_are_named_with_their_mend() {
    let wrong = [
        "",
        "6",
        "0 6 * *",
        "* * * * * * * *",
        "60 6 * * *",
        "0 24 * * *",
        "0 6 0 * *",
        "0 6 * 13 *",
        "0 6 * * 8",
        "0 6 * Foo *",
        "0 6 * * Mo",
        "0 6 * * Fri-Mon",
        "*/0 * * * *",
        "*/90 * * * *",
        "0 6 30 2 *",
        "0 0 6 * * 1-5",
        "0 0 6 * * * 2020",
        "@reboot",
        "0,,5 6 * * *",
        "-5 6 * * *",
        "0 6 * * *;",
        "99999999999 6 * * *",
    ];
    let now = at("2026-11-21T05:00Z");
    let said: Vec<String> = wrong.iter().map(|line| parse(line, now).unwrap_err()).collect();
    insta::assert_snapshot!(said.join("\n"), @r"
    a schedule is empty: write five fields (minute, hour, day, month, weekday) or `@daily`
    `6` has 1 field: write five (minute, hour, day, month, weekday), six with seconds first, or `@daily`
    `0 6 * *` has 4 fields: write five (minute, hour, day, month, weekday), six with seconds first, or `@daily`
    `* * * * * * * *` has 8 fields: write five (minute, hour, day, month, weekday), six with seconds first, or `@daily`
    minute `60` is not between 0 and 59
    hour `24` is not between 0 and 23
    day `0` is not between 1 and 31
    month `13` is not between 1 and 12, or a name as `Jan`
    weekday `8` is not between 0 and 7, or a name as `Mon`
    month `Foo` is not between 1 and 12, or a name as `Jan`
    weekday `Mo` is not between 0 and 7, or a name as `Mon`
    weekday `Fri-Mon` runs backwards: write it in two parts with a comma between them
    step `0` of the minute is not between 1 and 59
    step `90` of the minute is not between 1 and 59
    `0 6 30 2 *` never comes due: no such day is in any calendar to come
    weekday `1-5` can be read in two ways in a line with seconds: write names, as in `Mon-Fri`
    `0 0 6 * * * 2020` never comes due: no such day is in any calendar to come
    `@reboot` is not a schedule: write `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` or five fields
    the minute `0,,5` has an empty part
    the minute `-5` has an empty part
    weekday `*;` is not between 0 and 7, or a name as `Mon`
    minute `99999999999` is not between 0 and 59
    ");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_next_time_is_the_one_that_a_walk_through_every_minute_finds(
        line in a_line(),
        zone in proptest::sample::select(vec!["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]),
        start in proptest::sample::select(vec!["2026-03-27T22:47Z", "2026-10-24T03:01Z", "2026-03-07T20:00Z", "2026-10-31T22:00Z",
            "2026-04-04T10:30Z", "2026-10-03T09:00Z", "2026-12-30T20:00Z", "2028-02-28T01:00Z"]),
    ) {
        let (zone, start) = (TimeZone::get(zone).unwrap(), at(start));
        let end = start + 72.hours();
        let schedule = parse(&line.written(), start).unwrap();
        let mut found = Vec::new();
        let mut cursor = start;
        while let Some(due) = next(&schedule, &zone, cursor).filter(|due| *due <= end) {
            found.push(due);
            cursor = due;
        }
        prop_assert_eq!(found, line.walk(&zone, start, end), "{}", line.written());
    }

    #[test]
    fn no_line_panics(line in "\\PC{0,40}|[-0-9*/,@?a-zA-Z ]{0,30}") {
        let _ = parse(&line, at("2026-11-21T05:00Z"));
    }
}

/// A cron line as the sets it means, for a reference that knows nothing of text.
#[derive(Debug, Clone)]
struct Line {
    minutes: BTreeSet<i8>,
    /// None: a star.
    hours: Option<BTreeSet<i8>>,
    days: Option<BTreeSet<i8>>,
    /// Sunday is 0.
    weekdays: Option<BTreeSet<i8>>,
}

fn a_line() -> impl Strategy<Value = Line> {
    let set = |range: std::ops::Range<i8>| proptest::collection::btree_set(range, 1..4);
    let early = proptest::collection::btree_set(0i8..5, 1..4);
    (
        set(0..60),
        proptest::option::of(early),
        proptest::option::weighted(0.3, set(1..32)),
        proptest::option::weighted(0.3, set(0..7)),
    )
        .prop_map(|(minutes, hours, days, weekdays)| Line { minutes, hours, days, weekdays })
}

impl Line {
    fn written(&self) -> String {
        let list = |set: &BTreeSet<i8>| set.iter().map(i8::to_string).collect::<Vec<_>>().join(",");
        let field = |set: &Option<BTreeSet<i8>>| set.as_ref().map_or_else(|| "*".to_owned(), list);
        format!("{} {} {} * {}", list(&self.minutes), field(&self.hours), field(&self.days), field(&self.weekdays))
    }

    fn fits(&self, time: DateTime) -> bool {
        let day = self.days.as_ref().map(|days| days.contains(&time.day()));
        let weekday = self.weekdays.as_ref().map(|days| days.contains(&time.weekday().to_sunday_zero_offset()));
        let date = match (day, weekday) {
            (Some(day), Some(weekday)) => day || weekday,
            (day, weekday) => day.unwrap_or(true) && weekday.unwrap_or(true),
        };
        date && self.minutes.contains(&time.minute())
            && self.hours.as_ref().is_none_or(|hours| hours.contains(&time.hour()))
    }

    /// Every minute from after `start` to `end`, one by one.
    fn walk(&self, zone: &TimeZone, start: Timestamp, end: Timestamp) -> Vec<Timestamp> {
        let mut due = Vec::new();
        let mut seen: BTreeSet<DateTime> = (0..240).map(|past| zone.to_datetime(start - past.minutes())).collect();
        let mut moment = start + 1.minutes();
        while moment <= end {
            let (before, time) = (zone.to_datetime(moment - 1.minutes()), zone.to_datetime(moment));
            let mut skipped = before + 1.minutes();
            let mut fits = false;
            while skipped < time && self.hours.is_some() {
                fits |= self.fits(skipped);
                skipped += 1.minutes();
            }
            let first = seen.insert(time);
            if fits || (self.fits(time) && (first || self.hours.is_none())) {
                due.push(moment);
            }
            moment += 1.minutes();
        }
        due
    }
}

fn at(time: &str) -> Timestamp {
    time.parse().unwrap()
}

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").unwrap()
}

/// The next `count` times, as the wall clock shows them.
fn times(line: &str, zone: &str, after: &str, count: usize) -> Vec<String> {
    let zone = TimeZone::get(zone).unwrap();
    let shown = |time: Timestamp| {
        let text = zone.to_datetime(time).to_string();
        text.strip_suffix(":00").unwrap_or(&text).to_owned()
    };
    due(line, &zone, after, count).into_iter().map(shown).collect()
}

/// The next `count` times, as moments.
fn moments(line: &str, zone: &str, after: &str, count: usize) -> Vec<String> {
    due(line, &TimeZone::get(zone).unwrap(), after, count).iter().map(Timestamp::to_string).collect()
}

fn due(line: &str, zone: &TimeZone, after: &str, count: usize) -> Vec<Timestamp> {
    let schedule = parse(line, at(after)).unwrap();
    let mut due = vec![at(after)];
    for _ in 0..count {
        due.push(next(&schedule, zone, due[due.len() - 1]).unwrap());
    }
    due.split_off(1)
}
