//! Undoes the content codings of a body as browsers do: by what the bytes are, where the header says something else.
//!
//! Servers write character sets, media types or "none" into Content-Encoding, name a coding that the body is not in, or
//! name none for one that it is in. A coding that nobody knows is none; one that is known is undone where the bytes show it.

use std::io::{self, Read};

use brotli_decompressor::Decompressor;
use flate2::bufread::{DeflateDecoder, GzDecoder, ZlibDecoder};
use zstd::stream::read::Decoder as Zstandard;

/// What is asked for.
pub(super) const ACCEPTED: &str = "gzip, br, zstd";

/// A body has no more codings one within the other.
const MOST: usize = 4;
/// The first bytes by which text is told from what is packed.
const HEAD: usize = 1024;
const BUFFER: usize = 16 * 1024;

/// Why a body cannot be had.
#[derive(Debug)]
pub(super) enum Undecoded {
    /// More bytes come out than are allowed.
    TooLarge,
    /// It ends before its end.
    BrokenOff,
    /// It is in no coding that is known here.
    Unknown(String),
}

/// A content coding that is known here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Coding {
    Gzip,
    Deflate,
    Brotli,
    Zstandard,
}

impl Coding {
    /// By its name in the header (RFC 9110 section 8.4.1); none for what is no coding.
    fn named(name: &str) -> Option<Self> {
        match name.trim().to_ascii_lowercase().as_str() {
            "gzip" | "x-gzip" => Some(Self::Gzip),
            "deflate" => Some(Self::Deflate),
            "br" => Some(Self::Brotli),
            "zstd" => Some(Self::Zstandard),
            _ => None,
        }
    }

    /// By the first bytes; Brotli and bare deflate have no mark.
    fn marked(body: &[u8]) -> Option<Self> {
        match body {
            [0x1f, 0x8b, 0x08, ..] => Some(Self::Gzip),
            [0x28, 0xb5, 0x2f, 0xfd, ..] => Some(Self::Zstandard),
            _ => None,
        }
    }
}

/// The body without its codings, which the values of Content-Encoding name in the order in which they were applied.
///
/// # Errors
/// Where nothing that can be read comes out.
pub(super) fn undo(body: Vec<u8>, named: &[String], limit: usize) -> Result<Vec<u8>, Undecoded> {
    let known: Vec<Coding> = named.iter().flat_map(|line| line.split(',')).filter_map(Coding::named).collect();
    let mut body = body;
    for coding in known.into_iter().rev().take(MOST) {
        body = peel(body, coding, limit)?;
    }
    // Packed all the same: a label is missing, or there were two layers and one label.
    if let Some(coding) = Coding::marked(&body) {
        body = peel(body, coding, limit)?;
    }
    // What is in no coding that is known here is left to whoever reads it: it may be a text that is labelled wrongly.
    if Coding::marked(&body).is_none() { Ok(body) } else { Err(Undecoded::Unknown(named.join(", "))) }
}

/// Undoes one coding, by its mark where there is one; text that only claims to be packed stays as it is.
fn peel(body: Vec<u8>, named: Coding, limit: usize) -> Result<Vec<u8>, Undecoded> {
    let coding = Coding::marked(&body).unwrap_or(named);
    let is_marked = Coding::marked(&body).is_some();
    if !is_marked && matches!(coding, Coding::Gzip | Coding::Zstandard) {
        // Neither is without its mark, so this is something else.
        return Ok(body);
    }
    match unpacked(&body, coding, limit) {
        Ok(unpacked) => Ok(unpacked),
        Err(Undecoded::TooLarge) => Err(Undecoded::TooLarge),
        Err(_) if !is_marked && !is_packed(&body) => Ok(body),
        Err(error) => Err(error),
    }
}

fn unpacked(body: &[u8], coding: Coding, limit: usize) -> Result<Vec<u8>, Undecoded> {
    match coding {
        Coding::Gzip => members(body, limit),
        Coding::Deflate => match bounded(ZlibDecoder::new(body), limit) {
            // Servers send it with the frame of RFC 1950 and without.
            Err(Undecoded::Unknown(_)) => bounded(DeflateDecoder::new(body), limit),
            found => found,
        },
        Coding::Brotli => bounded(Decompressor::new(body, BUFFER), limit),
        Coding::Zstandard => bounded(Zstandard::with_buffer(body).map_err(named)?, limit),
    }
}

/// A gzip file is one member or more; what stands behind them is no part of it.
fn members(body: &[u8], limit: usize) -> Result<Vec<u8>, Undecoded> {
    let (mut whole, mut rest) = (Vec::new(), body);
    while whole.is_empty() || Coding::marked(rest) == Some(Coding::Gzip) {
        let mut member = GzDecoder::new(rest);
        whole.extend(bounded(&mut member, limit - whole.len())?);
        let behind = member.into_inner();
        if behind.len() == rest.len() || behind.is_empty() {
            break;
        }
        rest = behind;
    }
    Ok(whole)
}

fn bounded(packed: impl Read, limit: usize) -> Result<Vec<u8>, Undecoded> {
    let mut body = Vec::new();
    packed.take(limit as u64 + 1).read_to_end(&mut body).map_err(named)?;
    if body.len() > limit { Err(Undecoded::TooLarge) } else { Ok(body) }
}

#[expect(clippy::needless_pass_by_value, reason = "to be handed to `map_err`")]
fn named(error: io::Error) -> Undecoded {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Undecoded::BrokenOff,
        _ => Undecoded::Unknown(error.to_string()),
    }
}

/// Whether bytes are packed: those of a text, whatever its charset, hold next to no control characters but white space.
///
/// Half the bytes of UTF-16 are zero, so zeros are left aside; of packed bytes one in ten is another control character.
fn is_packed(body: &[u8]) -> bool {
    let head = body.get(..HEAD).unwrap_or(body);
    let odd = head.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31)).count();
    odd * 20 > head.len()
}
