//! Policies that are PDF files: read as a person reads them, and named where they cannot be.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::time::{Duration, Instant};

use hausrecht::io::pdf::PdfReader;
use hausrecht::io::store::Store;
use hausrecht::model::{BlockKind, Document, Trouble};
use hausrecht::steps::extract::of_pdf;
use insta::assert_snapshot;

use crate::house::pdf::Pdf;
use crate::house::program::{House, reader};
use crate::house::server::Answer;

const CONTESTS: &str = "You may run a contest on your page when you name its rules, its end and who may enter it, and when you \
    release us from every claim that an entrant may have because of it.";
const SHARING: &str = "You must not ask people to share a post, to tag friends or to like a page as a way to enter the contest, and \
    you must not promise a prize to those who do so.";
const ENDS: &str =
    "Before the contest ends, its winners may not be named. Taxes on prizes are borne by whoever runs the contest.";

const LIMITS: &str = "We may limit your page for seven days when you break these rules, and we tell you why we did so and how you \
    can ask for a review of that decision within thirty days.";

/// A document as one line a block: what it is, then its words.
fn shown(document: &Document) -> String {
    let lines = document.blocks.iter().map(|block| {
        let mark = match block.kind {
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::Item(depth) => format!("item{depth}"),
            BlockKind::Row => "row".to_owned(),
            BlockKind::Code => "code".to_owned(),
        };
        format!("{mark}: {}", block.text)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn read(pdf: &Pdf) -> Result<Document, Trouble> {
    read_bytes(&pdf.bytes())
}

fn read_bytes(file: &[u8]) -> Result<Document, Trouble> {
    of_pdf(&reader().lines(file)?).map(|extract| extract.document)
}

/// The rules for contests on paper of that width, over several pages with all that pages carry.
fn rules(width: f64, sharing: &str) -> Pdf {
    let furnished = |pdf: Pdf, number: usize| {
        pdf.page().line(72.0, 30.0, 8.0, "Plaudernetz GmbH - Rules for contests").line(
            290.0,
            815.0,
            8.0,
            &format!("Page {number} of 3"),
        )
    };
    let pdf = furnished(Pdf::new(), 1)
        .spaced_line(72.0, 80.0, 18.0, "CONTESTS")
        .line(72.0, 120.0, 13.0, "1. What you may do")
        .text(72.0, 140.0, width, CONTESTS)
        .line(72.0, 220.0, 13.0, "2. What you must not do")
        .text(72.0, 240.0, width, sharing);
    let pdf = furnished(pdf, 2)
        .line(72.0, 80.0, 13.0, "3. What you need")
        .line(72.0, 100.0, 10.0, "You need:")
        .line(80.0, 116.0, 10.0, "•")
        .line(100.0, 116.0, 10.0, "rules that everybody can read, and that say for how long the contest")
        .line(100.0, 129.0, 10.0, "runs and when it ends;")
        .line(80.0, 145.0, 10.0, "•")
        .line(100.0, 145.0, 10.0, "a named person.")
        .text(72.0, 780.0, width, "The rules are kept in a form that every entrant can read at any time and that");
    furnished(pdf, 3)
        .text(72.0, 80.0, width, "nobody can change.")
        .line(72.0, 130.0, 13.0, "4. The end")
        .text(72.0, 150.0, width, ENDS)
}

#[test]
fn a_pdf_becomes_headings_paragraphs_and_lists_without_what_every_page_repeats() {
    assert_snapshot!(shown(&read(&rules(440.0, SHARING)).unwrap()));
}

#[test]
fn the_same_words_on_other_paper_are_the_same_words() {
    let house = House::new();
    let file = |name: &str, pdf: &Pdf| fs::write(house.folder.path().join(name), pdf.bytes()).unwrap();
    file("wide.pdf", &rules(440.0, SHARING));
    file("narrow.pdf", &rules(300.0, SHARING));
    file("other.pdf", &rules(300.0, &SHARING.replace("must not ask", "may ask")));
    let same = house.run_as_it_is(&["diff", "wide.pdf", "narrow.pdf"]);
    assert_eq!((same.code, same.stdout.as_str()), (0, "the words are the same\n"), "{same:?}");
    let differs = house.run_as_it_is(&["diff", "wide.pdf", "other.pdf"]);
    assert_eq!(differs.code, 1);
    assert!(differs.stdout.contains("2. What you must not do"), "{}", differs.stdout);
    assert!(differs.stdout.contains("[-must not-]"), "{}", differs.stdout);
}

#[test]
fn words_that_a_line_end_divides_are_whole_again_and_hyphens_that_belong_stay() {
    let pdf = Pdf::new()
        .page()
        .line(72.0, 80.0, 10.0, "Every third-party offer needs our consent, which the other com-")
        .line(72.0, 93.0, 10.0, "pany asks for in good time before it shows the offer of a third-")
        .line(72.0, 106.0, 10.0, "party to anybody; the same holds for E-")
        .line(72.0, 119.0, 10.0, "Mail.");
    assert_snapshot!(shown(&read(&pdf).unwrap()), @"p: Every third-party offer needs our consent, which the other company asks for in good time before it shows the offer of a third-party to anybody; the same holds for E-Mail.");
}

#[test]
fn columns_are_read_one_after_the_other_however_the_file_draws_them() {
    let left = [
        "You may run a contest here when",
        "you name its rules, its end and",
        "who may enter it, and when the",
        "entrants know that we have no",
        "part in it, whatever happens to",
        "them because of the contest.",
    ];
    let right = [
        "Nobody may be asked to share a",
        "post or to tag a friend as a way",
        "to enter, and no prize may be",
        "promised to those who do so of",
        "their own will, before or after",
        "the contest has ended for all.",
    ];
    let (mut in_turn, mut by_line) = (Pdf::new().page(), Pdf::new().page());
    let top = |number: usize| 80.0 + 13.0 * f64::from(u8::try_from(number).unwrap());
    for (column, place) in [(left, 60.0), (right, 320.0)] {
        for (number, line) in column.into_iter().enumerate() {
            in_turn = in_turn.line(place, top(number), 10.0, line);
        }
    }
    for (number, (left, right)) in left.into_iter().zip(right).enumerate() {
        by_line = by_line.line(60.0, top(number), 10.0, left).line(320.0, top(number), 10.0, right);
    }
    let expected = format!("p: {}\np: {}", left.join(" "), right.join(" "));
    assert_eq!(shown(&read(&in_turn).unwrap()), expected);
    assert_eq!(shown(&read(&by_line).unwrap()), expected);
}

#[test]
fn the_rows_of_a_table_stay_rows() {
    let mut pdf = Pdf::new().page().text(
        72.0,
        60.0,
        440.0,
        "These fees are due on the first day of each month, for every page that you run.",
    );
    for (number, cells) in
        [["Plan", "Fee", "From"], ["Small", "10 EUR", "2027"], ["Large", "90 EUR", "2028"]].into_iter().enumerate()
    {
        let top = 110.0 + 16.0 * f64::from(u8::try_from(number).unwrap());
        for (cell, left) in cells.into_iter().zip([72.0, 200.0, 320.0]) {
            pdf = pdf.line(left, top, 10.0, cell);
        }
    }
    assert_snapshot!(shown(&read(&pdf).unwrap()), @r"
    p: These fees are due on the first day of each month, for every page that you run.
    row: Plan | Fee | From
    row: Small | 10 EUR | 2027
    row: Large | 90 EUR | 2028
    ");
}

#[test]
fn a_date_at_the_foot_of_every_page_is_read_once() {
    let mut pdf = Pdf::new();
    for text in [CONTESTS, SHARING, ENDS] {
        pdf = pdf.page().text(72.0, 80.0, 440.0, text).line(72.0, 815.0, 8.0, "In force from 1 March 2027");
    }
    let text = shown(&read(&pdf).unwrap());
    assert_eq!(text.matches("In force from 1 March 2027").count(), 1, "{text}");
    assert!(text.ends_with("In force from 1 March 2027"), "{text}");
}

#[test]
fn the_day_on_which_a_paper_was_printed_is_no_text() {
    let printed = |day: &str| {
        let mut pdf = Pdf::new();
        for (number, text) in [CONTESTS, SHARING, ENDS].into_iter().enumerate() {
            pdf = pdf.page().text(72.0, 80.0, 440.0, text);
            pdf = pdf.line(72.0, 30.0, 8.0, &format!("Plaudernetz, edition 3, as of {day} 06:02"));
            pdf = pdf.line(72.0, 815.0, 8.0, &format!("Page {} of 3, printed on {day}", number + 1));
            pdf = pdf.line(400.0, 815.0, 8.0, "In force from 1 March 2027");
        }
        shown(&read(&pdf).unwrap())
    };
    assert_eq!(printed("2 November 2026"), printed("9 November 2026"));
    assert!(printed("2 November 2026").ends_with("In force from 1 March 2027"), "{}", printed("2 November 2026"));
}

#[test]
fn a_file_that_says_the_same_on_every_page_says_it() {
    let pdf = Pdf::new().page().text(72.0, 80.0, 440.0, ENDS).page().text(72.0, 80.0, 440.0, ENDS);
    assert_eq!(shown(&read(&pdf).unwrap()), format!("p: {ENDS}\np: {ENDS}"));
}

/// Two columns of rules under one title, in the order in which they are drawn.
fn two_columns(by_line: bool, sharing: &str) -> Pdf {
    let column = |left: f64, sections: [(&str, &str); 2]| -> Vec<(f64, f64, f64, String)> {
        let (mut drawn, mut top) = (Vec::new(), 120.0_f64);
        for (heading, text) in sections {
            drawn.push((top, left, 13.0, heading.to_owned()));
            top += 17.0;
            for line in Pdf::wrapped(text, 210.0) {
                drawn.push((top, left, 10.0, line));
                top += 13.0;
            }
            top += 9.0;
        }
        drawn
    };
    let mut drawn = column(60.0, [("1. What you may do", CONTESTS), ("2. The end", ENDS)]);
    drawn.extend(column(320.0, [("3. What you must not do", sharing), ("4. What we may do", LIMITS)]));
    if by_line {
        drawn.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    }
    let pdf = Pdf::new().page().line(60.0, 70.0, 18.0, "Rules for contests on pages of every kind");
    drawn.into_iter().fold(pdf, |pdf, (top, left, size, text)| pdf.line(left, top, size, &text))
}

#[test]
fn columns_are_read_one_after_the_other_however_they_are_drawn() {
    let expected = format!(
        "h1: Rules for contests on pages of every kind\nh2: 1. What you may do\np: {CONTESTS}\nh2: 2. The end\np: {ENDS}\n\
         h2: 3. What you must not do\np: {SHARING}\nh2: 4. What we may do\np: {LIMITS}"
    );
    assert_eq!(shown(&read(&two_columns(false, SHARING)).unwrap()), expected);
    assert_eq!(shown(&read(&two_columns(true, SHARING)).unwrap()), expected);
}

#[test]
fn one_changed_sentence_in_a_column_is_told_as_that_sentence() {
    let house = House::new();
    let file = |name: &str, pdf: &Pdf| fs::write(house.folder.path().join(name), pdf.bytes()).unwrap();
    file("old.pdf", &two_columns(false, SHARING));
    file("new.pdf", &two_columns(true, &SHARING.replace("must not ask", "may ask")));
    let told = house.run_as_it_is(&["diff", "--json", "old.pdf", "new.pdf"]);
    let change: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    assert_eq!(change["hunks"].as_array().unwrap().len(), 1, "{change}");
    assert_eq!(change["hunks"][0]["before"], SHARING);
    assert_eq!(change["hunks"][0]["after"], SHARING.replace("must not ask", "may ask"));
}

#[test]
fn words_of_a_font_whose_widths_are_written_as_ranges_stay_whole() {
    let pdf = Pdf::new().page().printed_line(72.0, 80.0, "Consumers of these Terms are entered in the register.");
    assert_eq!(shown(&read(&pdf).unwrap()), "p: Consumers of these Terms are entered in the register.");
}

#[test]
fn a_file_that_is_damaged_is_read_whole_or_not_at_all() {
    let long = |number: usize| format!("{CONTESTS} {SHARING} {ENDS} This is said on page {number}. ").repeat(4);
    let pdf = (0..4).fold(Pdf::new(), |pdf, page| pdf.page().text(72.0, 80.0, 440.0, long(page).trim_end())).packed();
    let (file, whole) = (pdf.bytes(), read(&pdf).unwrap());
    let mut damaged: Vec<Vec<u8>> = Vec::new();
    let places = |name: &[u8]| {
        let all = file.windows(name.len()).enumerate().filter(|(_, window)| *window == name);
        all.map(|(at, _)| at).collect::<Vec<_>>()
    };
    for (number, end) in places(b"endstream").into_iter().enumerate() {
        let start = places(b"stream\n").into_iter().filter(|start| *start < end).max().unwrap() + 7;
        for part in 0..6 {
            // A bit in the middle of the packed text, near its end, and in its checksum.
            let mut flipped = file.clone();
            flipped[start + (end - 2 - start) * part / 6 + number] ^= 1 << part;
            damaged.push(flipped);
        }
        let (mut blank, mut ended) = (file.clone(), file.clone());
        blank[usize::midpoint(start, end)..end - 1].fill(0);
        ended[end - 4..end - 1].fill(0xff);
        damaged.extend([blank, ended]);
    }
    for part in 1..8 {
        damaged.push(file[..file.len() * part / 8].to_vec());
        let mut holed = file.clone();
        let hole = file.len() * part / 9;
        holed.drain(hole..hole + 40);
        damaged.push(holed);
    }
    for entry in places(b" 00000 n ") {
        let mut lost = file.clone();
        lost[entry - 3..entry].copy_from_slice(b"007");
        damaged.push(lost);
    }
    for (from, to) in [("/Kids [4", "/Kids [9"), ("/Contents 7 0", "/Contents 99 0"), ("11 0 obj", "12 0 obj")] {
        let (at, mut named) = (places(from.as_bytes())[0], file.clone());
        named.splice(at..at + from.len(), to.bytes());
        damaged.push(named);
    }
    assert!(damaged.len() > 50, "{}", damaged.len());
    let mut refused = 0;
    for (number, file) in damaged.iter().enumerate() {
        match read_bytes(file) {
            Ok(read) => assert_eq!(shown(&read), shown(&whole), "{number}"),
            Err(trouble) => {
                assert_eq!(trouble, Trouble::PdfBroken, "{number}");
                refused += 1;
            }
        }
    }
    assert!(refused * 10 > damaged.len() * 8, "{refused} of {}", damaged.len());
}

#[test]
fn what_a_browser_prints_on_every_page_is_no_text() {
    let mut pdf = Pdf::new();
    for text in [CONTESTS, SHARING, ENDS, LIMITS] {
        pdf = pdf.page().text(72.0, 80.0, 440.0, &format!("{text} {text} {text} {text}"));
        for (number, line) in
            ["We use cookies to show you what", "you like best.", "Accept", "Refuse"].iter().enumerate()
        {
            pdf = pdf.line(200.0, 400.0 + 20.0 * f64::from(u8::try_from(number).unwrap()), 10.0, line);
        }
        // More lines below, so that the notice stands at no end of the page.
        pdf = pdf.text(72.0, 600.0, 440.0, &format!("{ENDS} {text} {text}"));
    }
    let text = shown(&read(&pdf).unwrap());
    assert!(!text.contains("cookies") && !text.contains("Refuse"), "{text}");
    assert_eq!(text.matches(SHARING).count(), 6, "{text}");
}

#[test]
fn what_cannot_be_read_has_a_name() {
    let whole = rules(440.0, SHARING);
    assert_eq!(read(&rules(440.0, SHARING).encrypted()), Err(Trouble::PdfEncrypted));
    let picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q\n";
    assert_eq!(read(&Pdf::new().page().drawn(picture).page().drawn(picture)), Err(Trouble::PdfWithoutText));
    let bytes = whole.bytes();
    for part in [9, bytes.len() / 2, bytes.len() - 60] {
        assert_eq!(read_bytes(&bytes[..part]), Err(Trouble::PdfBroken), "{part}");
    }
    assert_eq!(read_bytes(b"%PDF-1.7 and then nothing of the kind"), Err(Trouble::PdfBroken));
    let odd = Pdf::new().page().drawn("BT /F9 10 Tf (no such font) Tj ET");
    assert_eq!(read(&odd), Err(Trouble::PdfBroken));
}

#[test]
fn five_hundred_pages_are_read_in_time() {
    let mut pdf = Pdf::new();
    for page in 0..500 {
        // Every line of a page differs from those of the others in more than its numbers.
        let word: String = format!("{page:03}").chars().map(|digit| char::from(digit as u8 - b'0' + b'a')).collect();
        let text = format!("A contest needs {word} rules. ").repeat(40);
        pdf = pdf.page().line(72.0, 30.0, 8.0, "Contest rules").text(72.0, 80.0, 440.0, text.trim_end());
        pdf = pdf.line(300.0, 815.0, 8.0, &format!("{page}"));
    }
    let text = shown(&read(&pdf).unwrap());
    assert_eq!(text.matches("A contest needs").count(), 500 * 40);
    assert!(!text.contains("Contest rules"));
}

#[test]
fn a_reader_that_hangs_is_ended_and_leaves_nothing_behind() {
    let folder = tempfile::TempDir::new().unwrap();
    let program = folder.path().join("hangs");
    fs::write(&program, "#!/bin/sh\nexec sleep 60\n").unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let begun = Instant::now();
    let reader = PdfReader::with_program(program, Duration::from_millis(300));
    // More than a pipe holds, so that whoever writes to it waits.
    assert_eq!(reader.lines(&vec![b' '; 1_000_000]), Err(Trouble::PdfTooLarge));
    assert!(begun.elapsed() < Duration::from_secs(20));
    let nowhere = PdfReader::with_program("/nowhere/hausrecht".into(), Duration::from_secs(1));
    assert!(matches!(nowhere.lines(b"%PDF-"), Err(Trouble::Format { .. })));
}

#[test]
fn a_watched_pdf_is_kept_as_it_was_served_and_its_changes_are_told() {
    let house = House::new().watch_as_written(
        "id: contests, platform: Plaudernetz, document: Contests, url: 'SERVER/rules.pdf', allow_private_network: true",
    );
    let serve = |pdf: &Pdf| {
        house.server.answer("/rules.pdf", Answer::bytes(pdf.bytes()).header("content-type", "application/pdf"))
    };
    let first = rules(440.0, SHARING);
    serve(&first);
    assert_eq!(house.run(&["check"]).stdout, "first      contests\n1 page: 1 first seen\n");
    let store = Store::open(&house.data()).unwrap();
    let version = store.last_version("contests", "").unwrap().unwrap();
    let kept = store.snapshot("contests", "", &version.snapshot).unwrap().unwrap();
    assert_eq!(kept.snapshot.body, first.bytes());
    drop(store);
    assert!(house.run(&["explain", "contests"]).stdout.contains("+ 2. What you must not do"));
    assert!(house.run(&["check", "--all"]).stdout.contains("unchanged"));
    serve(&rules(300.0, &SHARING.replace("must not ask", "may ask")));
    let changed = house.run(&["check", "--all"]);
    assert!(changed.stdout.contains("changed    contests"), "{changed:?}");
    assert!(house.run(&["reread"]).stdout.contains("2 versions read again: 0 differ"));
    serve(&rules(300.0, SHARING).encrypted());
    let locked = house.run(&["check", "--all"]);
    assert!(locked.stdout.contains("the PDF opens only with a password"), "{locked:?}");
}
