//! What moved a tier on its way: the rules that fired, in order, and the tier after each.

use crate::model::Tier;

/// A rule that decided on a tier or moved it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fired {
    /// The change is plainly one thing, and no likelihood was weighed.
    Plain,
    /// A limit became another one.
    ChangedLimit,
    /// A passage stays but for what turns its rule round.
    Turned,
    /// What may be done is allowed only up to a number.
    Capped,
    /// In a language without rules a number or a sign became another.
    SignOrNumber,
    /// A sentence that forbids, demands or allows came or went by itself.
    RuleAlone,
    /// A passage with a rule in it gave way to quite another.
    Replaced,
    /// What was announced for a day to come is no more.
    Withdrawn,
    /// A word of content gave way to another.
    Exchanged,
    /// The entries of a list whose order counts stand in another order.
    OtherOrder,
    /// Another company is named with which one has a contract.
    ContractingParty,
    /// More is forbidden or demanded of what brands do.
    BindsWhatBrandsDo,
    /// An asset's own word stands in the changed text.
    OwnWord,
    /// Nothing of the team's is touched (`only_my_assets`).
    NothingOfOurs,
    /// It holds only where the team is not (`regions`).
    OnlyElsewhere,
    /// A rule of the team, for this.
    TeamRule(String),
    /// Much text came or went.
    MuchChanged,
}

/// A rule that fired, and the tier after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TierStep {
    pub rule: Fired,
    pub before: Tier,
    pub after: Tier,
}

/// The rules that fired, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Trace(pub(super) Vec<TierStep>);

impl Trace {
    /// Notes that a rule fired, be it that it moved nothing.
    pub(super) fn note(&mut self, rule: Fired, before: Tier, after: Tier) {
        self.0.push(TierStep { rule, before, after });
    }

    /// Whether a rule made it weightier than the words alone.
    pub(super) fn has_raised(&self) -> bool {
        self.0.iter().any(|step| step.after > step.before)
    }
}
