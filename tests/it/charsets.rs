//! The charset of a page without a word of its server: the tag that browsers heed, wherever in the head it stands, and else the
//! bytes and the language.

use hausrecht::model::{Origin, Snapshot};
use hausrecht::steps::extract::{Reading, extract};

use crate::house::history::History;
use crate::house::server::Answer;

const RULE: &str = "Каждый продавец обязан назвать свою цену";

/// The letters of the Russian alphabet as Windows-1251 writes them.
fn in_cp1251(text: &str) -> Vec<u8> {
    text.chars()
        .map(|letter| match letter {
            'А'..='я' => u8::try_from(u32::from(letter) - 0x410 + 0xc0).unwrap(),
            'ё' => 0xb8,
            other => u8::try_from(u32::from(other)).unwrap(),
        })
        .collect()
}

fn page(lang: &str, head: &str, last: &str) -> String {
    format!(
        "<!doctype html><html lang={lang}><head>{head}<title>Правила</title></head><body><main><h1>Правила для лавок</h1><p>{RULE}, и никто не может продавать чужие вещи.</p>\
         <p>Лавка открывается в девять утра и закрывается в восемь вечера каждый день.</p><p>Дом получает четыре монеты с каждой продажи, и платит за уборку.</p>{last}</main></body></html>"
    )
}

fn read(body: Vec<u8>) -> String {
    let snapshot = Snapshot {
        fetched_at: "2026-03-01T06:00:00Z".parse().unwrap(),
        url: "https://plaudernetz.example/rules".parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), "text/html".into())],
        body,
        origin: Origin::Live,
    };
    let document = extract(&snapshot, Reading::default()).unwrap().document;
    document.blocks.iter().map(|block| format!("{}\n", block.text)).collect()
}

const DECLARED: &str = "<meta charset=windows-1251>";

#[test]
fn the_tag_is_heard_wherever_in_the_head_it_stands_and_nowhere_else() {
    let long = format!("<style>{}</style><script>{}</script>{DECLARED}", "a{b:c}".repeat(3000), "x=1;".repeat(3000));
    for head in [
        DECLARED,
        &long,
        "<META http-equiv='Content-Type' content='text/html; charset=windows-1251'>",
        &format!("<!-- <meta charset=utf-8> -->{DECLARED}"),
        &format!("<script>var s='<meta charset=utf-8>';</script>{DECLARED}"),
        &format!("<meta name=description content='charset=utf-8 and others'>{DECLARED}"),
    ] {
        let text = read(in_cp1251(&page("ru", head, "")));
        assert!(text.contains(RULE), "{}: {text}", &head[..head.len().min(80)]);
    }
}

#[test]
fn a_page_that_declares_nothing_is_read_by_its_bytes_and_its_language() {
    assert!(read(in_cp1251(&page("ru", "", ""))).contains(RULE));
    let utf_8 = page("ru", "", "");
    assert!(read(utf_8.clone().into_bytes()).contains(RULE));
    let mut with_a_slip = utf_8.into_bytes();
    with_a_slip.extend(b"<p>ten \x96 twenty</p>");
    assert!(read(with_a_slip).contains(RULE));
    let german = "<html lang=de><title>Regeln</title><main><h1>Regeln</h1><p>Ein Stand darf erst nach der Öffnung des Hauses aufgebaut werden.</p></main>";
    let latin: Vec<u8> = german.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    assert!(read(latin).contains("nach der Öffnung"));
}

#[test]
fn a_page_whose_head_grows_before_its_tag_goes_on_and_a_new_rule_is_told() {
    let past = History::new().watch_with("rules", "platform: Plaudernetz, document: Правила для лавок, language: ru");
    let shows = |head: &str, last: &str, days| {
        let answer = Answer::bytes(in_cp1251(&page("ru", head, last))).header("content-type", "text/html");
        past.answers("rules", answer).days(days);
    };
    let long = format!("<script>{}</script>{DECLARED}", "x=1;".repeat(3000));
    shows(DECLARED, "", 4);
    shows(&long, "", 3);
    assert!(past.told("rules").is_empty() && !past.is_blind("rules"), "{}", past.account_of("rules"));
    shows(&long, "<p>Ножи продавать запрещено.</p>", 3);
    past.assert_told("rules", "Ножи продавать запрещено.");
}

const POLISH: &str = "Każdy sprzedawca musi oznaczyć źródło, a także ścieżkę i ślad rzeczy";

/// The letters of Polish as Windows-1250 and as ISO-8859-2 write them.
fn in_polish(text: &str, windows: bool) -> Vec<u8> {
    let letters = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";
    let bytes: [u8; 18] = if windows {
        [0xb9, 0xe6, 0xea, 0xb3, 0xf1, 0xf3, 0x9c, 0x9f, 0xbf, 0xa5, 0xc6, 0xca, 0xa3, 0xd1, 0xd3, 0x8c, 0x8f, 0xaf]
    } else {
        [0xb1, 0xe6, 0xea, 0xb3, 0xf1, 0xf3, 0xb6, 0xbc, 0xbf, 0xa1, 0xc6, 0xca, 0xa3, 0xd1, 0xd3, 0xa6, 0xac, 0xaf]
    };
    let byte = |letter: char| letters.chars().position(|known| known == letter).map(|at| bytes[at]);
    text.chars().map(|letter| byte(letter).unwrap_or_else(|| u8::try_from(u32::from(letter)).unwrap())).collect()
}

#[test]
fn where_nothing_is_declared_the_language_of_the_watch_decides_and_else_the_west_is_meant() {
    let page = |last: &str| {
        format!(
            "<title>Zasady</title><main><h1>Zasady dla kramów</h1><p>{POLISH}.</p>\
             <p>Kram otwiera się rano o dziewiątej i zamyka wieczorem o ósmej każdego dnia roku.</p>{last}</main>"
        )
    };
    for windows in [true, false] {
        let past = History::new().watch_with("rules", "platform: Plaudernetz, document: Zasady, language: pl");
        let shows = |last: &str, days| {
            let answer = Answer::bytes(in_polish(&page(last), windows)).header("content-type", "text/html");
            past.answers("rules", answer).days(days);
        };
        shows("", 4);
        shows("<p>Sprzedaż noży jest zabroniona, także źrebięta i ścinki są wyłączone.</p>", 3);
        past.assert_told("rules", "także źrebięta i ścinki są wyłączone.");
    }
    let western = "<title>Regeln</title><main><h1>Regeln</h1><p>Ein Stand darf erst nach der Öffnung aufgebaut werden.</p></main>";
    let latin: Vec<u8> = western.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    assert!(read(latin).contains("nach der Öffnung"));
}

#[test]
fn slovenian_letters_decide_between_its_two_charsets() {
    let page = "<html lang=sl><title>Pravila</title><main><h1>Pravila</h1><p>Vaš račun šteje žetone, država pa že še žene.</p></main>";
    for [caron_s, caron_z] in [[0x9a, 0x9e], [0xb9, 0xbe]] {
        let byte = |letter: char| match letter {
            'š' => caron_s,
            'ž' => caron_z,
            'č' => 0xe8,
            other => u8::try_from(u32::from(other)).unwrap(),
        };
        let text = read(page.chars().map(byte).collect());
        assert!(text.contains("Vaš račun šteje žetone, država pa že še žene."), "{text}");
    }
}
