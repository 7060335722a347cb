//! The document, whole, and only it, on pages for which nobody wrote selectors.

use crate::extract::html;
use insta::assert_snapshot;

#[test]
fn a_help_centre_page_loses_its_surroundings_and_keeps_its_sections() {
    let page = "<!doctype html><html lang=de><head><title>Spamrichtlinien - Hilfe</title></head><body>\
        <div><a href='#c'>Direkt zum Hauptinhalt</a></div>\
        <div class='gb'><a href=/>Hilfe</a><form role=search><input><button>Suche</button></form><a href=/in>Anmelden</a></div>\
        <div class=page><section><article><h1>Spamrichtlinien</h1>\
        <div>Spam ist auf unserer Plattform nicht erlaubt, und wir entfernen ihn.</div>\
        <h3>Gewinnspiele</h3><div>Wettbewerbe dürfen nicht verlangen:</div><ul><li>Videos zu liken</li><li>Kanäle zu <a href=/a>abonnieren</a></li></ul>\
        <h3>Was passiert bei Verstößen</h3><p>Wir verwarnen den Kanal.<br>Nach drei Verwarnungen wird er entfernt.</p>\
        <table><tr><td>1.</td><td>Verwarnung</td></tr><tr><td>2.</td><td>Sperre</td></tr></table></article>\
        <div class='article-survey-container'><div>War das hilfreich?</div><div><button>Ja</button><button>Nein</button></div></div>\
        <div><h2>Brauchst du weitere Hilfe?</h2><p>Mögliche weitere Schritte:</p><div><a href=/f><div>In der Community posten</div><div>Antworten erhalten</div></a></div></div></section>\
        <div class='sibling-nav'><div>Richtlinien</div><ol><li><a href=/1>Spam</a></li><li><a href=/2>Gewalt</a></li><li><a href=/3>Nacktheit</a></li></ol></div></div>\
        <div><ul><li>©2026 Beispiel</li><li><a href=/d>Datenschutz</a></li><li><a href=/n>Nutzungsbedingungen</a></li></ul>\
        <select><option>Deutsch<option>English</select></div></body></html>";
    assert_snapshot!(html(page), @r"
    h1: Spamrichtlinien
    p: Spam ist auf unserer Plattform nicht erlaubt, und wir entfernen ihn.
    h3: Gewinnspiele
    p: Wettbewerbe dürfen nicht verlangen:
    item1: Videos zu liken
    item1: Kanäle zu abonnieren
    h3: Was passiert bei Verstößen
    p: Wir verwarnen den Kanal. Nach drei Verwarnungen wird er entfernt.
    row: 1. | Verwarnung
    row: 2. | Sperre
    ");
}

#[test]
fn sections_that_are_siblings_are_all_kept() {
    let section = |number: usize| {
        format!(
            "<section><div><h2>Section {number}</h2><div>Whoever posts on page {number} answers for what stands there.</div></div></section>"
        )
    };
    let sections: String = (1..=40).map(section).collect();
    let page = format!(
        "<body><nav><a href=/>Home</a></nav><h1>Privacy policy</h1>{sections}<footer><a href=/i>Imprint</a></footer>"
    );
    assert_eq!(html(&page).lines().count(), 81);
}

#[test]
fn an_index_of_rules_keeps_its_links() {
    let page = "<main><h1>Community standards</h1><p>Our standards say what is allowed.</p><h2>Safety</h2><ul><li><a href=/a>Bullying</a></li>\
        <li><a href=/b>Suicide</a></li></ul><h2>Spam</h2><ul><li><a href=/c>Spam</a></li><li><a href=/d>Cybersecurity</a></li></ul>\
        <p>These standards hold everywhere and for everyone.</p></main><footer><a href=/i>Imprint</a></footer>";
    assert_eq!(html(page).lines().count(), 9);
}

#[test]
fn a_text_inside_a_dialog_or_a_form_is_still_the_text() {
    let text: String = (1..20)
        .map(|number| format!("<p>Clause {number} binds all who use this service in whatever way they do.</p>"))
        .collect();
    assert_eq!(html(&format!("<body><div role=dialog><h1>Terms</h1>{text}</div>")).lines().count(), 20);
    assert_eq!(
        html(&format!("<form id=aspnetForm><input type=password><h1>Terms</h1>{text}</form>")).lines().count(),
        20
    );
    assert_eq!(html(&format!("<div id=root aria-hidden=true><h1>Terms</h1>{text}</div>")).lines().count(), 20);
    assert_eq!(html(&format!("<div class='cookie-policy'><h1>Cookie policy</h1>{text}</div>")).lines().count(), 20);
}

#[test]
fn a_cookie_notice_that_nothing_names_is_known_by_where_it_stands_and_what_it_says() {
    let text: String = (1..40)
        .map(|number| format!("<p>Clause {number} binds all who use this service in whatever way they do.</p>"))
        .collect();
    let notice = "<div class=_x1><div class=_y2>Allow the use of cookies on this browser?</div><div>We use cookies to provide our \
        service.</div><div>Cookies of others help us to show ads.</div><button>Only essential ones</button><button>All</button></div>";
    let page = format!("<body><div class=_r><div class=_m><h1>Terms</h1>{text}</div></div>{notice}");
    assert_eq!(html(&page).lines().count(), 40);
    let page =
        format!("<body><div class=_n>{notice}</div><div class=_r><div class=_m><h1>Terms</h1>{text}</div></div>");
    assert_eq!(html(&page).lines().count(), 40);
}

#[test]
fn the_policys_own_header_is_read() {
    let page = "<body><header><a href=/>House</a></header><article><header><h1>Terms</h1><p>Effective: 1 May 2026</p></header>\
        <p>These terms bind all who use this service in whatever way they do.</p><footer><p>Questions about these terms go to our legal department.</p></footer></article>";
    assert_snapshot!(html(page), @r"
    h1: Terms
    p: Effective: 1 May 2026
    p: These terms bind all who use this service in whatever way they do.
    p: Questions about these terms go to our legal department.
    ");
}

#[test]
fn closed_dialogs_and_messages_after_the_text_are_no_text() {
    let clause = "<p>Werbung muss als solche zu erkennen sein, auf den ersten Blick und für alle, die sie sehen.</p>";
    let page = format!(
        "<html><head><title>Nutzungsbedingungen</title></head><body>\
        <h1 style='display: block; height:0; overflow:hidden; position:absolute; width:0; padding:0'>Beispielnetz</h1>\
        <main><h1>Nutzungsbedingungen</h1><p>Wer hier etwas veröffentlicht, steht dafür ein und hält diese Regeln ein.</p>\
        <h2>Gewinnspiele</h2><div aria-hidden=true class=accordion-body><p>Gewinnspiele dürfen keine Teilnahme durch Teilen verlangen.</p></div>\
        <h2>Werbung</h2>{}</main>\
        <div role=dialog aria-modal=true aria-hidden=true inert><h3>Gefällt es dir hier?</h3><p>Sag uns, ob wir deine Erwartungen erfüllen.</p>\
        <p>Beim Senden ist etwas schiefgegangen.</p></div>\
        <div class=noDisplay><p>Du bist offline. Bitte prüfe deine Verbindung.</p></div></body></html>",
        clause.repeat(20)
    );
    let read = html(&page);
    let mut text: Vec<_> = read.lines().collect();
    text.dedup();
    let text = text.join("\n");
    assert_snapshot!(text, @r"
    h1: Nutzungsbedingungen
    p: Wer hier etwas veröffentlicht, steht dafür ein und hält diese Regeln ein.
    h2: Gewinnspiele
    p: Gewinnspiele dürfen keine Teilnahme durch Teilen verlangen.
    h2: Werbung
    p: Werbung muss als solche zu erkennen sein, auf den ersten Blick und für alle, die sie sehen.
    ");
}

#[test]
fn a_last_section_outside_the_main_part_is_kept() {
    let clause = "Whoever runs a contest on a page names the organiser, frees the platform of all claims and says so in the rules. ";
    let page = format!(
        "<body><main><h1>Rules</h1><p>{}</p></main><section><h2>Contests</h2><p>{}</p></section></body>",
        clause.repeat(12),
        clause.repeat(5)
    );
    assert!(html(&page).contains("h2: Contests"));
}
