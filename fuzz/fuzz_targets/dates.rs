#![no_main]
//! See `doors.rs`.

#[path = "../doors.rs"]
mod doors;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| doors::dates(bytes));
