//! Whose assets and whose regions: what lowers a change, and what never does.

use hausrecht::model::{Assessment, Asset, Because, Block, BlockKind, Document, DocumentKind, Tier, Topic};
use hausrecht::steps::compare::compare;
use hausrecht::steps::judge::{Subject, Team, case, judge_change};
use hausrecht::steps::text::places::faults;
use jiff::civil::date;

fn block(text: &str) -> Block {
    let (kind, text) = match (text.strip_prefix("# "), text.strip_prefix("- ")) {
        (Some(heading), _) => (BlockKind::Heading(2), heading),
        (None, Some(item)) => (BlockKind::Item(1), item),
        (None, None) => (BlockKind::Paragraph, text),
    };
    Block { kind, text: text.to_owned(), links: Vec::new(), outside: false }
}

fn judged(team: Team<'_>, before: &[&str], after: &[&str]) -> Assessment {
    let document =
        |blocks: &[&str]| Document { blocks: blocks.iter().map(|text| block(text)).collect(), ..Document::default() };
    let comparison = compare(&document(before), &document(after));
    let subject =
        Subject { platform: "exampla", document: "Terms of Service", kind: DocumentKind::Terms, ..Subject::default() };
    judge_change(case(subject, team, &comparison, date(2026, 11, 28))).assessment
}

fn channel() -> [Asset; 1] {
    [Asset {
        id: "channel".to_owned(),
        name: "Channel".to_owned(),
        platform: "othera".to_owned(),
        topics: vec![Topic::Promotions],
        keywords: Vec::new(),
        investment: None,
        owner: None,
        until: None,
    }]
}

const RULES: [&str; 2] = ["# Ads", "Advertisers must name themselves in each ad."];

#[test]
fn assets_lower_nothing() {
    let assets = channel();
    for [heading, came] in [DATE, PARTY, STRIKE, ["# Ads", BAN]] {
        let after = [RULES[0], RULES[1], heading, came];
        let alone = judged(Team::default(), &RULES, &after);
        let beside = judged(Team { assets: &assets, ..Team::default() }, &RULES, &after);
        assert_eq!((alone.tier, beside.tier), (Tier::Alert, Tier::Alert), "{came}");
    }
}

#[test]
fn only_where_the_team_wants_it_what_touches_no_asset_is_lowered() {
    let assets = channel();
    let team = Team { assets: &assets, only_my_assets: true, ..Team::default() };
    let lowered = judged(team, &RULES, &[RULES[0], RULES[1], "Ads for alcohol are no longer allowed on any page."]);
    assert_eq!(lowered.tier, Tier::Fyi);
    assert!(lowered.reasons.iter().any(|reason| reason.because == Because::NothingOfOurs), "{:?}", lowered.reasons);
    for [heading, came] in [DATE, PARTY, STRIKE] {
        assert_eq!(judged(team, &RULES, &[RULES[0], RULES[1], heading, came]).tier, Tier::Alert, "{came}");
    }
}

const DATE: [&str; 2] = ["# News", "We are updating these terms. The new terms take effect on January 15, 2027."];
const PARTY: [&str; 2] =
    ["# Who we are", "From now on your contract is with Exampla Ireland Ltd. instead of Exampla GmbH."];
const STRIKE: [&str; 2] = [
    "# Suspension of pages",
    "We will suspend a page for good at the first violation of these terms, without notice, and you cannot appeal.",
];
const BAN: &str = "Ads for alcohol are no longer allowed on any page.";

#[test]
fn what_holds_only_for_other_countries_is_for_information() {
    assert_eq!(faults(), Vec::<String>::new());
    let regions = ["de".to_owned(), "eu".to_owned()];
    let team = Team { regions: &regions, ..Team::default() };
    let tier = |team: Team<'_>, above: &[&str]| {
        let before: Vec<&str> = RULES.iter().chain(above).copied().collect();
        let after: Vec<&str> = before.iter().copied().chain([BAN]).collect();
        judged(team, &before, &after)
    };
    for above in [
        vec!["# Additional terms for Ghana"],
        vec!["# Argentina"],
        vec!["# Besondere Bedingungen für Brasilien"],
        vec!["# Utilisateurs au Canada"],
        vec!["# Further terms", "This section applies only to users in California."],
        vec!["# United States", "Hello."],
    ] {
        let lowered = tier(team, &above);
        assert_eq!(lowered.tier, Tier::Fyi, "{above:?}");
        let says = |reason: &hausrecht::model::Reason| matches!(reason.because, Because::OnlyElsewhere { .. });
        assert!(lowered.reasons.iter().any(says), "{above:?}: {:?}", lowered.reasons);
        assert_eq!(tier(Team::default(), &above).tier, Tier::Alert, "{above:?}, for a team that is everywhere");
    }
    for above in [
        vec!["# Additional terms for Germany and Ghana"],
        vec!["# European Economic Area"],
        vec!["# Transfers to the United States"],
        vec!["# Further terms", "We are a company of California."],
        vec!["# Worldwide terms, Ghana included"],
    ] {
        assert_eq!(tier(team, &above).tier, Tier::Alert, "{above:?}");
    }
}

#[test]
fn a_sentence_that_leads_a_list_or_begins_a_passage_says_for_whom_it_holds() {
    let regions = ["de".to_owned()];
    let team = Team { regions: &regions, ..Team::default() };
    let before = ["# Ads", "If you live in Ghana, the following applies:", "- Ads name who pays for them."];
    let listed = judged(
        team,
        &before,
        &[before[0], before[1], before[2], "- Ads for alcohol are no longer allowed on any page."],
    );
    assert_eq!(listed.tier, Tier::Fyi);
    let own = judged(
        team,
        &RULES,
        &[RULES[0], RULES[1], "For users in Ghana, ads for alcohol are no longer allowed on any page."],
    );
    assert_eq!(own.tier, Tier::Fyi);
    let ours = judged(
        team,
        &RULES,
        &[RULES[0], RULES[1], "For users in Germany, ads for alcohol are no longer allowed on any page."],
    );
    assert_eq!(ours.tier, Tier::Alert);
    let both = judged(
        team,
        &["# Ghana", "Hello.", "# Ads", "Hello."],
        &["# Ghana", "Hello.", BAN, "# Ads", "Hello.", "Ads for tobacco are no longer allowed on any page."],
    );
    assert_eq!(both.tier, Tier::Alert, "what holds for all is not lowered beside it");
}

#[test]
fn another_company_to_have_a_contract_with_is_an_alert_in_eight_languages() {
    for (before, after) in [
        ("Your contract is with Exampla GmbH.", "Your contract is with Exampla Ireland Ltd."),
        ("Dein Vertragspartner ist die Exampla GmbH.", "Dein Vertragspartner ist die Exampla Ireland Ltd."),
        ("Votre contrat est conclu avec Exampla SARL.", "Votre contrat est conclu avec Exampla Ireland Ltd."),
        ("Su contrato es con Exampla GmbH.", "Su contrato es con Exampla Ireland Ltd."),
        ("Il contratto è con Exampla GmbH.", "Il contratto è con Exampla Ireland Ltd."),
        ("Je sluit een overeenkomst met Exampla BV.", "Je sluit een overeenkomst met Exampla Ireland Ltd."),
        ("Zawierasz umowę z Exampla GmbH.", "Zawierasz umowę z Exampla Ireland Ltd."),
        ("Seu contrato é com Exampla Lda.", "Seu contrato é com Exampla Ireland Ltd."),
    ] {
        assert_eq!(judged(Team::default(), &[before], &[after]).tier, Tier::Alert, "{after}");
    }
    let other =
        judged(Team::default(), &["Ads name who pays."], &["Ads name who pays. Our shop is run by Exampla Ltd."]);
    assert_ne!(other.tier, Tier::Alert);
}

#[test]
fn what_is_said_for_another_country_beside_other_passages_is_named_as_such() {
    let regions = ["de".to_owned()];
    let team = Team { regions: &regions, ..Team::default() };
    for [heading, place] in [
        ["# Additional terms for Ghana", "Ghana"],
        ["# Zusätzliche Bedingungen für Ghana", "Ghana"],
        ["# Kalifornien", "Kalifornien"],
        ["Zusätzliche Bedingungen für Kalifornien", "Kalifornien"],
    ] {
        let page = |words: &'static str, more: &'static str| {
            ["# Anzeigen", "Anzeigen nennen, wer sie bezahlt.", more, heading, "Hier gilt mehr.", words]
        };
        let both = judged(
            team,
            &page("Tabak darf beworben werden.", "Jede Anzeige wird geprüft."),
            &page("Tabak darf nicht beworben werden.", "Jede Anzeige wird bezahlt."),
        );
        let part = Because::PartElsewhere { places: vec![place.to_owned()] };
        assert!(both.reasons.iter().any(|reason| reason.because == part), "{heading}: {:?}", both.reasons);
        let alone = judged(
            team,
            &page("Tabak darf beworben werden.", "Hallo."),
            &page("Tabak darf nicht beworben werden.", "Hallo."),
        );
        let only = Because::OnlyElsewhere { places: vec![place.to_owned()] };
        assert_eq!(alone.tier, Tier::Fyi, "{heading}");
        assert!(alone.reasons.iter().any(|reason| reason.because == only), "{heading}: {:?}", alone.reasons);
    }
}
