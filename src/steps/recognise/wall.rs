//! The walls and errors that stand in a document's place, by their signs; phrases only ever add to other evidence.

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
const HUMAN: [&str; 16] = [
    "captcha",
    "robot",
    "are you human",
    "you are human",
    "unusual traffic",
    "security check",
    "checking your browser",
    "automated",
    "ein mensch",
    "sicherheitsprüfung",
    "ungewöhnlich",
    "trafic inhabituel",
    "êtes humain",
    "vérification de sécurité",
    "humano",
    "cloudflare",
];
const ERROR: [&str; 26] = [
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
];

/// What a page is that was never read before, where it is clearly no document.
pub(super) fn at_first_sight(extract: &Extract, words: usize) -> Option<Trouble> {
    let Facts { signs, head, text, .. } = Facts::of(extract);
    if words < 200 && signs.bot_proof && has(&text, &HUMAN) > 0 {
        return Some(Trouble::BotWall);
    }
    if words < 150 && signs.password_fields > 0 {
        return Some(Trouble::LoginWall);
    }
    if asks_consent(signs, &text, words) {
        return Some(Trouble::ConsentWall);
    }
    (words < 100 && has(&head, &ERROR) > 0).then_some(Trouble::SoftError)
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

fn has(text: &str, phrases: &[&str]) -> usize {
    phrases.iter().filter(|phrase| text.contains(**phrase)).count()
}
