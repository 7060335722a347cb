//! One page's session with the browser.

use serde_json::{Value, json};

use super::watcher::Watcher;
use super::wire::Wire;
use crate::model::Trouble;

/// What our scripts share; each gets it as its first argument.
const KIT: &str = include_str!("kit.js");

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
        let params = json!({"expression": script, "returnByValue": true, "awaitPromise": true});
        match self.call("Runtime.evaluate", params).await {
            Ok(mut answer) if answer["exceptionDetails"].is_null() => Ok(Some(answer["result"]["value"].take())),
            Ok(_) => Ok(None),
            Err(Trouble::Browser { .. }) if !self.wire.is_closed() => Ok(None),
            Err(trouble) => Err(trouble),
        }
    }

    /// What one of our own scripts comes to, given these further arguments.
    pub(super) async fn run(&self, script: &str, arguments: &[Value]) -> Result<Option<Value>, Trouble> {
        let arguments: String = arguments.iter().map(|argument| format!(", {argument}")).collect();
        self.evaluate(&format!("({script})(({KIT})(){arguments})")).await
    }
}
