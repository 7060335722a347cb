//! A mailbox on loopback that answers as it is told to: it breaks off, refuses, and says nothing, where real servers would not.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What the server does besides what it should.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub enum Whim {
    #[default]
    None,
    /// It takes the connection and says nothing.
    Silent,
    /// It does not let anybody in.
    NoLogin,
    /// It breaks off when messages are to be marked.
    BreaksOffAtMarking,
    /// It breaks off when the second message is asked for.
    BreaksOffAtTheSecond,
    /// It cannot hand out the second message for the time being.
    RefusesTheSecond,
    /// The same of the first.
    RefusesTheFirst,
    /// Whatever folder is asked for is not there.
    NoFolder,
}

/// One message.
#[derive(Clone)]
pub struct Lying {
    pub uid: u32,
    pub bytes: Vec<u8>,
    pub is_seen: bool,
    pub folder: String,
}

/// What lies there.
#[derive(Default)]
struct Inside {
    validity: u32,
    whim: Whim,
    mails: Vec<Lying>,
    said: Vec<String>,
}

/// A mailbox of the user `replies` with the password `secret`.
pub struct Imap {
    pub address: SocketAddr,
    inside: Arc<Mutex<Inside>>,
}

impl Imap {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let inside = Arc::new(Mutex::new(Inside { validity: 7, ..Inside::default() }));
        let shared = Arc::clone(&inside);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                // A client that goes away is no reason to stop.
                thread::spawn(move || serve(&stream, &shared));
            }
        });
        Self { address, inside }
    }

    pub fn put(&self, mail: &str) -> &Self {
        let mut inside = self.inside.lock().unwrap();
        let uid = inside.mails.iter().map(|mail| mail.uid).max().unwrap_or(10) + 1;
        let bytes = mail.replace("\r\n", "\n").replace('\n', "\r\n").into_bytes();
        inside.mails.push(Lying { uid, bytes, is_seen: false, folder: "INBOX".into() });
        self
    }

    pub fn is(&self, whim: Whim) -> &Self {
        self.inside.lock().unwrap().whim = whim;
        self
    }

    /// Gives every message another number, as servers do that were set up anew.
    pub fn number_anew(&self) {
        let mut inside = self.inside.lock().unwrap();
        inside.validity += 1;
        for (index, mail) in inside.mails.iter_mut().enumerate() {
            mail.uid = u32::try_from(index).unwrap() + 1;
        }
    }

    pub fn mails(&self) -> Vec<Lying> {
        self.inside.lock().unwrap().mails.clone()
    }

    /// Every command that was ever sent.
    pub fn said(&self) -> Vec<String> {
        self.inside.lock().unwrap().said.clone()
    }
}

/// As Dovecot says it, with a code that not every client knows.
fn no_folder(tag: &str, name: &str) -> String {
    format!("{tag} NO [NONEXISTENT] Mailbox doesn't exist: {name}\r\n")
}

fn serve(stream: &TcpStream, inside: &Mutex<Inside>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut out = stream;
    if inside.lock().unwrap().whim == Whim::Silent {
        let mut nothing = String::new();
        reader.read_line(&mut nothing).ok()?;
        return None;
    }
    out.write_all(b"* OK here\r\n").ok()?;
    let mut fetched = 0;
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim_end().to_owned();
        let (tag, command) = line.split_once(' ')?;
        let mut inside = inside.lock().unwrap();
        inside.said.push(command.to_owned());
        let whim = inside.whim;
        let words: Vec<&str> = command.split(' ').collect();
        let ok = format!("{tag} OK done\r\n");
        let mut answer: Vec<u8> = Vec::new();
        match words.as_slice() {
            ["LOGIN", name, password] => {
                let known = (*name, *password) == ("\"replies\"", "\"secret\"");
                let said = if known && whim != Whim::NoLogin { "OK in" } else { "NO who are you" };
                answer.extend(format!("{tag} {said}\r\n").bytes());
            }
            ["SELECT", name] if whim == Whim::NoFolder => answer.extend(no_folder(tag, name).bytes()),
            ["SELECT", _] => {
                let (count, validity) = (inside.mails.len(), inside.validity);
                answer.extend(format!("* {count} EXISTS\r\n* OK [UIDVALIDITY {validity}] valid\r\n{ok}").bytes());
            }
            ["CAPABILITY"] => answer.extend(format!("* CAPABILITY IMAP4rev1 MOVE\r\n{ok}").bytes()),
            ["UID", "SEARCH", "UID", range, ..] => {
                let first: u32 = range.split(':').next()?.parse().ok()?;
                let here: Vec<u32> =
                    inside.mails.iter().filter(|mail| mail.folder == "INBOX").map(|mail| mail.uid).collect();
                // The last one is always in `n:*`.
                let last = here.iter().max().copied();
                let found: Vec<String> = here
                    .iter()
                    .filter(|uid| **uid >= first || Some(**uid) == last)
                    .map(|uid| format!(" {uid}"))
                    .collect();
                answer.extend(format!("* SEARCH{}\r\n{ok}", found.concat()).bytes());
            }
            ["UID", "FETCH", uid, ..] => {
                fetched += 1;
                if fetched == 2 && whim == Whim::BreaksOffAtTheSecond {
                    return None;
                }
                let is_refused = matches!((fetched, whim), (2, Whim::RefusesTheSecond) | (1, Whim::RefusesTheFirst));
                if is_refused {
                    out.write_all(format!("{tag} NO [UNAVAILABLE] later\r\n").as_bytes()).ok()?;
                    continue;
                }
                let uid: u32 = uid.parse().ok()?;
                if let Some(mail) = inside.mails.iter().find(|mail| mail.uid == uid) {
                    let head = format!("* 1 FETCH (UID {uid} BODY[]<0> {{{}}}\r\n", mail.bytes.len());
                    answer.extend(head.bytes());
                    answer.extend(&mail.bytes);
                    answer.extend(b")\r\n");
                }
                answer.extend(ok.bytes());
            }
            ["UID", "STORE", set, ..] => {
                if whim == Whim::BreaksOffAtMarking {
                    return None;
                }
                let set: Vec<u32> = set.split(',').filter_map(|uid| uid.parse().ok()).collect();
                for mail in inside.mails.iter_mut().filter(|mail| set.contains(&mail.uid)) {
                    mail.is_seen = true;
                }
                answer.extend(ok.bytes());
            }
            ["UID", "MOVE", set, folder] => {
                let set: Vec<u32> = set.split(',').filter_map(|uid| uid.parse().ok()).collect();
                for mail in inside.mails.iter_mut().filter(|mail| set.contains(&mail.uid)) {
                    folder.trim_matches('"').clone_into(&mut mail.folder);
                }
                answer.extend(ok.bytes());
            }
            ["LOGOUT"] => {
                out.write_all(format!("* BYE\r\n{ok}").as_bytes()).ok()?;
                return None;
            }
            _ => answer.extend(format!("{tag} BAD what\r\n").bytes()),
        }
        out.write_all(&answer).ok()?;
    }
}
