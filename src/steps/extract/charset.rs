//! Decodes a body as a browser would: byte order mark, then header, then `<meta>`, then a look at the bytes.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::double_encoding;
use crate::model::Snapshot;

/// The text of a snapshot; bytes that mean nothing become replacement characters, and what was encoded twice is undone.
pub(super) fn decode(snapshot: &Snapshot) -> Cow<'_, str> {
    double_encoding::undone(decoded(snapshot))
}

fn decoded(snapshot: &Snapshot) -> Cow<'_, str> {
    let body = snapshot.body.as_slice();
    if let Some((encoding, length)) = Encoding::for_bom(body) {
        return encoding.decode_without_bom_handling(body.get(length..).unwrap_or_default()).0;
    }
    let declared =
        snapshot.header("content-type").and_then(of_header).or_else(|| of_declaration(body)).or_else(|| of_meta(body));
    let encoding = declared.unwrap_or_else(|| if std::str::from_utf8(body).is_ok() { UTF_8 } else { WINDOWS_1252 });
    encoding.decode_without_bom_handling(body).0
}

fn of_header(value: &str) -> Option<&'static Encoding> {
    value.split(';').skip(1).find_map(|parameter| {
        let (name, label) = parameter.split_once('=')?;
        if !name.trim().eq_ignore_ascii_case("charset") {
            return None;
        }
        Encoding::for_label(label.trim().trim_matches(['"', '\'']).as_bytes())
    })
}

/// The charset that `<?xml … encoding="…"?>` names, with which feeds and old pages begin.
fn of_declaration(body: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(body.get(..256).unwrap_or(body)).to_ascii_lowercase();
    let (declaration, _) = head.trim_start().strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let label = value.trim_start().strip_prefix('=')?.trim_start().strip_prefix(['"', '\''])?;
    known(label.split(['"', '\'']).next()?)
}

/// The charset that `<meta charset=…>` or `<meta … content="…charset=…">` names.
fn of_meta(body: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(body.get(..4096).unwrap_or(body)).to_ascii_lowercase();
    head.split("<meta").skip(1).find_map(|tag| {
        let tag = tag.split('>').next().unwrap_or(tag);
        let (_, value) = tag.split_once("charset")?;
        let value = value.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let label =
            value.split(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\'' | ';' | '/')).next()?;
        known(label)
    })
}

/// The charset of a label within the text: what could be read is not in UTF-16, whatever it says.
fn known(label: &str) -> Option<&'static Encoding> {
    let found = Encoding::for_label(label.as_bytes())?;
    Some(if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found })
}
