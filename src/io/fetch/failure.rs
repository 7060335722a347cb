//! Errors of the HTTP client as troubles with a short plain detail that holds no secrets.

use std::error::Error;
use std::io;

use super::limits::Limits;
use super::resolver::Refused;
use super::retry::Setback;
use crate::model::Trouble;

/// Details longer than this are cut.
const DETAIL: usize = 200;

/// What an error of the client means.
pub(super) fn of(error: &reqwest::Error, limits: &Limits) -> Setback {
    let chain = chain(error);
    if let Some(refused) = chain.iter().find_map(|error| error.downcast_ref::<Refused>()) {
        return Setback::last(Trouble::PrivateAddress { address: refused.address.clone() });
    }
    if error.is_timeout() {
        return Setback::passing(Trouble::Timeout { detail: waited(error, limits) });
    }
    let detail = chain.last().map_or_else(String::new, |cause| plain(&cause.to_string()));
    if error.is_dns() {
        // The system's resolver tells "no such name" and "try again" apart only in words, so both are tried again.
        return Setback::passing(Trouble::Dns { detail });
    }
    let bad_data = chain
        .iter()
        .any(|error| error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::InvalidData));
    if error.is_connect() {
        // rustls hands every refusal of a certificate or handshake up as `InvalidData`.
        return if bad_data {
            Setback::last(Trouble::Tls { detail })
        } else {
            Setback::passing(Trouble::Connection { detail })
        };
    }
    if error.is_builder() {
        return Setback::last(Trouble::Connection { detail });
    }
    if error.is_decode() && !broke_off(&chain) {
        return Setback::last(Trouble::Format { detail });
    }
    Setback::passing(Trouble::Connection { detail })
}

/// No complete answer within the time for one attempt.
pub(super) fn took_too_long(limits: &Limits) -> Setback {
    Setback::passing(Trouble::Timeout { detail: format!("not complete after {:?}", limits.total) })
}

fn waited(error: &reqwest::Error, limits: &Limits) -> String {
    if error.is_connect() {
        format!("no connection after {:?}", limits.connect)
    } else {
        format!("nothing came for {:?}", limits.read)
    }
}

/// Whether a body stopped before its end, as opposed to being wrongly coded: only the transport speaks in these types.
fn broke_off(chain: &[&(dyn Error + 'static)]) -> bool {
    chain.iter().any(|error| {
        error.is::<hyper::Error>()
            || error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::UnexpectedEof)
    })
}

/// An error and its causes; looks inside [`io::Error`], whose `source` skips what it wraps.
fn chain<'a>(error: &'a (dyn Error + 'static)) -> Vec<&'a (dyn Error + 'static)> {
    let mut chain: Vec<&'a (dyn Error + 'static)> = Vec::new();
    let mut next = Some(error);
    while let Some(error) = next {
        chain.push(error);
        next = match error.downcast_ref::<io::Error>().and_then(io::Error::get_ref) {
            Some(inner) => Some(inner),
            None => error.source(),
        };
    }
    chain
}

/// One short line without control characters: details can hold a server's words.
pub(super) fn plain(text: &str) -> String {
    let kept = text.chars().map(|letter| if letter.is_whitespace() { ' ' } else { letter });
    kept.filter(|letter| !letter.is_control() && !is_direction(*letter)).take(DETAIL).collect()
}

/// Characters that turn the direction of text around and so can disguise it.
const fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
