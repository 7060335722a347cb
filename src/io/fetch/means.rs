//! What all looks of a round share: the clients, the turns at each host, the moves that were seen, the limits.

use super::client::Clients;
use super::limits::Limits;
use super::moves::Moves;
use super::pace::Pace;

/// What all looks share.
#[derive(Debug)]
pub(super) struct Means {
    pub clients: Clients,
    pub pace: Pace,
    pub moves: Moves,
    pub limits: Limits,
}
