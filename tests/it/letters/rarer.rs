//! Rarer things to look at in letters: documents written anew, other editions, one text in several documents.

use hausrecht::model::{Change, HeldCount, HeldSummary, Kind, OtherEdition, Rewriting, SameWords, Tier, Trouble};

use super::samples::{at, contest_rules, hunk};

/// What a week held back.
pub fn held_back() -> HeldSummary {
    let rules = [("comes_and_goes", 312), ("buttons", 14), ("shifted_date", 1)];
    let rules = rules.map(|(rule, passages)| HeldCount { rule: rule.into(), passages }).to_vec();
    HeldSummary { passages: 327, documents: 9, rules, standing: 0 }
}

/// Pages on which another edition stands.
pub fn editions() -> Vec<OtherEdition> {
    let edition = |platform: &str, document: &str, instead, since: &str| OtherEdition {
        watch: format!("{platform}-1"),
        platform: platform.into(),
        document: document.into(),
        url: format!("https://{platform}.example/policies"),
        instead,
        since: at(since),
    };
    let german = Trouble::WrongLanguage { expected: "eng".into(), found: "deu".into() };
    vec![edition("pinterest", "Advertising Guidelines", german, "2026-11-12T06:00:00Z")]
}

/// Contest rules that were written anew.
pub fn written_anew() -> Change {
    let names = |from: usize, until: usize| (from..until).map(|number| format!("{number}. Clause {number}")).collect();
    let mut change = contest_rules();
    change.rewriting = Some(Rewriting {
        kept: 23,
        stayed: vec!["Promotions".into(), "Responsibility".into()],
        new: names(1, 18),
        gone: vec!["Custom tabs".into()],
        instead: None,
    });
    change
}

/// A document of which no rule changed.
pub fn reworded_anew() -> Change {
    let mut change = written_anew();
    change.id = "4a00aaaa".into();
    change.watch = "tiktok-terms".into();
    change.platform = "tiktok".into();
    change.document = "Community Guidelines".into();
    change.assessment.kind = Kind::Editorial;
    change.assessment.tier = Tier::Fyi;
    change.assessment.assets.clear();
    change.assessment.effective_date = None;
    change.assessment.notice_days = None;
    change.assessment.reasons.clear();
    change
}

/// A change whose passages came on different days, and of which some need no reader.
pub fn passage_by_passage() -> Change {
    let mut change = contest_rules();
    change.id = "5b00bbbb".into();
    change.watch = "youtube-contests".into();
    change.platform = "youtube".into();
    change.document = "Contest Policies & Guidelines".into();
    change.from.last_seen = Some(at("2026-11-17T06:00:00Z"));
    change.from.seen_at = at("2026-02-01T06:00:00Z");
    change.detected_at = at("2026-11-18T06:00:00Z");
    change.confirmed_at = Some(at("2026-11-20T06:00:00Z"));
    for (index, day) in ["2026-11-18T06:00:00Z", "2026-11-18T06:00:00Z", "2026-11-20T06:00:00Z"].iter().enumerate() {
        change.hunks[index].first_seen = Some(at(day));
        change.hunks[index].tier = Some(Tier::Alert);
    }
    for number in 0..2 {
        let mut minor =
            hunk(&["About us"], &["=Our office has ", "-three", "+four", &format!("= rooms on floor {number}.")]);
        minor.tier = Some(Tier::None);
        minor.first_seen = change.hunks[0].first_seen;
        change.hunks.insert(0, minor);
    }
    for reason in &mut change.assessment.reasons {
        reason.hunk = reason.hunk.map(|index| index + 2);
    }
    change
}

/// What a week told of these things.
pub fn changes_of_a_new_kind() -> Vec<Change> {
    vec![written_anew(), passage_by_passage(), reworded_anew()]
}

/// The other documents with the words of the contest rules.
pub fn same_words() -> Vec<SameWords> {
    let document = |platform: &str, document: &str| SameWords {
        change: contest_rules().id,
        watch: format!("{platform}-2"),
        platform: platform.into(),
        document: document.into(),
    };
    vec![
        document("facebook", "Community Standards"),
        document("instagram", "Promotion Guidelines"),
        document("facebook", "Commercial Terms"),
    ]
}
