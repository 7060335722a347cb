//! One field of a cron line: stars, numbers, names, ranges, steps and lists of them.

use std::collections::BTreeSet;

/// What a field counts.
pub(super) struct Unit {
    name: &'static str,
    least: u32,
    most: u32,
    /// In order, the first for `least`; three letters of one are enough.
    names: &'static [&'static str],
}

pub(super) const SECOND: Unit = Unit { name: "second", least: 0, most: 59, names: &[] };
pub(super) const MINUTE: Unit = Unit { name: "minute", least: 0, most: 59, names: &[] };
pub(super) const HOUR: Unit = Unit { name: "hour", least: 0, most: 23, names: &[] };
pub(super) const DAY: Unit = Unit { name: "day", least: 1, most: 31, names: &[] };
pub(super) const MONTH: Unit = Unit { name: "month", least: 1, most: 12, names: &MONTHS };
/// Sunday is 0 and 7, as in crontab(5).
pub(super) const WEEKDAY: Unit = Unit { name: "weekday", least: 0, most: 7, names: &WEEKDAYS };
pub(super) const YEAR: Unit = Unit { name: "year", least: 1970, most: 2100, names: &[] };

const WEEKDAYS: [&str; 7] = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Unit {
    /// The field as a plain list of numbers, or a star.
    pub(super) fn read(&self, field: &str) -> Result<String, String> {
        Ok(self.values(field)?.map_or_else(|| "*".to_owned(), Self::list))
    }

    /// Numbers with commas between them.
    pub(super) fn list(values: impl IntoIterator<Item = u32>) -> String {
        let unique: BTreeSet<u32> = values.into_iter().collect();
        unique.iter().map(u32::to_string).collect::<Vec<_>>().join(",")
    }

    /// The values that the field allows; none for a star, which allows all.
    pub(super) fn values(&self, field: &str) -> Result<Option<BTreeSet<u32>>, String> {
        if field == "*" {
            return Ok(None);
        }
        let mut values = BTreeSet::new();
        for part in field.split(',') {
            if part.is_empty() || part.starts_with('-') || part.ends_with('-') {
                return Err(format!("the {} `{field}` has an empty part", self.name));
            }
            let (range, step) = part.split_once('/').map_or((part, None), |(range, step)| (range, Some(step)));
            let (first, last) = self.range(range, step.is_some())?;
            let step = step.map_or(Ok(1), |step| self.step(step))?;
            values.extend((first..=last).step_by(step));
        }
        Ok(Some(values))
    }

    /// First and last value of `*`, `5`, `1-5`; with a step after it, `5` goes on to the end.
    fn range(&self, written: &str, has_step: bool) -> Result<(u32, u32), String> {
        if written == "*" {
            return Ok((self.least, self.most));
        }
        let Some((first, last)) = written.split_once('-') else {
            let only = self.value(written)?;
            return Ok((only, if has_step { self.most } else { only }));
        };
        let (start, mut end) = (self.value(first)?, self.value(last)?);
        if self.name == WEEKDAY.name && end == 0 {
            end = 7; // "Sat-Sun" ends the week.
        }
        if start > end {
            return Err(format!(
                "{} `{written}` runs backwards: write it in two parts with a comma between them",
                self.name
            ));
        }
        Ok((start, end))
    }

    fn value(&self, written: &str) -> Result<u32, String> {
        if !self.names.is_empty() && written.len() >= 3 && written.chars().all(|letter| letter.is_ascii_alphabetic()) {
            let lower = written.to_ascii_lowercase();
            let known = (self.least..).zip(self.names).find(|(_, name)| name.starts_with(&lower));
            return known.map(|(value, _)| value).ok_or_else(|| self.not_one(written));
        }
        let number = if written.chars().all(|digit| digit.is_ascii_digit()) { written.parse().ok() } else { None };
        number.filter(|value| (self.least..=self.most).contains(value)).ok_or_else(|| self.not_one(written))
    }

    fn step(&self, written: &str) -> Result<usize, String> {
        let step = if written.chars().all(|digit| digit.is_ascii_digit()) { written.parse().ok() } else { None };
        let widest = usize::try_from(self.most - self.least).unwrap_or(usize::MAX);
        step.filter(|step| (1..=widest).contains(step))
            .ok_or_else(|| format!("step `{written}` of the {} is not between 1 and {widest}", self.name))
    }

    fn not_one(&self, written: &str) -> String {
        let names = match *self.names {
            [] => "",
            [first, ..] if first == MONTHS[0] => ", or a name as `Jan`",
            _ => ", or a name as `Mon`",
        };
        format!("{} `{written}` is not between {} and {}{names}", self.name, self.least, self.most)
    }
}
