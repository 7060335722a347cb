//! Decodes a body as a browser would: byte order mark, then header, then `<meta>`, then a look at the bytes and
//! at the language.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::declared::{self, Declared};
use super::double_encoding;
use crate::model::Snapshot;

/// The text of a snapshot; bytes that mean nothing become replacement characters, and what was encoded twice is undone. The
/// language is the one that the watch expects, for pages that do not say theirs.
pub(super) fn decode<'a>(snapshot: &'a Snapshot, language: Option<&str>) -> Cow<'a, str> {
    double_encoding::undone(decoded(snapshot, language))
}

/// Whether pages in a language may stand in another charset than those that say nothing of it.
pub(super) fn has_its_own(language: &str) -> bool {
    of_language(language, &[]) != WINDOWS_1252
}

fn decoded<'a>(snapshot: &'a Snapshot, expected: Option<&str>) -> Cow<'a, str> {
    let body = snapshot.body.as_slice();
    if let Some((encoding, length)) = Encoding::for_bom(body) {
        return encoding.decode_without_bom_handling(body.get(length..).unwrap_or_default()).0;
    }
    let outside = snapshot.header("content-type").and_then(of_header).or_else(|| of_declaration(body));
    let encoding = outside.unwrap_or_else(|| {
        let Declared { charset, language } = declared::of(body);
        charset.as_deref().and_then(known).unwrap_or_else(|| by_its_bytes(body, language.as_deref().or(expected)))
    });
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

/// What a body without a word on its charset is most likely in. It is in UTF-8 where it can be read as that, but for a slip here
/// and there; else in what browsers take for its language.
fn by_its_bytes(body: &[u8], language: Option<&str>) -> &'static Encoding {
    if reads_as_utf_8(body) {
        return UTF_8;
    }
    of_language(language.unwrap_or_default(), body)
}

/// The charset of old pages in a language; where there are two the bytes decide.
fn of_language(language: &str, body: &[u8]) -> &'static Encoding {
    let language = language.trim().to_ascii_lowercase();
    let primary = language.split(['-', '_']).next().unwrap_or_default();
    let label = match primary {
        _ if matches!(&*language, "zh-tw" | "zh-hk" | "zh-hant") => "big5",
        "ru" | "uk" | "be" | "bg" | "mk" | "sr" => "windows-1251",
        "pl" | "hu" if counts_more(body, &POLISH) => "windows-1250",
        "sl" if counts_more(body, &SLOVENIAN) => "windows-1250",
        "pl" | "hu" | "sl" => "iso-8859-2",
        "cs" | "sk" | "hr" => "windows-1250",
        "el" => "iso-8859-7",
        "tr" => "windows-1254",
        "he" => "windows-1255",
        "ar" | "fa" => "windows-1256",
        "et" | "lv" | "lt" => "windows-1257",
        "vi" => "windows-1258",
        "th" => "windows-874",
        "ja" => "shift_jis",
        "ko" => "euc-kr",
        "zh" => "gbk",
        _ => return WINDOWS_1252,
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

/// Letters of a language in Windows-1250, where ISO-8859-2 has none or one of other languages; and the same letters in ISO-8859-2.
type Letters = [&'static [u8]; 2];
/// Ś, ś, Ź, ź, Ą, ą.
const POLISH: Letters = [&[0x8c, 0x9c, 0x8f, 0x9f, 0xa5, 0xb9], &[0xa6, 0xb6, 0xac, 0xbc, 0xa1, 0xb1]];
/// Š, š, Ž, ž.
const SLOVENIAN: Letters = [&[0x8a, 0x9a, 0x8e, 0x9e], &[0xa9, 0xb9, 0xae, 0xbe]];

/// Whether more of the letters are where Windows has them: quotes and dashes count neither way.
fn counts_more(body: &[u8], [of_windows, of_iso]: &Letters) -> bool {
    let count = |letters: &[u8]| body.iter().filter(|byte| letters.contains(byte)).count();
    count(of_windows) > count(of_iso)
}

/// So many letters of several bytes stand for one slip.
const LETTERS_A_SLIP: usize = 10;

/// Whether a body is in UTF-8, all but the odd byte.
fn reads_as_utf_8(body: &[u8]) -> bool {
    let (mut letters, mut slips) = (0_usize, 0_usize);
    for chunk in body.utf8_chunks() {
        letters += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        slips += usize::from(!chunk.invalid().is_empty());
    }
    slips == 0 || letters >= slips * LETTERS_A_SLIP
}

/// The charset of a label within the text: what could be read is not in UTF-16, whatever it says.
fn known(label: &str) -> Option<&'static Encoding> {
    let found = Encoding::for_label(label.as_bytes())?;
    Some(if found == UTF_16LE || found == UTF_16BE { UTF_8 } else { found })
}
