//! On a server: what root finds and writes there, what the service is handed, and what the package and its units say.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use tempfile::TempDir;

const PROGRAM: &str = env!("CARGO_BIN_EXE_hausrecht");
const UNITS: [&str; 3] = ["hausrecht.service", "hausrecht-daemon.service", "hausrecht-failure@.service"];

fn ours(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Runs lines of a shell as root on a machine of its own: /etc and /var/lib are empty but for certificates, the unit and the
/// watchlist that the package brings. None where that cannot be.
fn as_root(script: &str) -> Option<String> {
    let begin = "set -e; units=$PWD/systemd
        mount -t tmpfs none /mnt; cp -a /etc/ssl /mnt; mount --move /mnt /etc; mount -t tmpfs none /var/lib
        install -D -m 644 $units/hausrecht.service /etc/systemd/system/hausrecht.service
        install -D -m 644 $units/watchlist.yaml /etc/hausrecht/watchlist.yaml
        cp $units/browser.conf /etc/browser.conf; mkdir /etc/root; export HOME=/etc/root; cd; set +e\n";
    let unshare = || {
        let mut unshare = Command::new("unshare");
        if !rustix::process::geteuid().is_root() {
            // Others than root are needed, too.
            unshare.args(["--user", "--map-root-user", "--map-auto"]);
        }
        unshare.args(["--mount", "--propagation", "private"]);
        unshare
    };
    let can = unshare().args(["mount", "-t", "tmpfs", "none", "/etc"]).output();
    if !can.is_ok_and(|done| done.status.success()) {
        eprintln!("skipped: nobody can be root here on a machine of one's own");
        return None;
    }
    let mut run = unshare();
    run.args(["sh", "-c", &format!("{begin}{script}")]).current_dir(env!("CARGO_MANIFEST_DIR"));
    let output =
        run.env_clear().env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").env("hausrecht", PROGRAM).output().unwrap();
    Some(format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr)))
}

#[test]
fn root_begins_a_server_with_one_command_and_the_service_can_read_what_it_wrote() {
    let init = "$hausrecht init --language en --to team@example.com --platforms mastodon --timezone Europe/Berlin \
         --smtp mail.example.com --from hausrecht@example.com --username hausrecht </dev/null 2>&1; echo \"exit $?\"\n";
    let Some(said) = as_root(&format!("{init} ls; grep smtp /etc/hausrecht/watchlist.yaml; {init}")) else { return };
    assert_snapshot!(said);
}

#[test]
fn root_on_a_server_means_the_history_of_the_service_and_leaves_it_readable_for_the_service() {
    let Some(said) = as_root(
        "mkdir /var/lib/hausrecht; chown 7:8 /var/lib/hausrecht
         $hausrecht status 2>&1 | head -n 2
         printf 'watches: [{id: terms, platform: x, document: Terms, url: \"http://127.0.0.1:9/\", allow_private_network: true}]' > /etc/hausrecht/watchlist.yaml
         $hausrecht check 2>&1 | head -n 1
         find /var/lib/hausrecht ! -user 7 -o ! -group 8
         ls /var/lib/hausrecht; ls /var/lib/hausrecht-installation; ls -A /etc/root
         rm -r /var/lib/hausrecht
         $hausrecht status 2>&1 | head -n 1 | sed 's/[0-9]*-[0-9]*-[0-9]*/DAY/'",
    ) else {
        return;
    };
    assert_snapshot!(said);
}

#[test]
fn a_link_in_the_services_folder_gives_nobody_else_s_file_away() {
    let Some(said) = as_root(
        "mkdir /var/lib/hausrecht /etc/secret; : > /etc/secret/file; : > /etc/other
         ln -s /etc/secret /var/lib/hausrecht/outbox; ln -s /etc/other /var/lib/hausrecht/link; ln /etc/other /etc/twice
         : > /var/lib/hausrecht/one; ln /var/lib/hausrecht/one /var/lib/hausrecht/two; : > /var/lib/hausrecht/three
         chown 7:8 /var/lib/hausrecht
         $hausrecht status >/dev/null 2>&1
         stat -c '%n %u:%g' /etc/secret /etc/secret/file /etc/other /var/lib/hausrecht/*",
    ) else {
        return;
    };
    assert_snapshot!(said);
}

#[test]
fn a_credential_is_root_s_file_where_systemd_does_not_hand_it_over() {
    let Some(said) = as_root(
        "printf 'catalogue: {}\\nrecipients: [{name: T, to: [t@example.com], immediately: true}]\\nmail: {from: a@example.com, smtp: {host: 127.0.0.1, port: 9, tls: starttls, username: u, password_credential: smtp-password}}\\n' > /etc/hausrecht/watchlist.yaml
         $hausrecht mail test 2>&1
         : > /etc/hausrecht/smtp-password; chmod 600 /etc/hausrecht/smtp-password
         $hausrecht mail test 2>&1
         echo secret > /etc/hausrecht/smtp-password
         $hausrecht mail test 2>&1 | head -n 1",
    ) else {
        return;
    };
    assert_snapshot!(said);
}

#[test]
fn doctor_says_what_the_service_may_not_do_or_read() {
    let Some(said) = as_root(
        "printf 'catalogue: {platforms: [mastodon]}\\nrecipients: [{name: T, to: [t@example.com], immediately: true}]\\nmail: {from: a@example.com, smtp: {host: localhost, username: u, password_file: /etc/hausrecht/secret}}\\n' > /etc/hausrecht/watchlist.yaml
         echo secret > /etc/hausrecht/secret; chmod 600 /etc/hausrecht/secret
         $hausrecht doctor --offline | grep -A2 'Chromium start\\|may not read'; echo mended
         install -D -m 644 /etc/browser.conf /etc/systemd/system/hausrecht.service.d/browser.conf; chmod 640 /etc/hausrecht/secret
         $hausrecht doctor --offline | grep -A2 'Chromium start\\|may not read'",
    ) else {
        return;
    };
    assert_snapshot!(said);
}

#[test]
fn whoever_is_not_root_is_told_that_root_reads_the_history_of_the_service() {
    let Some(said) = as_root(
        "mkdir -m 700 /var/lib/hausrecht; chown 7:8 /var/lib/hausrecht
         cd /; export HOME=/nowhere; setpriv --reuid 9 --regid 9 --clear-groups $hausrecht status 2>&1",
    ) else {
        return;
    };
    assert_snapshot!(said);
}

/// A folder with programs that stand for systemd's.
fn systemd(cat: &str, run: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, script) in [("systemctl", cat), ("systemd-run", run)] {
        let path = folder.path().join(name);
        fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }
    folder
}

fn mail_test(folder: &Path, options: &[&str]) -> String {
    let output = Command::new(PROGRAM)
        .args(["mail", "test", "--as-service"])
        .args(options)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", folder.display()))
        .output()
        .unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(PROGRAM, "PROGRAM");
    format!("exit {}\n{}{}", output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn the_mail_is_tried_as_the_service_with_all_that_its_unit_and_the_administrator_say() {
    let unit = format!("{}/systemd/hausrecht.service", env!("CARGO_MANIFEST_DIR"));
    let edited = "printf '[Unit]\\nAfter=x\\n[Service]\\n; a note\\nLoadCredential=imap:/etc/hausrecht/imap\\nSystemCallFilter=\\n'";
    let systemd = systemd(&format!("cat {unit}; {edited}"), "printf '%s\\n' \"$@\"; exit 4");
    assert_snapshot!(mail_test(systemd.path(), &["--recipient", "Team"]));
}

#[test]
fn where_there_is_no_such_service_that_is_said() {
    let none = systemd("echo 'No files found for hausrecht.service.' >&2; exit 1", "");
    let refused = systemd("true", "echo 'Failed to start transient service unit: Access denied' >&2; exit 1");
    let absent = TempDir::new().unwrap();
    let without = Command::new(PROGRAM)
        .args(["mail", "test", "--as-service"])
        .env_clear()
        .env("PATH", absent.path())
        .output()
        .unwrap();
    assert_snapshot!(format!(
        "{}{}exit {}\n{}",
        mail_test(none.path(), &[]),
        mail_test(refused.path(), &[]),
        without.status.code().unwrap(),
        String::from_utf8_lossy(&without.stderr)
    ));
}

/// The keys and values of a section of a unit, without notes.
fn section(unit: &str, name: &str) -> Vec<String> {
    let text = ours(&format!("systemd/{unit}"));
    let lines = text.lines().skip_while(|line| *line != format!("[{name}]")).skip(1);
    lines
        .take_while(|line| !line.starts_with('['))
        .filter(|line| line.contains('=') && !line.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn what_is_to_be_switched_on_can_be() {
    assert_eq!(section("hausrecht.timer", "Install"), ["WantedBy=timers.target"]);
    assert_eq!(section("hausrecht-daemon.service", "Install"), ["WantedBy=multi-user.target"]);
}

#[test]
fn all_units_have_the_same_user_rights_and_passwords() {
    let rights = |unit: &str| -> Vec<String> {
        let lines = section(unit, "Service");
        let begin = lines.iter().position(|line| line.starts_with("DynamicUser=")).unwrap();
        let own = ["LoadCredential", "SetCredential", "StateDirectory", "Environment=HAUSRECHT"];
        let above = lines[..begin].iter().filter(|line| own.iter().any(|key| line.starts_with(key)));
        above.chain(&lines[begin..]).cloned().collect()
    };
    let [round, others @ ..] = UNITS.map(rights);
    for other in others {
        assert_eq!(round, other);
    }
    for line in round.iter().filter(|line| line.starts_with("LoadCredential=")) {
        let name = line["LoadCredential=".len()..].split(':').next().unwrap();
        assert!(
            round.contains(&format!(r"SetCredential={name}:\n")),
            "without the file the unit starts all the same: {name}"
        );
        assert!(line.ends_with(&format!(":/etc/hausrecht/{name}")), "where root looks for it, too: {line}");
    }
}

#[test]
fn the_package_holds_what_its_manifest_names_and_its_scripts_are_in_order() {
    let manifest = ours("Cargo.toml");
    let sources = manifest.lines().filter_map(|line| line.trim().strip_prefix("[\"")?.split('"').next());
    for source in sources.filter(|source| !source.starts_with("target/")) {
        ours(source);
    }
    for script in ["postinst", "prerm", "postrm"] {
        let path = format!("systemd/debian/{script}");
        let checked = Command::new("sh").args(["-n", &path]).current_dir(env!("CARGO_MANIFEST_DIR")).status().unwrap();
        assert!(checked.success() && ours(&path).contains("#DEBHELPER#"), "{script}");
    }
}

#[test]
fn the_watchlist_of_the_package_is_in_order_and_small_enough_that_no_upgrade_changes_it() {
    let file = format!("{}/systemd/watchlist.yaml", env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(PROGRAM).args(["--watchlist", &file, "watchlist", "check"]).output().unwrap();
    assert!(output.status.success(), "{output:?}");
    let text = ours("systemd/watchlist.yaml");
    let said: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    assert_eq!(said, ["catalogue: {}"]);
}
