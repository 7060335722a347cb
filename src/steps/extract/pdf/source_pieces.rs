//! What stands anywhere in the source of a page, between two tags or two quotes: a print may show any of it.

use crate::model::Snapshot;
use crate::steps::extract::charset;

/// A label is no longer than that.
const LONGEST: usize = 200;

/// The pieces of a page's source.
#[derive(Debug, Default)]
pub struct Source {
    /// What stands between two tags.
    pub(super) texts: Vec<String>,
    /// What stands between two quotes: labels, other texts for pictures, what scripts write.
    pub(super) quoted: Vec<String>,
}

impl Source {
    /// The pieces of that page.
    #[must_use]
    pub fn of(snapshot: &Snapshot) -> Self {
        let source = charset::decode(snapshot, None);
        let mut pieces = Self::default();
        let mut is_behind_a_tag = false;
        for piece in source.split_inclusive(['<', '>', '"', '\n']) {
            let ends = piece.ends_with('<');
            let text = piece.trim_end_matches(['<', '>', '"']).trim();
            if (1..=LONGEST).contains(&text.len()) {
                let of = if is_behind_a_tag && ends { &mut pieces.texts } else { &mut pieces.quoted };
                of.push(without_entities(text));
            }
            is_behind_a_tag = piece.ends_with('>') || is_behind_a_tag && piece.ends_with('\n');
        }
        pieces
    }
}

/// A piece in which what is written as an entity parts words, as the sign that it stands for mostly does.
fn without_entities(piece: &str) -> String {
    let mut out = String::with_capacity(piece.len());
    let mut rest = piece;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        out.push(' ');
        let end = after.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
        rest = if after.as_bytes().get(end) == Some(&b';') { &after[end + 1..] } else { after };
    }
    out.push_str(rest);
    out
}
