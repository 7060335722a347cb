//! Names of months in the languages that policy pages are written in.

/// Full names by month; three or more letters of one, with or without a full stop, count as its abbreviation.
const NAMES: [&[&str]; 12] = [
    &[
        "january",
        "januar",
        "jänner",
        "jaenner",
        "janvier",
        "enero",
        "gennaio",
        "janeiro",
        "januari",
        "stycznia",
        "января",
        "ocak",
    ],
    &[
        "february",
        "februar",
        "feber",
        "février",
        "fevrier",
        "febrero",
        "febbraio",
        "fevereiro",
        "februari",
        "lutego",
        "февраля",
        "şubat",
    ],
    &["march", "märz", "maerz", "mrz", "mars", "marzo", "março", "maart", "mrt", "marts", "marca", "марта", "mart"],
    &["april", "avril", "abril", "aprile", "kwietnia", "апреля", "nisan"],
    &["may", "mai", "mayo", "maggio", "maio", "mei", "maj", "maja", "мая", "mayıs"],
    &["june", "juni", "juin", "junio", "giugno", "junho", "czerwca", "июня", "haziran"],
    &["july", "juli", "juillet", "julio", "luglio", "julho", "lipca", "июля", "temmuz"],
    &["august", "août", "aout", "agosto", "augustus", "augusti", "sierpnia", "августа", "ağustos"],
    &["september", "septembre", "septiembre", "setiembre", "settembre", "setembro", "września", "сентября", "eylül"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro", "października", "октября", "ekim"],
    &["november", "novembre", "noviembre", "novembro", "listopada", "ноября", "kasım"],
    &[
        "december",
        "dezember",
        "décembre",
        "decembre",
        "diciembre",
        "dicembre",
        "dezembro",
        "desember",
        "grudnia",
        "декабря",
        "aralık",
    ],
];

/// The month (1 to 12) that a word names, whatever its case.
#[must_use]
pub fn month(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    let length = word.chars().count();
    if length < 3 {
        return None;
    }
    let numbered = || (1_i8..).zip(NAMES);
    let exact = numbered().find(|(_, names)| names.contains(&word.as_str()));
    // "ju" alone would be open between June and July, and so would "mar" and "may"; from three letters on the months
    // of one language differ, and languages share their stems.
    let short = || numbered().find(|(_, names)| length <= 5 && names.iter().any(|name| name.starts_with(&word)));
    exact.or_else(short).map(|(number, _)| number)
}
