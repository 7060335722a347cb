//! Answers to letters: which codes are believed, whatever a mail program made of them, and what a person wrote above them.

use hausrecht::model::{Decision, ReplyKey};
use hausrecht::steps::replies::{Readers, Reply, codes_in, judge, read, write};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const KEY: ReplyKey = ReplyKey([7; 32]);
const CHANGE: &str = "0123456789";
const TEAM: &str = "Team";
const UNTIL: Date = date(2026, 12, 31);

fn code(decision: Decision) -> String {
    write(&KEY, CHANGE, TEAM, decision, UNTIL).unwrap()
}

/// What a mail comes to: decisions with who made them and why, or why there is none.
fn come_to(mail: &str) -> String {
    come_to_on(mail, UNTIL)
}

fn come_to_on(mail: &str, today: Date) -> String {
    let (changes, names) = (["9876543210".to_owned(), CHANGE.to_owned()], ["Lead".to_owned(), TEAM.to_owned()]);
    let readers = Readers { key: &KEY, changes: &changes, names: &names, today };
    let (codes, mangled, note, from) = match read(mail.replace('\n', "\r\n").as_bytes()) {
        Reply::Other => return "other mail".to_owned(),
        Reply::Nothing(why) => return format!("{why:?}"),
        Reply::Codes { codes, mangled, note, from } => (codes, mangled, note, from),
    };
    let (answers, refused) = judge(&codes, note.as_deref(), from.as_deref(), readers);
    let answers = answers.into_iter().map(|answer| {
        let note = answer.note.map_or_else(String::new, |note| format!(": {note}"));
        format!("{} {} by {}{note}", answer.change, answer.decision.key(), answer.by)
    });
    let mangled = (0..mangled).map(|_| "Unknown".to_owned());
    let refused =
        refused.into_iter().map(|refused| format!("{:?} {}", refused.why, refused.change.unwrap_or_default()));
    answers.chain(refused).chain(mangled).map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

/// A plain mail.
fn mail(subject: &str, body: &str) -> String {
    format!(
        "From: Lena <lena@example.com>\nTo: replies@example.com\nSubject: {subject}\nDate: Mon, 30 Nov 2026 10:00:00 +0100\n\
         MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    )
}

#[test]
fn a_prepared_answer_decides_by_its_subject_its_body_or_both() {
    let act = code(Decision::Act);
    let decided = "0123456789 act by Team (lena@example.com)";
    assert_eq!(come_to(&mail(&format!("We act: Rules {act}"), &format!("\n\n{act}"))), decided);
    assert_eq!(come_to(&mail(&format!("AW: Re: We act: Rules {act}"), "")), decided);
    assert_eq!(come_to(&mail("Re: something else", &act)), decided);
    assert_eq!(come_to(&mail("no code at all", "See you at ten.")), "other mail");
    assert_eq!(
        come_to(&mail("HR-Abteilung", "HR-department has all the papers that we need here today")),
        "other mail"
    );
}

#[test]
fn a_code_is_read_however_it_was_folded_quoted_or_retyped() {
    let act = code(Decision::Act);
    let (half, rest) = act.split_at(17);
    let lower = act.to_lowercase();
    for written in [
        lower.clone(),
        lower.replace('0', "o").replace('1', "l"),
        act.replace('-', " - "),
        act.replace('-', "\u{2011}"),
        format!("{half}\n{rest}"),
        act.replace('-', " "),
        act.replace('-', "\n"),
        act.replace('-', ""),
        lower.replace('-', ""),
        act.replacen('-', "", 1).replace('-', " "),
        act.replacen('-', " ", 1).replace('-', ""),
        format!("*{act}*"),
        format!("{half}\u{200b}{rest}"),
        format!("Code:{act}."),
        format!("{act} and {act} and again {lower}"),
    ] {
        assert_eq!(codes_in(&written).len(), 1, "{written}");
        assert_eq!(come_to(&mail("x", &written)), "0123456789 act by Team (lena@example.com)", "{written}");
    }
}

#[test]
fn a_mail_may_be_coded_as_mail_programs_do() {
    let done = code(Decision::Done);
    let decided = "0123456789 done by Team (lena@example.com): Für uns erledigt";
    let head = "From: lena@example.com\nSubject: hi\nMIME-Version: 1.0\n";
    // "Für uns erledigt\n\n" and the code, folded as quoted-printable does.
    let (half, rest) = done.split_at(20);
    let quoted = format!(
        "{head}Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n\
         F=FCr uns erledigt\n\n{half}=\n{rest}\n"
    );
    assert_eq!(come_to(&quoted), decided);
    let html = format!(
        "{head}Content-Type: text/html; charset=utf-8\n\n<html><head><style>p {{ margin: 0 }}</style></head><body>\
         <p>Für uns <b>erledigt</b></p><p><span>{half}</span><wbr>{rest}</p></body></html>\n"
    );
    assert_eq!(come_to(&html), decided);
    let both = format!(
        "{head}Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain; charset=utf-8\n\n\
         Für uns erledigt\n\n{done}\n--x\nContent-Type: text/html\n\n<p>{done}</p>\n--x--\n"
    );
    assert_eq!(come_to(&both), decided);
    let base64 = format!(
        "{head}Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n{}\n",
        base64_of(&format!("Für uns erledigt\r\n\r\n{done}\r\n"))
    );
    assert_eq!(come_to(&base64), decided);
    let subject = format!(
        "From: lena@example.com\nSubject: =?utf-8?B?{}?=\n\nFür uns erledigt\n",
        base64_of(&format!("Erledigt – {done}"))
    );
    assert_eq!(come_to(&subject), decided);
}

fn base64_of(text: &str) -> String {
    const SYMBOLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    text.as_bytes()
        .chunks(3)
        .flat_map(|three| {
            let held = three.iter().fold(0_u32, |held, byte| held << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
            (0..4).map(move |at| {
                let symbol = SYMBOLS[(held >> (18 - 6 * at)) as usize & 63];
                if at > three.len() { '=' } else { char::from(symbol) }
            })
        })
        .collect()
}

#[test]
fn what_stands_above_the_code_is_the_note_bounded_and_without_what_steers_a_screen() {
    let act = code(Decision::Act);
    let said = |above: &str| come_to(&mail("x", &format!("{above}\n\n{act}\n\nSent from my telephone")));
    assert_eq!(
        said("Ask the agency,\nthen the lawyers."),
        "0123456789 act by Team (lena@example.com): Ask the agency, then the lawyers."
    );
    assert_eq!(said("\u{1b}[31mred\u{202e}der\u{7}"), "0123456789 act by Team (lena@example.com): [31mredder");
    assert!(said(&"word ".repeat(5000)).len() < 600);
    // Where the code was deleted from the body, the subject still decides, and a signature is no note.
    let mail = mail(&format!("We act {act}"), "We call them.\n-- \nLena, Example GmbH");
    assert_eq!(come_to(&mail), "0123456789 act by Team (lena@example.com): We call them.");
}

#[test]
fn a_reply_to_the_letter_itself_decides_only_with_a_code_of_its_own() {
    let all = [Decision::Act, Decision::Done, Decision::None].map(code);
    let letter: String = all.iter().map(|code| format!("> - so: {code}\n")).collect();
    let led = format!("On Mon, 30 Nov 2026, Hausrecht wrote:\n{letter}");
    assert_eq!(come_to(&mail("Re: Contest rules", &format!("We do it!\n\n{led}"))), "OnlyQuoted");
    assert_eq!(
        come_to(&mail("Re: Contest rules", &format!("It is done. {}\n\n{led}", all[1]))),
        "0123456789 done by Team (lena@example.com): It is done."
    );
    let outlook =
        format!("{}\n\n-----Ursprüngliche Nachricht-----\nVon: Hausrecht\n\n{}", all[2], letter.replace("> ", ""));
    assert_eq!(come_to(&mail("AW: Contest rules", &outlook)), "0123456789 none by Team (lena@example.com)");
    let html = format!(
        "From: lena@example.com\nSubject: Re: rules\nContent-Type: text/html\n\n<p>Yes. {}</p><div class=\"gmail_quote\">\
         <div>wrote:</div><blockquote>{}</blockquote></div>\n",
        all[0], letter
    );
    assert_eq!(come_to(&html), "0123456789 act by Team (lena@example.com): Yes.");
    // Unmarked, the codes of a whole letter contradict each other: nothing is guessed.
    assert_eq!(come_to(&mail("Re: rules", &letter.replace("> ", ""))), "TwoAnswers 0123456789");
}

#[test]
fn a_quoted_code_never_decides_be_it_one_or_many_and_however_it_is_quoted() {
    let none = code(Decision::None);
    let offered = format!("- Betrifft uns nicht: {none}");
    let led = "Am 30.11.2026 um 10:00 schrieb Hausrecht <hausrecht@example.com>:";
    for quoted in [
        format!("{led}\n> {offered}"),
        format!("{led}\n\n{offered}"),
        format!("Am Mo., 30. Nov. 2026 um 10:00 Uhr schrieb Hausrecht <\nhausrecht@example.com>:\n\n{offered}"),
        format!("On Mon, 30 Nov 2026, Hausrecht wrote:\n{offered}"),
        format!("> {offered}"),
        format!("> > {}", offered.replacen(" nicht: ", " nicht:\n> > ", 1)),
        // A program broke the line that it had marked.
        format!("> {}", offered.replacen(" nicht: ", " nicht:\n", 1)),
        format!("> Hausrecht\n\n{none}"),
        format!("-----Ursprüngliche Nachricht-----\nVon: Hausrecht\n\n{offered}"),
        format!("________________________________\n{offered}"),
        format!("Von: Hausrecht <hausrecht@example.com>\n\n{offered}"),
        format!("Von: Hausrecht\nGesendet: Montag, 30. November 2026 10:00\nAn: Team\nBetreff: Rules\n\n{offered}"),
        format!("*From:* Hausrecht\n*Sent:* Monday, November 30, 2026 10:00 AM\n*To:* Team\n\n{offered}"),
    ] {
        let body = format!("Stimmt das? Das betrifft uns doch!\n\n{quoted}");
        for reply in
            [mail("Re: Bericht", &body), format!("In-Reply-To: <1@example.com>\n{}", mail("Re: Bericht", &body))]
        {
            assert_eq!(come_to(&reply), "OnlyQuoted", "{reply}");
        }
    }
    for quoted in [
        format!("<blockquote>{offered}</blockquote>"),
        format!("<div class=\"gmail_quote\"><div>{led}</div>{offered}</div>"),
        format!(
            "<p><b>Von:</b> Hausrecht<br><b>Gesendet:</b> Montag, 30. November 2026 10:00<br><b>An:</b> Team</p><p>{offered}</p>"
        ),
        format!("<p>{led}</p><p>{offered}</p>"),
    ] {
        let html = format!(
            "From: lena@example.com\nSubject: Re: rules\nContent-Type: text/html\n\n<p>Das betrifft uns doch!</p>{quoted}\n"
        );
        assert_eq!(come_to(&html), "OnlyQuoted", "{html}");
    }
    // A code of one's own above it decides, and what leads to the quotation is no part of the note.
    let own = format!("Das machen wir.\n{}\n\n{led}\n\n{offered}", code(Decision::Act));
    assert_eq!(come_to(&mail("Re: Bericht", &own)), "0123456789 act by Team (lena@example.com): Das machen wir.");
    let noted = format!("Das machen wir.\n\n{led}\n\n{offered}");
    let prepared = mail(&format!("Re: We act {}", code(Decision::Act)), &noted);
    assert_eq!(come_to(&prepared), "0123456789 act by Team (lena@example.com): Das machen wir.");
}

#[test]
fn an_answer_below_the_quotation_decides_where_it_repeats_a_code_that_is_quoted() {
    let [act, done, none] = [Decision::Act, Decision::Done, Decision::None].map(code);
    let letter = format!("> - We act: {act}\n> - Dealt with: {done}\n> - Does not concern us: {none}");
    let led = "Am 30.11.2026 um 10:00 schrieb Hausrecht <hausrecht@example.com>:";
    let decided = "0123456789 done by Team (lena@example.com)";
    let below = |answer: &str| come_to(&mail("Re: rules", &format!("{led}\n{letter}\n{answer}")));
    assert_eq!(below(&format!("\n{done}")), decided);
    assert_eq!(below(&format!("\nThe agency did it.\n\n{done}\n-- \nLena")), format!("{decided}: The agency did it."));
    assert_eq!(come_to(&mail("Re: rules", &format!("{letter}\n\n{}", done.to_lowercase()))), decided);
    // Words alone decide nothing, two answers neither, and a code that no line of the quotation holds was broken off one.
    assert_eq!(below("\nWe do it."), "OnlyQuoted");
    assert_eq!(below(&format!("\n{done}\n{act}")), "TwoAnswers 0123456789");
    assert_eq!(below(&done), "OnlyQuoted");
    let other = write(&KEY, "9876543210", TEAM, Decision::Done, UNTIL).unwrap();
    assert_eq!(below(&format!("\n{other}")), "OnlyQuoted");
    // Below an answer somebody else's letter may be quoted without a mark.
    assert_eq!(below(&format!("\n-----Original Message-----\n{done}")), "OnlyQuoted");
    let html = |below: &str| {
        let quoted = letter.replace("> ", "").replace('\n', "<br>");
        come_to(&format!(
            "From: lena@example.com\nSubject: Re: rules\nContent-Type: text/html\n\n<div class=\"moz-cite-prefix\">{led}</div>\
             <blockquote type=\"cite\">{quoted}</blockquote>{below}\n"
        ))
    };
    assert_eq!(html(&format!("<p>{done}</p>")), decided);
    assert_eq!(html("<p>We do it.</p>"), "OnlyQuoted");
    assert_eq!(html(&format!("<blockquote>{done}")), "OnlyQuoted");
}

#[test]
fn words_of_ones_own_are_not_taken_for_a_quotation() {
    let act = code(Decision::Act);
    for above in
        ["Unsere Antwort:", "Grund: zu teuer\nZuständig: Lena", "Wir prüfen das bis zum 31.12.2026.", "-- \nLena"]
    {
        let said = come_to(&mail("x", &format!("{above}\n{act}")));
        assert!(said.starts_with("0123456789 act by Team"), "{above}: {said}");
    }
}

#[test]
fn what_begins_like_a_code_and_is_none_is_refused_and_named() {
    let act = code(Decision::Act);
    let bare = act.replace('-', "");
    for mangled in [
        act[..28].to_owned(),
        act[..12].to_owned(),
        act.replace('-', " ")[..20].to_owned(),
        bare[..18].to_owned(),
        bare[..33].to_owned(),
        format!("{}U{}", &act[..20], &act[21..]),
        format!("{}{}", &act[..9], &act[10..]),
        act.replacen(&act[14..17], "", 1),
    ] {
        assert_eq!(come_to(&mail("x", &format!("We act: {mangled}"))), "Unknown", "{mangled}");
        assert_eq!(come_to(&mail(&format!("We act: {mangled}"), "")), "Unknown", "{mangled}");
        let and_another = format!("{mangled}\n{}", write(&KEY, "9876543210", TEAM, Decision::Done, UNTIL).unwrap());
        assert_eq!(
            come_to(&mail("x", &and_another)),
            "9876543210 done by Team (lena@example.com)\nUnknown",
            "{mangled}"
        );
        // Of a code that is whole elsewhere, the rest says nothing new.
        if act.replace('-', "").starts_with(&mangled.replace(['-', ' '], "")) {
            let both = mail(&format!("We act: {act}"), &mangled);
            assert_eq!(come_to(&both), "0123456789 act by Team (lena@example.com)", "{mangled}");
        }
    }
    for other in [
        "Amtsgericht Hamburg, HRB 123456, HRA 12345 B",
        "HRB123456",
        "HR-2026-0014 and HR-Abteilung, 20 Leute",
        "HR manager, telephone 040 12345678, room 12",
        "the HR 24/7 hotline and hr@example.com",
        "HR-Abteilung Muenchen 2026",
    ] {
        assert_eq!(come_to(&mail("x", other)), "other mail", "{other}");
    }
}

#[test]
fn what_programs_send_is_no_decision() {
    let act = code(Decision::Act);
    let body = format!("I am away until Monday.\n\n> {act}");
    for header in [
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-generated (rejected)",
        "Return-Path: <>",
        "Precedence: bulk",
        "X-Autoreply: yes",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=x",
    ] {
        let mail = mail(&format!("Automatic reply: We act {act}"), &body);
        let mail = if header.starts_with("Content-Type") {
            mail.replace("Content-Type: text/plain; charset=utf-8", header).replace("\n\nI am", "\n\n--x\n\nI am")
        } else {
            format!("{header}\n{mail}")
        };
        assert_eq!(come_to(&mail), "Automatic", "{header}");
    }
    let by_hand = format!("Auto-Submitted: no\nReturn-Path: <lena@example.com>\n{}", mail("x", &act));
    assert_eq!(come_to(&by_hand), "0123456789 act by Team (lena@example.com)");
}

#[test]
fn codes_that_are_old_of_others_or_of_somebody_who_left_decide_nothing() {
    let ours = mail("x", &code(Decision::Act));
    assert_eq!(come_to_on(&ours, date(2027, 1, 1)), "Expired 0123456789");
    let other = |key: &ReplyKey, change: &str, reader: &str| {
        come_to(&mail("x", &write(key, change, reader, Decision::Act, UNTIL).unwrap()))
    };
    assert_eq!(other(&KEY, CHANGE, "Lead"), "0123456789 act by Lead (lena@example.com)");
    assert_eq!(other(&ReplyKey([8; 32]), CHANGE, TEAM), "Unknown");
    assert_eq!(other(&KEY, "ffffffffff", TEAM), "Unknown");
    assert_eq!(other(&KEY, CHANGE, "Somebody who left"), "Unknown");
    let two = mail("x", &format!("{}\n{}", code(Decision::Act), code(Decision::None)));
    assert_eq!(come_to(&two), "TwoAnswers 0123456789");
    let of_two =
        format!("{}\n{}", code(Decision::Act), write(&KEY, "9876543210", TEAM, Decision::Done, UNTIL).unwrap());
    assert_eq!(
        come_to(&mail("x", &of_two)),
        "0123456789 act by Team (lena@example.com)\n9876543210 done by Team (lena@example.com)"
    );
}

#[test]
fn a_mail_that_was_cut_off_is_read_as_far_as_it_goes() {
    let act = code(Decision::Act);
    let mail = format!(
        "From: lena@example.com\nSubject: x\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\n{act}\n--x\n\
         Content-Type: image/png\nContent-Transfer-Encoding: base64\n\n{}",
        "QUFB".repeat(500)
    );
    assert_eq!(come_to(&mail), "0123456789 act by Team (lena@example.com)");
}

proptest! {
    #[test]
    fn no_bytes_whatever_make_it_fail(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_mail_whatever_makes_it_fail(
        header in "(From|Subject|Content-Type|Content-Transfer-Encoding|Return-Path|Auto-Submitted): \\PC{0,60}",
        kind in "(text/plain|text/html|multipart/alternative; boundary=x|message/rfc822)",
        body in "(\\PC|\n|HR-|<blockquote|<p>|> |-----a-----|--x\n){0,400}",
    ) {
        let mail = format!("{header}\r\nContent-Type: {kind}\r\n\r\n{body}");
        let _ = come_to(&mail);
    }

    #[test]
    fn no_code_is_believed_but_those_that_were_written(
        at in 0_usize..32, symbol in "[0-9A-HJKMNP-TV-Z]", change in "[0-9a-f]{10}", reader in "[A-Z][a-z]{1,8}",
    ) {
        let right = write(&KEY, &change, &reader, Decision::Act, UNTIL).unwrap();
        let mut symbols: Vec<char> = right.chars().skip(3).filter(|letter| *letter != '-').collect();
        let is_same = symbols[at].to_string() == symbol;
        symbols[at] = symbol.chars().next().unwrap();
        let forged: String = symbols.into_iter().collect();
        let found = codes_in(&format!("HR-{forged}"));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].1.is_sealed(&KEY, &change, &reader), is_same);
    }

    #[test]
    fn symbols_by_chance_are_no_code(symbols in "[0-9A-HJKMNP-TV-Z]{32}") {
        for (_, found) in codes_in(&format!("HR-{symbols}")) {
            prop_assert!(!found.is_sealed(&KEY, CHANGE, TEAM));
        }
    }
}

#[test]
fn what_letters_do_not_offer_has_no_code() {
    assert_eq!(write(&KEY, CHANGE, TEAM, Decision::Defer, UNTIL), None);
    assert_eq!(write(&KEY, CHANGE, TEAM, Decision::Act, date(1999, 1, 1)), None);
    assert_eq!(come_to(&mail("x", "")), "other mail");
}
