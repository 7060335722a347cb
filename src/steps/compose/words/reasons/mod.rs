//! Why a change is judged as it is, in a plain sentence that quotes the page's own words.

mod english;
mod german;
mod quotes;
mod sentence;

pub(super) use sentence::sentence;
