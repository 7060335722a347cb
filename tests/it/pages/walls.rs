//! Walls as sites show them in a document's place.

use super::Build::{self, Semantic, Soup};
use super::errors::{empty, errors};
use super::page;

/// A page that is not the document, and the name of the trouble.
pub struct Wall {
    pub what: &'static str,
    pub lang: &'static str,
    pub trouble: &'static str,
    pub html: String,
}

pub fn wall(
    trouble: &'static str,
    lang: &'static str,
    what: &'static str,
    build: Build,
    title: &str,
    inner: &str,
) -> Wall {
    Wall { what, lang, trouble, html: page(build, lang, title, inner) }
}

pub fn raw(trouble: &'static str, lang: &'static str, what: &'static str, html: &str) -> Wall {
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
