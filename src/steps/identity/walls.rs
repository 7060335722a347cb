//! The walls and errors that stand in a document's place, by their signs; phrases only ever add to other evidence.

use super::doubt::STUB;
use crate::model::Trouble;
use crate::steps::extract::{Extract, Signs};

const LOGIN: [&str; 20] = [
    "log in",
    "login",
    "sign in",
    "sign up",
    "anmelden",
    "einloggen",
    "melde dich an",
    "registrieren",
    "se connecter",
    "connectez-vous",
    "identifiez-vous",
    "connexion",
    "iniciar sesión",
    "inicia sesión",
    "accedi",
    "iniciar sessão",
    "inloggen",
    "aanmelden",
    "zaloguj",
    "logg inn",
];
/// A phrase that ends in a space is a whole word; any other is the beginning of one.
const HUMAN: [&str; 23] = [
    "captcha",
    "robot",
    "bot ",
    "bots ",
    "human",
    "unusual traffic",
    "unusual activity",
    "security check",
    "checking your browser",
    "security of your connection",
    "automated",
    "automatisiert",
    "mensch",
    "sicherheitsprüfung",
    "ungewöhnlich",
    "trafic inhabituel",
    "êtes humain",
    "automatisé",
    "vérification de sécurité",
    "verificación de seguridad",
    "menselijk",
    "człowiek",
    "cloudflare",
];
const ERROR: [&str; 38] = [
    "404",
    "not found",
    "page doesn't exist",
    "page doesn’t exist",
    "something went wrong",
    "isn't available",
    "isn’t available",
    "not available",
    "temporarily unavailable",
    "error",
    "oops",
    "nicht gefunden",
    "nicht verfügbar",
    "existiert nicht",
    "schiefgegangen",
    "schiefgelaufen",
    "fehler",
    "hoppla",
    "introuvable",
    "pas disponible",
    "n'existe",
    "n’existe",
    "erreur",
    "no encontrad",
    "non trovat",
    "niet gevonden",
    "no disponible",
    "não encontrad",
    "non disponibile",
    "niet beschikbaar",
    "nie znaleziono",
    "hittades inte",
    "can't find",
    "can’t find",
    "gibt es nicht",
    "bad gateway",
    "oups",
    "ups ",
];

/// What a page is that was never read before, where it is clearly no document.
pub(super) fn at_first_sight(extract: &Extract, words: usize) -> Option<Trouble> {
    let Facts { signs, head, text, .. } = Facts::of(extract);
    let human = has(&text, &HUMAN);
    if words < 200 && (signs.bot_proof && human > 0 || words < 100 && human >= 2) {
        return Some(Trouble::BotWall);
    }
    if words < 150 && signs.password_fields > 0 || words < 100 && has(&head, &LOGIN) > 0 && has(&head, &ERROR) == 0 {
        return Some(Trouble::LoginWall);
    }
    if asks_consent(signs, &text, words) {
        return Some(Trouble::ConsentWall);
    }
    if words < 100 && has(&head, &ERROR) > 0 {
        return Some(Trouble::SoftError);
    }
    (words < STUB && says_nothing(extract)).then_some(Trouble::Empty)
}

/// What a page is that has little in common with the document, where its signs name it.
pub(super) fn in_place_of_the_document(extract: &Extract, words: usize) -> Option<Trouble> {
    let Facts { signs, head, text } = Facts::of(extract);
    if words < 500 && (signs.bot_proof && signs.password_fields == 0 || words < 200 && has(&text, &HUMAN) >= 2) {
        return Some(Trouble::BotWall);
    }
    if words < 400 && signs.password_fields > 0 || words < 150 && has(&text, &LOGIN) > 0 && has(&head, &ERROR) == 0 {
        return Some(Trouble::LoginWall);
    }
    if asks_consent(signs, &text, words) {
        return Some(Trouble::ConsentWall);
    }
    (words < 200 && has(&head, &ERROR) > 0).then_some(Trouble::SoftError)
}

/// What a page of few words is that none of the signs names.
pub(super) fn stub(extract: &Extract) -> Trouble {
    if says_nothing(extract) {
        return Trouble::Empty;
    }
    let said = extract.document.blocks.iter().map(|block| block.text.as_str()).find(|text| is_sentence(text));
    let said = said.or(extract.document.blocks.first().map(|block| block.text.as_str())).unwrap_or_default();
    Trouble::ShortNote { text: said.chars().take(NOTE).collect() }
}

/// As many letters of a note are quoted.
const NOTE: usize = 160;

/// Whether a few words are no sentence, or only ask for scripts: that word is the same in all languages.
fn says_nothing(extract: &Extract) -> bool {
    let texts = || extract.document.blocks.iter().map(|block| block.text.as_str());
    !texts().any(is_sentence) || texts().any(|text| text.to_lowercase().contains("javascript"))
}

/// Whether a block says something rather than naming it.
fn is_sentence(text: &str) -> bool {
    text.ends_with(['.', '!', '?', ':', '。', '！', '？', '।']) && text.chars().count() >= 30
        || text.split(' ').count() >= 12
}

/// What there is to judge by.
struct Facts<'a> {
    signs: &'a Signs,
    /// The title and the first lines.
    head: String,
    text: String,
}

impl<'a> Facts<'a> {
    fn of(extract: &'a Extract) -> Self {
        let document = &extract.document;
        let first = document.blocks.iter().take(4).map(|block| block.text.as_str());
        let head: Vec<_> = document.title.as_deref().into_iter().chain(first).collect();
        // A wall is short; what is longer is not told by its phrases.
        let text: Vec<_> = document.blocks.iter().take(120).map(|block| block.text.as_str()).collect();
        Self { signs: &extract.signs, head: head.join("\n").to_lowercase(), text: text.join("\n").to_lowercase() }
    }
}

/// A page that talks of little but cookies, and has something to click.
fn asks_consent(signs: &Signs, text: &str, words: usize) -> bool {
    let cookies = text.matches("cookie").count();
    words < 1500 && cookies >= 4 && cookies * 60 > words && signs.buttons > 0
}

/// How many of the phrases stand in a text as words, or as the beginnings of words.
fn has(text: &str, phrases: &[&str]) -> usize {
    let begins = |at: usize| !text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
    let stands = |phrase: &str| {
        let whole = phrase.trim_end();
        text.match_indices(whole).any(|(at, _)| {
            let after = text[at + whole.len()..].chars().next();
            begins(at) && (whole == phrase || !after.is_some_and(char::is_alphanumeric))
        })
    };
    phrases.iter().filter(|phrase| stands(phrase)).count()
}
