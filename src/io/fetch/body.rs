//! The body of an answer, read only as far as the cap.

use reqwest::Response;
use reqwest::header::CONTENT_ENCODING;

use super::failure;
use super::limits::Limits;
use super::retry::Setback;
use crate::model::Trouble;

/// Reads a body with its content coding undone; counts what comes out, so that a compressed bomb is cut off too.
pub(super) async fn read(response: &mut Response, limits: &Limits) -> Result<Vec<u8>, Setback> {
    let too_large = || Setback::last(Trouble::TooLarge { limit_bytes: limits.body as u64 });
    refuse_unknown_coding(response)?;
    if response.content_length().is_some_and(|length| length > limits.body as u64) {
        return Err(too_large());
    }
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| failure::of(&error, limits))? {
        if body.len() + chunk.len() > limits.body {
            return Err(too_large());
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The client takes the header away where it undoes the coding; what is left would be stored as noise.
fn refuse_unknown_coding(response: &Response) -> Result<(), Setback> {
    let Some(coding) = response.headers().get(CONTENT_ENCODING) else { return Ok(()) };
    let coding = String::from_utf8_lossy(coding.as_bytes());
    if coding.is_empty() || coding.eq_ignore_ascii_case("identity") {
        return Ok(());
    }
    Err(Setback::last(Trouble::Format { detail: failure::plain(&format!("content coding `{coding}` is not known")) }))
}
