//! A notice that is all there is at the first look is no version of a document: it is said to stand there, and what comes in its
//! place is the beginning. A page that shows its text in a file or a frame is doubted.

use super::wall_rules::{named, read};
use super::{dearer, letters, markup, page, trouble, watched};
use crate::house::history::History;
use crate::house::server::Answer;

fn bare(title: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{title}</title></head><body>{body}</body></html>"
    )
}

/// Notices of makers of walls, of hosts, of the house itself.
fn notices() -> Vec<String> {
    let countries = ["Austria", "Belgium", "Croatia", "Denmark", "Finland", "France", "Germany", "Greece", "Italy"];
    let countries: String = countries.map(|name| format!("<li><a href=/{name}>{name}</a></li>")).concat();
    vec![
        bare(
            "Hold on",
            "<h1>Checking your browser before accessing plaudernetz.example</h1><p>Protection by Stonewall. Please wait a few seconds.</p>",
        ),
        bare(
            "You are in line",
            "<h1>You are now in line</h1><p>When it is your turn, you will have ten minutes to enter the website. Do not refresh this page, and thank you for waiting.</p>",
        ),
        bare(
            "Plaudernetz",
            "<h1>Are you of legal age?</h1><p>You must be at least eighteen years old to enter this site. Please enter your date of birth.</p><form><input name=d><input name=m><button>Enter</button></form>",
        ),
        bare(
            "Plaudernetz",
            "<h1>We'll be back soon!</h1><p>Sorry for the inconvenience. The carpenters are in the house, and we open again shortly!</p>",
        ),
        bare(
            "Welcome to webserver!",
            "<h1>Welcome to webserver!</h1><p>If you see this page, the web server is successfully installed and working. Further configuration is required.</p><p>Thank you for using webserver.</p>",
        ),
        bare("Plaudernetz", &format!("<h1>Choose your country or region</h1><ul>{countries}</ul>")),
    ]
}

#[test]
fn a_notice_of_any_maker_is_named_and_short_rules_are_read() {
    for notice in notices() {
        named("notice", "short_note", &notice);
    }
    read("notice", &page("<h1>Raffles</h1><p>Raffles of clubs must end on the day that was announced.</p>", ""));
    read(
        "notice",
        &bare(
            "Plaudernetz",
            "<h1>At the stalls</h1><p>Nobody may sell knives at a stall of the house.</p><p>Dogs are not allowed in the rows of it.</p>",
        ),
    );
    read(
        "notice",
        &bare(
            "Rules of the garden",
            "<h1>Rules of the garden</h1><p>The garden belongs to all of us, and so does the broom.</p>",
        ),
    );
    let documents =
        ["Terms", "Privacy", "Raffles", "Stalls"].map(|name| format!("<li><a href=/{name}>{name}</a></li>")).concat();
    read("notice", &bare("Plaudernetz", &format!("<h1>Our papers</h1><ul>{documents}</ul>")));
}

/// What has a few lines: the last day to take part, and the prizes.
const CONTESTS: [(&str, [&str; 5]); 8] = [
    (
        "Photo week",
        [
            "Deadline: 20 March 2027",
            "1st prize: 500 euros",
            "2nd prize: 200 euros",
            "3rd prize: a cup",
            "One picture each",
        ],
    ),
    (
        "Fotowoche",
        [
            "Einsendeschluss: 20. März 2027",
            "1. Preis: 500 Euro",
            "2. Preis: 200 Euro",
            "3. Preis: eine Tasse",
            "Ein Bild je Person",
        ],
    ),
    (
        "Semaine de la photo",
        [
            "Date limite : 20 mars 2027",
            "1er prix : 500 euros",
            "2e prix : 200 euros",
            "3e prix : une tasse",
            "Une photo par personne",
        ],
    ),
    (
        "Semana de la foto",
        [
            "Plazo: 20 de marzo de 2027",
            "Primer premio: 500 euros",
            "Segundo premio: 200 euros",
            "Tercer premio: una taza",
            "Una foto por persona",
        ],
    ),
    (
        "Settimana della foto",
        [
            "Scadenza: 20 marzo 2027",
            "Primo premio: 500 euro",
            "Secondo premio: 200 euro",
            "Terzo premio: una tazza",
            "Una foto a persona",
        ],
    ),
    (
        "Fotoweek",
        [
            "Sluitingsdatum: 20 maart 2027",
            "Eerste prijs: 500 euro",
            "Tweede prijs: 200 euro",
            "Derde prijs: een kop",
            "Een foto per persoon",
        ],
    ),
    (
        "Tydzień zdjęć",
        [
            "Termin: 20 marca 2027",
            "Pierwsza nagroda: 500 euro",
            "Druga nagroda: 200 euro",
            "Trzecia nagroda: kubek",
            "Jedno zdjęcie od osoby",
        ],
    ),
    (
        "Semana da foto",
        [
            "Prazo: 20 de março de 2027",
            "Primeiro prémio: 500 euros",
            "Segundo prémio: 200 euros",
            "Terceiro prémio: uma caneca",
            "Uma foto por pessoa",
        ],
    ),
];

#[test]
fn a_contest_in_a_few_lines_is_read_in_eight_languages_and_what_changes_in_it_is_told() {
    let contest = |name: &str, lines: &[String]| {
        let lines: String = lines.iter().map(|line| format!("<p>{line}</p>")).collect();
        bare("Plaudernetz", &format!("<h1>{name}</h1>{lines}"))
    };
    for (name, lines) in CONTESTS {
        let mut lines = lines.map(str::to_owned).to_vec();
        read("notice", &contest(name, &lines));
        let past = watched();
        past.shows("stalls", &contest(name, &lines)).days(3);
        assert_eq!(trouble(&past), "", "{}", past.account_of("stalls"));
        lines[1] = lines[1].replace("500", "900");
        past.shows("stalls", &contest(name, &lines)).days(3);
        past.assert_told("stalls", &lines[1]);
    }
}

#[test]
fn lines_with_a_day_that_award_nothing_and_prizes_without_a_last_day_are_still_notices() {
    for lines in [
        ["We are back on 20 March 2027.", "Monday: 8 to 12", "Tuesday: 9 to 12"],
        ["Your number in this line is 1042.", "Before you: 993", "Opened: 20 March 2027"],
        ["Doors open on 20 March 2027.", "Phone: 030 123456", "Fax: 030 123457"],
        ["Come in and win!", "1st prize: a bicycle, be quick", "Subscribe to our news for more."],
    ] {
        let lines = lines.map(|line| format!("<p>{line}</p>")).concat();
        named("notice", "short_note", &bare("Plaudernetz", &format!("<h1>Plaudernetz</h1>{lines}")));
    }
}

#[test]
fn some_minutes_to_wait_are_no_rule_in_eight_languages_and_days_to_wait_are_one() {
    for says in [
        "You must wait about 4 minutes before you can go on.",
        "Your turn comes in 12 minutes. You must keep this window open.",
        "Du musst etwa 4 Minuten warten, bevor es weitergeht.",
        "Vous devez patienter environ 4 minutes avant de continuer.",
        "Debes esperar unos 4 minutos antes de continuar.",
        "Devi aspettare circa 4 minuti prima di continuare.",
        "Je moet ongeveer 4 minuten wachten voordat je verder kunt.",
        "Musisz poczekać około 4 minut, zanim przejdziesz dalej.",
        "Você deve esperar cerca de 4 minutos antes de continuar.",
    ] {
        named("notice", "short_note", &bare("Plaudernetz", &format!("<h1>Plaudernetz</h1><p>{says}</p>")));
    }
    for says in [
        "Sellers must wait 30 days before they set up another stall.",
        "Du musst 30 Tage warten, bevor du wieder anbietest.",
        "Sellers must wait 10 minutes after the bell. Nobody may sell knives. Dogs are not allowed in the rows. Stalls must be swept.",
    ] {
        read("notice", &bare("Plaudernetz", &format!("<h1>Plaudernetz</h1><p>{says}</p>")));
    }
}

#[test]
fn a_text_that_comes_in_the_place_of_a_notice_is_the_beginning_and_what_changes_then_is_told() {
    for notice in notices() {
        let past = watched();
        past.shows("stalls", &notice).days(1);
        assert_eq!(trouble(&past), "short_note", "{}", past.account_of("stalls"));
        past.shows("stalls", &page(&markup(super::RULES), "")).days(3);
        assert_eq!(trouble(&past), "", "{}", past.account_of("stalls"));
        past.shows("stalls", &page(&markup(&dearer()), "")).days(3);
        past.assert_told("stalls", super::NEW_FEE);
        assert!(!letters(&past).concat().contains("months and has shown a passport"), "{:?}", letters(&past));
    }
}

#[test]
fn a_notice_that_stays_is_told_as_what_stands_there() {
    let past = watched();
    past.shows("stalls", &notices()[3]).days(5);
    let letters = letters(&past);
    assert_eq!(letters.len(), 1, "{letters:?}");
    assert!(letters[0].contains("only a short note stands there: “Sorry for the inconvenience."), "{}", letters[0]);
}

#[test]
fn a_word_or_two_that_the_watch_selects_are_read() {
    let past = History::new().watch_with("stalls", "platform: Plaudernetz, document: Rules, select: [.r]");
    let shows = |limit: &str| {
        bare("Plaudernetz", &format!("<h1>Welcome</h1><p class=r>Limit: {limit}</p><p class=r>Stalls of all rows</p>"))
    };
    past.shows("stalls", &shows("5 coins")).days(4).shows("stalls", &shows("9 coins")).days(3);
    past.assert_told("stalls", "9 coins");
}

/// What stands around a text that is shown elsewhere.
fn around(inner: &str) -> String {
    page(&format!("<h1>Rules for stalls</h1><p>Here you find the rules for stalls as they hold today.</p>{inner}"), "")
}

#[test]
fn a_page_whose_text_stands_in_a_file_or_in_a_reader_of_files_is_doubted() {
    for (inner, says) in [
        ("<p><a href=/stalls-rules.pdf>Download the rules (PDF)</a></p>", "what stands in the file"),
        ("<iframe src='/viewer?file=/stalls-rules.pdf' width=800 height=900></iframe>", "what its frame"),
        ("<iframe data-src='https://papers.example/stalls' width=800 height=900></iframe>", "what its frame"),
    ] {
        let past = watched();
        past.house.server.answer("/viewer", Answer::html("<html><body><div id=viewer></div></body></html>"));
        past.shows("stalls", &around(inner)).days(1);
        assert_eq!(trouble(&past), "in_part", "{inner}: {}", past.account_of("stalls"));
        past.days(3);
        assert!(letters(&past).concat().contains(says), "{:?}", letters(&past));
    }
    for inner in [
        "<p>Stalls must be swept each evening.</p><p><a href=/stalls-rules.pdf>The same on paper (PDF)</a></p>",
        "<p><a href=/stalls>Rules on one page</a></p>",
    ] {
        let past = watched();
        past.shows("stalls", &around(inner)).days(1);
        assert_eq!(trouble(&past), "", "{inner}: {}", past.account_of("stalls"));
    }
}

#[test]
fn a_frame_that_waits_to_come_into_view_is_read() {
    let past = watched();
    past.shows("stalls", &around("<iframe data-src='/inner' src='about:blank' width=800 height=900></iframe>"));
    past.house.server.answer("/inner", Answer::html(&page(&markup(super::RULES), "")));
    past.days(4);
    assert_eq!(trouble(&past), "", "{}", past.account_of("stalls"));
    past.house.server.answer("/inner", Answer::html(&page(&markup(&dearer()), "")));
    past.days(3);
    past.assert_told("stalls", super::NEW_FEE);
}
