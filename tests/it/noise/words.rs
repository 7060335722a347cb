//! Spaces, addresses and numbers before passages.

use super::{document, held, in_section, told};
use hausrecht::steps::compare::compare;

#[test]
fn a_lost_space_is_no_news_but_a_lost_point_is() {
    held("spaces", &in_section("4.2Prizes are paid out.", "4.2 Prizes are paid out."));
    told("spaces", &in_section("The fee is 1.5 %.", "The fee is 15 %."));
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
        ("(Visited 899 times) Prizes are paid in June.", "(Visited 907 times) Prizes are paid in July."),
    ] {
        told("counter", &in_section(before, after));
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
