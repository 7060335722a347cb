//! Every word that differs between the text a reader was last told of and the text that stands now is told, or held back
//! under a named rule with its evidence, or the page is a blind spot; nothing replaces the base in silence.
//!
//! That is the law of conservation. hausrecht watches the house rules of the platforms a team builds on, and tells the right
//! people what changed; the law is what they can rely on. It is kept by data, not by care: what is held back is a row like any
//! other change, and a test over random histories of pages weighs what was told and what is held back against what stands.
//!
//! # The way of the data
//!
//! ```text
//! url → Snapshot → Document → (against the last Version) → Change → Assessment → recorded → Letter → outbox → SMTP
//! ```
//!
//! [`round`] reads like that line: due → look → answers → letters → deliver. One look at a page goes on in `round/page`:
//!
//! 1. *fetch* and *read*: the bytes are kept before anything is made of them; [`steps::extract`] makes the document.
//! 2. *identify*: whose text is it ([`steps::identity`])? A page shows several editions over time: languages, regions, A/B
//!    texts, a document written anew. Each has a lineage of its own and is compared with itself, however long another one
//!    stood in between. A wall, an error or a stub is never an edition: the last good text stays the base.
//! 3. *confirm*: each difference by itself must be seen at two looks in a row ([`steps::confirm`]).
//! 4. *judge*: each passage by itself is told, recorded for nobody, or held back by a rule ([`steps::judge`], `steps/noise`).
//! 5. *record*: all that the look leaves behind, in one transaction ([`io::store`]).
//!
//! Then [`steps::compose`] makes letters of what was recorded, and [`io::post`] takes them from the outbox to their readers. What
//! they answer comes back through [`io::replies`], is read by [`steps::replies`], and stands in the letters that follow.
//!
//! # Layers
//!
//! - [`model`]: nouns. Plain data, no I/O, no clock.
//! - [`steps`]: verbs. Pure functions from model to model.
//! - [`io`]: doors to one outside thing each. They move, they do not decide.
//! - [`round`]: one round: every due watch through the steps, then letters.
//! - [`cli`]: one command, one file; the only place that prints and that asks the clock.
//!
//! # The law of the layers
//!
//! `model` ← `steps`; `model` ← `io`; `model`, `steps`, `io` ← `round` ← `cli` ← `main`. Nothing else, and no circle of files
//! within a layer; tests keep both. Time is an argument everywhere below `cli`: the same input gives the same bytes, on any
//! machine under any load. Trouble in fetching and extracting is data (an [`Outcome`](model::Outcome)); trouble with the
//! store ends the round, but for a single row that cannot be read: that is the trouble of its page or letter alone, and is told.
//!
//! # Where is …?
//!
//! A folder's `mod.rs` says what is in it. `CONTRIBUTING.md` answers the questions that a newcomer asks, each with its file.

pub mod model;
pub mod steps;
pub mod io;
pub mod round;
pub mod cli;
