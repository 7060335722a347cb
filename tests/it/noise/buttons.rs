//! Buttons, notices and invitations, and their neighbours that are of the rules.

use super::{held, in_section, told};

#[test]
fn labels_of_buttons_are_not_told() {
    for after in ["close", "Was this helpful?\nYes\nNo", "Log inSign up", "EN | DE", "17", "Share\n17"] {
        held("buttons", &in_section("", after));
    }
}

#[test]
fn labels_that_are_part_of_a_rule_are_told() {
    for (before, after) in [
        ("You may not promote:\n- Weapons", "You may not promote:\n- Weapons\n- Jobs"),
        ("### Prohibited content\n- Weapons", "### Prohibited content\n- Weapons\n- Marketplace"),
        ("Listings of all kinds\n- Weapons", "Listings of all kinds\n- Weapons\n- Jobs"),
        ("| Advertising | Yes", "| Advertising | No"),
        ("Are ads for alcohol fine?\nYes", "Are ads for alcohol fine?\nNo"),
        ("Age of those who take part\n16", "Age of those who take part\n18"),
        ("The share of the house\n30 %", "The share of the house\n50 %"),
        ("Age of those who take part", "Age of those who take part\n18"),
        ("### Days of a contest\n- 7", "### Days of a contest\n- 7\n- 14"),
    ] {
        told("buttons", &in_section(before, after));
    }
}

#[test]
fn ways_to_other_pages_are_not_told_but_rules_that_begin_like_them_are() {
    for way in [
        "[Back to overview](/)",
        "[Next article: Refunds](/refunds)",
        "[Zurück zur Übersicht](/)",
        "[Volver al inicio](/)",
    ] {
        held("buttons", &in_section("", way));
    }
    for (before, after) in [
        ("Return to us within 30 days.", "Return to us within 7 days."),
        ("Back to back uploads are spam.", "Back to back comments are spam."),
        ("Zurück zum Verkäufer innerhalb von 30 Tagen.", "Zurück zum Verkäufer innerhalb von 14 Tagen."),
        ("[Zurück zum Verkäufer innerhalb von 30 Tagen.](/a)", "[Zurück zum Verkäufer innerhalb von 14 Tagen.](/a)"),
        ("Bereitgestellt von Exampla Ireland Ltd.", "Bereitgestellt von Exampla Inc."),
        ("Volver a publicar contenido ajeno: suspensión", "Volver a publicar contenido ajeno: cierre"),
        ("### Eligible markets\n- English (US)\n- German (Austria)", "### Eligible markets\n- English (US)"),
        ("### Hourly limits\n- Comments: 60\n- Replies: 30", "### Hourly limits\n- Comments: 30\n- Replies: 10"),
        ("### How to appeal\nSubmit a request.", "### How to appeal\nChat with us."),
    ] {
        told("buttons", &in_section(before, after));
    }
}

#[test]
fn the_line_of_a_copyright_is_not_told_but_a_rule_on_it_is() {
    held("copyright", &in_section("© 2025 Example Inc.", "© 2026 Example Inc."));
    told("copyright", &in_section("", "© marks must not be taken off."));
}

#[test]
fn an_invitation_to_a_survey_is_not_told_but_what_is_done_with_surveys_is() {
    held("survey", &in_section("", "Help us build a better experience! Take the 2-minute survey."));
    for after in [
        "We use what you say in a survey to improve ads.",
        "Surveys must not ask for passwords!",
        "Surveys must not ask for passwords, health data or anything else that the law protects, whoever runs them on a page.",
    ] {
        told("survey", &in_section("", after));
    }
}

#[test]
fn notices_of_the_page_are_not_told_but_a_short_word_within_a_rule_is() {
    held("notices", &in_section("See the ads policy.", "See the ads policy (opens in new tab)."));
    held("notices", &in_section("", "Notifications\nCopy link"));
    told("notices", &in_section("Each post needs a label.", "Each ad post needs a label."));
    told("notices", &in_section("You get offers by mail.", "You get notifications, offers by mail."));
}

#[test]
fn questions_to_choose_from_are_not_told_but_their_answers_are() {
    held(
        "choices",
        &in_section(
            "What are page rules?\nMy page is ineligible",
            "My page was rejected\nWhy was my page unpublished?",
        ),
    );
    told("choices", &in_section("", "Can I run a contest?\nOnly with a permit"));
    told("choices", &in_section("", "- Who takes part?\n- Adults"));
    told("choices", &in_section("", "Who pays the prize?\nSponsors"));
    told("choices", &in_section("Who pays the prize?\nSponsors", "Who pays for a prize?\nHosts"));
    told("choices", &in_section("May minors take part?\nSponsors", "May anyone under 21 take part?\nSponsors"));
    held("choices", &in_section("", "Who pays the prize?\nWhere is my prize?"));
}
