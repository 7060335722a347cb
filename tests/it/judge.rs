//! Tests of judging: what a change means for a team.

use hausrecht::model::{
    Assessment, Asset, Block, BlockKind, Direction, Document, DocumentKind, Kind, Language, Matcher, TeamRule, Tier,
    Topic, Verdict,
};
use hausrecht::steps::compare::compare;
use hausrecht::steps::compose::reason as reason_in;
use hausrecht::steps::judge::{Subject, Team, case, duty, features, judge_change, named, why};
use jiff::civil::{Date, date};

/// A page's change, judged for a team.
struct Judge {
    document: &'static str,
    seen_on: Date,
    assets: Vec<Asset>,
    rules: Vec<TeamRule>,
}

impl Judge {
    fn of(document: &'static str) -> Self {
        Self { document, seen_on: date(2027, 3, 1), assets: Vec::new(), rules: Vec::new() }
    }

    fn seen_on(mut self, day: Date) -> Self {
        self.seen_on = day;
        self
    }

    fn asset(mut self, id: &str, topics: &[Topic], keywords: &[&str], until: Option<Date>) -> Self {
        self.assets.push(Asset {
            id: id.to_owned(),
            name: id.replace('-', " "),
            platform: "facebook".to_owned(),
            topics: topics.to_vec(),
            keywords: keywords.iter().map(|&word| word.to_owned()).collect(),
            investment: Some("40000 EUR".to_owned()),
            owner: None,
            until,
        });
        self
    }

    fn rule(mut self, matches: Option<Matcher>, verdict: Verdict, because: &str) -> Self {
        self.rules.push(TeamRule {
            platforms: vec!["Facebook".to_owned()],
            documents: Vec::new(),
            topics: Vec::new(),
            matches,
            verdict,
            because: because.to_owned(),
        });
        self
    }

    fn change(&self, before: &[&str], after: &[&str]) -> Assessment {
        let comparison = compare(&page(before), &page(after));
        let subject = Subject {
            platform: "facebook",
            document: self.document,
            watch: "facebook-pages",
            kind: DocumentKind::Pages,
            ..Subject::default()
        };
        let team = Team { assets: &self.assets, rules: &self.rules, ..Team::default() };
        judge_change(case(subject, team, &comparison, self.seen_on)).assessment
    }
}

/// A page of paragraphs; what begins with `# ` is a heading.
fn page(blocks: &[&str]) -> Document {
    let block = |text: &&str| match text.strip_prefix("# ") {
        Some(heading) => {
            Block { kind: BlockKind::Heading(2), text: heading.to_owned(), links: Vec::new(), outside: false }
        }
        None => Block { kind: BlockKind::Paragraph, text: (*text).to_owned(), links: Vec::new(), outside: false },
    };
    Document { blocks: blocks.iter().map(block).collect(), ..Document::default() }
}

fn said(assessment: &Assessment) -> String {
    assessment
        .reasons
        .iter()
        .map(|reason| format!("{}\n{}\n", reason_in(reason, Language::English), reason_in(reason, Language::German)))
        .collect()
}

const TABS_BEFORE: [&str; 4] = [
    "# Page tabs",
    "A Page may set one of its apps as the default landing tab that people who do not like the Page yet see first.",
    "Apps may show content only to people who like the Page.",
    "Page owners are responsible for their Page and the apps on it.",
];
const TABS_AFTER: [&str; 3] = [
    "# Page tabs",
    "Every visitor of a Page sees the timeline first. Pages can no longer set a default landing tab, and apps must not hide content from people who do not like the Page. These rules take effect on March 30, 2027.",
    "Page owners are responsible for their Page and the apps on it.",
];

fn timeline() -> Judge {
    Judge::of("Pages Terms")
        .asset("welcome-tab-app", &[Topic::PagesProfiles, Topic::AppsApi], &["landing tab"], None)
        .asset("ad-account", &[Topic::Advertising, Topic::Fees], &[], None)
}

#[test]
fn the_end_of_landing_tabs_names_the_welcome_app_and_not_the_ad_account() {
    let judged = timeline().change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!((judged.kind, judged.tier), (Kind::Substantive, Tier::Alert));
    assert_eq!(judged.assets, ["welcome-tab-app"]);
    assert!(judged.topics.contains(&Topic::PagesProfiles), "{:?}", judged.topics);
    assert!(said(&judged).contains("landing tab"), "{}", said(&judged));
}

#[test]
fn a_stated_day_gives_the_days_that_are_left() {
    let judged = timeline().change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!(judged.effective_date, Some(date(2027, 3, 30)));
    assert_eq!(judged.notice_days, Some(29));
    let late = timeline().seen_on(date(2027, 4, 2)).change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!(late.notice_days, Some(-3));
    assert!(said(&late).contains("had passed"), "{}", said(&late));
}

#[test]
fn an_expired_asset_is_quiet() {
    let judged = Judge::of("Pages Terms")
        .asset("welcome-tab-app", &[Topic::PagesProfiles], &["landing tab"], Some(date(2026, 12, 31)))
        .change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!(judged.assets, Vec::<String>::new());
}

#[test]
fn what_touches_nothing_of_ours_names_none_and_is_lowered_by_none() {
    let judged = Judge::of("Pages Terms")
        .asset("ad-account", &[Topic::Advertising], &[], None)
        .change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!(judged.tier, Judge::of("Pages Terms").change(&TABS_BEFORE, &TABS_AFTER).tier);
    assert_eq!(judged.assets, Vec::<String>::new());
}

#[test]
fn contesting_a_decision_is_no_contest() {
    let before = ["# Appeals", "We may remove posts."];
    let after = [
        "# Appeals",
        "We may remove posts. You can contest a decision within 14 days, and without contesting it you must wait.",
    ];
    assert!(!Judge::of("Community Guidelines").change(&before, &after).topics.contains(&Topic::Promotions));
    let after = ["# Contests", "We may remove posts. A contest must name its prize and its official rules."];
    assert!(Judge::of("Community Guidelines").change(&before, &after).topics.contains(&Topic::Promotions));
}

#[test]
fn dates_of_effect_are_found_in_three_languages() {
    for (added, day) in [
        ("These terms are effective from 15 May 2027.", date(2027, 5, 15)),
        ("The updates go into effect on May 15, 2027.", date(2027, 5, 15)),
        ("Die neue Fassung gilt ab dem 15. Mai 2027.", date(2027, 5, 15)),
        ("Diese Regeln treten am 15.05.2027 in Kraft.", date(2027, 5, 15)),
        ("Ces règles s’appliquent à compter du 15 mai 2027.", date(2027, 5, 15)),
        ("Elles entreront en vigueur le 15 mai 2027.", date(2027, 5, 15)),
        ("Last Updated May 15, 2027", date(2027, 5, 15)),
        ("On May 15, 2027, we are updating our User Agreement. Read on to learn more.", date(2027, 5, 15)),
        ("On February 27, 2027, we updated our rules on prizes.", date(2027, 2, 27)),
        ("Am 15. Mai 2027 ändern wir unsere Nutzungsbedingungen.", date(2027, 5, 15)),
    ] {
        let after = ["Entrants must be adults.", added];
        let judged = Judge::of("Promotion Terms").change(&["Entrants may be of any age."], &after);
        assert_eq!(judged.effective_date, Some(day), "{added}");
    }
}

#[test]
fn an_announced_day_that_has_come_is_the_day_of_effect() {
    let judge = Judge::of("Terms of Service").seen_on(date(2027, 6, 10));
    let rules = "Entrants must be adults.";
    let announced = [
        "This version of the Terms of Service will take effect on June 10, 2027. Read the Terms that hold until then.",
        rules,
    ];
    let judged = judge.change(&announced, &["Effective date: June 10, 2027", rules, "Prizes must be named."]);
    assert_eq!(judged.effective_date, Some(date(2027, 6, 10)));
    let known = ["Effective date: June 10, 2027", rules];
    let judged = judge.change(&known, &["Effective date: June 10, 2027", rules, "Prizes must be named."]);
    assert_eq!(judged.effective_date, None, "a line that stood there before is no news");
}

#[test]
fn another_limit_is_another_rule_however_few_the_words() {
    for (before, after) in [
        ("We keep server logs for 30 days.", "We keep server logs for 90 days."),
        ("Winners are told within 14 (14) days.", "Winners are told within 7 (7) days."),
        ("Werbung darf höchstens 20 % des Bildes füllen.", "Werbung darf höchstens 30 % des Bildes füllen."),
        ("Les données sont conservées pendant 6 mois.", "Les données sont conservées pendant 12 mois."),
    ] {
        let judged = Judge::of("Privacy Policy").change(&[before], &[after]);
        assert_eq!(judged.kind, Kind::Substantive, "{after}");
        assert!(judged.tier >= Tier::Fyi, "{after}");
    }
    let judged =
        Judge::of("Privacy Policy").change(&["Posted 3 days ago by the team."], &["Posted 5 days ago by the team."]);
    assert_ne!(judged.tier, Tier::Alert);
}

#[test]
fn a_notice_of_new_terms_is_an_alert_and_its_end_is_nobodys_business() {
    let notice = "We are updating our terms. The new terms take effect on 15 April 2027.";
    let rules = "Entrants must be adults.";
    let judge = Judge::of("Promotion Terms");
    let came = judge.change(&[rules], &[notice, rules]);
    assert_eq!((came.kind, came.tier), (Kind::Substantive, Tier::Alert));
    let judge = judge.seen_on(date(2027, 4, 20));
    let went = judge.change(&[notice, rules], &[rules]);
    assert_eq!((went.kind, went.tier), (Kind::Editorial, Tier::None));
    let with_more = judge.change(&[notice, rules], &["Entrants must be adults and live in Germany."]);
    assert_ne!(with_more.tier, Tier::None, "what changes beside a notice is not hidden by it");
}

#[test]
fn the_number_of_a_section_is_no_change_of_the_rules() {
    for (before, after) in [
        (
            "Fees are charged as laid down in section 12.3 of these terms.",
            "Fees are charged as laid down in section 12.4 of these terms.",
        ),
        (
            "Es gelten die Bedingungen nach Ziffer 5.2 dieser AGB.",
            "Es gelten die Bedingungen nach Ziffer 6.2 dieser AGB.",
        ),
    ] {
        let judged = Judge::of("Commercial Terms").change(&[before], &[after]);
        assert_eq!((judged.kind, judged.tier), (Kind::Editorial, Tier::None), "{after}");
    }
    let judged = Judge::of("Commercial Terms").change(
        &["Fees are charged as laid down in section 12 within 30 days."],
        &["Fees are charged as laid down in section 13 within 10 days."],
    );
    assert_ne!(judged.tier, Tier::None, "a limit beside it still counts");
}

#[test]
fn another_form_of_address_or_spelling_leaves_no_kernel() {
    for (before, after) in [
        (
            "Behandeln Sie Ihre Gäste so, wie Sie selbst behandelt werden möchten.",
            "Behandle deine Gäste so, wie du selbst behandelt werden möchtest.",
        ),
        ("You authorise our programme to organise the centre.", "You authorize our program to organize the center."),
    ] {
        assert!(number("kernel_both", before, after) <= 0.0, "{after}");
    }
    for (before, after) in [
        ("You may run contests on your timeline.", "You may not run contests on your timeline."),
        ("Ihr dürft Freunde oder Fremde einladen.", "Ihr dürft Freunde einladen."),
    ] {
        assert!(number("kernel_both", before, after) > 0.0, "{after}");
    }
}

#[test]
fn sentences_are_told_apart_by_whose_business_they_are() {
    for (name, sentence) in [
        ("sentences_own_came", "Advertisers must label every paid partnership."),
        ("sentences_own_came", "Händler dürfen keine Gebühren auf Kunden umlegen."),
        ("sentences_far_came", "Do not post graphic violence against animals."),
        ("sentences_far_came", "Residents of California may opt out of the sale of their data."),
        ("sentences_telling_came", "Our community has grown for ten wonderful years."),
    ] {
        assert!(number(name, "Hello.", &format!("Hello. {sentence}")) > 0.0, "{sentence}");
    }
}

/// What is counted under a name in a change.
fn number(name: &str, before: &str, after: &str) -> f32 {
    let comparison = compare(&page(&[before]), &page(&[after]));
    let subject = Subject { platform: "facebook", document: "Terms", kind: DocumentKind::Terms, ..Subject::default() };
    let case = case(subject, Team::default(), &comparison, date(2027, 3, 1));
    features(&case).get(name)
}

#[test]
fn no_date_of_effect_is_invented() {
    for added in [
        "Last updated: 15 February 2027.",
        "Applies until 15 May 2027.",
        "15 May 2027",
        "Zuletzt aktualisiert am 15. Februar 2027.",
        "Dernière mise à jour : 15 février 2027.",
        "Contests that ended before 15 May 2027 must keep their records.",
    ] {
        let after = ["Entrants must be adults.", added];
        let judged = Judge::of("Promotion Terms").change(&["Entrants may be of any age."], &after);
        assert_eq!(judged.effective_date, None, "{added}");
    }
    let kept = ["Effective from 15 May 2027.", "Entrants must be adults."];
    let judged =
        Judge::of("Promotion Terms").change(&["Effective from 15 May 2027.", "Entrants may be of any age."], &kept);
    assert_eq!(judged.effective_date, None, "a date that stood there before");
}

#[test]
fn a_reason_quotes_the_new_duty_in_the_words_of_the_page() {
    let before = ["# Contests", "Contests are welcome."];
    let after = ["# Contests", "Contests are welcome. Entrants must confirm that the platform is not involved."];
    let reasons = said(&Judge::of("Promotion Terms").change(&before, &after));
    assert!(reasons.contains("There is a new duty: “Entrants must confirm"), "{reasons}");
    assert!(reasons.contains("Es gibt eine neue Pflicht: „Entrants must confirm"), "{reasons}");
}

#[test]
fn short_notice_is_a_fact_for_counsel() {
    let short = timeline().seen_on(date(2027, 3, 20)).change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!(short.duties, ["p2b-3-2", "p2b-3-3"]);
    assert!(said(&short).contains("null and void") && said(&short).contains("nichtig"), "{}", said(&short));
    assert!(said(&short).contains("for counsel"), "{}", said(&short));
    let fair = timeline().seen_on(date(2027, 3, 1)).change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!(fair.duties, Vec::<String>::new());
    assert_eq!(duty("p2b-3-2").and_then(|duty| duty.days), Some(15));
    assert!(["p2b-3-2", "p2b-3-3"].iter().all(|id| duty(id).is_some_and(|duty| duty.until.is_none())));
    assert_eq!(duty("dsa-14-2").and_then(|duty| duty.days), None);
}

#[test]
fn team_rules_raise_and_lower_and_say_why() {
    let before = ["# Opening hours", "Support answers within two days."];
    let after = ["# Opening hours", "Support answers within three days. See the golden raffle."];
    let phrase = Matcher::Phrase("Golden Raffle".to_owned());
    let raised =
        Judge::of("Help").rule(Some(phrase), Verdict::Raise(Tier::Alert), "our raffle").change(&before, &after);
    assert_eq!(raised.tier, Tier::Alert);
    assert!(said(&raised).contains("A rule of yours applies: our raffle"), "{}", said(&raised));
    let lowered = timeline().rule(None, Verdict::Lower(Tier::Fyi), "we are leaving").change(&TABS_BEFORE, &TABS_AFTER);
    assert_eq!(lowered.tier, Tier::Fyi);
    assert!(said(&lowered).contains("Eine eigene Regel greift: we are leaving"), "{}", said(&lowered));
}

#[test]
fn a_rule_of_the_team_is_said_first_whatever_stands_beside_its_passage() {
    let before = ["# Contests", "You may run a contest.", "# Opening hours", "Support answers within two days."];
    let after = [
        "# Contests",
        "You must not run a contest. You must ask before every prize. Winners must confirm their address.",
        "# Opening hours",
        "Support answers within three days. See the golden raffle.",
    ];
    let phrase = Matcher::Phrase("Golden Raffle".to_owned());
    let judged =
        Judge::of("Help").rule(Some(phrase), Verdict::Raise(Tier::Alert), "our raffle").change(&before, &after);
    assert_eq!(judged.tier, Tier::Alert);
    assert!(said(&judged).starts_with("A rule of yours applies: our raffle"), "{}", said(&judged));
}

#[test]
fn the_same_words_are_noise() {
    let judged = Judge::of("Pages Terms").change(&TABS_BEFORE, &TABS_BEFORE);
    assert_eq!((judged.kind, judged.tier, judged.direction), (Kind::Noise, Tier::None, Direction::Neutral));
}

#[test]
fn words_name_their_topic_in_three_languages() {
    for (text, topic) in [
        ("Every giveaway needs official rules and a prize.", Topic::Promotions),
        ("Jedes Gewinnspiel braucht Teilnahmebedingungen.", Topic::Promotions),
        ("Chaque jeu concours doit nommer sa loterie.", Topic::Promotions),
        ("Advertisers must not use custom audiences for these ads.", Topic::Advertising),
        ("Werbetreibende dürfen diese Anzeigen nicht schalten.", Topic::Advertising),
        ("Les annonceurs doivent marquer leur publicité.", Topic::Advertising),
        ("A Page owner may not like-gate a landing tab.", Topic::PagesProfiles),
        ("Developers must store each access token of the API safely.", Topic::AppsApi),
        ("Influencer posts need a paid partnership label.", Topic::BrandedContent),
        ("We may suspend accounts after three strikes; you can appeal.", Topic::Enforcement),
        ("Wir sperren Konten nach drei Verstößen, Beschwerden sind möglich.", Topic::Enforcement),
        ("Die Gebühren steigen, Preise gelten ohne Umsatzsteuer.", Topic::Fees),
        ("Generative artificial intelligence must be labelled.", Topic::Ai),
        ("Le droit applicable est celui des tribunaux irlandais.", Topic::LiabilityLegal),
    ] {
        let comparison = compare(&page(&["Hello."]), &page(&["Hello.", text]));
        assert!(named(&comparison, &[]).contains(&topic), "{text}: {:?}", named(&comparison, &[]));
    }
}

#[test]
fn the_judgement_can_say_what_it_asked() {
    let comparison = compare(&page(&TABS_BEFORE), &page(&TABS_AFTER));
    let subject =
        Subject { platform: "facebook", document: "Pages Terms", kind: DocumentKind::Pages, ..Subject::default() };
    let case = case(subject, Team::default(), &comparison, date(2027, 3, 1));
    let why = why(&case);
    assert!(why.iter().any(|(name, weight)| name.starts_with("sign_") && *weight != 0.0), "{why:?}");
}

#[test]
fn hostile_text_is_judged_without_harm() {
    let long = "a\u{301}\u{202e}🙂 ".repeat(20_000);
    let marks = "effective 99/99/9999 ".repeat(500) + "\u{0}";
    for (before, after) in [(long.as_str(), marks.as_str()), (marks.as_str(), ""), ("", long.as_str())] {
        let judged = Judge::of("Terms").change(&[before], &[after]);
        assert_eq!(judged.effective_date, None);
    }
}

#[test]
fn small_words_say_which_way_a_rule_moved() {
    for (before, after, way) in [
        ("Sellers may hold raffles.", "Sellers may not hold raffles.", Direction::Stricter),
        ("Sellers may not hold raffles.", "Sellers may hold raffles.", Direction::Looser),
        ("Sellers may name their address.", "Sellers must name their address.", Direction::Stricter),
        ("Sellers must name their address.", "Sellers may name their address.", Direction::Looser),
        ("Sellers are required to name it.", "Sellers are no longer required to name it.", Direction::Looser),
        ("Händler dürfen Lose verkaufen.", "Händler dürfen keine Lose verkaufen.", Direction::Stricter),
        ("Händler müssen ihren Namen nennen.", "Händler können ihren Namen nennen.", Direction::Looser),
        (
            "Les vendeurs peuvent organiser un tirage.",
            "Les vendeurs ne peuvent pas organiser un tirage.",
            Direction::Stricter,
        ),
        ("Los vendedores pueden vender boletos.", "Los vendedores no pueden vender boletos.", Direction::Stricter),
        ("I venditori possono vendere biglietti.", "I venditori non possono vendere biglietti.", Direction::Stricter),
        ("Verkopers mogen loten verkopen.", "Verkopers mogen geen loten verkopen.", Direction::Stricter),
        ("Sprzedawcy mogą sprzedawać losy.", "Sprzedawcy nie mogą sprzedawać losów.", Direction::Stricter),
        ("Os vendedores podem vender bilhetes.", "Os vendedores não podem vender bilhetes.", Direction::Stricter),
    ] {
        let judged = Judge::of("Pages Terms").change(&["# Raffles", before], &["# Raffles", after]);
        assert_eq!(judged.direction, way, "{before} → {after}: {:?}", judged.kind);
    }
}

#[test]
fn a_number_that_became_another_one_says_which_way_its_rule_moved() {
    let (up, down) = (Direction::Stricter, Direction::Looser);
    for (before, after, way) in [
        ("Sellers pay a fee of 5 % of the price.", "Sellers pay a fee of 8 % of the price.", up),
        ("Sellers pay a fee of 8 % of the price.", "Sellers pay a fee of 5 % of the price.", down),
        ("The commission is 2.5 % of each sale.", "The commission is 12.5 % of each sale.", up),
        ("The service charge is 1,000 euros a year.", "The service charge is 900 euros a year.", down),
        ("Sellers may hold up to 10 raffles a month.", "Sellers may hold up to 4 raffles a month.", up),
        ("A raffle must end within 90 days.", "A raffle must end within 60 days.", up),
        ("Sellers must be at least 16 years old.", "Sellers must be at least 18 years old.", up),
        ("Your share of the revenue is 55 %.", "Your share of the revenue is 45 %.", up),
        ("Verkäufer zahlen eine Gebühr von 5 %.", "Verkäufer zahlen eine Gebühr von 8 %.", up),
        ("The payout fee is 2 % of the sum.", "The payout fee is 4 % of the sum.", up),
        ("Für Auszahlungen fällt eine Gebühr von 2,5 % an.", "Für Auszahlungen fällt eine Gebühr von 3,5 % an.", up),
        ("We pay you a commission of 5 % of each sale.", "We pay you a commission of 4 % of each sale.", up),
        ("Verkäufer dürfen höchstens 10 Lose anbieten.", "Verkäufer dürfen höchstens 20 Lose anbieten.", down),
        ("Les vendeurs paient une commission de 5 %.", "Les vendeurs paient une commission de 8 %.", up),
        ("Los vendedores pagan una comisión del 5 %.", "Los vendedores pagan una comisión del 8 %.", up),
        ("I venditori pagano una commissione pari al 5 %.", "I venditori pagano una commissione pari al 8 %.", up),
        ("Verkopers betalen een commissie van 5 %.", "Verkopers betalen een commissie van 8 %.", up),
        ("Sprzedawcy płacą prowizję 5 %.", "Sprzedawcy płacą prowizję 8 %.", up),
        ("Os vendedores pagam uma comissão de 5 %.", "Os vendedores pagam uma comissão de 8 %.", up),
        // Of what the house owes the reader, or of neither, nothing is said.
        ("We tell you at least 30 days before.", "We tell you at least 15 days before.", Direction::Mixed),
    ] {
        let judged = Judge::of("Seller Terms").change(&["# Raffles", before], &["# Raffles", after]);
        let is_open = way == Direction::Mixed && !matches!(judged.direction, Direction::Stricter | Direction::Looser);
        assert!(judged.direction == way || is_open, "{before} → {after}: {:?} {:?}", judged.kind, judged.direction);
    }
}

#[test]
fn what_something_costs_and_who_gets_the_data_are_topics_in_eight_languages() {
    let topics =
        |text: &str| Judge::of("Rules for Shops").change(&["# Shops", "A name."], &["# Shops", "A name.", text]).topics;
    let wrong = |topic: Topic, texts: &[&str]| -> Vec<String> {
        let wrong = texts.iter().filter(|text| !topics(text).contains(&topic));
        wrong.map(|text| format!("{text}: {:?}", topics(text))).collect()
    };
    let fees = [
        "Each entry costs ten euros.",
        "Jede Teilnahme kostet zehn Euro.",
        "Chaque participation coûte dix euros.",
        "Cada participación cuesta diez euros.",
        "Ogni partecipazione costa dieci euro.",
        "Elke deelname kost tien euro.",
        "Każde zgłoszenie kosztuje dziesięć euro.",
        "Cada participação custa dez euros.",
        "Sklepy muszą płacić 20 EUR miesięcznie.",
        "Las tiendas pagan 20 EUR al mes.",
    ];
    let data = [
        "We share the data of participants with advertisers.",
        "Wir geben die Daten der Teilnehmer an Werbetreibende weiter.",
        "Nous partageons les données des participants avec des annonceurs.",
        "Compartimos los datos de los participantes con anunciantes.",
        "Condividiamo i dati dei partecipanti con gli inserzionisti.",
        "Wij delen de gegevens van deelnemers met adverteerders.",
        "Udostępniamy dane uczestników reklamodawcom.",
        "Partilhamos os dados dos participantes com anunciantes.",
        "Udostępniamy adresy e-mail sklepów.",
        "Partilhamos os endereços de e-mail das lojas.",
    ];
    assert_eq!(wrong(Topic::Fees, &fees), Vec::<String>::new());
    assert_eq!(wrong(Topic::DataPrivacy, &data), Vec::<String>::new());
    for text in
        ["The prize is given out within ten days.", "Pay attention to the sign.", "De prijs gaat naar de winnaar."]
    {
        assert!(!topics(text).contains(&Topic::Fees), "{text}: {:?}", topics(text));
    }
}
