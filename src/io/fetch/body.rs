//! The body of an answer, read only as far as the cap and with its content codings undone.

use reqwest::Response;
use reqwest::header::CONTENT_ENCODING;

use super::coding::{self, Undecoded};
use super::failure;
use super::limits::Limits;
use super::retry::Setback;
use crate::model::Trouble;

/// Reads a body with its content coding undone; counts what comes out, too, so that a compressed bomb is cut off.
pub(super) async fn read(response: &mut Response, limits: &Limits) -> Result<Vec<u8>, Setback> {
    let too_large = || Setback::last(Trouble::TooLarge { limit_bytes: limits.body as u64 });
    if response.content_length().is_some_and(|length| length > limits.body as u64) {
        return Err(too_large());
    }
    let announced = response.content_length().and_then(|length| usize::try_from(length).ok());
    let mut body = Vec::with_capacity(announced.unwrap_or_default().min(limits.body));
    while let Some(chunk) = response.chunk().await.map_err(|error| failure::of(&error, limits))? {
        if body.len() + chunk.len() > limits.body {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    let named = response.headers().get_all(CONTENT_ENCODING).iter();
    let named: Vec<String> = named.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()).collect();
    coding::undo(body, &named, limits.body).map_err(|undecoded| match undecoded {
        Undecoded::TooLarge => too_large(),
        Undecoded::BrokenOff => {
            Setback::passing(Trouble::Connection { detail: "the compressed page breaks off".to_owned() })
        }
        Undecoded::Unknown(detail) => Setback::last(Trouble::Format {
            detail: failure::plain(&format!("its content coding cannot be undone: {detail}")),
        }),
    })
}
