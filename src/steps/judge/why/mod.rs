//! Why a change is judged as it is, in words that stand in it.

pub(super) mod days;
mod counted;
mod freed;
pub(super) mod passages;
pub(super) mod passages_of;
mod quote;
pub(super) mod signs;
pub(super) mod staked;
