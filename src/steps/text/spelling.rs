//! Forms of words in which spelling variants are the same.

/// American spellings and written-out contractions of British and contracted English, in this order.
const VARIANTS: [(&str, &str); 16] = [
    ("programme", "program"),
    ("isation", "ization"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("our", "or"),
    ("lled", "led"),
    ("lling", "ling"),
    ("lment", "llment"),
    ("defence", "defense"),
    ("licence", "license"),
    ("judgement", "judgment"),
    ("centre", "center"),
    ("cancell", "cancel"),
];

/// Letters and digits only, in lower case.
pub(in crate::steps) fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words in one spelling, without plural s, as one string.
pub(in crate::steps) fn plain<'a>(words: impl Iterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for word in words {
        let word = match word {
            "ve" => "have",
            "re" => "are",
            "ll" => "will",
            other => other,
        };
        let mut word = word.to_owned();
        // A word such as "our" is itself, not a spelling.
        let may_vary = word.len() > 3;
        for (british, american) in VARIANTS.into_iter().filter(|_| may_vary) {
            if word.contains(british) {
                word = word.replace(british, american);
            }
        }
        out.push_str(if word.chars().count() > 3 { word.trim_end_matches('s') } else { &word });
        out.push(' ');
    }
    out
}

/// How much of the longer of two words they share at both ends, from 0 to 1.
pub(in crate::steps) fn likeness(one: &str, other: &str) -> f32 {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let longer = one.len().max(other.len()).max(1);
    let front = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let back = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count().min(shorter - front);
    share(front + back, longer)
}

/// A share of counts as a number.
#[expect(clippy::cast_precision_loss, reason = "counts of words are far below the point where a float rounds them")]
#[must_use]
pub fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}
