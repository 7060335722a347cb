//! What happens in a page while it is read: its addresses, its answer, its open requests, its dialogs.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedReceiver;
use url::Url;

use super::private::{self, Private};
use super::wire::{Event, Wire};
use crate::io::fetch::moves::is_permanent;
use crate::model::Snapshot;

/// What is known of a page so far.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// The addresses that were asked for as the page itself, the last one being where it is.
    pub way: Vec<Url>,
    /// Those that have moved for good, and where to.
    pub moved: Vec<(Url, Url)>,
    pub answer: Option<Answer>,
    /// Open requests that may bring text.
    in_flight: HashSet<String>,
    /// Those of them that were waited for in vain.
    given_up: HashSet<String>,
    pub crashed: bool,
}

/// The answer to the request for the page itself.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub media_type: String,
}

/// Shared between the page's reader and the one who listens to its events.
#[derive(Debug, Clone, Default)]
pub(super) struct Watcher(Arc<Mutex<Seen>>);

impl Watcher {
    pub(super) fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes note of events until there are no more; a dialog must be answered while the page is read, since it stops it.
    pub(super) async fn watch(
        self,
        wire: Arc<Wire>,
        session: String,
        frame: String,
        private: Option<Private>,
        mut events: UnboundedReceiver<Event>,
    ) {
        while let Some(event) = events.recv().await {
            if event.method == "Page.javascriptDialogOpening" {
                // To be asked whether one wants to leave must not keep us; every other question is declined.
                let accept = event.params["type"] == "beforeunload";
                let answer = wire.call(Some(&session), "Page.handleJavaScriptDialog", json!({"accept": accept}));
                let _ = answer.await;
            } else if event.method == "Fetch.requestPaused" {
                let order = private::continued(private.as_ref(), &event.params);
                let _ = wire.call(Some(&session), "Fetch.continueRequest", order).await;
            } else {
                self.seen().note(&event, &frame);
            }
        }
    }
}

/// What may bring text; what is fetched beside it (pictures, fonts, beacons, streams that never end) is not waited for.
const BRING_TEXT: [&str; 5] = ["Document", "Script", "Stylesheet", "XHR", "Fetch"];

impl Seen {
    /// Whether something is under way that may bring text.
    pub(super) fn is_busy(&self) -> bool {
        self.in_flight.iter().any(|id| !self.given_up.contains(id))
    }

    /// Waits no longer for what is open now.
    pub(super) fn give_up(&mut self) {
        self.given_up.extend(self.in_flight.iter().cloned());
    }

    /// Whether something that was waited for has still not come.
    pub(super) fn is_waiting_in_vain(&self) -> bool {
        self.in_flight.iter().any(|id| self.given_up.contains(id))
    }

    fn note(&mut self, Event { method, params }: &Event, frame: &str) {
        let id = params["requestId"].as_str().unwrap_or_default();
        let is_page = params["type"] == "Document" && params["frameId"] == frame;
        match method.as_str() {
            "Network.requestWillBeSent" => {
                if params["type"].as_str().is_some_and(|kind| BRING_TEXT.contains(&kind)) {
                    self.in_flight.insert(id.to_owned());
                }
                if is_page && let Some(url) = params["request"]["url"].as_str().and_then(|url| Url::parse(url).ok()) {
                    let status =
                        params["redirectResponse"]["status"].as_u64().and_then(|code| u16::try_from(code).ok());
                    if let Some(before) = self.way.last().filter(|_| status.is_some_and(is_permanent)) {
                        self.moved.push((before.clone(), url.clone()));
                    }
                    self.way.push(url);
                    self.answer = None;
                }
            }
            "Network.responseReceived" if is_page => self.answer = Some(answer(&params["response"])),
            // The end of a frame of another process is not heard of here.
            "Network.responseReceived" if params["type"] == "Document" => {
                self.in_flight.remove(id);
            }
            "Network.loadingFinished" | "Network.loadingFailed" => {
                self.in_flight.remove(id);
            }
            "Inspector.targetCrashed" => self.crashed = true,
            _ => {}
        }
    }
}

fn answer(response: &Value) -> Answer {
    let headers = response["headers"].as_object().into_iter().flatten();
    Answer {
        status: response["status"].as_u64().and_then(|status| u16::try_from(status).ok()).unwrap_or_default(),
        headers: headers
            .map(|(name, value)| (name.to_ascii_lowercase(), value.as_str().unwrap_or_default().replace('\n', ", ")))
            .filter(|(name, _)| name != "set-cookie" && !Snapshot::is_own_header(name))
            .collect(),
        media_type: response["mimeType"].as_str().unwrap_or_default().to_owned(),
    }
}
