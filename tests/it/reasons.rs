//! Reasons: codes become whole sentences in the reader's language, and quotes neither begin nor end broken.

use hausrecht::model::{
    Because, Block, BlockKind, Direction, Document, DocumentKind, Language, Noise, Reason, StakedBy, Tier, Topic,
};
use hausrecht::steps::compare::compare;
use hausrecht::steps::compose;
use hausrecht::steps::judge::{Judged, Subject, Team, case, judge_change};
use jiff::civil::date;

#[test]
fn every_reason_reads_well_in_both_languages() {
    let quote = || "Entrants must confirm that the platform is not involved.".to_owned();
    let holds = |days| Because::HoldsFrom { date: date(2027, 3, 30), days };
    let stake = |by| Because::Stake { asset: "Advent calendar".into(), by };
    let reasons = [
        holds(29),
        holds(1),
        holds(0),
        holds(-3),
        Because::AlsoFrom { date: date(2027, 5, 1), days: 61, quote: "All others from 1 May.".into() },
        Because::OnlyElsewhere { places: vec!["Ghana".into(), "California".into()] },
        Because::NothingOfOurs,
        stake(StakedBy::Keyword("landing tab".into())),
        stake(StakedBy::Topic { topic: Topic::Promotions, word: "raffle".into() }),
        stake(StakedBy::Platform),
        Because::TeamRule { because: "our raffle".into() },
        Because::Duty { id: "p2b-3-2".into() },
        Because::Duty { id: "repealed".into() },
        Because::NewBan { quote: quote() },
        Because::NewDuty { quote: quote() },
        Because::NewLeave { quote: quote() },
        Because::NewSection { heading: "Page tabs".into() },
        Because::SectionGone { heading: "Page tabs".into() },
        Because::NewText { quote: quote() },
        Because::TextGone { quote: quote() },
        Because::Reworded { before: "30 days".into(), after: "90 days".into() },
        Because::OnlyWords,
        Because::NoiseOf { classes: vec![Noise::Date, Noise::Links] },
        Because::NoiseOf { classes: Vec::new() },
        Because::MuchChanged { added: 5600, removed: 1 },
        Because::MuchChanged { added: 1, removed: 5600 },
    ];
    let both = |because: &Because| {
        let reason = Reason::of_the_whole(because.clone());
        [Language::English, Language::German].map(|language| compose::reason(&reason, language)).join("\n")
    };
    insta::assert_snapshot!(reasons.iter().map(both).collect::<Vec<_>>().join("\n"), @"
    Holds from 30 March 2027: 29 days’ notice.
    Gilt ab 30. März 2027: 29 Tage Vorlauf.
    Holds from 30 March 2027: one day’s notice.
    Gilt ab 30. März 2027: ein Tag Vorlauf.
    Holds from 30 March 2027, the day on which it was first seen.
    Gilt ab 30. März 2027, dem Tag, an dem es zum ersten Mal zu sehen war.
    Holds since 30 March 2027, which had passed when it was first seen.
    Gilt seit 30. März 2027; das war beim ersten Sehen schon vorbei.
    One rule names a day of its own, 1 May 2027: “All others from 1 May.”
    Eine Regel nennt einen eigenen Tag, den 1. Mai 2027: „All others from 1 May.“
    Holds only where you are not (Ghana, California), so it is for information only.
    Gilt nur anderswo (Ghana, California), darum nur zur Kenntnis.
    Touches nothing that you own, so it is for information only.
    Betrifft nichts Eigenes, darum nur zur Kenntnis.
    Touches “Advent calendar”: the changed text names “landing tab”.
    Betrifft „Advent calendar“: Der geänderte Text nennt „landing tab“.
    Touches “Advent calendar”, which hangs on contests (“raffle”).
    Betrifft „Advent calendar“ (Thema: Gewinnspiele).
    Touches “Advent calendar”.
    Betrifft „Advent calendar“.
    A rule of yours applies: our raffle
    Eine eigene Regel greift: our raffle
    Regulation (EU) 2019/1150, Article 3(2): intermediation services give business users at least 15 days’ notice of changed terms on a durable medium, longer where technical or commercial adaptations need it. They may end the contract before the period is over, and may waive it; it does not bind where the law forces the change at once or it averts a danger (Article 3(4)). Whether that applies here is for counsel to look at.
    Verordnung (EU) 2019/1150, Artikel 3 Absatz 2: Vermittlungsdienste kündigen gewerblichen Nutzern geänderte Bedingungen mindestens 15 Tage vorher auf einem dauerhaften Datenträger an, länger, wenn technische oder geschäftliche Anpassungen nötig sind. Diese dürfen vor Ablauf der Frist kündigen und auf sie verzichten; sie bindet nicht, wo ein Gesetz die Änderung sofort verlangt oder eine Gefahr abzuwenden ist (Artikel 3 Absatz 4). Ob das hier gilt, ist eine Frage an die Rechtsberatung.
    The notice is shorter than the duty “repealed” asks for.
    Der Vorlauf ist kürzer, als die Pflicht „repealed“ verlangt.
    Something is no longer allowed, or only within limits: “Entrants must confirm that the platform is not involved.”
    Etwas ist nicht mehr oder nur noch eingeschränkt erlaubt: „Entrants must confirm that the platform is not involved.“
    There is a new duty: “Entrants must confirm that the platform is not involved.”
    Es gibt eine neue Pflicht: „Entrants must confirm that the platform is not involved.“
    Something is newly allowed or possible: “Entrants must confirm that the platform is not involved.”
    Etwas ist neu erlaubt oder möglich: „Entrants must confirm that the platform is not involved.“
    There is a new section, “Page tabs”.
    Es gibt einen neuen Abschnitt: „Page tabs“.
    The section “Page tabs” is gone.
    Der Abschnitt „Page tabs“ ist entfallen.
    There is new text: “Entrants must confirm that the platform is not involved.”
    Neu im Text: „Entrants must confirm that the platform is not involved.“
    Some text is gone: “Entrants must confirm that the platform is not involved.”
    Text ist entfallen: „Entrants must confirm that the platform is not involved.“
    It now says “90 days” instead of “30 days”.
    Jetzt heißt es „90 days“ statt „30 days“.
    Other words, but no sign of a changed right or duty.
    Andere Worte, aber kein Anzeichen für geänderte Rechte oder Pflichten.
    No rule changed, only a “last updated” date.
    Keine Regel hat sich geändert, nur ein Datum der letzten Aktualisierung.
    No rule changed, only parts that are not rules.
    Keine Regel hat sich geändert, nur Teile, die keine Regeln sind.
    Much text changed (5,600 words came, 1 went), but no rule that we could find.
    Viel Text ist anders (5.600 Wörter kamen, 1 ging), aber keine Regel, die zu finden war.
    Much text changed (1 word came, 5,600 went), but no rule that we could find.
    Viel Text ist anders (1 Wort kam, 5.600 gingen), aber keine Regel, die zu finden war.
    ");
}

#[test]
fn a_quote_that_ends_with_a_full_stop_brings_the_only_one() {
    let said = |before: &str, after: &str| {
        let because = Because::Reworded { before: before.to_owned(), after: after.to_owned() };
        compose::reason(&Reason::of_the_whole(because), Language::German)
    };
    assert_eq!(
        said("Alles bleibt.", "Alles muss umgestellt sein."),
        "Jetzt heißt es „Alles muss umgestellt sein.“ statt „Alles bleibt.“"
    );
    assert_eq!(said("zwei", "drei"), "Jetzt heißt es „drei“ statt „zwei“.");
}

#[test]
fn every_class_of_noise_ends_a_sentence() {
    for class in Noise::ALL {
        let reason = Reason::of_the_whole(Because::NoiseOf { classes: vec![class] });
        let english = compose::reason(&reason, Language::English);
        let german = compose::reason(&reason, Language::German);
        assert!(english.starts_with("No rule changed, only ") && english.ends_with('.'), "{english}");
        assert!(
            german.starts_with("Keine Regel hat sich geändert") && german.contains(" nur ") && german.ends_with('.'),
            "{german}"
        );
    }
}

#[test]
fn a_quote_of_a_long_sentence_begins_with_a_clause_and_glues_nothing_together() {
    let before = "Anyone who sells on the marketplace, alone or together with others, as a company or as a person who acts \
        for one, may be asked by us for papers, and payments are held until they are there and have been looked at by us.";
    let after = "Anyone who sells on the marketplace, alone or together with others, as a company or as a person who acts \
        for one, may be asked by us for papers, must verify an address, and authorised payments are held until they \
        are there and have been looked at by us and by the bank that is required to do so by law.";
    let said = said(&[before], &[after]);
    assert_eq!(
        said,
        [
            "There is a new duty: “Anyone who sells on the marketplace, alone or … must verify an address, and authorised payments are held until they are there and have been looked at by us and by the bank that is required to do so …”"
        ]
    );
}

#[test]
fn a_quote_that_leads_on_or_goes_on_says_so() {
    for (passage, quoted) in [
        ("You must not:", "“You must not …”"),
        ("buy or sell likes;", "“… buy or sell likes …”"),
        (", and pay for followers", "“… and pay for followers”"),
        ("(a) Pay for followers.", "“(a) Pay for followers.”"),
        ("(a) pay for followers, or", "“… (a) pay for followers, or”"),
        ("A prize must be named (", "“A prize must be named …”"),
        ("Un prix doit être nommé.", "“Un prix doit être nommé.”"),
    ] {
        let said = said(&["# Contests", "Hello.", passage], &["# Contests", "Hello."]);
        // What begins in the middle of a sentence is not quoted: a whole sentence, or nothing.
        let is_whole = !quoted.starts_with("“…");
        let told = if is_whole { format!("Some text is gone: {quoted}") } else { "Some text is gone.".to_owned() };
        assert!(said.contains(&told), "{passage}: {said:?}");
    }
}

#[test]
fn a_long_passage_is_cut_where_a_sentence_ends_or_between_words() {
    let sentences = "A contest on a Page names its prize, its organiser and the day on which it ends for everybody. \
        What does all that is shown to more people by us without any further work for those who hold it.";
    let one = "A contest on a Page names its prize and its organiser and the day on which it ends and all who take part in it and \
        whatever else stands in the form, which is sent to them";
    for (passage, end) in [(sentences, "ends for everybody. …”"), (one, "whatever else stands in the form …”")]
    {
        let said = said(&["Hello."], &["Hello.", passage]);
        assert!(said.iter().any(|reason| reason.ends_with(end)), "{said:?}");
    }
}

#[test]
fn reworded_words_lose_the_marks_that_tied_them_to_their_sentence() {
    let said = said(
        &["Winners, whom we call champions, are told by letter: at home."],
        &["Winners, whom we call laureates; are told by letter: at home."],
    );
    assert!(said.contains(&"It now says “laureates” instead of “champions”.".to_owned()), "{said:?}");
}

#[test]
fn a_number_comes_with_what_it_counts() {
    for (before, after, wanted) in [
        ("We keep logs for 14 days.", "We keep logs for 7 days.", "“7 days” instead of “14 days”"),
        ("Ask 14 of your friends.", "Ask 7 of your friends.", "“7 of your friends” instead of “14 of your friends”"),
        ("Text takes 20 % of it.", "Text takes 30 % of it.", "“30 %” instead of “20 %”"),
        (
            "Gewinne werden innerhalb von 14 Tagen verschickt.",
            "Gewinne werden innerhalb von 7 Tagen verschickt.",
            "“7 Tagen” instead of “14 Tagen”",
        ),
        ("A sale costs EUR 14, or more.", "A sale costs EUR 7, or more.", "“EUR 7” instead of “EUR 14”"),
        ("Our team of twelve answers.", "Our team of thirty answers.", "“thirty” instead of “twelve”"),
    ] {
        let said = said(&["# Rules", "Hello.", before], &["# Rules", "Hello.", after]);
        let wanted = format!("It now says {wanted}.");
        assert!(said.contains(&wanted), "{wanted}: {said:?}");
    }
}

#[test]
fn entries_of_a_list_are_no_sentence() {
    let list = |entries: &[&str]| -> Vec<Block> {
        let block = |kind, text: &str| Block { kind, text: text.to_owned(), links: Vec::new(), outside: false };
        let mut blocks = vec![
            block(BlockKind::Heading(2), "Ads"),
            block(BlockKind::Paragraph, "We do not allow advertisements for:"),
        ];
        blocks.extend(entries.iter().map(|entry| block(BlockKind::Item(1), entry)));
        blocks
    };
    let document = |entries| Document { blocks: list(entries), ..Document::default() };
    let old = ["Tobacco", "Weapons", "Counterfeit goods"];
    let new = [&old[..], &["Alcohol", "Online gambling and lotteries", "Prescription medicine"]].concat();
    let comparison = compare(&document(&old), &document(&new));
    let judged = judge_change(case(Subject::default(), Team::default(), &comparison, date(2027, 3, 1)));
    let of = |language| judged.assessment.reasons.iter().map(move |reason| compose::reason(reason, language));
    let german: Vec<String> = of(Language::German).collect();
    let wanted = "Neu im Text: „We do not allow advertisements for: Alcohol · Online gambling and lotteries · Prescription medicine“";
    assert!(german.iter().any(|reason| reason == wanted), "{german:?}");
}

#[test]
fn what_is_free_now_is_not_told_as_a_ban_or_a_duty() {
    for (before, after) in [
        ("You must label paid posts.", "You are no longer required to label paid posts."),
        ("Landing tabs are prohibited.", "Landing tabs are no longer prohibited."),
        ("Ads must be checked by us.", "You do not need to have ads checked by us."),
        ("Werbung muss gekennzeichnet sein.", "Eine Kennzeichnung von Werbung ist nicht mehr erforderlich."),
        ("Les onglets sont interdits.", "Un onglet d’accueil n’est plus interdit."),
        ("Prizes are chosen by us.", "Prizes need no approval."),
        ("Gewinne wählen wir aus.", "Gewinne brauchen keine Genehmigung."),
    ] {
        let said = said(&["# Rules", "Hello.", before], &["# Rules", "Hello.", after]);
        let binds =
            |reason: &String| reason.starts_with("Something is no longer") || reason.starts_with("There is a new duty");
        assert!(!said.iter().any(binds), "{after}: {said:?}");
    }
    let said = said(&["Hello."], &["Hello.", "You are not required to ask, but you must not sell likes."]);
    assert!(said.iter().any(|reason| reason.starts_with("Something is no longer allowed")), "{said:?}");
}

#[test]
fn what_a_rule_tells_is_not_called_harmless_beside_it() {
    let harmless = "Other words, but no sign of a changed right or duty.";
    for (before, after) in [
        (vec!["Hello."], vec!["Hello.", "Our team looks at each report from Monday to Friday."]),
        (vec!["Hello.", "Posts about festivals are welcome."], vec!["Hello.", "Posts about parades are welcome."]),
    ] {
        let said = said(&before, &after);
        assert!(!said.is_empty() && !said.iter().any(|reason| reason == harmless), "{after:?}: {said:?}");
    }
}

#[test]
fn what_is_allowed_only_within_limits_is_no_new_leave_and_what_only_narrows_has_a_reason() {
    let new = "Ads for crypto assets are allowed only with our written consent.";
    let told = said(&["# Ads", "Hello."], &["# Ads", "Hello.", new]);
    assert!(told.contains(&format!("Something is no longer allowed, or only within limits: “{new}”")), "{told:?}");
    let told = said(
        &["# Ads", "Ads for crypto assets are allowed in all countries."],
        &["# Ads", "Ads for crypto assets are allowed with our written consent in all countries."],
    );
    let wanted = "A sentence is worded otherwise: “Ads for crypto assets are allowed with our written consent in all countries.”";
    assert!(told.iter().any(|reason| reason == wanted), "{told:?}");
}

#[test]
fn what_is_allowed_at_most_so_often_is_no_new_leave_in_eight_languages() {
    for new in [
        "Covers may consist of at most 20 % text.",
        "Titelbilder dürfen höchstens zu 20 % aus Text bestehen.",
        "Pro Woche sind maximal drei Gewinnspiele erlaubt.",
        "Une couverture peut contenir au maximum 20 % de texte.",
        "Una portada puede contener como máximo un 20 % de texto.",
        "Una copertina può contenere al massimo il 20 % di testo.",
        "Een omslag mag hoogstens 20 % tekst bevatten.",
        "Okładka może zawierać najwyżej 20 % tekstu.",
        "Uma capa pode conter no máximo 20 % de texto.",
    ] {
        let judged = judged(&["# Covers", "Hello."], &["# Covers", "Hello.", new]).assessment;
        assert_eq!((judged.tier, judged.direction), (Tier::Alert, Direction::Stricter), "{new}");
        assert!(!judged.topics.contains(&Topic::Fees), "{new}: {:?}", judged.topics);
        let told = judged.reasons.iter().map(|reason| compose::reason(reason, Language::English)).collect::<Vec<_>>();
        assert!(told.contains(&format!("Something is no longer allowed, or only within limits: “{new}”")), "{told:?}");
    }
    // A number that was there before tells which way the bound moved.
    let judged = |from, to| judged(&["# Rules", "Hello.", from], &["# Rules", "Hello.", to]).assessment.direction;
    assert_ne!(
        judged("Version of April 27, 2026 of the rules", "Version of May 27, 2026 of the rules"),
        Direction::Looser
    );
    assert_ne!(judged("You may post 10 times a day.", "You may post at most 30 times a day."), Direction::Stricter);
    assert_ne!(judged("You may add up to 10 files.", "You may add a maximum of 10 files."), Direction::Stricter);
    // What the house may do at most binds nobody else, and what was capped before is no news.
    let ours = self::judged(&["Hello."], &["Hello.", "We may send you at most two letters a year."]).assessment;
    assert_ne!(ours.direction, Direction::Stricter);
}

#[test]
fn what_was_not_needed_and_now_is_binds_in_eight_languages() {
    for (free, bound) in [
        ("Prizes need no approval.", "Prizes need approval."),
        ("Gewinne brauchen keine Genehmigung.", "Gewinne brauchen eine Genehmigung."),
        ("Un concours ne nécessite pas d’accord.", "Un concours nécessite un accord."),
        ("Los sorteos no necesitan permiso.", "Los sorteos necesitan permiso."),
        ("Un concorso non richiede un permesso.", "Un concorso richiede un permesso."),
        ("Een prijsvraag vereist geen vergunning.", "Een prijsvraag vereist een vergunning."),
        ("Konkurs nie wymaga zgody.", "Konkurs wymaga zgody."),
        ("Um concurso não precisa de licença.", "Um concurso precisa de licença."),
    ] {
        let way = |from, to| judged(&["# Rules", "Hello.", from], &["# Rules", "Hello.", to]).assessment.direction;
        assert_eq!((way(free, bound), way(bound, free)), (Direction::Stricter, Direction::Looser), "{bound}");
    }
    let told =
        said(&["# Rules", "Hello.", "Prizes need no approval."], &["# Rules", "Hello.", "Prizes need approval."]);
    assert!(told.contains(&"There is a new duty: “Prizes need approval.”".to_owned()), "{told:?}");
    for (from, to) in [
        ("You may hide required labels.", "You may not hide required labels."),
        ("Contests may require a purchase.", "Contests may not require a purchase."),
        ("Apps may show more to people who like the page.", "Apps must not require people to like the page."),
        ("A contest may be open to all.", "A contest may be open to all. You must not require people to share it."),
    ] {
        let judged = judged(&["# Rules", "Hello.", from], &["# Rules", "Hello.", to]);
        assert_eq!((judged.assessment.direction, judged.assessment.tier), (Direction::Stricter, Tier::Alert), "{to}");
    }
    let told =
        said(&["# Rules", "Hello."], &["# Rules", "Hello.", "Do not remove required disclosures from your posts."]);
    assert!(!told.iter().any(|reason| reason.contains("newly allowed")), "{told:?}");
    // What the house does binds nobody.
    let ways =
        judged(&["# Rules", "Hello.", "Photos are not analysed."], &["# Rules", "Hello.", "Photos are analysed."]);
    assert!(!matches!(ways.assessment.direction, Direction::Looser | Direction::Stricter));
    let ways = judged(&["# Rules", "Hello.", "Ads must not be loud."], &["# Rules", "Hello.", "Ads must be loud."]);
    assert_eq!(ways.assessment.direction, Direction::Mixed);
}

/// What is said of a change, in English.
fn said(before: &[&str], after: &[&str]) -> Vec<String> {
    let judged = judged(before, after);
    judged.assessment.reasons.iter().map(|reason| compose::reason(reason, Language::English)).collect()
}

fn judged(before: &[&str], after: &[&str]) -> Judged {
    let comparison = compare(&page(before), &page(after));
    let subject =
        Subject { platform: "facebook", document: "Promotion Terms", kind: DocumentKind::Pages, ..Subject::default() };
    judge_change(case(subject, Team::default(), &comparison, date(2027, 3, 1)))
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
