//! Strangers' bytes at every door: whatever they are, each call comes back, in time and without a panic.
//!
//! A poor man's fuzzing: the seeds of `fuzz/seeds`, each with slips of every kind. `FUZZED=100000 cargo test --test it fuzzed::`
//! makes it long; `fuzz/` has the same doors for `cargo fuzz`.

use std::fs;
use std::time::{Duration, Instant};

#[path = "../../fuzz/doors.rs"]
mod doors;

/// A door and what goes through it.
type Door = fn(&[u8]);

/// Every door by its name, which is that of its seeds' folder.
const DOORS: [(&str, Door); 10] = [
    ("html", doors::html),
    ("markdown", doors::markdown),
    ("feed", doors::feed),
    ("json", doors::json),
    ("mhtml", doors::mhtml),
    ("pdf_lines", doors::pdf_lines),
    ("watchlist", doors::list),
    ("judgement", doors::judgement),
    ("dates", doors::dates),
    ("replies", doors::replies),
];

/// Slips a seed where nothing else is said.
const USUAL: u64 = 100;

/// What tends to matter to a parser.
const PIECES: [&[u8]; 40] = [
    b"<",
    b">",
    b"</",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"]]>",
    b"&",
    b"&#x0;",
    b"&#xd800;",
    b"\"",
    b"'",
    b"=",
    b"\0",
    b"\r",
    b"\n\n",
    b"\t",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\xf0\x9f\x98\x80",
    "ß".as_bytes(),
    "\u{202e}".as_bytes(),
    "\u{300}".as_bytes(),
    b"<table>",
    b"<template>",
    b"<select>",
    b"<svg>",
    b"<plaintext>",
    b"<b><p>",
    b"{",
    b"}",
    b"[",
    b"]",
    b"- ",
    b"  ",
    b"99999999999999999999",
    b"-0",
    b"31 February 2027",
    b"0001-01-01",
    b"\n===\n",
];

/// Numbers that look like chance and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }

    /// One slip of the keyboard.
    fn slip(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let until = (at + self.below(40)).min(bytes.len());
        match self.below(6) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..until)),
            2 => {
                let again = bytes[at..until].repeat(1 + self.below(300));
                bytes.splice(at..at, again);
            }
            3 => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte = u8::try_from(self.below(256)).unwrap();
                }
            }
            _ => {
                let piece = PIECES[self.below(PIECES.len())].repeat(if self.below(20) == 0 { 2000 } else { 1 });
                bytes.splice(at..at, piece);
            }
        }
    }
}

#[test]
fn whatever_comes_in_at_a_door_is_read_or_named_in_time() {
    let slips = std::env::var("FUZZED").ok().and_then(|count| count.parse().ok()).unwrap_or(USUAL);
    let under_way = std::env::var_os("FUZZED_NOW").map(std::path::PathBuf::from);
    for (name, door) in DOORS {
        let seeds: Vec<_> =
            fs::read_dir(format!("fuzz/seeds/{name}")).unwrap().map(|seed| seed.unwrap().path()).collect();
        assert!(!seeds.is_empty(), "{name} has no seed");
        for seed in seeds {
            let whole = fs::read(&seed).unwrap();
            door(&whole);
            for number in 1..=slips {
                let mut dice = Dice(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
                let mut bytes = whole.clone();
                for _ in 0..=dice.below(6) {
                    dice.slip(&mut bytes);
                }
                // A stack that overflows ends the process without a word: what it was lies here then.
                if let Some(place) = &under_way {
                    fs::write(place, &bytes).unwrap();
                }
                let begun = Instant::now();
                let outcome = std::panic::catch_unwind(|| door(&bytes));
                assert!(
                    outcome.is_ok(),
                    "{name}, {}, slip {number}: a panic at {:?}",
                    seed.display(),
                    String::from_utf8_lossy(&bytes)
                );
                assert!(begun.elapsed() < Duration::from_secs(40), "{name}, slip {number}: {:?}", begun.elapsed());
            }
        }
    }
}
