//! A day that moves concerns whomever its announcement concerned.

use super::recorder::Recorder;
use crate::io::store::{Filter, Store, StoreResult, whatever_is_left};
use crate::model::Change;
use crate::steps::compose;

impl Recorder<'_> {
    /// The change; where it moves a day that an earlier one announced, with what that one touched.
    ///
    /// # Errors
    /// Of the store.
    pub(super) fn as_announced(&self, store: &Store, change: Change) -> StoreResult<Change> {
        if change.assessment.effective_date.is_none() {
            return Ok(change);
        }
        let of_the_watch = Filter { watch: Some(change.watch.clone()), ..Filter::default() };
        let mut announced = Vec::new();
        whatever_is_left(store.each_change(&of_the_watch, |earlier| {
            if earlier.assessment.effective_date.is_some() {
                announced.push(earlier);
            }
        }))?;
        Ok(compose::as_announced(change, &announced, &self.house.watchlist.assets))
    }
}
