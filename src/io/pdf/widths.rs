//! Writes the widths of letters so that the reader understands them: of "from, to, width" it takes none, and where a
//! letter's width is not known the next one seems to stand apart, or back to the left.

use pdf_extract::{Dictionary, Document, Object};

/// No font has more letters.
const LETTERS: i64 = 65_536;

/// Writes ranges of letters of one width as lists, in every font of a file.
pub(super) fn listed(document: &mut Document) {
    let fonts: Vec<_> = document.objects.iter().filter(|(_, object)| is_font(object)).map(|(id, _)| *id).collect();
    for id in fonts {
        let Ok(font) = document.get_dictionary(id) else { continue };
        let widths = font.get_deref(b"W", document).and_then(Object::as_array).ok().and_then(|widths| lists(widths));
        let usual = font.get_deref(b"DW", document).and_then(Object::as_float).ok();
        let Ok(font) = document.get_dictionary_mut(id) else { continue };
        if let Some(widths) = widths {
            font.set("W", Object::Array(widths));
        }
        if let Some(usual) = usual.filter(|_| !matches!(font.get(b"DW"), Ok(Object::Integer(_)))) {
            font.set("DW", Object::Integer(whole(usual)));
        }
    }
}

fn is_font(object: &Object) -> bool {
    let kind = |font: &Dictionary| font.get(b"Subtype").and_then(Object::as_name).map(<[u8]>::to_vec);
    object.as_dict().and_then(kind).is_ok_and(|kind| kind.starts_with(b"CIDFontType"))
}

/// The same widths without ranges; none where they are written as nobody should.
fn lists(widths: &[Object]) -> Option<Vec<Object>> {
    let (mut out, mut rest, mut letters) = (Vec::new(), widths, 0);
    while let [first, next, ..] = rest {
        if let Object::Array(_) = next {
            out.extend([first.clone(), next.clone()]);
            rest = &rest[2..];
            continue;
        }
        let [_, _, width, ..] = rest else { return None };
        let count = next.as_i64().ok()?.checked_sub(first.as_i64().ok()?)?.checked_add(1)?;
        letters += count.max(0);
        if count < 0 || letters > LETTERS {
            return None;
        }
        out.extend([first.clone(), Object::Array(vec![width.clone(); usize::try_from(count).ok()?])]);
        rest = &rest[3..];
    }
    Some(out)
}

#[expect(clippy::cast_possible_truncation, reason = "widths are a few thousand at most")]
fn whole(width: f32) -> i64 {
    width.round() as i64
}
