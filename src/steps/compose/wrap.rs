//! Lines of a text part no longer than people read, with hanging indents kept.

/// What stands above the foot, with its blank (RFC 3676 §4.3): mail programs set what is below apart.
const SIGNATURE: &str = "-- ";

/// Folds lines at spaces, continues them under their own indent and leaves one empty line where several stood.
pub(super) fn wrap(text: &str, width: usize) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 40);
    let mut empty = true;
    for line in text.lines().map(|line| if line == SIGNATURE { line } else { line.trim_end() }) {
        if line.is_empty() {
            if !empty {
                out.push('\n');
            }
            empty = true;
            continue;
        }
        empty = false;
        if line == SIGNATURE {
            out.push_str(SIGNATURE);
            out.push('\n');
            continue;
        }
        fold(line, width, &mut out);
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

fn fold(line: &str, width: usize, out: &mut String) {
    let rest = line.trim_start_matches(' ');
    let bullet = if rest.starts_with("- ") || rest.starts_with("* ") { 2 } else { 0 };
    let indent = line.len() - rest.len() + bullet;
    let mut used = line.len() - rest.len();
    out.push_str(&line[..used]);
    let mut first = true;
    for word in rest.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if !first && used + 1 + length > width {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            used = indent;
        } else if !first {
            out.push(' ');
            used += 1;
        }
        out.push_str(word);
        used += length;
        first = false;
    }
    out.push('\n');
}
