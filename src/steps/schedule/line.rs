//! One cron line, checked field by field and handed to the `cron` crate in words that have one meaning.

use std::str::FromStr as _;

use super::field::{DAY, HOUR, MINUTE, MONTH, SECOND, Unit, WEEKDAY, YEAR};

/// What a line means. More than one where crontab(5) joins day of month and weekday with "or".
pub(super) fn read(written: &str) -> Result<Vec<cron::Schedule>, String> {
    let line = written.trim();
    if line.starts_with('@') {
        return read(in_fields(line)?);
    }
    let fields: Vec<&str> = line.split_whitespace().collect();
    match *fields.as_slice() {
        [minute, hour, day, month, weekday] => crontab([minute, hour, day, month, weekday]),
        [second, minute, hour, day, month, weekday] => with_seconds([second, minute, hour, day, month, weekday, "*"]),
        [second, minute, hour, day, month, weekday, year] => {
            with_seconds([second, minute, hour, day, month, weekday, year])
        }
        [] => Err("a schedule is empty: write five fields (minute, hour, day, month, weekday) or `@daily`".to_owned()),
        _ => Err(format!(
            "`{line}` has {} field{}: write five (minute, hour, day, month, weekday), six with seconds first, or `@daily`",
            fields.len(),
            if fields.len() == 1 { "" } else { "s" },
        )),
    }
}

/// The five fields that a name stands for (crontab(5)).
fn in_fields(name: &str) -> Result<&'static str, String> {
    Ok(match name.to_ascii_lowercase().as_str() {
        "@hourly" => "0 * * * *",
        "@daily" | "@midnight" => "0 0 * * *",
        "@weekly" => "0 0 * * 0",
        "@monthly" => "0 0 1 * *",
        "@yearly" | "@annually" => "0 0 1 1 *",
        _ => {
            return Err(format!(
                "`{name}` is not a schedule: write `@hourly`, `@daily`, `@weekly`, `@monthly`, `@yearly` or five fields"
            ));
        }
    })
}

/// Five fields as crontab(5) means them.
fn crontab([minute, hour, day, month, weekday]: [&str; 5]) -> Result<Vec<cron::Schedule>, String> {
    let time = format!("0 {} {}", MINUTE.read(minute)?, HOUR.read(hour)?);
    let (days, months, weekdays) = (DAY.read(day)?, MONTH.read(month)?, weekdays(weekday)?);
    // A field that begins with a star restricts nothing in the eyes of cron, not even as `*/2`.
    if day.starts_with('*') || weekday.starts_with('*') {
        return Ok(vec![schedule(&format!("{time} {days} {months} {weekdays} *"))?]);
    }
    let by_date = schedule(&format!("{time} {days} {months} * *"))?;
    let by_weekday = schedule(&format!("{time} * {months} {weekdays} *"))?;
    Ok(vec![by_date, by_weekday])
}

/// Seven fields as the `cron` crate reads them: both the day and the weekday must fit.
fn with_seconds(fields: [&str; 7]) -> Result<Vec<cron::Schedule>, String> {
    let [second, minute, hour, day, month, weekday, year] = fields;
    let numbered = weekday.split(',').filter_map(|part| part.split('/').next());
    if numbered.flat_map(|part| part.split('-')).any(|value| value.starts_with(|digit: char| digit.is_ascii_digit())) {
        return Err(format!(
            "weekday `{weekday}` can be read in two ways in a line with seconds: write names, as in `Mon-Fri`"
        ));
    }
    let read = |unit: &Unit, field| unit.read(if field == "?" { "*" } else { field });
    let fields = [
        SECOND.read(second)?,
        MINUTE.read(minute)?,
        HOUR.read(hour)?,
        read(&DAY, day)?,
        MONTH.read(month)?,
        weekdays(if weekday == "?" { "*" } else { weekday })?,
        YEAR.read(year)?,
    ];
    Ok(vec![schedule(&fields.join(" "))?])
}

/// Weekdays in the numbers of the `cron` crate, in which Sunday is 1.
fn weekdays(field: &str) -> Result<String, String> {
    let days = WEEKDAY.values(field)?;
    Ok(days.map_or_else(|| "*".to_owned(), |days| Unit::list(days.into_iter().map(|day| day % 7 + 1))))
}

fn schedule(line: &str) -> Result<cron::Schedule, String> {
    cron::Schedule::from_str(line).map_err(|error| error.to_string())
}
