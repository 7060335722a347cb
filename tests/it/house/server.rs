//! A platform on loopback whose pages, moods and manners a test can change.

use std::collections::{HashMap, VecDeque};
use std::net::{SocketAddr, TcpListener};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::connect_info::Connected;
use axum::extract::{ConnectInfo, Request, State};
use axum::response::Response;
use axum::serve::{IncomingStream, Listener};
use tokio::sync::oneshot;

/// A running server with a thread of its own; it ends when it is dropped.
pub struct Server {
    pub address: SocketAddr,
    scheme: &'static str,
    pages: Arc<Pages>,
    stop: Option<oneshot::Sender<()>>,
}

#[derive(Default)]
struct Pages {
    standing: Mutex<HashMap<String, Answer>>,
    once: Mutex<HashMap<String, VecDeque<Answer>>>,
    log: Mutex<Vec<Asked>>,
    at_once: AtomicUsize,
    most_at_once: AtomicUsize,
}

/// What the server says to a request.
#[derive(Debug, Clone)]
pub struct Answer {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    delay: Duration,
}

/// A request that reached the server, and how it went.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    /// With the query; absolute where the server was asked as a proxy.
    pub target: String,
    pub headers: Vec<(String, String)>,
    pub version: String,
    /// Where the connection came from: the same for requests over one connection.
    pub port: u16,
    pub status: u16,
    /// Bytes of body sent.
    pub sent: usize,
    pub began: Instant,
    pub ended: Instant,
}

impl Asked {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

impl Answer {
    /// 200 with that HTML.
    pub fn html(body: &str) -> Self {
        Self::bytes(body.as_bytes()).header("content-type", "text/html; charset=utf-8")
    }

    /// 200 with those bytes and no content type.
    pub fn bytes(body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, headers: Vec::new(), body: body.into(), delay: Duration::ZERO }
    }

    /// That status with a short page.
    pub fn status(status: u16) -> Self {
        Self { status, ..Self::html(&format!("<h1>{status}</h1>")) }
    }

    /// The same under another status.
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// 302 to that address.
    pub fn redirect(to: &str) -> Self {
        Self::status(302).header("location", to)
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// With an `ETag`: a request that names it gets 304 and no body.
    pub fn etag(self, tag: &str) -> Self {
        self.header("etag", tag)
    }

    pub fn delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    fn named(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Whether the client has it already.
    fn is_known(&self, asked: &[(String, String)]) -> bool {
        [("if-none-match", "etag"), ("if-modified-since", "last-modified")].iter().any(|(condition, validator)| {
            let given = asked.iter().find(|(key, _)| key == condition).map(|(_, value)| value.as_str());
            given.is_some() && given == self.named(validator)
        })
    }
}

impl Server {
    /// A server without pages on a free port.
    pub fn start() -> Self {
        Self::run("http", |listener| listener)
    }

    /// The same behind a listener that wraps each connection (TLS).
    pub fn run<L>(scheme: &'static str, wrap: impl FnOnce(tokio::net::TcpListener) -> L + Send + 'static) -> Self
    where
        L: Listener<Addr = SocketAddr>,
        Port: for<'a> Connected<IncomingStream<'a, L>>,
    {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let pages = Arc::new(Pages::default());
        let router = Router::new().fallback(answer).with_state(Arc::clone(&pages));
        let service = router.into_make_service_with_connect_info::<Port>();
        let (stop, stopped) = oneshot::channel();
        thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = wrap(tokio::net::TcpListener::from_std(listener).unwrap());
                tokio::select! {
                    _ = async { axum::serve(listener, service).await } => {}
                    _ = stopped => {}
                }
            });
        });
        Self { address, scheme, pages, stop: Some(stop) }
    }

    /// The address of a page, by number.
    pub fn url(&self, path: &str) -> String {
        format!("{}://{}{path}", self.scheme, self.address)
    }

    /// The address of a page, by the name `localhost`.
    pub fn url_by_name(&self, path: &str) -> String {
        format!("{}://localhost:{}{path}", self.scheme, self.address.port())
    }

    /// Puts up a page of HTML, or changes it.
    pub fn page(&self, path: &str, html: &str) -> &Self {
        self.answer(path, Answer::html(html))
    }

    /// Sets what is said at that path (with query, or without for all queries) from now on.
    pub fn answer(&self, path: &str, answer: Answer) -> &Self {
        self.pages.standing.lock().unwrap().insert(path.to_owned(), answer);
        self
    }

    /// Says this to the next request for that path, before what stands; may be called more than once.
    pub fn once(&self, path: &str, answer: Answer) -> &Self {
        self.pages.once.lock().unwrap().entry(path.to_owned()).or_default().push_back(answer);
        self
    }

    /// Every request that was answered so far.
    pub fn log(&self) -> Vec<Asked> {
        self.pages.log.lock().unwrap().clone()
    }

    /// How often a path was asked for.
    pub fn hits(&self, path: &str) -> usize {
        self.log().iter().filter(|asked| asked.target == path).count()
    }

    /// The most requests that were in the house at the same time.
    pub fn most_at_once(&self) -> usize {
        self.pages.most_at_once.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}

/// The client's port.
#[derive(Debug, Clone, Copy)]
pub struct Port(pub u16);

impl Connected<IncomingStream<'_, tokio::net::TcpListener>> for Port {
    fn connect_info(stream: IncomingStream<'_, tokio::net::TcpListener>) -> Self {
        Self(stream.remote_addr().port())
    }
}

async fn answer(
    State(pages): State<Arc<Pages>>,
    ConnectInfo(Port(port)): ConnectInfo<Port>,
    request: Request,
) -> Response {
    let began = Instant::now();
    let inside = pages.at_once.fetch_add(1, Ordering::SeqCst) + 1;
    pages.most_at_once.fetch_max(inside, Ordering::SeqCst);
    let target = request.uri().to_string();
    let headers: Vec<(String, String)> = request
        .headers()
        .iter()
        .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
        .collect();
    let answer = pages.answer_to(request.uri().path_and_query().map_or(target.as_str(), |path| path.as_str()));
    tokio::time::sleep(answer.delay).await;
    let known = answer.is_known(&headers);
    let (status, body) = if known { (304, Vec::new()) } else { (answer.status, answer.body) };
    let asked = Asked {
        method: request.method().to_string(),
        target,
        headers,
        version: format!("{:?}", request.version()),
        port,
        status,
        sent: body.len(),
        began,
        ended: Instant::now(),
    };
    pages.log.lock().unwrap().push(asked);
    pages.at_once.fetch_sub(1, Ordering::SeqCst);
    let mut response = Response::builder().status(status);
    for (name, value) in answer.headers {
        response = response.header(name, value);
    }
    response.body(Body::from(body)).unwrap()
}

impl Pages {
    fn answer_to(&self, target: &str) -> Answer {
        let path = target.split('?').next().unwrap();
        let mut once = self.once.lock().unwrap();
        let standing = self.standing.lock().unwrap();
        [target, path]
            .into_iter()
            .find_map(|key| once.get_mut(key).and_then(VecDeque::pop_front).or_else(|| standing.get(key).cloned()))
            .unwrap_or_else(|| Answer::status(404))
    }
}
