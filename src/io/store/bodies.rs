//! Raw bodies: kept once each, and as the difference from an earlier one where that is much smaller.

use std::io::{Read as _, Write as _};

use rusqlite::{Connection, OptionalExtension as _, params};

use super::lossy;
use crate::model::sha256_hex;

/// A body is kept whole again when the difference from the last whole one is no longer worth it.
const WORTH_IT: usize = 4;

/// Keeps a body; `near` is the SHA-256 of an earlier body of the same page.
///
/// # Errors
/// Of the database.
pub fn keep(connection: &Connection, body: &[u8], near: Option<&str>) -> rusqlite::Result<String> {
    let sha256 = sha256_hex(body);
    let is_known = matches!(read(connection, &sha256), Ok(Some(_)));
    if is_known {
        return Ok(sha256);
    }
    let whole = zstd::bulk::compress(body, 3).map_err(io_error)?;
    let size = i64::try_from(body.len()).unwrap_or(i64::MAX);
    // What is there and cannot be read is made good by these very bytes.
    let mut insert = connection.prepare_cached(
        "INSERT INTO bodies (sha256, base, size, data) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (sha256) DO UPDATE SET base = excluded.base, size = excluded.size, data = excluded.data",
    )?;
    let is_there = whole_one(connection, &sha256)?.is_some();
    if let Some(base) = near.filter(|_| !is_there).map(|near| whole_one(connection, near)).transpose()?.flatten()
        // On what cannot be read nothing can rest.
        && let Ok(Some(base_body)) = read(connection, &base)
    {
        let delta = against(&base_body, body).map_err(io_error)?;
        if delta.len() * WORTH_IT < whole.len() {
            insert.execute(params![sha256, base, size, delta])?;
            return Ok(sha256);
        }
    }
    insert.execute(params![sha256, None::<String>, size, whole])?;
    Ok(sha256)
}

/// A body by its SHA-256.
///
/// # Errors
/// Of the database, or where the bytes on disk are not those that were kept.
pub fn read(connection: &Connection, sha256: &str) -> rusqlite::Result<Option<Vec<u8>>> {
    let row = connection
        .prepare_cached("SELECT base, data FROM bodies WHERE sha256 = ?1")?
        .query_row([sha256], |row| Ok((row.get::<_, Option<String>>(0)?, row.get::<_, Vec<u8>>(1)?)))
        .optional()?;
    let Some((base, data)) = row else { return Ok(None) };
    let body = match base {
        None => zstd::decode_all(data.as_slice()).map_err(io_error)?,
        Some(base) => {
            let base_body = read(connection, &base)?.ok_or(rusqlite::Error::QueryReturnedNoRows)?;
            from_delta(&base_body, &data).map_err(io_error)?
        }
    };
    if sha256_hex(&body) == sha256 {
        Ok(Some(body))
    } else {
        Err(io_error(std::io::Error::other(format!("snapshot {sha256} is damaged: its bytes have another SHA-256"))))
    }
}

/// The body that a kept one rests on, or itself where it is whole.
fn whole_one(connection: &Connection, sha256: &str) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT coalesce(base, sha256) FROM bodies WHERE sha256 = ?1")?
        .query_row([sha256], |row| lossy(row, 0))
        .optional()
}

/// The window must span both bodies, or the far end of the base is out of reach.
fn window_log(total: usize) -> u32 {
    (usize::BITS - total.leading_zeros()).clamp(10, 27)
}

fn against(base: &[u8], body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = zstd::Encoder::with_ref_prefix(Vec::new(), 3, base)?;
    encoder.long_distance_matching(true)?;
    encoder.window_log(window_log(base.len() + body.len()))?;
    encoder.include_checksum(true)?;
    encoder.write_all(body)?;
    encoder.finish()
}

fn from_delta(base: &[u8], delta: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut decoder = zstd::Decoder::with_ref_prefix(delta, base)?;
    decoder.window_log_max(27)?;
    let mut body = Vec::new();
    decoder.read_to_end(&mut body)?;
    Ok(body)
}

fn io_error(error: std::io::Error) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, Box::new(error))
}
