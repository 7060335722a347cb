//! What a watch may add to its requests, and what the watchlist refuses with a mend.

use hausrecht::model::{Access, BasicAuth, PasswordSource, Watchlist};
use hausrecht::steps::watchlist::{Problems, read};

fn watch(more: &str) -> Result<Watchlist, Problems> {
    let text = format!(
        "watches:\n  - id: terms\n    platform: x\n    document: Terms\n    url: https://example.com/terms\n{more}"
    );
    read(&text, "watchlist.yaml", "2026-11-21T06:00:00Z".parse().unwrap())
}

#[test]
fn everything_that_a_watch_may_add_is_understood() {
    let list = watch(
        "    headers: {X-Region: de, Accept: 'text/html'}
    cookies_file: /etc/hausrecht/cookies.txt
    basic_auth: {user: team, password_file: /etc/hausrecht/password}
    accept_language: de-DE, de;q=0.8, *;q=0.1
    proxy: socks5://127.0.0.1:1080
    combine: [https://example.com/more, https://other.example/more]
",
    )
    .unwrap();
    let watch = &list.watches[0];
    let access = Access {
        headers: vec![("x-region".to_owned(), "de".to_owned()), ("accept".to_owned(), "text/html".to_owned())],
        cookies_file: Some("/etc/hausrecht/cookies.txt".into()),
        basic_auth: Some(BasicAuth {
            user: "team".to_owned(),
            password: PasswordSource::File("/etc/hausrecht/password".into()),
        }),
        accept_language: Some("de-DE,de;q=0.8,*;q=0.1".to_owned()),
        proxy: Some("socks5://127.0.0.1:1080".parse().unwrap()),
    };
    assert_eq!(watch.access, access);
    let [own, same, other] = watch.pages.as_slice() else { panic!("three pages") };
    assert_eq!((watch.access_to(own), watch.access_to(same)), (access.clone(), access.clone()));
    assert_eq!(watch.access_to(other), access.without_secrets(), "another origin gets no secrets");
}

#[test]
fn every_mistake_in_what_is_added_is_told_with_its_mend() {
    let problems = watch(
        "    render: browser
    headers:
      User-Agent: Mozilla/5.0
      Cookie: session=s3cret
      Host: example.org
      Sec-CH-UA: Chromium
      X-Note: \"one\\r\\nX-Two: two\"
      X Region: de
      If-None-Match: '1'
    cookies: session=s3cret
    basic_auth: {user: 'team:s3cret', password: s3cret, pasword_file: /x}
    accept_language: German please
    proxy: socks5://127.0.0.1:1080
",
    )
    .unwrap_err()
    .to_string();
    insta::assert_snapshot!(problems, @r"
    watchlist.yaml has 13 problems
      line 8: watch `terms`: the header `User-Agent` cannot be set here
              hint: hausrecht says who it is; `settings.contact` adds how you can be reached
      line 9: watch `terms`: the header `Cookie` cannot be set here
              hint: write the cookies to a file of its own and name that: `cookies_file: /path/to/file`
      line 10: watch `terms`: the header `Host` cannot be set here
               hint: it follows from `url`
      line 11: watch `terms`: the header `Sec-CH-UA` cannot be set
               hint: hausrecht does not pretend to be another client
      line 12: watch `terms`: `X-Note` holds a line break or another control character
               hint: write it on one line
      line 13: watch `terms`: `X Region` is not the name of a header
               hint: use letters, digits and dashes, as in `X-Region`
      line 14: watch `terms`: the header `If-None-Match` cannot be set: hausrecht needs it itself
      line 15: watch `terms`: a cookie is a key to the page: it does not belong into the watchlist, which others read
               hint: write it to a file of its own and name that: `cookies_file: /path/to/file`
      line 16: watch `terms`: `basic_auth`: `user` holds a colon
               hint: write the user alone; the password stands in a file: `password_file: /path/to/file`
      line 16: watch `terms`: `basic_auth`: a password does not belong into the watchlist, which others read
               hint: write it to a file of its own and name that: `password_file: /path/to/file`
      line 16: watch `terms`: `basic_auth`: unknown field `pasword_file`
               hint: did you mean `password_file`?
      line 17: watch `terms`: `accept_language` is no list of languages: `German please`
               hint: write it as in `de-DE,de;q=0.8,en;q=0.5`
      line 18: watch `terms`: the browser can only be led through a proxy with `http://`
               hint: name an `http://` proxy, or write `render: http`
    ");
    assert!(!problems.contains("s3cret"), "{problems}");
}

#[test]
fn a_proxy_is_a_host_and_a_port_and_holds_no_password() {
    for (proxy, told) in [
        ("http://team:s3cret@proxy.example:3128", "holds a user name or password"),
        ("proxy.example:3128", "is not an address"),
        ("ftp://proxy.example", "must begin with http://"),
        ("http://proxy.example/path", "names more than a host and a port"),
        ("team:s3cret@proxy", "is not an address"),
    ] {
        let problems = watch(&format!("    proxy: {proxy}\n")).unwrap_err().to_string();
        assert!(problems.contains(told) && !problems.contains("s3cret"), "{proxy}: {problems}");
    }
}

#[test]
fn secrets_do_not_cross_the_network_in_the_open() {
    let read = |more: &str| {
        let text = format!(
            "watches:\n  - {{id: a, platform: x, document: A, url: http://a.example/, cookies_file: /c{more}}}\n"
        );
        read(&text, "watchlist.yaml", "2026-11-21T06:00:00Z".parse().unwrap())
    };
    assert!(read("").unwrap_err().to_string().contains("would cross the network for all to read"));
    assert!(read(", allow_private_network: true").is_ok(), "within the house it is the team's own affair");
}
