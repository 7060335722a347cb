//! What a change means for a team: kind, tier, topics, direction, dates, assets at stake, and why.

mod by_passage;
mod case;
mod decide;
mod direction;
mod duties;
mod effective_date;
mod elsewhere;
pub(super) mod features;
mod grounds;
pub mod model;
mod rules;
mod stakes;
mod topics;
mod trace;
mod whole;
mod why;

pub use by_passage::{Judged, judge_again, judge_change, judge_change_with};
pub use case::{Case, Subject, Team, case};
pub use decide::why;
pub use duties::duty;
pub use effective_date::{names_the_day, noticed_on};
pub use features::features;
pub use features::list::Features;
pub use features::stamp;
pub use grounds::{Grounds, Likelihoods, grounds};
pub use model::{Model, Opinion};
pub use topics::named;
pub use trace::{Fired, TierStep};
