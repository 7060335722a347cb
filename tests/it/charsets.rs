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
