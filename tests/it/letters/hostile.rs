//! Page text that wants to do harm stays text, in every field and in both parts.

use hausrecht::model::{
    Asset, Because, BlindSpot, Change, Edit, Language, Letter, LetterKind, Reason, StakedBy, Trouble,
};
use hausrecht::steps::compose::{self, News};

use super::eml;
use super::samples::*;

/// Everything that has ever broken a mail program.
const EVIL: &str = "<script>alert(1)</script><style>*{display:none}</style><img src=http://evil.example/x.png onerror=alert(2)> \
     &lt;b&gt; \"'><a href=\"javascript:alert(3)\">x</a> \u{202e}esrever\u{202c} \u{200b}zero \u{0}nul \u{7}bell \u{1b}[31mred \
     \r\nBcc: victim@example.com\r\n\r\nA body of its own\u{2028}line {{ 7*7 }} %s =?utf-8?q?=0D=0ABcc:_x?= -->]]>";

/// The alert with that text wherever text from outside can stand.
fn poisoned(evil: &str, language: Language) -> Letter {
    let mut change: Change = contest_rules();
    change.platform = evil.into();
    change.document = evil.into();
    change.url = "javascript:alert(document.cookie)".into();
    change.language = Some(evil.into());
    change.id = evil.chars().take(1000).collect();
    for hunk in &mut change.hunks {
        hunk.heading = vec![evil.into(), evil.into()];
        hunk.before = Some(evil.into());
        hunk.after = Some(evil.into());
        hunk.edits = vec![Edit::Kept(evil.into()), Edit::Removed(evil.into()), Edit::Added(evil.into())];
    }
    let reasons = [
        Because::Told { en: evil.into(), de: evil.into() },
        Because::NewBan { quote: evil.into() },
        Because::Stake { asset: evil.into(), by: StakedBy::Keyword(evil.into()) },
    ];
    change.assessment.reasons = reasons.into_iter().map(|because| Reason { because, hunk: Some(usize::MAX) }).collect();
    change.assessment.duties = vec![evil.into()];
    let assets: Vec<Asset> = assets()
        .into_iter()
        .map(|asset| Asset { name: evil.into(), investment: Some(evil.into()), owner: Some(evil.into()), ..asset })
        .collect();
    let blind: Vec<BlindSpot> = blind_spots()
        .into_iter()
        .map(|spot| BlindSpot {
            document: evil.into(),
            platform: evil.into(),
            url: "data:text/html,<script>alert(4)</script>".into(),
            trouble: Trouble::OtherDocument { title: evil.into() },
            ..spot
        })
        .collect();
    let zone = berlin();
    let news = News {
        changes: &[&change],
        open: &[&change],
        assets: &assets,
        blind: &blind,
        back: &blind,
        looked_at: 3,
        ..News::default()
    };
    compose::digest(&news, &reader(language), &desk(&zone), now()).unwrap()
}

#[test]
fn hostile_text_is_inert_in_both_parts() {
    for language in [Language::English, Language::German] {
        let letter = poisoned(EVIL, language);
        for active in
            ["<script", "<img", "<style>*", "javascript:\"", "href=\"javascript", "href=\"data", "<a href=\"java"]
        {
            assert!(!letter.html.contains(active), "{active} in the HTML");
        }
        let hidden = |letter: &char| {
            (letter.is_control() && *letter != '\n')
                || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{2028}')
        };
        for part in [&letter.html, &letter.text, &letter.subject] {
            assert_eq!(part.chars().find(hidden), None);
        }
        assert!(!letter.subject.contains('\n'));
        assert!(!letter.text.lines().any(|line| line.starts_with("Bcc:")));
        assert!(letter.text.contains("<script>alert(1)</script>"), "the text part shows what the page says");
        assert!(letter.html.contains("&#60;script&#62;alert(1)"), "so does the HTML");
    }
}

#[test]
fn no_text_can_begin_a_header_of_its_own() {
    let mut letter = poisoned(EVIL, Language::German);
    // Even what compose would never let through is stopped at the door.
    letter.subject = format!("a subject\r\nBcc: victim@example.com {EVIL}");
    letter.in_reply_to = Some("x>\r\nBcc: <victim@example.com".into());
    letter.calendars = vec![("a\"\r\nBcc: x.ics".into(), "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into())];
    let mail = eml(&letter);
    let head = mail.split("\r\n\r\n").next().unwrap();
    assert!(!head.lines().any(|line| line.to_ascii_lowercase().starts_with("bcc")), "{head}");
    let parsed = mail_parser::MessageParser::default().parse(mail.as_bytes()).unwrap();
    assert!(parsed.bcc().is_none());
    assert_eq!(parsed.to().unwrap().iter().count(), 1);
}

#[test]
fn a_word_of_a_megabyte_is_cut() {
    for word in ["x".repeat(1 << 20), "e\u{301}".repeat(1 << 19), "<".repeat(1 << 20), "\u{202e}".repeat(1 << 18)] {
        let letter = poisoned(&word, Language::English);
        assert!(letter.html.len() < 100_000, "{}", letter.html.len());
        assert!(letter.text.len() < 40_000, "{}", letter.text.len());
        assert!(letter.subject.len() < 600);
        let longest = eml(&letter).split("\r\n").map(str::len).max().unwrap();
        assert!(longest <= 998, "a line of {longest}");
    }
}

#[test]
fn empty_text_everywhere_still_makes_a_letter() {
    let letter = poisoned("", Language::German);
    assert_eq!(letter.kind, LetterKind::Digest);
    assert!(!letter.subject.is_empty());
}

#[test]
fn a_hostile_calendar_entry_stays_one_entry() {
    let evil = "END:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:x;,\\n\u{202e}".repeat(9);
    let letter = poisoned(&evil, Language::German);
    let (name, entry) = &letter.calendars[0];
    let lines: Vec<&str> = entry.split("\r\n").collect();
    assert_eq!(lines.iter().filter(|line| **line == "BEGIN:VEVENT").count(), 1);
    assert!(name.is_ascii() && !name.contains(['/', '"', '\r']), "{name}");
}
