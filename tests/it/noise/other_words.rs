//! The same words in another form, and what a page asks of its readers or shows of them; and their neighbours that rule.

use super::{document, held, in_section, told};
use hausrecht::model::Document;
use hausrecht::steps::compare::compare;

#[test]
fn words_drawn_together_are_no_news_but_a_no_that_goes_is() {
    for (before, after) in [
        ("Pages will not be charged for raffles.", "Pages won't be charged for raffles."),
        ("Pages cannot join twice.", "Pages can’t join twice."),
        ("Raffles do not end on Sundays.", "Raffles don't end on Sundays."),
        ("We have closed the list.", "We've closed the list."),
    ] {
        held("contraction", &in_section(before, after));
    }
    told("contraction", &in_section("Pages won't be charged for raffles.", "Pages will be charged for raffles."));
    told("contraction", &in_section("Pages will not be charged.", "Pages can't be charged."));
}

#[test]
fn a_number_of_two_words_is_no_news_but_another_number_is() {
    for (before, after) in [
        ("Questions are answered within 72 hours.", "Questions are answered within seventy-two hours."),
        ("Questions are answered within 72 hours.", "Questions are answered within seventy-two (72) hours."),
        ("Réponse sous 72 heures.", "Réponse sous soixante-douze heures."),
        ("Respuesta en 72 horas.", "Respuesta en setenta y dos horas."),
        ("Odpowiedź w ciągu 72 godzin.", "Odpowiedź w ciągu siedemdziesięciu dwóch godzin."),
        ("Resposta em 72 horas.", "Resposta em setenta e duas horas."),
    ] {
        held("same_number", &in_section(before, after));
    }
    for (before, after) in [
        ("Questions are answered within 72 hours.", "Questions are answered within seventy-four hours."),
        ("Questions are answered within 72 hours.", "Questions are answered within seventy-two (74) hours."),
        ("Draws are held at seventy, two a day.", "Draws are held at 72 a day."),
    ] {
        told("same_number", &in_section(before, after));
    }
}

#[test]
fn marks_between_thousands_are_no_news_where_the_language_writes_them_so() {
    let page = |language: &str, sum: &str| Document {
        language: Some(language.to_owned()),
        ..document(&format!("# Rules\nA stall at the fair costs {sum} coins a year."))
    };
    for (language, after) in
        [("de", "1.500"), ("en", "1,500"), ("fr", "1 500"), ("fr", "1\u{202f}500"), ("pl", "1 500")]
    {
        held("same_number", &compare(&page(language, "1500"), &page(language, after)));
    }
    for (language, after) in [("de", "1,500"), ("en", "1.500"), ("de", "15.00"), ("de", "1.600")] {
        told("same_number", &compare(&page(language, "1500"), &page(language, after)));
    }
}

#[test]
fn letters_written_as_two_are_no_news_but_another_word_is() {
    held("other_letters", &in_section("Für Läden gilt das Gleiche.", "Fuer Laeden gilt das Gleiche."));
    held("other_letters", &in_section("Große Läden müssen öffnen.", "Grosse Laeden muessen oeffnen."));
    told("other_letters", &in_section("Gewinne sind nach Maßen zu nennen.", "Gewinne sind nach Massen zu nennen."));
    told("other_letters", &in_section("Händler dürfen werben.", "Haendler duerfen nicht werben."));
    told("other_letters", &in_section("Wir zahlen für Bücher.", "Wir zahlen für Tücher."));
}

#[test]
fn small_words_for_both_genders_are_no_news_but_for_nobody_is() {
    for (before, after) in [
        ("Jeder Händler nennt seinen Namen.", "Jede*r Händler*in nennt seinen*ihren Namen."),
        ("Für jeden Verkäufer gilt das Gleiche.", "Für jede*n Verkäufer*in gilt das Gleiche."),
        ("Der Verkäufer nennt den Preis.", "Der*die Verkäufer*in nennt den Preis."),
        ("Ein Verkäufer nennt seinen Namen.", "Ein:e Verkäufer:in nennt seinen:ihren Namen."),
    ] {
        held("other_gender", &in_section(before, after));
    }
    for (before, after) in [
        ("Jeder kann mitmachen.", "Keine*r kann mitmachen."),
        ("Für jeden Verkäufer gilt das Gleiche.", "Für jede*n Käufer*in gilt das Gleiche."),
        ("Jeder Händler nennt seinen Namen.", "Jede*r Händler*in nennt unseren*ihren Namen."),
    ] {
        told("other_gender", &in_section(before, after));
    }
}

#[test]
fn how_many_found_it_helpful_is_no_news_but_how_many_must_is() {
    for (before, after) in [
        ("12 people found this helpful", "17 people found this helpful"),
        ("12 of 57 found this helpful", "17 of 57 found this helpful"),
        ("12 Personen fanden das hilfreich", "17 Personen fanden das hilfreich"),
        ("12 personnes ont trouvé cela utile", "17 personnes ont trouvé cela utile"),
        ("A 12 personas les resultó útil", "A 17 personas les resultó útil"),
        ("12 persone lo hanno trovato utile", "17 persone lo hanno trovato utile"),
        ("12 mensen vonden dit nuttig", "17 mensen vonden dit nuttig"),
        ("12 osób uznało to za pomocne", "17 osób uznało to za pomocne"),
        ("12 pessoas acharam isto útil", "17 pessoas acharam isto útil"),
    ] {
        held("counter", &in_section(before, after));
    }
    told("counter", &in_section("12 people must have found this helpful", "17 people must have found this helpful"));
    told("counter", &in_section("Shown once 12 people found it helpful", "Shown once 17 people found it helpful"));
}

#[test]
fn what_a_page_asks_its_readers_is_no_news_but_what_they_must_do_is() {
    let rules = "# Rules\nContests may be run on pages by whoever has told all entrants the rules beforehand.";
    let ends = |last: &str| document(&format!("{rules}\n{last}"));
    for last in [
        "We’d love your feedback",
        "Subscribe to our newsletter",
        "Stay in the loop\nOur best stories once a month, straight to your inbox.",
        "Wir freuen uns über dein Feedback",
        "Newsletter abonnieren",
        "Votre avis nous intéresse",
        "Suscríbete a nuestro boletín",
        "Iscriviti alla nostra newsletter",
        "We horen graag je mening",
        "Zapisz się do naszego newslettera",
        "Subscreva a nossa newsletter",
    ] {
        held("invitation", &compare(&ends(""), &ends(last)));
        held("invitation", &compare(&ends(last), &ends("")));
    }
    for last in [
        "Newsletters to entrants need their consent.",
        "Hosts subscribe to our newsletter.",
        "Subscribe to our newsletter, or your page must close.",
        "Feedback of entrants is deleted after a year.",
        "Stay up to date: new terms from 1 June 2027.",
    ] {
        told("invitation", &compare(&ends(""), &ends(last)));
    }
    told("invitation", &in_section("", "Subscribe to our newsletter"));
}

#[test]
fn what_readers_wrote_below_is_no_news_but_what_is_said_of_comments_is() {
    let page = |more: &str| {
        document(&format!(
            "# Rules\nContests may be run on pages by whoever has told all entrants the rules.\n## 2 comments\nJana\n3 days ago\nI won \
             a lamp here, thank you.{more}"
        ))
    };
    held(
        "readers_comments",
        &compare(&page(""), &page("\nPiet\n2 hours ago\nCan somebody tell me where the hall is?")),
    );
    let ruled =
        |more: &str| document(&format!("# Rules\nContests may be run.\n## Comments\nReaders write them.\n{more}"));
    told("readers_comments", &compare(&ruled(""), &ruled("Comments with links are hidden.")));
    told("readers_comments", &compare(&page(""), &page("\n## Prizes\nPrizes must be sent within a week.")));
}

#[test]
fn teasers_of_other_articles_are_no_news_but_a_rule_among_them_is() {
    let page = |heading: &str, cards: &str| {
        document(&format!(
            "# Rules\nContests may be run on pages by whoever has told all entrants the rules.\n## {heading}\n\
             ### [Soup for the regatta](/s)\n[What we cooked for forty towns this spring.](/s)\n{cards}"
        ))
    };
    let (old, new) = (
        "### [A visit to the hall](/v)\n[How five rowers began a page by the lake.](/v)",
        "### [The clock maker](/c)\n[She repairs the clocks of half the town.](/c)",
    );
    for heading in ["More from our blog", "Das könnte dich auch interessieren", "À lire aussi", "Leggi anche"] {
        held("related_articles", &compare(&page(heading, old), &page(heading, new)));
    }
    told("related_articles", &compare(&page("Prizes", old), &page("Prizes", new)));
    let rule = "### [Tickets](/t)\n[Tickets must go for the printed price.](/t)";
    told("related_articles", &compare(&page("More from our blog", old), &page("More from our blog", rule)));
    let plain = "### The clock maker\nShe pays for each clock herself.";
    told("related_articles", &compare(&page("More from our blog", ""), &page("More from our blog", plain)));
}

#[test]
fn a_notice_on_cookies_without_buttons_is_no_news_but_a_limit_in_it_is() {
    let page = |first: &str| {
        document(&format!("{first}\n# Rules\nContests may be run on pages by whoever has told all entrants the rules."))
    };
    for notice in [
        "Questo sito usa i cookie. Continuando accetti il loro uso.",
        "Esta web usa cookies. Si sigues navegando, aceptas su uso.",
        "Ta strona używa ciasteczek. Korzystając z niej, zgadzasz się na ich użycie.",
        "Este site usa cookies. Ao continuar, concorda com o seu uso.",
        "Ce site utilise des cookies. En poursuivant, vous acceptez leur usage.",
        "Deze site gebruikt cookies.",
    ] {
        held("cookie_notice", &compare(&page(""), &page(notice)));
    }
    told("cookie_notice", &compare(&page(""), &page("We use cookies of hosts for 30 days.")));
    told("cookie_notice", &in_section("", "We use cookies to see who takes part."));
    told("cookie_notice", &compare(&page(""), &page("Hosts set no cookies.")));
}
