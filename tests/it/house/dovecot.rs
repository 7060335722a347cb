//! A real Dovecot as an ordinary process on loopback, with its own configuration in a folder of its own.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::certificate::{Certificate, Pem, pem};

/// A mailbox of the user `replies` with the password `secret`; `ca.pem` in its folder is the authority of its certificate.
pub struct Dovecot {
    pub folder: TempDir,
    /// For STARTTLS and for no encryption.
    pub port: u16,
    /// For TLS from the first byte.
    pub tls_port: u16,
    child: Child,
}

impl Dovecot {
    /// Starts one; none, said on stderr, where it is not installed or of a release whose configuration is another one.
    pub fn start(certificate: Certificate) -> Option<Self> {
        let program = program()?;
        let folder = TempDir::new().unwrap();
        let at = folder.path();
        let Pem { certificate, key, authority } = pem(certificate);
        for (name, text) in [("cert.pem", certificate), ("key.pem", key), ("ca.pem", authority)] {
            fs::write(at.join(name), text).unwrap();
        }
        let [port, tls_port] = [free_port(), free_port()];
        let user = said("id", &["-un"]);
        let is_root = user == "root";
        // As root it reads mail as somebody else, who must own it; else everything runs as whoever tests.
        let (owner, group) =
            if is_root { ("nobody".to_owned(), "nogroup".to_owned()) } else { (user.clone(), said("id", &["-gn"])) };
        let plain_users = if is_root {
            String::new()
        } else {
            format!("default_login_user = {user}\ndefault_internal_user = {user}\ndefault_internal_group = {group}\n")
        };
        let inbox = at.join("mail/replies");
        for part in ["new", "cur", "tmp"] {
            fs::create_dir_all(inbox.join(part)).unwrap();
        }
        let here = at.display();
        let config = format!(
            "base_dir = {here}/run\nstate_dir = {here}/state\nlog_path = {here}/log\nprotocols = imap\nlisten = 127.0.0.1\n\
             {plain_users}\
             mail_location = maildir:{here}/mail/%n\nfirst_valid_uid = 1\ndisable_plaintext_auth = no\n\
             ssl = yes\nssl_cert = <{here}/cert.pem\nssl_key = <{here}/key.pem\n\
             passdb {{\n  driver = static\n  args = password=secret\n}}\n\
             userdb {{\n  driver = static\n  args = uid={owner} gid={group} home={here}/mail/%n\n}}\n\
             service imap-login {{\n  chroot =\n  inet_listener imap {{\n    port = {port}\n  }}\n  \
             inet_listener imaps {{\n    port = {tls_port}\n    ssl = yes\n  }}\n}}\n\
             service anvil {{\n  chroot =\n}}\n"
        );
        fs::write(at.join("dovecot.conf"), config).unwrap();
        if is_root {
            said("chmod", &["755", &here.to_string()]);
            said("chown", &["-R", "nobody:nogroup", &at.join("mail").display().to_string()]);
        }
        let child = Command::new(program)
            .args(["-F", "-c"])
            .arg(at.join("dovecot.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(fs::File::create(at.join("stderr")).unwrap())
            .spawn()
            .unwrap();
        let dovecot = Self { folder, port, tls_port, child };
        let begun = Instant::now();
        while TcpStream::connect(("127.0.0.1", tls_port)).is_err() {
            assert!(begun.elapsed() < Duration::from_secs(20), "dovecot does not start: {}", dovecot.log());
            std::thread::sleep(Duration::from_millis(50));
        }
        Some(dovecot)
    }

    /// Puts a mail into the mailbox, as a mail server does.
    pub fn deliver(&self, name: &str, mail: &str) {
        let file = self.inbox().join("tmp").join(name);
        fs::write(&file, mail).unwrap();
        if said("id", &["-un"]) == "root" {
            said("chown", &["nobody:nogroup", &file.display().to_string()]);
        }
        fs::rename(&file, self.inbox().join("new").join(name)).unwrap();
    }

    /// The messages that are marked as seen.
    pub fn seen(&self) -> Vec<String> {
        flagged(&self.inbox().join("cur"))
    }

    /// The messages that lie in another folder.
    pub fn moved_to(&self, folder: &str) -> Vec<String> {
        let folder = self.inbox().join(format!(".{folder}"));
        ["cur", "new"].into_iter().flat_map(|part| names(&folder.join(part))).collect()
    }

    /// Makes a folder beside the inbox.
    pub fn folder(&self, name: &str) {
        for part in ["new", "cur", "tmp"] {
            fs::create_dir_all(self.inbox().join(format!(".{name}")).join(part)).unwrap();
        }
        if said("id", &["-un"]) == "root" {
            said("chown", &["-R", "nobody:nogroup", &self.inbox().display().to_string()]);
        }
    }

    pub fn log(&self) -> String {
        ["log", "stderr"].iter().filter_map(|name| fs::read_to_string(self.folder.path().join(name)).ok()).collect()
    }

    fn inbox(&self) -> PathBuf {
        self.folder.path().join("mail/replies")
    }
}

impl Drop for Dovecot {
    fn drop(&mut self) {
        // Asked to end, the master ends its helpers; killed, it would leave them.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

fn program() -> Option<&'static str> {
    let program = ["/usr/sbin/dovecot", "/usr/local/sbin/dovecot"].into_iter().find(|file| Path::new(file).exists());
    let Some(program) = program else {
        eprintln!("skipped: there is no dovecot");
        return None;
    };
    let version = said(program, &["--version"]);
    if !version.starts_with("2.3") {
        eprintln!("skipped: dovecot is {version}, and its configuration is known here for 2.3 only");
        return None;
    }
    Some(program)
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn said(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Maildir marks what was seen by an S behind the name (`name:2,S`).
fn flagged(folder: &Path) -> Vec<String> {
    names(folder)
        .into_iter()
        .filter(|name| name.split_once(":2,").is_some_and(|(_, flags)| flags.contains('S')))
        .collect()
}

fn names(folder: &Path) -> Vec<String> {
    let Ok(found) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> = found.flatten().map(|file| file.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
