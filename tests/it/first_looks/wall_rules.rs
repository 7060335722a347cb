//! Each rule that names a wall says its evidence, and has a page that it names and one as near to it that is read.

use std::fs;

use hausrecht::model::{Memory, Origin, Snapshot};
use hausrecht::steps::extract::{Reading, extract};
use hausrecht::steps::identity::{Identified, identify};

use super::{RULES, markup, page};

/// What a page of which nothing is known is taken for; "document" where it is read.
fn taken_for(html: &str) -> String {
    let snapshot = Snapshot {
        fetched_at: "2026-03-01T06:00:00Z".parse().unwrap(),
        url: "https://plaudernetz.example/rules".parse().unwrap(),
        redirects: Vec::new(),
        status: 200,
        headers: vec![("content-type".into(), "text/html; charset=utf-8".into())],
        body: html.as_bytes().to_vec(),
        origin: Origin::Live,
    };
    match extract(&snapshot, Reading::default()) {
        Err(trouble) => trouble.key().to_owned(),
        Ok(extract) => match identify(None, &extract, &mut Memory::default(), "", snapshot.fetched_at) {
            Identified::Not(trouble) => trouble.key().to_owned(),
            _ => "document".to_owned(),
        },
    }
}

#[track_caller]
pub(super) fn named(rule: &str, as_trouble: &str, html: &str) {
    assert_eq!(taken_for(html), as_trouble, "{rule}: {html}");
}

#[track_caller]
pub(super) fn read(rule: &str, html: &str) {
    assert_eq!(taken_for(html), "document", "{rule}: {html}");
}

#[test]
fn every_wall_rule_says_its_evidence_and_has_fixtures_on_either_side() {
    let files = ["wall_rules.rs", "notices.rs"].map(|file| format!("tests/it/first_looks/{file}"));
    let tests: String = files.map(|file| fs::read_to_string(file).unwrap()).concat().split_whitespace().collect();
    let mut rules = 0;
    for entry in fs::read_dir("src/steps/identity/walls").unwrap() {
        let path = entry.unwrap().path();
        let code = fs::read_to_string(&path).unwrap();
        if !code.starts_with("//! Rule: ") {
            continue;
        }
        rules += 1;
        let head: Vec<&str> = code.lines().map_while(|line| line.strip_prefix("//!")).collect();
        let head = head.join(" ");
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(head.contains("Evidence: ") && head.contains("Verdict: "), "{name}");
        for call in ["named", "read"] {
            assert!(tests.contains(&format!("{call}(\"{name}\",")), "no fixture {call} for {name}");
        }
    }
    assert_eq!(rules, 7);
}

#[test]
fn a_check_for_robots_is_named_and_rules_on_robots_are_read() {
    let check = "<title>One moment</title><h1>Are you human?</h1><p>We check that no robot is at work.</p><script src=/captcha/api.js></script>";
    named("bot_check", "bot_wall", check);
    let rules = format!("{}<p>No robot and no other automated means may be used to set up a stall.</p>", markup(RULES));
    read("bot_check", &page(&rules, "<script src=/captcha/api.js></script>"));
}

#[test]
fn a_login_is_named_and_rules_beside_a_login_are_read() {
    named(
        "login",
        "login_wall",
        "<title>Log in</title><h1>Log in</h1><form><input name=a><input type=password><button>Go</button></form>",
    );
    named(
        "login",
        "login_wall",
        "<html lang=es><title>Plaudernetz</title><h1>Inicia sesión para seguir</h1><p>Hace falta una cuenta para leer esta página.</p>",
    );
    read(
        "login",
        &page(&markup(RULES), "<aside><form><input name=a><input type=password><button>Log in</button></form></aside>"),
    );
}

#[test]
fn an_error_is_named_in_each_language_and_rules_on_errors_are_read() {
    for says in [
        "<h1>This page could not be found</h1><p>Perhaps you find what you look for on our home page.</p>",
        "<h1>Diese Seite gibt es leider nicht</h1><p>Vielleicht hilft dir die Startseite weiter.</p>",
        "<h1>Page introuvable</h1><p>Vous pouvez revenir à la page d'accueil.</p>",
        "<h1>No se ha encontrado la página</h1><p>Puede volver a la página de inicio.</p>",
        "<h1>La pagina non esiste</h1><p>Puoi tornare alla pagina iniziale.</p>",
        "<h1>Deze pagina bestaat niet</h1><p>Ga terug naar de startpagina.</p>",
        "<h1>Strona nie istnieje</h1><p>Wróć na stronę główną.</p>",
        "<h1>Página não encontrada</h1><p>Volte para a página inicial.</p>",
        "<h1>503 Service Unavailable</h1><p>The service is unavailable at the moment.</p>",
    ] {
        named("error", "soft_error", &format!("<title>Plaudernetz</title><main>{says}</main>"));
    }
    let links = "<p>Here are some of the pages that others have read today, perhaps one of them helps you to go on from here.</p>".repeat(6);
    named("error", "soft_error", &page(&format!("<h1>Page not found</h1>{links}"), ""));
    let rules = markup(RULES).replace("Quiet hours", "What happens after an error");
    read("error", &page(&rules, ""));
}

#[test]
fn a_question_about_cookies_is_named_and_rules_on_cookies_are_read() {
    let asks = "<h1>Before you go on</h1><p>We use cookies to keep you logged in and, with your consent, cookies to measure. Cookies may be refused.</p>\
        <button>Accept all</button><button>Reject all</button>";
    named("consent", "consent_wall", &page(asks, ""));
    let polish = "<h1>Zanim przejdziesz dalej</h1><p>Używamy plików cookie, aby strona działała. Za Twoją zgodą używamy też cookie do pomiarów. Cookie można odrzucić.</p>\
        <button>Akceptuję wszystkie</button><button>Odrzuć wszystkie</button>";
    named("consent", "consent_wall", &page(polish, ""));
    let policy = "<h1>How we use cookies</h1><h2>Kinds of cookies</h2><p>Some cookies are needed to keep you logged in, other cookies need your consent.</p>\
        <h2>How long cookies stay</h2><p>Cookies that count visits stay for ninety days, and cookies of the till until it is closed.</p>\
        <h2>Your choice</h2><p>You may refuse cookies that are not needed, and withdraw your consent to cookies whenever you like.</p>\
        <button>Accept all</button><button>Reject all</button>";
    read("consent", &page(policy, ""));
}

#[test]
fn a_page_that_leads_elsewhere_is_named_and_rules_that_point_elsewhere_are_read() {
    named(
        "redirecting",
        "redirecting",
        "<title>Rules</title><p>You are being redirected to our new rules for stalls, one moment please.</p>",
    );
    let rules = format!("{}<p>Sellers who are redirected to another row pay nothing for it.</p>", markup(RULES));
    read("redirecting", &page(&rules, ""));
}

#[test]
fn a_page_that_says_nothing_is_named_and_short_pages_of_any_script_are_read() {
    named("stub", "empty", "<title>Rules</title><main><h1>Rules</h1><p>Loading</p></main>");
    read(
        "stub",
        "<html lang=zh><title>规则</title><main><h1>摊位规则</h1><p>任何会员满三个月后都可以设立摊位，并须向本店出示护照。</p><p>只能出售卖家自己制作或种植的物品，每件物品必须贴有制作者的标签。</p></main>",
    );
    read(
        "stub",
        "<html lang=ja><title>規約</title><main><h1>屋台の規約</h1><p>会員になって三か月が過ぎた人は、屋台を出すことができます。</p><p>売ってよいのは自分で作ったものだけです。</p></main>",
    );
}
