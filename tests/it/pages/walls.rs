//! Walls, errors and stubs as sites show them in a document's place.

use super::Build::{self, Semantic, Soup};
use super::{TERMS, TERMS_DE, body, document, page};

/// A page that is not the document, and the name of the trouble.
pub struct Wall {
    pub what: &'static str,
    pub lang: &'static str,
    pub trouble: &'static str,
    pub html: String,
}

fn wall(trouble: &'static str, lang: &'static str, what: &'static str, build: Build, title: &str, inner: &str) -> Wall {
    Wall { what, lang, trouble, html: page(build, lang, title, inner) }
}

fn raw(trouble: &'static str, lang: &'static str, what: &'static str, html: &str) -> Wall {
    Wall { what, lang, trouble, html: html.to_owned() }
}

/// Every wall that can be told for what it is although nothing is known of the document.
pub fn at_any_time() -> Vec<Wall> {
    [logins(), consents(), bots(), errors(), empty()].into_iter().flatten().collect()
}

pub fn logins() -> Vec<Wall> {
    let form = |email: &str, password: &str, submit: &str, lost: &str| {
        format!(
            "<form action=/session method=post><label>{email} <input name=email></label><label>{password} \
             <input type=password name=pass></label><button>{submit}</button><a href=/lost>{lost}</a></form>"
        )
    };
    vec![
        wall(
            "login_wall",
            "en",
            "form",
            Semantic,
            "Log in to Plaudernetz",
            &format!(
                "<h1>Log in to continue</h1><p>You must be logged in to see this page.</p>{}<p>New to Plaudernetz? <a href=/join>Create an account</a></p>",
                form("Email or phone", "Password", "Log in", "Forgotten password?")
            ),
        ),
        wall(
            "login_wall",
            "en",
            "no password field",
            Soup,
            "Plaudernetz",
            "<div><h2>Sign in to keep reading</h2><div>Join millions of people who use Plaudernetz to share what they love.</div>\
             <div role=button>Continue with email</div><div role=button>Continue with Google</div><div>By continuing, you agree to our \
             <a href=/terms>Terms</a> and acknowledge our <a href=/privacy>Privacy Policy</a>.</div></div>",
        ),
        wall(
            "login_wall",
            "de",
            "form",
            Semantic,
            "Anmelden | Plaudernetz",
            &format!(
                "<h1>Melde dich an</h1><p>Um diese Seite zu sehen, musst du angemeldet sein.</p>{}<p>Neu hier? <a href=/join>Konto erstellen</a></p>",
                form("E-Mail oder Telefon", "Passwort", "Anmelden", "Passwort vergessen?")
            ),
        ),
        wall(
            "login_wall",
            "de",
            "no password field",
            Soup,
            "Plaudernetz",
            "<div><h2>Bitte einloggen, um weiterzulesen</h2><div>Millionen Menschen teilen auf Plaudernetz, was ihnen wichtig ist.</div>\
             <div role=button>Weiter mit E-Mail</div><div role=button>Weiter mit Google</div><div>Indem du fortfährst, stimmst du unseren \
             <a href=/terms>Nutzungsbedingungen</a> zu.</div></div>",
        ),
        wall(
            "login_wall",
            "fr",
            "form",
            Soup,
            "Se connecter | Plaudernetz",
            &format!(
                "<h1>Connectez-vous pour continuer</h1><p>Vous devez être connecté pour voir cette page.</p>{}",
                form("Adresse e-mail", "Mot de passe", "Connexion", "Mot de passe oublié ?")
            ),
        ),
    ]
}

pub fn consents() -> Vec<Wall> {
    vec![
        wall(
            "consent_wall",
            "en",
            "whole page",
            Semantic,
            "Before you continue to Plaudernetz",
            "<h1>Before you continue</h1><p>We use cookies and data to deliver and maintain our services, track outages and protect against spam, \
             fraud and abuse.</p><p>If you choose to accept all, we also use cookies to develop new services, deliver and measure the effectiveness \
             of ads and show personalised content, depending on your settings.</p><p>If you choose to reject all, we will not use cookies for these \
             additional purposes. You can change your cookie settings at any time.</p><button>Reject all</button><button>Accept all</button>\
             <a href=/options>More options</a>",
        ),
        raw(
            "consent_wall",
            "en",
            "overlay on an empty shell",
            "<!doctype html><html lang=en><head><title>Plaudernetz</title></head><body><div id=app></div><div class=overlay role=dialog aria-modal=true>\
             <h2>Your privacy choices</h2><p>We and our 812 partners store cookies on your device and process personal data such as unique \
             identifiers.</p><p>Some cookies are needed; others, like advertising cookies, only run with your consent. You may withdraw consent to \
             cookies whenever you like.</p><button>Accept</button><button>Decline</button><button>Manage</button></div></body></html>",
        ),
        wall(
            "consent_wall",
            "de",
            "whole page",
            Semantic,
            "Bevor du zu Plaudernetz weitergehst",
            "<h1>Bevor du fortfährst</h1><p>Wir verwenden Cookies und Daten, um unsere Dienste bereitzustellen, Ausfälle zu erkennen und vor Spam und \
             Missbrauch zu schützen.</p><p>Wenn du alle akzeptierst, setzen wir Cookies auch ein, um Werbung auszuspielen und zu messen.</p>\
             <p>Lehnst du ab, verwenden wir Cookies nicht für diese Zwecke. Deine Cookie-Einstellungen kannst du jederzeit ändern.</p>\
             <button>Alle ablehnen</button><button>Alle akzeptieren</button>",
        ),
        raw(
            "consent_wall",
            "de",
            "overlay on an empty shell",
            "<!doctype html><html lang=de><head><title>Plaudernetz</title></head><body><div id=app></div><div class=cmp-container role=dialog>\
             <h2>Wir brauchen deine Zustimmung</h2><p>Wir und unsere 812 Partner speichern Cookies auf deinem Gerät und verarbeiten personenbezogene \
             Daten.</p><p>Notwendige Cookies sind immer aktiv. Marketing-Cookies setzen wir nur mit deiner Einwilligung. Cookies kannst du später \
             abwählen.</p><button>Zustimmen</button><button>Ablehnen</button></div></body></html>",
        ),
    ]
}

pub fn bots() -> Vec<Wall> {
    vec![
        raw(
            "bot_wall",
            "en",
            "challenge of a network",
            "<!DOCTYPE html><html lang=\"en-US\"><head><title>Just a moment...</title><meta name=\"robots\" content=\"noindex,nofollow\"></head><body>\
             <div class=\"main-wrapper\" role=\"main\"><div class=\"main-content\"><h1 class=\"zone-name-title\">plaudernetz.example</h1>\
             <h2>Verifying you are human. This may take a few seconds.</h2><p>plaudernetz.example needs to review the security of your connection \
             before proceeding.</p></div></div><script src=\"/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8\"></script></body></html>",
        ),
        wall(
            "bot_wall",
            "en",
            "press and hold",
            Soup,
            "Access to this page has been denied",
            "<div><h1>Press &amp; Hold to confirm you are a human (and not a bot).</h1><p>Your browser or network sent unusual traffic, so we ask for \
             this step.</p><p>Reference ID 5f0c-11ee-8c99</p></div>",
        ),
        wall(
            "bot_wall",
            "en",
            "captcha",
            Semantic,
            "Security check",
            "<h1>Please complete the security check</h1><p>Our systems have detected automated requests from your network. Type the characters you see \
             to show that you are not a robot.</p><img src=/c.png alt=captcha><form><input name=code><button>Send</button></form>",
        ),
        wall(
            "bot_wall",
            "de",
            "captcha",
            Semantic,
            "Sicherheitsprüfung",
            "<h1>Bist du ein Mensch?</h1><p>Unsere Systeme haben ungewöhnlichen Datenverkehr aus deinem Netz festgestellt. Bitte bestätige, dass du kein \
             Roboter bist.</p><div class=g-recaptcha></div><script src=https://www.google.com/recaptcha/api.js></script>",
        ),
        wall(
            "bot_wall",
            "de",
            "words only",
            Soup,
            "Einen Moment bitte",
            "<div><h2>Nur einen Moment</h2><p>Wir prüfen, ob die Anfrage von einem Menschen kommt und nicht von einem Bot. Das dauert wenige \
             Sekunden.</p></div>",
        ),
        wall(
            "bot_wall",
            "fr",
            "captcha",
            Soup,
            "Vérification",
            "<div><h1>Vérification de sécurité</h1><p>Confirmez que vous êtes humain et non un robot en complétant le captcha ci-dessous.</p></div>",
        ),
    ]
}

pub fn errors() -> Vec<Wall> {
    vec![
        wall(
            "soft_error",
            "en",
            "not found",
            Semantic,
            "Page not found | Plaudernetz",
            "<h1>Oops! We can’t find that page.</h1><p>The link you followed may be broken, or the page may have been removed.</p>\
             <a href=/>Go back home</a>",
        ),
        wall(
            "soft_error",
            "en",
            "not available",
            Soup,
            "Plaudernetz",
            "<div><h2>This content isn’t available right now</h2><div>When this happens, it’s usually because the owner only shared it with a small \
             group of people, changed who can see it or it’s been deleted.</div><a href=/>Go to Feed</a><a href=/help>Visit Help Centre</a></div>",
        ),
        wall(
            "soft_error",
            "en",
            "maintenance",
            Soup,
            "Be right back",
            "<div><h1>Sorry, something went wrong</h1><p>We’re working on getting this fixed as soon as we can. Please try again in a few minutes.</p>\
             <div role=button>Try again</div></div>",
        ),
        raw(
            "soft_error",
            "en",
            "a gateway's",
            "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>",
        ),
        wall(
            "soft_error",
            "de",
            "not found",
            Semantic,
            "Seite nicht gefunden | Plaudernetz",
            "<h1>Hoppla! Diese Seite gibt es nicht.</h1><p>Vielleicht war der Link veraltet, oder die Seite wurde entfernt.</p>\
             <a href=/>Zur Startseite</a>",
        ),
        wall(
            "soft_error",
            "de",
            "not available",
            Soup,
            "Plaudernetz",
            "<div><h2>Dieser Inhalt ist momentan nicht verfügbar</h2><div>Das passiert meist, wenn der Eigentümer den Beitrag nur mit einer kleinen \
             Gruppe geteilt oder ihn gelöscht hat.</div><a href=/>Zum Feed</a></div>",
        ),
        wall(
            "soft_error",
            "de",
            "maintenance",
            Semantic,
            "Wartungsarbeiten",
            "<h1>Wir sind gleich wieder da</h1><p>Es ist ein Fehler aufgetreten. Wir arbeiten daran und bitten um etwas Geduld. Versuche es später \
             noch einmal.</p>",
        ),
        wall(
            "soft_error",
            "fr",
            "not found",
            Soup,
            "Page introuvable",
            "<div><h1>Oups ! Cette page est introuvable.</h1><p>Le lien est peut-être erroné ou la page a été supprimée.</p></div>",
        ),
    ]
}

pub fn empty() -> Vec<Wall> {
    vec![
        raw(
            "empty",
            "en",
            "shell of an application",
            "<!doctype html><html lang=en><head><title>Terms of Service</title></head><body><noscript>You need to enable JavaScript to run this app.\
             </noscript><div id=root></div><script src=/app.js></script></body></html>",
        ),
        wall(
            "empty",
            "en",
            "asks for scripts",
            Semantic,
            "Terms of Service | Plaudernetz",
            "<h1>JavaScript is not enabled</h1><p>We’ve detected that JavaScript is disabled in this browser. Please enable JavaScript or switch to a \
             supported browser to continue.</p>",
        ),
        wall(
            "empty",
            "en",
            "nothing yet",
            Soup,
            "Terms of Service | Plaudernetz",
            "<div><h1>Terms of Service</h1><div class=spinner>Loading…</div></div>",
        ),
        wall(
            "empty",
            "de",
            "asks for scripts",
            Soup,
            "Nutzungsbedingungen | Plaudernetz",
            "<div><p>Bitte aktiviere JavaScript in deinem Browser, um Plaudernetz zu nutzen.</p></div>",
        ),
        wall(
            "empty",
            "de",
            "nothing yet",
            Semantic,
            "Nutzungsbedingungen | Plaudernetz",
            "<h1>Nutzungsbedingungen</h1><p>Wird geladen …</p>",
        ),
    ]
}

/// Pages that only what is known of the document tells from it.
pub fn beside_the_document() -> Vec<Wall> {
    let mut walls = Vec::new();
    for (lang, text, other) in [("en", TERMS, TERMS_DE), ("de", TERMS_DE, TERMS)] {
        for build in super::BUILDS {
            let third: String = text.lines().take(text.lines().count() / 3).collect::<Vec<_>>().join("\n");
            walls.push(Wall { what: "a third of it", lang, trouble: "partial", html: document(build, lang, &third) });
            let headings: String = text.lines().filter(|line| line.starts_with('#')).collect::<Vec<_>>().join("\n");
            let skeleton = headings + "\n" + text.lines().nth(1).unwrap_or_default();
            walls.push(Wall {
                what: "headings only",
                lang,
                trouble: "partial",
                html: document(build, lang, &skeleton),
            });
            let found = if lang == "en" { "de" } else { "en" };
            walls.push(Wall {
                what: "another language",
                lang,
                trouble: "wrong_language",
                html: document(build, found, other),
            });
            walls.push(Wall {
                what: "a note",
                lang,
                trouble: "short_note",
                html: page(build, lang, title(lang), moved(lang)),
            });
            walls.push(Wall {
                what: "help home",
                lang,
                trouble: "other_document",
                html: page(build, lang, help(lang).0, &help(lang).1),
            });
            walls.push(Wall {
                what: "list of policies",
                lang,
                trouble: "other_document",
                html: page(build, lang, list(lang).0, &list(lang).1),
            });
        }
    }
    for build in super::BUILDS {
        for (lang, text) in [("en", super::COOKIES), ("en", super::DEVELOPERS), ("de", super::COOKIES_DE)] {
            walls.push(Wall {
                what: "another document",
                lang,
                trouble: "other_document",
                html: document(build, lang, text),
            });
            // Some sites give all their documents one title, and some no heading.
            let name = text.lines().next().unwrap_or_default();
            walls.push(Wall {
                what: "another document, site's title",
                lang,
                trouble: "other_document",
                html: page(build, lang, "Plaudernetz", &body(text)),
            });
            walls.push(Wall {
                what: "another document, no heading",
                lang,
                trouble: "other_document",
                html: page(build, lang, &format!("{} | Plaudernetz", &name[2..]), &body(&text[name.len() + 1..])),
            });
        }
    }
    walls
}

fn title(lang: &str) -> &'static str {
    if lang == "en" { "Terms of Service | Plaudernetz" } else { "Nutzungsbedingungen | Plaudernetz" }
}

/// A policy that was given up for another.
fn moved(lang: &str) -> &'static str {
    if lang == "en" {
        "<h1>Terms of Service</h1><p>These terms have been merged into our <a href=/legal/agreement>Member Agreement</a>, which applies to everyone \
         from 1 June 2026. This page is no longer updated.</p>"
    } else {
        "<h1>Nutzungsbedingungen</h1><p>Diese Bedingungen sind in unserer <a href=/legal/vertrag>Mitgliedervereinbarung</a> aufgegangen, die ab dem \
         1. Juni 2026 für alle gilt. Diese Seite wird nicht mehr gepflegt.</p>"
    }
}

fn help(lang: &str) -> (&'static str, String) {
    let (title, ask, topics): (_, _, [&str; 6]) = if lang == "en" {
        (
            "Plaudernetz Help Centre",
            "How can we help you?",
            [
                "Managing your account",
                "Privacy and safety",
                "Pages and groups",
                "Ads and payments",
                "Reporting a problem",
                "Popular topics",
            ],
        )
    } else {
        (
            "Plaudernetz Hilfebereich",
            "Wie können wir dir helfen?",
            [
                "Dein Konto verwalten",
                "Privatsphäre und Sicherheit",
                "Seiten und Gruppen",
                "Werbung und Zahlungen",
                "Ein Problem melden",
                "Beliebte Themen",
            ],
        )
    };
    let cards: String = topics
        .iter()
        .map(|topic| {
            let links: String = (1..9).map(|n| format!("<li><a href=/help/{n}>{topic}: {n}</a></li>")).collect();
            let says = if lang == "en" {
                "Find answers, step-by-step guides and the latest news on this."
            } else {
                "Antworten, Anleitungen Schritt für Schritt und Neues dazu."
            };
            format!("<h2>{topic}</h2><p>{says}</p><ul>{links}</ul>")
        })
        .collect();
    (title, format!("<h1>{ask}</h1>{cards}"))
}

fn list(lang: &str) -> (&'static str, String) {
    let (title, policies, says): (_, [&str; 12], _) = if lang == "en" {
        (
            "Terms and Policies | Plaudernetz",
            [
                "Terms of Service",
                "Privacy Policy",
                "Cookie Policy",
                "Community Standards",
                "Advertising Policies",
                "Commerce Policies",
                "Developer Policy",
                "Music Guidelines",
                "Copyright",
                "Pages, Groups and Events",
                "Contests and Promotions",
                "Branded Content",
            ],
            "What applies here and where you can read the whole of it in its current version.",
        )
    } else {
        (
            "Nutzungsbedingungen und Richtlinien | Plaudernetz",
            [
                "Nutzungsbedingungen",
                "Datenschutzrichtlinie",
                "Cookie-Richtlinie",
                "Gemeinschaftsstandards",
                "Werberichtlinien",
                "Handelsrichtlinien",
                "Entwicklerrichtlinie",
                "Musikrichtlinien",
                "Urheberrecht",
                "Seiten, Gruppen und Veranstaltungen",
                "Gewinnspiele und Aktionen",
                "Markeninhalte",
            ],
            "Was hier gilt und wo du es in der aktuellen Fassung vollständig nachlesen kannst.",
        )
    };
    let cards: String =
        policies.iter().map(|name| format!("<div><h3><a href=/p>{name}</a></h3><p>{says}</p></div>")).collect();
    let name = title.split(" | ").next().unwrap_or_default();
    (title, format!("<h1>{name}</h1>{cards}"))
}
