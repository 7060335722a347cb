//! Spaces, addresses and numbers before passages.

use super::{document, held, in_section, told};
use hausrecht::steps::compare::compare;

#[test]
fn a_lost_space_is_no_news_but_a_lost_point_is() {
    held("spaces", &in_section("4.2Prizes are paid out.", "4.2 Prizes are paid out."));
    told("spaces", &in_section("The fee is 1.5 %.", "The fee is 15 %."));
    held("spaces", &in_section("Prizes are paid out inthe hall.", "Prizes are paid out in the hall."));
    told("spaces", &in_section("Pages that are inactive win nothing.", "Pages that are in active win nothing."));
}

#[test]
fn addresses_in_the_text_are_targets_but_a_bare_host_is_who_to_write_to() {
    for (before, after) in [
        ("See http://example.com/rules for more.", "See https://example.com/rules-of-all for more."),
        ("See business.example.com/a for more.", "See policies.example.com/b/c for more."),
    ] {
        held("address", &in_section(before, after));
    }
    told("address", &in_section("Rules of example.com hold.", "Rules of example.org hold."));
    told("address", &in_section("“Sites” are https://example.com/a.", "“Sites” are https://example.org/a."));
    told("address", &in_section("See example.com/a for rules.", "See example.com/a for all rules."));
}

#[test]
fn a_hidden_mail_address_is_no_news_but_another_one_is() {
    for (before, after) in [
        ("Write to help@example.com for more.", "Write to [email protected] for more."),
        ("Write to me[email protected] now.", "Write to [email protected] now."),
    ] {
        held("hidden_mail", &in_section(before, after));
    }
    told("hidden_mail", &in_section("Write to help@example.com.", "Write to legal@example.com."));
    told("hidden_mail", &in_section("You may write to a@example.com.", "You must write to [email protected]."));
}

#[test]
fn another_number_before_a_rule_is_no_news_but_one_within_it_is() {
    let rules = |[first, second]: [&str; 2], days: &str| {
        document(&format!("# Rules\n{first} Prizes are sent within {days} days.\n{second} Winners are told."))
    };
    held("numbering", &compare(&rules(["1.", "2."], "30"), &rules(["a)", "b)"], "30")));
    told("numbering", &compare(&rules(["1.", "2."], "30"), &rules(["1.", "2."], "14")));
    told("numbering", &compare(&rules(["1.", "3."], "30"), &rules(["1.", "5."], "30")));
    let ages = |age: &str| document(&format!("# Rules\n({age}) years is the age from which prizes are handed out."));
    told("numbering", &compare(&ages("16"), &ages("18")));
    let sections = |numbers: [&str; 4]| {
        document(&numbers.map(|number| format!("## {number} Rules on {}\nSay it.\n", number.len())).concat())
    };
    held("numbering", &compare(&sections(["2.1", "2.2", "2.3", "2.4"]), &sections(["3.1", "3.2", "3.3", "3.4"])));
}

#[test]
fn a_word_said_a_hundred_times_is_for_machines_but_a_rule_beside_it_is_not() {
    let probe = "word ".repeat(60) + "mmMwW";
    held("probe", &in_section("", &probe));
    held("probe", &in_section("", &("word ".repeat(60) + "\n" + &"mmMwWLliI0fiflO&1 ".repeat(7))));
    told("probe", &in_section("", &format!("{probe}\nVouchers are forbidden as prizes.")));
    told("probe", &in_section("", "No, no, no: never ask for a share, a share or a share."));
}

#[test]
fn a_counter_of_visits_is_no_news_but_a_number_of_a_rule_is() {
    let text = "Prize draws need a closing date that is shown in the post.";
    for (before, after) in [
        ("(Visited 899 times, 1 visits today)", "(Visited 907 times, 4 visits today)"),
        ("1,204 views in total", "1,377 views in total"),
        ("[Diese Seite wurde bisher 12 mal aufgerufen]", "[Diese Seite wurde bisher 31 mal aufgerufen]"),
        ("(Visité 12 fois, 1 visites aujourd’hui)", "(Visité 31 fois, 2 visites aujourd’hui)"),
    ] {
        held("counter", &in_section(&format!("{text} {before}"), &format!("{text} {after}")));
    }
    for (before, after) in [
        ("Pages with fewer than 100 views may run ads.", "Pages with fewer than 500 views may run ads."),
        ("You may enter 3 times today.", "You may enter 5 times today."),
        ("A post is shown 3 times a day.", "A post is shown 5 times a day."),
        ("You need:\n- 1,000 views in total", "You need:\n- 4,000 views in total"),
        ("Each plan has caps (100 downloads total).", "Each plan has caps (10 downloads total)."),
        ("Who gets paid (1,000 views total)", "Who gets paid (5,000 views total)"),
        ("1,000 views", "10,000 views"),
        ("1.204 Aufrufe", "951 Aufrufe"),
        ("(Visited 899 times) Prizes are paid in June.", "(Visited 907 times) Prizes are paid in July."),
    ] {
        told("counter", &in_section(before, after));
        told("date_line", &in_section(before, after));
    }
}

#[test]
fn a_signature_for_machines_is_no_news_but_the_number_of_an_account_is() {
    let signed = |sign: &str| format!("Prizes are handed over in person. Build {sign}");
    held("signature", &in_section(&signed("9f86d081884c7d659a2feaa0"), &signed("60303ae22b998861bce3b28f")));
    held("signature", &in_section("id=3f2a9c1e7b504d68", "id=c81e728d9d4c2f63"));
    for (before, after) in [
        ("Fees go to DE89370400440532013000.", "Fees go to DE02120300000000202051."),
        ("Use the code 4929381332664295.", "Use the code 4556737586899855."),
        ("Build 9f86d081884c7d659a2feaa0, fees 5 %", "Build 60303ae22b998861bce3b28f, fees 9 %"),
        ("Ask for form 3f2a", "Ask for form 9c1e"),
        (
            "Our mail key for reports is 9f86d081884c7d65 and no other.",
            "Our mail key for reports is 60303ae22b998861 and no other.",
        ),
    ] {
        told("signature", &in_section(before, after));
    }
}

#[test]
fn letters_that_were_lost_are_no_news_but_another_letter_is() {
    for (before, after) in [
        ("Für Gewinnspiele gilt die Größe.", "F\u{fffd}r Gewinnspiele gilt die Gr\u{fffd}\u{fffd}e."),
        ("Für alle gilt: größer ist gleich.", "F??r alle gilt: gr??er ist gleich."),
        ("Gr\u{fffd}\u{fffd}e ist alles.", "Größe ist alles."),
    ] {
        held("damaged_letters", &in_section(before, after));
    }
    for (before, after) in [
        ("Für Gewinnspiele gilt die Größe.", "F\u{fffd}r Gewinnspiele gilt keine Gr\u{fffd}\u{fffd}e."),
        ("Wer darf das? Jeder.", "Wer darf das? Keiner."),
    ] {
        told("damaged_letters", &in_section(before, after));
    }
}

#[test]
fn a_counter_of_people_is_no_news_but_how_many_a_rule_asks_for_is() {
    for (before, after) in [
        ("3,214 creators joined", "3,361 creators joined"),
        ("12 readers online", "17 readers online"),
        ("47 readers online", "31 readers online"),
        ("1.204 Mitglieder sind dabei", "1.377 Mitglieder sind dabei"),
        ("1 204 membres inscrits", "1 377 membres inscrits"),
        ("1.204 miembros registrados", "1.377 miembros registrados"),
        ("1.204 utenti registrati", "1.377 utenti registrati"),
        ("1.204 leden geregistreerd", "1.377 leden geregistreerd"),
        ("1204 zarejestrowanych użytkowników", "1377 zarejestrowanych użytkowników"),
        ("1.204 membros registados", "1.377 membros registados"),
    ] {
        held("counter", &in_section(before, after));
    }
    for (before, after) in [
        ("Prizes for 1,000 subscribed followers", "Prizes for 5,000 subscribed followers"),
        ("1,000 followers joined", "5,000 followers joined"),
        ("1,204 registered members are needed.", "1,377 registered members are needed."),
        ("Whoever has 1,204 followers", "Whoever has 1,377 followers"),
    ] {
        told("counter", &in_section(before, after));
    }
}

#[test]
fn the_same_number_in_words_is_no_news_but_another_number_is() {
    for (before, after) in [
        ("A page closes after three strikes.", "A page closes after 3 strikes."),
        ("Nach 3 Verstößen schließt die Seite.", "Nach drei Verstößen schließt die Seite."),
        ("La page ferme après trois fautes.", "La page ferme après 3 fautes."),
        ("La página cierra tras tres faltas.", "La página cierra tras 3 faltas."),
        ("La pagina chiude dopo tre errori.", "La pagina chiude dopo 3 errori."),
        ("De pagina sluit na drie fouten.", "De pagina sluit na 3 fouten."),
        ("Strona znika po trzech błędach.", "Strona znika po 3 błędach."),
        ("A página fecha após três faltas.", "A página fecha após 3 faltas."),
    ] {
        held("same_number", &in_section(before, after));
    }
    told("same_number", &in_section("A page closes after three strikes.", "A page closes after 2 strikes."));
    told("same_number", &in_section("Prizes are handed over at noon.", "Prizes are handed over at 12."));
}

#[test]
fn another_form_of_gender_is_no_news_but_who_else_is_meant_is() {
    for (before, after) in [
        ("Teilnehmer müssen ihren Namen nennen.", "Teilnehmer:innen müssen ihren Namen nennen."),
        ("Teilnehmer müssen ihren Namen nennen.", "Teilnehmer*innen müssen ihren Namen nennen."),
        ("Teilnehmer müssen ihren Namen nennen.", "TeilnehmerInnen müssen ihren Namen nennen."),
        ("Teilnehmer müssen ihren Namen nennen.", "Teilnehmerinnen und Teilnehmer müssen ihren Namen nennen."),
        ("Teilnehmer müssen ihren Namen nennen.", "Teilnehmende müssen ihren Namen nennen."),
        ("Les utilisateurs donnent leur nom.", "Les utilisateurs et utilisatrices donnent leur nom."),
        ("Los usuarios dan su nombre.", "Los usuarios y usuarias dan su nombre."),
        ("Os utilizadores dão o nome.", "Os utilizadores e utilizadoras dão o nome."),
    ] {
        held("other_gender", &in_section(before, after));
    }
    for (before, after) in [
        ("Teilnehmer müssen ihren Namen nennen.", "Teilnehmer und Zuschauer müssen ihren Namen nennen."),
        ("Teilnehmer müssen ihren Namen nennen.", "Teilnehmer:innen dürfen ihren Namen nennen."),
        ("Teilnehmer müssen den Namen nennen.", "Teilnehmer:innen müssen keinen Namen nennen."),
        ("Pages with offenses will be closed.", "Pages with offenses can be closed."),
        ("Los usuarios pueden dar su nombre.", "Los usuarios y usuarias deben dar su nombre."),
        ("Händler zahlen die Gebühr.", "Handelnde zahlen die Gebühr."),
        ("Teilnehmer und Verkäufer nennen ihren Namen.", "Teilnehmer oder Verkäufer:innen nennen ihren Namen."),
    ] {
        told("other_gender", &in_section(before, after));
    }
}

#[test]
fn how_a_house_is_reached_is_no_news_but_a_limit_or_a_name_is() {
    let imprint = |house: &str, place: &str, call: &str| {
        format!("Plaudernetz GmbH\nMühlgasse {house}\n{place}\nTelefon: {call}\nE-Mail: post@example.com")
    };
    let first = imprint("14", "10115 Berlin", "030 / 12 34 56");
    held("contact_line", &in_section(&first, &imprint("14", "10115 Berlin", "030 / 65 43 21")));
    held("contact_line", &in_section(&first, &imprint("14", "10117 Berlin", "030 / 12 34 56")));
    for (before, after) in [
        ("Telefon: +49 30 123456-78", "Telefon: +49 30 123456-90"),
        ("Tel. 030 1234567", "Tel. 030 7654321"),
        ("Phone: +353 1 234 5678", "Phone: +353 1 876 5432"),
    ] {
        held("contact_line", &in_section(before, after));
    }
    held("contact_line", &in_section(&first, &imprint("16", "10115 Berlin", "030 / 12 34 56")));
    told("contact_line", &in_section(&first, &imprint("14", "10115 Potsdam", "030 / 12 34 56")));
    for (before, after) in [
        ("Fees go to account 030 1234567.", "Fees go to account 030 7654321."),
        ("Prizes are worth 1,000,000 coins", "Prizes are worth 5,000,000 coins"),
        ("You must call +49 30 123456-78", "You must call +49 30 123456-90"),
        ("10115 Berlin", "10117 Berlin"),
    ] {
        told("contact_line", &in_section(before, after));
    }
}

#[test]
fn no_that_answers_and_no_that_forbids_are_two_things() {
    for (before, after) in [
        ("No, posts about raffles are shown.", "No posts about raffles are shown."),
        ("No, se publican sorteos.", "No se publican sorteos."),
        ("Nie, publikujemy losowania.", "Nie publikujemy losowania."),
        ("Não, publicamos sorteios.", "Não publicamos sorteios."),
    ] {
        told("typography", &in_section(before, after));
    }
}

#[test]
fn a_number_alone_that_counts_nothing_is_a_rule() {
    told("numbering", &in_section("Whoever joins is at least\n18.", "Whoever joins is at least\n16."));
    let parted = |numbers: [&str; 2]| {
        document(&format!("# Rules\n{}\nPrizes are sent.\n{}\nWinners are told.", numbers[0], numbers[1]))
    };
    assert!(compare(&parted(["1.", "2."]), &parted(["2.", "3."])).hunks.len() < 3);
    assert!(compare(&parted(["1.", "2."]), &parted(["a)", "b)"])).hunks.is_empty());
}
