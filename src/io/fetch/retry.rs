//! Whether a failure may pass by itself, decided by kind and status and never by text.

use std::hash::{BuildHasher as _, RandomState};
use std::time::Duration;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use reqwest::StatusCode;
use reqwest::header::{DATE, HeaderMap, HeaderValue, RETRY_AFTER};

use crate::model::Trouble;

/// A failed attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Setback {
    pub trouble: Trouble,
    /// Whether another attempt may fare better.
    pub passing: bool,
}

impl Setback {
    /// Trying again would bring the same.
    pub(super) const fn last(trouble: Trouble) -> Self {
        Self { trouble, passing: false }
    }

    /// It may be gone in a moment.
    pub(super) const fn passing(trouble: Trouble) -> Self {
        Self { trouble, passing: true }
    }
}

/// Whether a status says that the same request may succeed later (RFC 9110 section 15, RFC 6585, RFC 8470).
pub(super) const fn is_passing(status: StatusCode) -> bool {
    matches!(status.as_u16(), 408 | 425 | 429 | 500 | 502 | 503 | 504)
}

/// How long the server asks us to stay away (RFC 9110 section 10.2.3: seconds or a date).
///
/// A date is measured against the server's own `Date`, so that a wrong clock on either side does no harm.
pub(super) fn retry_after(headers: &HeaderMap, now: Timestamp) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse::<u64>() {
        return Some(Duration::from_secs(seconds));
    }
    let until = http_date(value)?;
    let from = headers.get(DATE).and_then(text).and_then(http_date).unwrap_or(now);
    Some(until.duration_since(from).max(SignedDuration::ZERO).unsigned_abs())
}

fn text(value: &HeaderValue) -> Option<&str> {
    value.to_str().ok()
}

/// The date of today's servers and the two that RFC 9110 section 5.6.7 still lets us meet.
fn http_date(text: &str) -> Option<Timestamp> {
    let forms = ["%a, %d %b %Y %H:%M:%S GMT", "%A, %d-%b-%y %H:%M:%S GMT", "%a %b %e %H:%M:%S %Y"];
    let date = forms.iter().find_map(|form| DateTime::strptime(form, text).ok())?;
    Some(date.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

/// A wait before the next attempt with full jitter: anything up to a bound that doubles each time, so that
/// many clients that failed together do not come back together.
pub(super) fn jitter(backoff: Duration, attempt: u32) -> Duration {
    backoff.saturating_mul(1 << attempt.saturating_sub(1).min(5)).mul_f64(chance())
}

/// A number from 0 to 1 out of the seed that the standard library draws for its hash maps; good enough to spread waits.
fn chance() -> f64 {
    let drawn = RandomState::new().hash_one(0_u8);
    f64::from(u32::try_from(drawn >> 32).unwrap_or_default()) / f64::from(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs
            .iter()
            .map(|(name, value)| {
                (name.parse::<reqwest::header::HeaderName>().unwrap(), HeaderValue::from_static(value))
            })
            .collect()
    }

    #[test]
    fn retry_after_is_read_as_seconds_and_as_date() {
        let now: Timestamp = "2026-11-21T06:00:00Z".parse().unwrap();
        let wait =
            |pairs: &[(&'static str, &'static str)]| retry_after(&headers(pairs), now).map(|wait| wait.as_secs());
        assert_eq!(wait(&[("retry-after", " 120 ")]), Some(120));
        assert_eq!(wait(&[("retry-after", "Sat, 21 Nov 2026 06:00:30 GMT")]), Some(30));
        assert_eq!(wait(&[("retry-after", "Saturday, 21-Nov-26 06:00:30 GMT")]), Some(30));
        assert_eq!(wait(&[("retry-after", "Sat Nov 21 06:00:30 2026")]), Some(30));
        assert_eq!(
            wait(&[("retry-after", "Sat, 21 Nov 2026 07:00:30 GMT"), ("date", "Sat, 21 Nov 2026 07:00:00 GMT")]),
            Some(30)
        );
        assert_eq!(wait(&[("retry-after", "Fri, 20 Nov 2026 06:00:00 GMT")]), Some(0));
        assert_eq!(wait(&[("retry-after", "99999999999999999999999")]), None);
        assert_eq!(wait(&[("retry-after", "soon")]), None);
        assert_eq!(wait(&[]), None);
    }

    #[test]
    fn waits_grow_and_never_pass_their_bound() {
        for attempt in 0..100 {
            let bound = Duration::from_secs(1 << u64::from(attempt).saturating_sub(1).min(5));
            assert!(jitter(Duration::from_secs(1), attempt) <= bound);
        }
    }
}
