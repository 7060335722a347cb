//! A page that is not the document is an outcome with a name, never a change.

use hausrecht::model::{Block, BlockKind, Document, Trouble};
use hausrecht::steps::extract::Extract;
use hausrecht::steps::identity::{Kinship, kinship};

use crate::confirm::{Watched, policy};

const DAILY: &str = "You may post contests daily.";
const WEEKLY: &str = "You may post contests weekly.";
const YEARLY: &str = "You may post contests yearly.";

/// A house whose policy was read, and then what stands in its place.
fn instead(body: &str) -> String {
    let mut page = Watched::new();
    page.look(&policy(&[DAILY]));
    let outcome = page.look(body);
    assert_eq!(page.look(&policy(&[DAILY])), "unchanged", "the last good version stays the base");
    outcome
}

#[test]
fn a_login_wall_is_not_a_change() {
    assert_eq!(
        instead(
            "<title>Log in</title><h1>Log in</h1><form><p>You must log in to continue.</p><input name=email><input type=password>\
             <button>Log in</button></form>"
        ),
        "login_wall"
    );
    assert_eq!(
        instead(
            "<html lang=de><title>Anmelden</title><div><h2>Melde dich an, um fortzufahren.</h2><input type=password><button>Anmelden</button>\
             <a href=/r>Passwort vergessen?</a></div>"
        ),
        "login_wall"
    );
}

#[test]
fn a_consent_wall_is_not_a_change() {
    let wall = |text: &str| {
        format!("<title>House</title><div role=dialog><h2>Cookies</h2><p>{text}</p><button>OK</button></div>")
    };
    assert_eq!(
        instead(&wall(
            "We use cookies and similar technologies. Cookies help us to provide our products. You can choose which optional cookies we may use. \
             Essential cookies cannot be switched off."
        )),
        "consent_wall"
    );
    assert_eq!(
        instead(&wall(
            "Wir verwenden Cookies und ähnliche Technologien. Cookies helfen uns, unsere Produkte anzubieten. Du kannst wählen, welche optionalen \
             Cookies wir verwenden dürfen. Notwendige Cookies lassen sich nicht abschalten."
        )),
        "consent_wall"
    );
}

#[test]
fn a_bot_wall_is_not_a_change() {
    assert_eq!(
        instead(
            "<title>Just a moment...</title><h1>example.org</h1><p>Checking if the site connection is secure.</p>\
             <iframe src='https://challenges.cloudflare.com/x'></iframe>"
        ),
        "bot_wall"
    );
    assert_eq!(
        instead(
            "<title>Sicherheitsprüfung</title><h1>Bist du ein Mensch?</h1><p>Bitte bestätige, dass du kein Roboter bist.</p>\
             <script src='https://www.google.com/recaptcha/api.js'></script>"
        ),
        "bot_wall"
    );
}

#[test]
fn an_error_page_is_not_a_change() {
    assert_eq!(instead("<title>Oops</title><h1>Oops!</h1><p>This page isn't available right now.</p>"), "soft_error");
    assert_eq!(instead("<title>Fehler</title><h1>Hoppla!</h1><p>Da ist wohl etwas schiefgegangen.</p>"), "soft_error");
    assert_eq!(instead("<title>Terms</title><div id=app></div><script>render()</script>"), "empty");
}

#[test]
fn half_a_page_is_not_a_change() {
    let whole = policy(&[DAILY]);
    assert_eq!(instead(&whole[..whole.len() / 3]), "partial");
}

#[test]
fn another_language_is_not_a_change() {
    let german: String = (1..15)
        .map(|section| {
            format!(
                "<h2>{section}. Abschnitt {section}</h2><p>Klausel {section} dieser Bedingungen bindet alle, die auf Seite \
                 Nummer {section} etwas veröffentlichen, und wer die Regel {section} des Hauses bricht, verliert sofort alles.</p>"
            )
        })
        .collect();
    assert_eq!(instead(&format!("<html lang=de><main><h1>Bedingungen</h1>{german}</main>")), "wrong_language");
}

#[test]
fn a_wall_that_lifts_shows_the_change_beneath() {
    let wall = "<title>Log in</title><form><p>You must log in to continue.</p><input type=password></form>";
    let mut page = Watched::new();
    page.look(&policy(&[DAILY]));
    for _ in 0..60 {
        assert_eq!(page.look(wall), "login_wall");
    }
    assert_eq!(page.look(&policy(&[WEEKLY])), "candidate");
    assert_eq!(page.look(&policy(&[WEEKLY])), format!("told: -{DAILY} +{WEEKLY}"));
}

#[test]
fn a_document_written_anew_is_told() {
    let anew: String = (1..30)
        .map(|section| {
            format!(
                "<h2>Part {section}</h2><p>Members agree under part {section} that their uploads stay theirs, while the \
                 operator receives licence {section} to show them to others for as long as they are online.</p>"
            )
        })
        .collect();
    let anew = format!("<html lang=en><title>Terms</title><main><h1>Terms of the house</h1>{anew}</main>");
    let mut page = Watched::new();
    page.look(&policy(&[DAILY]));
    assert_eq!(page.look(&anew), "candidate");
    assert!(page.look(&anew).starts_with("told: "));
}

#[test]
fn a_much_shorter_document_is_told_once_it_has_stayed() {
    let short = "<html lang=en><title>House</title><main><h1>Principles</h1>".to_owned()
        + &"<p>Every member of this house agrees to treat the others with respect, to keep their secrets and to pay what is due.</p>".repeat(7)
        + "<p>Whoever does not is asked to leave it, and may come back after a year if nobody in the house objects to that.</p></main>";
    let mut page = Watched::new();
    page.look(&policy(&[DAILY]));
    let outcomes: Vec<_> = (0..4).map(|_| page.look(&short)).collect();
    assert_eq!(outcomes[..3], ["other_document"; 3]);
    assert!(outcomes[3].starts_with("told: "));
}

#[test]
fn an_error_at_the_first_look_is_not_taken_for_the_document() {
    let error = "<title>Page not found</title><h1>Oops! 404</h1><p>We cannot find the page that you asked for.</p>";
    let mut page = Watched::new();
    assert_eq!(page.look(error), "soft_error");
    assert_eq!(page.look("<title>Anmelden</title><p>Bitte melde dich an.</p><input type=password>"), "login_wall");
    assert_eq!(page.look(&policy(&[DAILY])), "first");
}

#[test]
fn a_declared_country_is_no_evidence_and_the_words_beside_it_are_told() {
    let british = policy(&["Consumers in the United Kingdom may turn to the courts of their home.", DAILY])
        .replace("lang=en", "lang=en-GB");
    let american = policy(&[DAILY]).replace("lang=en", "lang=en-US");
    let mut page = Watched::new();
    page.look(&american);
    assert_eq!(page.look(&american.replace("lang=en-US", "lang=en-CA")), "unchanged", "the words are the same");
    assert_eq!(page.look(&british), "candidate");
    assert!(page.look(&british).contains("Consumers in the United Kingdom"));
}

#[test]
fn another_document_under_the_same_address_is_not_a_change() {
    let other: String = (1..30)
        .map(|section| {
            format!(
                "<h2>Part {section}</h2><p>Developers agree under part {section} that their programs ask for data of class {section} \
                 only, and that the operator may look into them as long as they are online.</p>"
            )
        })
        .collect();
    let other = format!(
        "<html lang=en><title>Developer policy</title><main><h1>Platform rules for developers</h1>{other}</main>"
    );
    assert_eq!(instead(&other), "other_document");
}

#[test]
fn a_login_wall_without_a_password_field_is_known_by_its_words() {
    assert_eq!(
        instead("<title>House</title><h1>House</h1><p>Connectez-vous ou inscrivez-vous pour continuer.</p>"),
        "login_wall"
    );
    assert_eq!(
        instead("<title>House</title><h1>House</h1><p>Zum Fortfahren bitte anmelden.</p><a href=/l>Anmelden</a>"),
        "login_wall"
    );
}

#[test]
fn a_text_for_another_part_of_the_world_is_not_a_change() {
    let europe =
        "The party is House Ireland Limited, Dublin, under the GDPR. Users in the EEA turn to the courts of the EU.";
    let america =
        "The party is House Inc. of California, under the CCPA. All users turn to the courts of California, USA.";
    let mut page = Watched::new();
    page.look(&policy(&[europe, DAILY]));
    for _ in 0..5 {
        assert_eq!(page.look(&policy(&[america, DAILY])), "wrong_region");
    }
    assert_eq!(page.look(&policy(&[europe, DAILY])), "unchanged");
    assert_eq!(page.look(&policy(&[europe, WEEKLY])), "candidate");
    assert_eq!(page.look(&policy(&[europe, WEEKLY])), format!("told: -{DAILY} +{WEEKLY}"));
    let outcomes: Vec<_> = (0..40).map(|_| page.look(&policy(&[america, WEEKLY]))).collect();
    assert!(outcomes.iter().all(|outcome| !outcome.starts_with("told")), "told in ours, and not again: {outcomes:?}");
    assert!(outcomes.contains(&"held: told_in_another_edition".to_owned()), "{outcomes:?}");
    assert_eq!(page.look(&policy(&[america, YEARLY])), "wrong_region");
    assert_eq!(page.look(&policy(&[america, YEARLY])), format!("told: -{WEEKLY} +{YEARLY}"));
    assert_eq!(page.look(&policy(&[europe, WEEKLY])), "unchanged", "home again");
}

#[test]
fn what_gives_way_to_a_document_or_takes_its_place_is_told_apart_by_its_words() {
    let of = |text: &str| Extract { document: text_of(text), ..Extract::default() };
    let rules = format!(
        "# Terms\n{}",
        (0..60).map(|n| format!("Rule {n} says that page {n} must follow what it asks.\n")).collect::<String>()
    );
    for stub in ["# Sorry\nThis page isn't available right now.", "Something went wrong. Try again later.", "", "Rules"]
    {
        assert!(matches!(kinship(&of(&rules), &of(stub)), Kinship::Other(_)), "{stub}");
        assert!(matches!(kinship(&of(stub), &of(&rules)), Kinship::Other(_)), "{stub}");
    }
    let help = format!(
        "# Cookie help\n{}",
        (0..60)
            .map(|n| format!("Button {n} opens report number {n} of the tool with its charts.\n"))
            .collect::<String>()
    );
    assert!(matches!(kinship(&of(&rules), &of(&help)), Kinship::Other(Trouble::OtherDocument { .. })));
    let dated = |date: &str, rule: &str| of(&format!("{rules}Last updated: {date}\n{rule}\n"));
    let (new, old) = (dated("May 4, 2026", "Pages must be verified."), dated("March 1, 2025", "Pages should be nice."));
    assert_eq!(kinship(&new, &old), Kinship::Same, "a date is never evidence");
}

fn text_of(text: &str) -> Document {
    let block = |line: &str| Block {
        kind: if line.starts_with('#') { BlockKind::Heading(1) } else { BlockKind::Paragraph },
        text: line.trim_start_matches("# ").to_owned(),
        links: Vec::new(),
        outside: false,
    };
    Document { blocks: text.lines().map(block).collect(), ..Document::default() }
}
