//! The `DevTools` protocol over a pipe: orders with numbers, answers by number, events by session.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{ChildStdin, ChildStdout};
use tokio::sync::{Mutex as AsyncMutex, mpsc, oneshot};
use tokio::task::AbortHandle;
use tokio::time::timeout;

use super::process::Pipe;
use crate::io::fetch::failure::plain;
use crate::model::Trouble;

/// No order takes longer than this unless a page blocks it.
const ANSWER: Duration = Duration::from_secs(20);

/// Something that happened in a session, unasked.
#[derive(Debug)]
pub(super) struct Event {
    pub method: String,
    pub params: Value,
}

/// A connection to a browser.
#[derive(Debug)]
pub(super) struct Wire {
    next: AtomicU64,
    orders: AsyncMutex<ChildStdin>,
    waiting: Arc<Mutex<Waiting>>,
    reader: AbortHandle,
}

#[derive(Debug, Default)]
struct Waiting {
    answers: HashMap<u64, oneshot::Sender<Result<Value, String>>>,
    events: HashMap<String, mpsc::UnboundedSender<Event>>,
    closed: bool,
}

impl Wire {
    pub(super) fn new(pipe: Pipe) -> Self {
        let waiting = Arc::<Mutex<Waiting>>::default();
        let reader = tokio::spawn(read(pipe.answers, Arc::clone(&waiting))).abort_handle();
        Self { next: AtomicU64::new(1), orders: AsyncMutex::new(pipe.orders), waiting, reader }
    }

    /// Whether the browser is gone.
    pub(super) fn is_closed(&self) -> bool {
        lock(&self.waiting).closed
    }

    /// What happens in a session from now on; ends when [`Self::forget`] is called or the browser is gone.
    pub(super) fn listen(&self, session: &str) -> mpsc::UnboundedReceiver<Event> {
        let (to, from) = mpsc::unbounded_channel();
        lock(&self.waiting).events.insert(session.to_owned(), to);
        from
    }

    pub(super) fn forget(&self, session: &str) {
        lock(&self.waiting).events.remove(session);
    }

    /// Gives an order to the browser, or to one page's session, and waits for the answer.
    pub(super) async fn call(&self, session: Option<&str>, method: &str, params: Value) -> Result<Value, Trouble> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut order = json!({"id": id, "method": method, "params": params});
        if let Some(session) = session {
            order["sessionId"] = session.into();
        }
        let (to, answer) = oneshot::channel();
        {
            let mut waiting = lock(&self.waiting);
            if waiting.closed {
                return Err(gone());
            }
            waiting.answers.insert(id, to);
        }
        let mut bytes = order.to_string().into_bytes();
        bytes.push(0);
        if self.orders.lock().await.write_all(&bytes).await.is_err() {
            return Err(gone());
        }
        match timeout(ANSWER, answer).await {
            Ok(Ok(Ok(result))) => Ok(result),
            Ok(Ok(Err(message))) => Err(Trouble::Browser { detail: plain(&format!("{method}: {message}")) }),
            Ok(Err(_)) => Err(gone()),
            Err(_) => {
                lock(&self.waiting).answers.remove(&id);
                Err(Trouble::Timeout { detail: format!("the browser did not answer to {method} in {ANSWER:?}") })
            }
        }
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.reader.abort();
    }
}

async fn read(answers: ChildStdout, waiting: Arc<Mutex<Waiting>>) {
    let mut answers = BufReader::new(answers);
    let mut bytes = Vec::new();
    while answers.read_until(0, &mut bytes).await.is_ok_and(|read| read > 0) {
        bytes.pop();
        if let Ok(message) = serde_json::from_slice(&bytes) {
            lock(&waiting).deliver(message);
        }
        bytes.clear();
        // One huge page must not hold its memory for the rest of the round.
        bytes.shrink_to(1 << 20);
    }
    let mut waiting = lock(&waiting);
    waiting.closed = true;
    waiting.answers.clear();
    waiting.events.clear();
}

impl Waiting {
    fn deliver(&mut self, mut message: Value) {
        if let Some(id) = message["id"].as_u64() {
            let Some(to) = self.answers.remove(&id) else { return };
            let answer = match message["error"]["message"].as_str() {
                Some(error) => Err(error.to_owned()),
                None => Ok(message["result"].take()),
            };
            let _ = to.send(answer);
            return;
        }
        let (Some(session), Some(method)) = (message["sessionId"].as_str(), message["method"].as_str()) else { return };
        if let Some(to) = self.events.get(session) {
            let method = method.to_owned();
            let _ = to.send(Event { method, params: message["params"].take() });
        }
    }
}

fn lock(waiting: &Mutex<Waiting>) -> std::sync::MutexGuard<'_, Waiting> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner)
}

fn gone() -> Trouble {
    Trouble::Browser { detail: "the browser ended".into() }
}
