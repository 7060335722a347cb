//! Closed shadow roots: no script of the page's world is given them, but the browser knows where they are.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::tab::Tab;
use crate::model::Trouble;

/// A page has no more components than this that are worth the asking.
const MOST: usize = 400;

/// Whether an element may have a closed root: one of the page's own making, or one that takes room and holds nothing.
const MAY_BE: &str = r#"(kit) => {
  const EMPTY = "article, aside, blockquote, body, div, footer, h1, h2, h3, h4, h5, h6, header, main, nav, p, section, span";
  const isHost = (element) => !kit.shadow(element)
    && (element.localName.includes("-") || (element.matches(EMPTY) && !element.textContent.trim() && element.clientHeight > 8)
      // What its host has no slot for has no style.
      || (element.firstElementChild !== null && element.matches(EMPTY) && getComputedStyle(element.firstElementChild).display === ""));
  return kit.all("*").some(isHost);
}"#;

/// Hands a closed root to our scripts, where the page and the frame are of one origin.
const KEEP: &str = r#"function () {
  const key = Symbol.for("hausrecht"), root = this.getRootNode();
  for (const view of [window, window.top]) {
    try { if (view[key]) view[key].closed.set(root.host, root); } catch { /* another origin's page */ }
  }
}"#;

impl Tab<'_> {
    /// Finds the closed shadow roots of the page, so that they are read like the open ones; says how many there are.
    pub(super) async fn open_closed_roots(&self) -> Result<usize, Trouble> {
        if self.run(MAY_BE, &[]).await? != Some(Value::Bool(true)) {
            return Ok(0);
        }
        let shot = match self.call("DOMSnapshot.captureSnapshot", json!({"computedStyles": []})).await {
            Ok(shot) => shot,
            Err(Trouble::Browser { .. }) if !self.wire.is_closed() => return Ok(0),
            Err(trouble) => return Err(trouble),
        };
        let found = closed_roots(&shot);
        for node in &found {
            let resolved = self.call("DOM.resolveNode", json!({"backendNodeId": node})).await;
            let Ok(resolved) = resolved else { continue };
            let order = json!({"objectId": resolved["object"]["objectId"], "functionDeclaration": KEEP});
            let _ = self.call("Runtime.callFunctionOn", order).await;
        }
        Ok(found.len())
    }
}

/// A node in each closed shadow root, by a picture of the DOM; in it all nodes lie in one row, however deep they are nested,
/// and the roots themselves are left out: what stands directly below a host is the beginning of its root.
fn closed_roots(shot: &Value) -> Vec<u64> {
    let text = |at: &Value| shot["strings"][usize::try_from(at.as_u64()?).ok()?].as_str();
    let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
    let mut found = Vec::new();
    for document in shot["documents"].as_array().into_iter().flatten() {
        let nodes = &document["nodes"];
        let kinds = &nodes["shadowRootType"];
        let places = kinds["index"].as_array().into_iter().flatten();
        let places = places.zip(kinds["value"].as_array().into_iter().flatten());
        let closed: HashSet<usize> =
            places.filter(|(_, kind)| text(kind) == Some("closed")).filter_map(|(place, _)| number(place)).collect();
        let mut hosts = HashSet::new();
        let mut places: Vec<_> = closed.iter().copied().collect();
        places.sort_unstable();
        for place in places {
            let Some(host) = number(&nodes["parentIndex"][place]) else { continue };
            // A host within a closed root is known by its name alone; others have no name of their own there.
            let is_host =
                !closed.contains(&host) || text(&nodes["nodeName"][host]).is_some_and(|name| name.contains('-'));
            if found.len() < MOST && is_host && hosts.insert(host) {
                found.extend(nodes["backendNodeId"][place].as_u64());
            }
        }
    }
    found
}
