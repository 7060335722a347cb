//! A day that moves or goes concerns whomever its announcement concerned.

use super::recorder::Recorder;
use crate::io::store::{Filter, Store, StoreResult, whatever_is_left};
use crate::model::{Change, Document};
use crate::steps::compose;

impl Recorder<'_> {
    /// The change; where it moves a day that an earlier one announced or takes it back, with what that one touched; `text` is
    /// that which stands there now.
    ///
    /// # Errors
    /// Of the store.
    pub(super) fn as_announced(&self, store: &Store, change: Change, text: &Document) -> StoreResult<Change> {
        if !compose::touches_a_day(&change) {
            return Ok(change);
        }
        let of_the_watch = Filter { watch: Some(change.watch.clone()), ..Filter::default() };
        let mut announced = Vec::new();
        whatever_is_left(store.each_change(&of_the_watch, |earlier| {
            if earlier.assessment.effective_date.is_some() {
                announced.push(earlier);
            }
        }))?;
        Ok(compose::as_announced(change, &announced, &self.house.watchlist.assets, text))
    }
}
