//! Days and numbers in the reader's form.

mod english;
mod german;
mod written;

pub(in super::super) use written::{Days, grouped, number};
