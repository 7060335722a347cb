//! Errors and stubs as sites show them in a document's place.

use super::Build::{Semantic, Soup};
use super::walls::{Wall, raw, wall};

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
