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
    told("probe", &in_section("", &format!("{probe}\nVouchers are forbidden as prizes.")));
    told("probe", &in_section("", "No, no, no: never ask for a share, a share or a share."));
}
