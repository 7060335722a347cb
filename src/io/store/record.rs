//! Recording a look: snapshot, version, change and its unsent state in one transaction.

use std::sync::atomic::Ordering;

use rusqlite::TransactionBehavior;

use super::changes::NewChange;
use super::hosts::LearnedHost;
use super::looks::PageState;
use super::notices::Notice;
use super::{
    Store, StoreError, StoreResult, changes, held, history, hosts, looks, notices, sights, snapshots, versions,
};
use crate::model::{Held, ListEdit, Noise, Snapshot, Trouble, Version};

/// Everything that one look at one page leaves behind.
#[derive(Debug, Clone, Copy)]
pub struct Sighting<'a> {
    pub state: &'a PageState,
    /// The bytes, where they are to be kept.
    pub snapshot: Option<&'a Snapshot>,
    /// The version made from them; needs `snapshot`.
    pub version: Option<&'a Version>,
    /// The change from the last version to this one; needs `version`.
    pub change: Option<NewChange<'a>>,
    pub noise: &'a [Noise],
    /// The passages that are held back.
    pub held: &'a [Held],
    pub notice: Option<&'a Notice>,
    /// That an edit of the watchlist was taken.
    pub edit: Option<&'a ListEdit>,
    /// What stood there instead of the reader's own edition and is followed.
    pub instead: Option<&'a Trouble>,
    /// What the look taught of the page's host; what a host is said to have told must have been told.
    pub host: Option<LearnedHost<'a>>,
    /// Whether anybody is to be mailed about the change or the notice.
    pub to_tell: bool,
}

impl Store {
    /// Records a look, all or nothing.
    ///
    /// # Errors
    /// Of the store; nothing was recorded then.
    pub fn record(&mut self, sighting: &Sighting<'_>) -> StoreResult<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        if self.given_up.load(Ordering::SeqCst) {
            return Err(StoreError::GivenUp);
        }
        let (watch, part) = (&sighting.state.watch, &sighting.state.part);
        let snapshot =
            sighting.snapshot.map(|snapshot| snapshots::keep(&transaction, watch, part, snapshot)).transpose()?;
        let version = match (snapshot, sighting.version) {
            (Some(snapshot), Some(version)) => Some(versions::keep(&transaction, snapshot, version)?),
            _ => None,
        };
        if let (Some(new), Some(to_version)) = (sighting.change, version) {
            changes::keep(&transaction, &new, to_version, sighting.to_tell)?;
        }
        for held in sighting.held {
            held::keep(&transaction, held)?;
        }
        for noise in sighting.noise {
            history::count(&transaction, watch, part, *noise, sighting.state.looked_at)?;
        }
        if let Some(notice) = sighting.notice {
            notices::keep(&transaction, notice, sighting.to_tell)?;
        }
        if let Some(edit) = sighting.edit {
            let notice = Notice::of_edit(watch, edit.clone(), sighting.state.looked_at);
            notices::keep(&transaction, &notice, sighting.to_tell)?;
        }
        if let Some(host) = sighting.host {
            hosts::keep(&transaction, host)?;
        }
        sights::keep(&transaction, sighting.state, sighting.instead)?;
        looks::keep(&transaction, sighting.state)?;
        transaction.commit()?;
        Ok(())
    }
}
