//! Times and structures as columns.

use jiff::Timestamp;

/// A time as the store keeps it: whole seconds since 1970.
pub(super) fn seconds(time: Timestamp) -> i64 {
    time.as_second()
}

/// A time from the store.
pub(super) fn timestamp(seconds: i64) -> rusqlite::Result<Timestamp> {
    Timestamp::from_second(seconds).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// A text as far as it can be read: where bytes are damaged, the rest of them still says something.
pub(super) fn lossy(row: &rusqlite::Row<'_>, index: usize) -> rusqlite::Result<String> {
    let bytes = row.get_ref(index)?.as_bytes_or_null()?.unwrap_or_default();
    Ok(String::from_utf8_lossy(bytes).into_owned())
}

/// A time, where there is one that can be.
pub(super) fn some_time(row: &rusqlite::Row<'_>, index: usize) -> Option<Timestamp> {
    row.get::<_, Option<i64>>(index).ok().flatten().and_then(|seconds| timestamp(seconds).ok())
}

/// A value as compressed JSON.
pub(super) fn pack<T: serde::Serialize>(value: &T) -> rusqlite::Result<Vec<u8>> {
    let json = serde_json::to_vec(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    zstd::bulk::compress(&json, 3).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// A value from compressed JSON.
pub(super) fn unpack<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> rusqlite::Result<T> {
    let broken = |error: Box<dyn std::error::Error + Send + Sync>| {
        rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Blob, error)
    };
    let json = zstd::decode_all(bytes).map_err(|error| broken(Box::new(error)))?;
    serde_json::from_slice(&json).map_err(|error| broken(Box::new(error)))
}
