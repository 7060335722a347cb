//! What is decided by rule, before the model, after it, or against it.

pub(in crate::steps::judge) mod cap;
pub(super) mod changed_limit;
pub(super) mod contracting_party;
pub(super) mod exchanged;
pub(super) mod large_change;
pub(in crate::steps::judge) mod other_order;
pub(super) mod plain;
pub(super) mod replaced;
pub(super) mod rule_alone;
pub(super) mod team;
pub(super) mod turned;
pub(super) mod unruled;
