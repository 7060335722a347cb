//! The walls, errors and stubs that stand in a document's place, by their signs; phrases only ever add to other evidence.
//!
//! Each rule is one file with its evidence, its verdict and its numbers; the first that holds gives the name. The numbers
//! are judgement and not measured one by one. What is known of them together: at a first look at each of the 661 captures of
//! the two corpora, 657 were read without a wall and without a doubt; three that hold no text were `stub`s, and one PDF was
//! not read in its time.
//!
//! | rule | names | where |
//! |---|---|---|
//! | `bot_check` | a page that asks for proof of being human | [`bot_check`] |
//! | `login` | a page that asks for a login | [`login`] |
//! | `error` | an error, or that there is no such page, with a status of success | [`error`] |
//! | `consent` | a question about cookies instead of the page | [`consent`] |
//! | `redirecting` | a page that only says that it leads elsewhere | [`redirecting`] |
//! | `notice` | a notice of a few words where nothing is known yet | [`notice`] |
//! | `stub` | a page that says (next to) nothing | [`stub`] |

mod bot_check;
mod consent;
mod error;
mod facts;
mod login;
mod notice;
mod redirecting;
mod rules;
mod stub;

pub(in crate::steps) use rules::only_leads_on;
pub(super) use rules::{at_first_sight, in_place_of_the_document, may_be_a_document};
pub(super) use stub::{STUB, stub};
