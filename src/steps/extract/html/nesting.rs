//! Refuses pages whose elements are nested so deeply that parsing them would take for ever.

/// Real pages stay below a few hundred.
const DEEPEST: usize = 4000;

/// Elements that have no end tag, or need none.
const UNNESTED: [&str; 26] = [
    "br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "param", "p",
    "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "path",
];

/// Whether start tags outnumber end tags by too many somewhere; a cheap count, not a parse.
pub(super) fn is_too_deep(source: &str) -> bool {
    if source.bytes().filter(|byte| *byte == b'<').count() <= DEEPEST {
        return false;
    }
    let mut depth = 0_usize;
    for part in source.split('<').skip(1) {
        let (closing, name) = part.strip_prefix('/').map_or((false, part), |name| (true, name));
        if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) {
            continue;
        }
        let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
        let name = &name[..end];
        if UNNESTED.iter().any(|other| other.eq_ignore_ascii_case(name)) {
            continue;
        }
        depth = if closing { depth.saturating_sub(1) } else { depth + 1 };
        if depth > DEEPEST {
            return true;
        }
    }
    false
}
