//! Reads HTML: parses it, walks it and keeps what a person would read.

mod aside;
mod attributes;
pub(super) mod budget;
mod called;
mod chosen;
mod description;
mod element;
mod elsewhere;
mod generated;
mod hidden;
mod icon;
mod icon_name;
mod laid;
mod numbers;
mod onward;
mod opening;
mod page;
pub(super) mod parse;
mod picture;
mod prose;
mod sheet;
mod signs;
mod sink;
mod struck;
mod table;
mod tag;
mod templates;
mod values;
pub(super) mod walk;
mod walked;
pub(super) mod zone;

pub use onward::Signpost;
pub(super) use onward::{may_lead_on, signpost, with_frame};
pub(super) use page::{Asked, explain, read, read_fragment};
pub use zone::Purpose;
