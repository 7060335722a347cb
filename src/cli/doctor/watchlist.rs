//! What the watchlist alone shows.

use std::path::Path;

use jiff::Timestamp;

use super::super::{Exit, secrets, times};
use super::finding::Finding;
use super::some::some;
use crate::io::fetch;
use crate::model::{Render, Watchlist};

/// The passwords of the mail that are to stand in files and do not.
pub fn of_the_passwords(watchlist: &Watchlist) -> Vec<Finding> {
    let missing = secrets::missing(watchlist).into_iter();
    let finding = |(key, path): (&str, &Path)| {
        Finding::doubt(
            phrase!("`{key}` is not there: {}", "`{key}` gibt es nicht: {}", path.display()),
            phrase!(
                "write the password into that file, for the owner alone to read (chmod 600)",
                "das Passwort in diese Datei schreiben, lesbar nur für ihren Besitzer (chmod 600)"
            ),
        )
    };
    missing.map(finding).collect()
}

/// What the watchlist alone shows.
pub fn of_the_watchlist(watchlist: &Watchlist, now: Timestamp) -> Vec<Finding> {
    let mut found = Vec::new();
    let pages: usize = watchlist.watches.iter().map(|watch| watch.pages.len()).sum();
    found.push(match pages {
        0 => Finding::bad(
            Exit::Usage,
            phrase!("nothing is watched", "nichts wird beobachtet"),
            phrase!(
                "every watch is switched off; `hausrecht add URL` adds one",
                "alle Einträge sind ausgeschaltet; `hausrecht add URL` fügt einen hinzu"
            ),
        ),
        1 => Finding::good(phrase!("1 page is watched", "1 Seite wird beobachtet")),
        _ => Finding::good(phrase!("{pages} pages are watched", "{pages} Seiten werden beobachtet")),
    });
    if watchlist.recipients.is_empty() {
        let hint = phrase!(
            "add one: recipients: [{}]",
            "einen hinzufügen: recipients: [{}]",
            "{name: Team, to: [team@example.com], digest: \"@daily\"}"
        );
        let what = phrase!("nobody is told: there is no recipient", "niemand erfährt etwas: es gibt keinen Empfänger");
        found.push(Finding::bad(Exit::Usage, what, hint));
    } else if !watchlist.recipients.iter().any(|recipient| recipient.operator) {
        let hint = phrase!(
            "write `operator: true` at whoever looks after it; until then blind spots stand in the digests",
            "`operator: true` bei der zuständigen Person eintragen; bis dahin stehen blinde Flecken in den Berichten"
        );
        let what = phrase!(
            "nobody is told at once when a page cannot be read",
            "niemand erfährt sofort, wenn eine Seite nicht zu lesen ist"
        );
        found.push(Finding::doubt(what, hint));
    }
    let today = now.to_zoned(watchlist.settings.timezone.clone()).date();
    for asset in watchlist.assets.iter().filter(|asset| !asset.is_live(today)) {
        let until = asset.until.map_or_else(String::new, times::day);
        let hint = phrase!(
            "take it out of the watchlist, or give it a later day",
            "aus der Watchlist nehmen oder einen späteren Tag eintragen"
        );
        let what = phrase!("asset “{}” ended on {until}", "„{}“ endete am {until}", asset.name);
        found.push(Finding::doubt(what, hint));
    }
    let rendered: Vec<&str> = watchlist
        .watches
        .iter()
        .filter(|watch| watch.render == Render::Browser)
        .map(|watch| watch.id.as_str())
        .collect();
    let named = watchlist.settings.chromium.as_deref();
    let hint = phrase!(
        "install Debian's package `chromium`, or name it under `settings: {}`",
        "Debians Paket `chromium` installieren oder ihn unter `settings: {}` nennen",
        "{chromium: /path}"
    );
    match (fetch::has_browser(named), rendered.as_slice()) {
        (true, _) => found.push(Finding::good(phrase!("Chromium is there", "Chromium ist da"))),
        (false, []) => found.push(Finding::doubt(
            phrase!(
                "there is no Chromium: pages that scripts write cannot be read",
                "Chromium fehlt: Seiten, die Skripte schreiben, sind nicht zu lesen"
            ),
            hint,
        )),
        (false, ids) => found.push(Finding::bad(
            Exit::Usage,
            match ids.len() {
                1 => phrase!(
                    "1 watch needs a browser, and there is none: {}",
                    "1 Seite braucht einen Browser, und es gibt keinen: {}",
                    some(ids)
                ),
                count => phrase!(
                    "{count} watches need a browser, and there is none: {}",
                    "{count} Seiten brauchen einen Browser, und es gibt keinen: {}",
                    some(ids)
                ),
            },
            hint,
        )),
    }
    found
}
