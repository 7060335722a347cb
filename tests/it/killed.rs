//! kill -9 at every step of the dialogue with a mail server: no letter is lost, and none is sent as a new one.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use mail_parser::MessageParser;

use crate::house::program::House;
use crate::house::smtp::{Manner, Sink, Taken};

const MAY: &str = "You may post about your contest as often as you like.";
const MUST_NOT: &str = "You must not post about your contest more than once a day.";

/// What a server took in all from a program that was killed when the server had reached that command.
fn killed_at(command: &'static str) -> Vec<Taken> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
    let sink = runtime.block_on(Sink::with(
        Manner { freezes_at: Some(command), ..Manner::default() },
        crate::house::certificate::Certificate::Good,
    ));
    let port = sink.address.port();
    let house = House::new().watch("contests", MAY).with(&format!(
        "mail: {{from: hausrecht@example.com, smtp: {{host: 127.0.0.1, port: {port}, tls: none}}}}\n\
         recipients: [{{name: Team, to: [anna@example.com, bert@example.com], immediately: true}}]"
    ));
    assert_eq!(house.run(&["check"]).code, 0);
    house.show("contests", MUST_NOT);
    let mut program = house.command(&["check", "--all"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let patience = Instant::now() + Duration::from_mins(1);
    while !sink.is_frozen() {
        assert!(Instant::now() < patience, "nothing came as far as {command}");
        thread::sleep(Duration::from_millis(5));
    }
    program.kill().unwrap();
    program.wait().unwrap();
    assert_eq!(house.run(&["check", "--all"]).code, 0);
    assert_eq!(house.run(&["check", "--all"]).code, 0);
    sink.taken()
}

#[test]
fn before_the_end_of_the_letter_it_is_sent_once() {
    for command in ["EHLO", "MAIL", "RCPT", "DATA"] {
        let taken = killed_at(command);
        assert_eq!(taken.len(), 1, "{command}");
        assert_eq!(taken[0].to, ["anna@example.com", "bert@example.com"], "{command}");
    }
}

#[test]
fn between_the_letter_and_its_answer_the_very_same_letter_is_sent_again() {
    let taken = killed_at(".");
    assert_eq!(taken.iter().map(|taken| taken.answered).collect::<Vec<_>>(), [false, true]);
    let id = |taken: &Taken| {
        let message = MessageParser::default().parse(taken.data.as_bytes()).unwrap();
        message.message_id().unwrap().to_owned()
    };
    assert_eq!(id(&taken[0]), id(&taken[1]), "so that a mail store can drop the second one");
}
