//! One page's session with the browser.

use serde_json::{Value, json};

use super::watcher::Watcher;
use super::wire::Wire;
use crate::model::Trouble;

/// One page's session.
#[derive(Debug, Clone)]
pub(super) struct Tab<'a> {
    pub wire: &'a Wire,
    pub session: &'a str,
    pub watcher: &'a Watcher,
}

impl Tab<'_> {
    pub(super) async fn call(&self, method: &str, params: Value) -> Result<Value, Trouble> {
        self.wire.call(Some(self.session), method, params).await
    }

    /// What a script in the page comes to; none where the page was just leaving or the script failed.
    pub(super) async fn evaluate(&self, script: &str) -> Result<Option<Value>, Trouble> {
        let params = json!({"expression": script, "returnByValue": true});
        match self.call("Runtime.evaluate", params).await {
            Ok(mut answer) if answer["exceptionDetails"].is_null() => Ok(Some(answer["result"]["value"].take())),
            Ok(_) => Ok(None),
            Err(Trouble::Browser { .. }) if !self.wire.is_closed() => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }
}
