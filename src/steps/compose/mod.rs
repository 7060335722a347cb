//! From changes to letters: one per recipient, in their language, with an HTML and a text part.
//!
//! [`alert`], [`digest`], [`health`] and [`test()`] make a [`Letter`](crate::model::Letter) out of [`News`]; [`concerns`] says which changes a
//! recipient wants to know of. A letter made again from the same news has the same Message-ID.

mod anew;
mod audience;
mod calendar;
mod calendar_days;
mod card;
mod clauses;
mod comparison;
mod complete;
mod crowd;
mod decide;
mod headline;
mod holds;
mod hook;
mod identity;
mod letters;
mod limits;
mod news;
mod outlook;
mod overtaken;
mod page;
mod pieces;
mod plain;
mod preheader;
mod put_off;
mod render;
mod same_words;
mod scene;
mod spacing;
mod subject;
mod summary;
mod tasks;
mod todays_names;
mod unchanged;
mod why;
mod newcomer;
mod withdrawn;
mod words;
mod wrap;

pub use audience::{concerns, owns};
pub use crowd::batches;
pub use hook::by_every_way;
pub use letters::{
    Moment, alert, day, decided, digest, edited, edition, health, noise, reason, reminder, rule, sheet, test, tier,
    topic, trouble, welcome,
};
pub use news::{Answers, Desk, News};
pub use overtaken::overtaken;
pub use put_off::{announced_by, as_announced, as_it_stands, as_moved, is_told_beside, touches_a_day};
pub use todays_names::under_todays_names;
