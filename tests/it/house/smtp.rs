//! A mail server that counts, and that can behave as badly as real ones do.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, BufReader};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

use super::certificate::{Certificate, acceptor};

/// How the server behaves; the default takes everything.
#[derive(Clone, Default)]
pub struct Manner {
    /// Puts off every recipient at its first try.
    pub greylist: bool,
    /// Recipients that it does not know.
    pub unknown: Vec<&'static str>,
    /// Whether it refuses every recipient but the operator for the time being.
    pub refuses: Arc<AtomicBool>,
    /// Whether it refuses every sender.
    pub bad_sender: bool,
    /// This many letters are swallowed: taken whole, and then the connection breaks without an answer.
    pub dies_after_data: usize,
    /// Breaks off at this command, once.
    pub dies_at: Option<&'static str>,
    /// Falls silent at this command, once; `.` is the end of a letter, which it has taken then.
    pub freezes_at: Option<&'static str>,
    /// Answers 552 to letters.
    pub too_large: bool,
    /// Letters over one connection before it says 421.
    pub tires_after: Option<usize>,
    /// Name and password that it wants.
    pub login: Option<(&'static str, &'static str)>,
    pub tls: Tls,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Tls {
    #[default]
    None,
    Starttls,
    Implicit,
}

/// A letter that the server said it took.
#[derive(Clone, Debug)]
pub struct Taken {
    pub from: String,
    pub to: Vec<String>,
    pub data: String,
    /// Whether the client was told so.
    pub answered: bool,
}

#[derive(Default)]
struct Book {
    taken: Vec<Taken>,
    connections: usize,
    seen: HashSet<String>,
    swallowed: usize,
    died: bool,
    frozen: bool,
}

pub struct Sink {
    pub address: SocketAddr,
    /// The authority's certificate in PEM form.
    pub authority: String,
    book: Arc<Mutex<Book>>,
}

impl Sink {
    pub async fn with(manner: Manner, certificate: Certificate) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let book = Arc::new(Mutex::new(Book::default()));
        let (acceptor, authority) = acceptor(certificate);
        let shared = Arc::clone(&book);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                lock(&shared).connections += 1;
                let (manner, book, acceptor) = (manner.clone(), Arc::clone(&shared), acceptor.clone());
                tokio::spawn(async move {
                    let mut talk = Talk { manner, book, letters: 0 };
                    let _ = if talk.manner.tls == Tls::Implicit {
                        match acceptor.accept(stream).await {
                            Ok(stream) => talk.all(stream, None).await,
                            Err(error) => Err(error),
                        }
                    } else {
                        talk.all(stream, Some(acceptor)).await
                    };
                });
            }
        });
        Self { address, authority, book }
    }

    pub fn taken(&self) -> Vec<Taken> {
        lock(&self.book).taken.clone()
    }

    /// Whether it fell silent.
    pub fn is_frozen(&self) -> bool {
        lock(&self.book).frozen
    }

    pub fn connections(&self) -> usize {
        lock(&self.book).connections
    }
}

fn lock(book: &Mutex<Book>) -> MutexGuard<'_, Book> {
    book.lock().unwrap()
}

/// One connection.
struct Talk {
    manner: Manner,
    book: Arc<Mutex<Book>>,
    letters: usize,
}

impl Talk {
    async fn all<S>(&mut self, stream: S, upgrade: Option<TlsAcceptor>) -> std::io::Result<()>
    where
        S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
    {
        let mut lines = BufReader::new(stream);
        say(&mut lines, "220 sink ESMTP").await?;
        let Some(acceptor) = upgrade else { return self.commands(&mut lines, true).await.map(|_| ()) };
        if self.commands(&mut lines, false).await? {
            let stream = acceptor.accept(lines.into_inner()).await?;
            self.commands(&mut BufReader::new(stream), true).await?;
        }
        Ok(())
    }

    /// Answers commands; true where the client wants to be encrypted.
    async fn commands<S>(&mut self, lines: &mut BufReader<S>, encrypted: bool) -> std::io::Result<bool>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let (mut from, mut to) = (String::new(), Vec::new());
        loop {
            let mut line = String::new();
            if lines.read_line(&mut line).await? == 0 {
                return Ok(false);
            }
            let line = line.trim_end();
            let command = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
            if self.dies(&command) {
                return Ok(false);
            }
            self.freeze(&command).await;
            match command.as_str() {
                "EHLO" => {
                    let starttls = if self.manner.tls == Tls::Starttls && !encrypted { "250-STARTTLS\r\n" } else { "" };
                    let auth = if self.manner.login.is_some() { "250-AUTH PLAIN LOGIN\r\n" } else { "" };
                    say(lines, &format!("250-sink\r\n{starttls}{auth}250 8BITMIME")).await?;
                }
                "STARTTLS" => {
                    say(lines, "220 go on").await?;
                    return Ok(true);
                }
                "AUTH" => self.auth(lines, line).await?,
                "MAIL" if self.manner.tires_after.is_some_and(|most| self.letters >= most) => {
                    say(lines, "421 4.7.0 too many letters on this connection").await?;
                    return Ok(false);
                }
                "MAIL" if self.manner.bad_sender => say(lines, "550 5.7.1 sender not allowed").await?,
                "MAIL" => {
                    from = bare(line);
                    to.clear();
                    say(lines, "250 sender fine").await?;
                }
                "RCPT" => {
                    let address = bare(line);
                    let refuses = self.manner.refuses.load(Ordering::SeqCst) && address != "op@example.com";
                    let answer = if refuses { "554 5.7.1 we take nothing from you" } else { self.recipient(&address) };
                    if answer.starts_with('2') {
                        to.push(address);
                    }
                    say(lines, answer).await?;
                }
                "DATA" => {
                    say(lines, "354 go on").await?;
                    if !self.data(lines, &from, &to).await? {
                        return Ok(false);
                    }
                }
                "QUIT" => {
                    say(lines, "221 bye").await?;
                    return Ok(false);
                }
                _ => say(lines, "250 fine").await?,
            }
        }
    }

    fn dies(&self, command: &str) -> bool {
        let mut book = lock(&self.book);
        let dies = self.manner.dies_at == Some(command) && !book.died;
        book.died |= dies;
        dies
    }

    async fn freeze(&self, command: &str) {
        let freezes = {
            let mut book = lock(&self.book);
            let freezes = self.manner.freezes_at == Some(command) && !book.frozen;
            book.frozen |= freezes;
            freezes
        };
        if freezes {
            tokio::time::sleep(Duration::from_hours(1)).await;
        }
    }

    async fn auth<S: AsyncRead + AsyncWrite + Unpin>(
        &self,
        lines: &mut BufReader<S>,
        line: &str,
    ) -> std::io::Result<()> {
        let Some((name, password)) = self.manner.login else { return say(lines, "503 no login here").await };
        let wanted = base64(format!("\0{name}\0{password}").as_bytes());
        let answer = if line.ends_with(&wanted) { "235 2.7.0 welcome" } else { "535 5.7.8 name or password is wrong" };
        say(lines, answer).await
    }

    fn recipient(&self, address: &str) -> &'static str {
        if self.manner.unknown.contains(&address) {
            return "550 5.1.1 no such mailbox";
        }
        let first = lock(&self.book).seen.insert(address.to_owned());
        if self.manner.greylist && first { "451 4.7.1 greylisted, come again" } else { "250 recipient fine" }
    }

    /// Takes the letter; false where the connection breaks.
    async fn data<S: AsyncRead + AsyncWrite + Unpin>(
        &mut self,
        lines: &mut BufReader<S>,
        from: &str,
        to: &[String],
    ) -> std::io::Result<bool> {
        let mut data = Vec::new();
        while !data.ends_with(b"\r\n.\r\n") {
            data.push(lines.read_u8().await?);
        }
        if self.manner.too_large {
            say(lines, "552 5.3.4 too large").await?;
            return Ok(true);
        }
        let data = String::from_utf8_lossy(&data[..data.len() - 3]).replace("\r\n..", "\r\n.");
        let answered = {
            let mut book = lock(&self.book);
            let freezes = self.manner.freezes_at == Some(".") && !book.frozen;
            let answered = book.swallowed >= self.manner.dies_after_data && !freezes;
            book.swallowed += 1;
            book.taken.push(Taken { from: from.to_owned(), to: to.to_vec(), data, answered });
            answered
        };
        self.freeze(".").await;
        if answered {
            say(lines, "250 2.0.0 taken").await?;
            self.letters += 1;
        }
        Ok(answered)
    }
}

async fn say<S: AsyncRead + AsyncWrite + Unpin>(lines: &mut BufReader<S>, answer: &str) -> std::io::Result<()> {
    lines.get_mut().write_all(format!("{answer}\r\n").as_bytes()).await?;
    lines.get_mut().flush().await
}

/// The address in `MAIL FROM:<…> BODY=8BITMIME`.
fn bare(line: &str) -> String {
    let inner = line.split_once('<').map_or(line, |(_, rest)| rest);
    inner.split_once('>').map_or(inner, |(address, _)| address).to_owned()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for chunk in bytes.chunks(3) {
        let block = [chunk[0], *chunk.get(1).unwrap_or(&0), *chunk.get(2).unwrap_or(&0)];
        let bits = u32::from_be_bytes([0, block[0], block[1], block[2]]);
        for place in 0..4 {
            let index = usize::try_from(bits >> (18 - 6 * place) & 63).unwrap();
            out.push(if place <= chunk.len() { char::from(LETTERS[index]) } else { '=' });
        }
    }
    out
}
