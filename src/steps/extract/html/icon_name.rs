//! The signs that icons are called after, by the words in the names of classes and files.

const YES: &str = "✓";
const NO: &str = "✗";

/// Whether a word names a maker or a sort of icons, or a shape, which stand beside what an icon shows.
fn is_beside(word: &str) -> bool {
    let is_sort = matches!(
        word,
        "fa" | "fas"
            | "far"
            | "fal"
            | "icon"
            | "icons"
            | "ico"
            | "bi"
            | "glyphicon"
            | "mdi"
            | "ti"
            | "ri"
            | "la"
            | "las"
            | "dashicons"
            | "feather"
            | "lucide"
            | "svg"
            | "sprite"
            | "symbol"
            | "sign"
            | "i"
            | "is"
            | "status"
            | "img"
    );
    let is_shape = || {
        matches!(
            word,
            "circle"
                | "square"
                | "solid"
                | "fill"
                | "filled"
                | "o"
                | "alt"
                | "bold"
                | "lg"
                | "sm"
                | "mark"
                | "round"
                | "rounded"
                | "outline"
                | "outlined"
                | "regular"
                | "light"
                | "thin"
                | "green"
                | "red"
                | "big"
                | "small"
        )
    };
    is_sort || is_shape()
}

/// No class with such a name is longer.
const LONGEST: usize = 40;
/// A picture's address is looked at to its last so many bytes.
const FILE: usize = 60;

/// The sign that a class is called after: a name alone, or one beside the words that make an icon of it.
pub(super) fn of_class(names: &str) -> Option<&'static str> {
    names.split_whitespace().take(12).find_map(of_name)
}

/// The sign that a picture's file is called after: `/icons/check.svg`.
pub(in crate::steps::extract) fn of_file(address: &str) -> Option<&'static str> {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit('/').next().filter(|name| name.len() <= FILE)?;
    let (stem, _) = name.split_once('.')?;
    of_name(stem)
}

/// The sign that a font draws in the place of a name.
pub(super) fn of_drawn_name(name: &str) -> Option<&'static str> {
    match name {
        "done" | "done_all" | "done_outline" | "task_alt" | "verified" | "thumb_up" => Some(YES),
        "cancel" | "close" | "clear" | "block" | "dangerous" | "highlight_off" | "not_interested"
        | "do_not_disturb" | "do_not_disturb_on" | "thumb_down" | "remove_circle" => Some(NO),
        _ => of_name(name),
    }
}

/// The sign that a name stands for, where it is one of an icon.
pub(super) fn of_name(name: &str) -> Option<&'static str> {
    let mut small = [0_u8; LONGEST];
    let small = small.get_mut(..name.len())?;
    small.copy_from_slice(name.as_bytes());
    small.make_ascii_lowercase();
    let small = std::str::from_utf8(small).ok()?;
    let (mut is_not, mut shown) = (false, None);
    for word in small.split(['-', '_']).filter(|word| !word.is_empty()) {
        match word {
            "not" => is_not = true,
            "check" | "checkmark" | "tick" | "yes" | "ok" | "allowed" | "permitted" if shown.is_none() => {
                shown = Some(true);
            }
            "times" | "cross" | "xmark" | "x" | "no" | "ban" | "denied" if shown.is_none() => {
                shown = Some(false);
            }
            _ if is_beside(word) => {}
            _ => return None,
        }
    }
    Some(if shown? == is_not { NO } else { YES })
}
