//! The two rounds of the demonstration, and what it prints of them.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use jiff::{SignedDuration, Timestamp};

use super::editions;
use crate::cli::passage_text::{Layout, Length};
use crate::cli::terminal::{FAINT, STRONG, painted};
use crate::cli::{Exit, Failure, General, change_text, check, setup};
use crate::io::showroom::Showroom;
use crate::io::store::{RoundLock, Store};
use crate::model::Watchlist;
use crate::round::{self, Clock, House, Looked, Which, lock};
use crate::steps::watchlist;

/// Show it all on two invented platforms, without internet.
#[derive(Debug, clap::Args)]
pub struct Args {}

/// Runs the command.
pub fn run(general: &General, _args: &Args) -> Result<Exit, Failure> {
    let data = data_folder(general)?;
    setup::block_on(show(&data))?
}

async fn show(data: &Path) -> Result<Exit, Failure> {
    let _lock = RoundLock::take(data)?;
    let showroom = Showroom::open()
        .await
        .with_context(|| {
            phrase!("no port of the loopback interface is free", "auf der Loopback-Schnittstelle ist kein Port frei")
        })
        .map_err(Failure::trouble)?;
    let now = setup::now();
    let yesterday = now.checked_sub(SignedDuration::from_hours(24)).unwrap_or(now);
    let watchlist = written(&showroom, now)?;
    let zone = &watchlist.settings.timezone;

    heading(
        &phrase!("Yesterday", "Gestern"),
        &phrase!(
            "hausrecht looks at five documents of two invented platforms for the first time.",
            "hausrecht sieht fünf Dokumente zweier erfundener Plattformen zum ersten Mal."
        ),
    );
    editions::show(&showroom, editions::Edition::Old, now, zone);
    round_at(data, &watchlist, yesterday).await?;

    heading(
        &phrase!("Today", "Heute"),
        &phrase!(
            "overnight two of them got stricter, one changed at the edge, one turned into a login wall,\n\
             and one differs only in its tokens, banner, date and related links.",
            "über Nacht wurden zwei davon strenger, eines ändert sich am Rand, an der Stelle von einem steht eine\n\
             Anmeldung, und eines unterscheidet sich nur in Kennungen, Banner, Datum und verwandten Links."
        ),
    );
    editions::show(&showroom, editions::Edition::New, now, zone);
    let (house, looks) = round_at(data, &watchlist, now).await?;

    heading(
        &phrase!("What changed", "Was sich geändert hat"),
        &phrase!(
            "as `hausrecht show CHANGE` and `hausrecht diff` print it:",
            "wie es `hausrecht show CHANGE` und `hausrecht diff` zeigen:"
        ),
    );
    for change in looks.iter().filter_map(|looked| looked.change.as_ref()) {
        say!("{}", change_text::whole(change, zone, Layout::one_below_the_other(Length::Short)));
    }
    letters(&house, data)?;
    Ok(Exit::Fine)
}

/// One round of the very code that `check` runs, at that time.
async fn round_at(data: &Path, watchlist: &Watchlist, at: Timestamp) -> Result<(House, Vec<Looked>), Failure> {
    let mut house = setup::house(watchlist.clone(), Store::open(data)?)?;
    house.clock = Clock::started_at(at);
    let (looks, delivered) = round::whole(&house, &Which::All, |_| {}).await?;
    for looked in &looks {
        say!("  {}", check::line(looked));
    }
    say!("{}", check::summary(&looks, &delivered));
    Ok((house, looks))
}

/// Where the letters are, each beside its HTML for the browser.
fn letters(house: &House, data: &Path) -> Result<(), Failure> {
    heading(
        &phrase!("The letters", "Die Briefe"),
        &phrase!(
            "the lead gets the alert at once (English), the team its digest (German):",
            "Wichtiges geht sofort an die Leitung (englisch), der Bericht an das Team (deutsch):"
        ),
    );
    for waiting in lock(&house.store).letters()? {
        let name = format!("{}-{}.html", waiting.kind.key(), waiting.recipient.to_lowercase());
        let path = data.join("letters").join(name);
        fs::create_dir_all(data.join("letters"))
            .and_then(|()| fs::write(&path, &waiting.html))
            .with_context(|| phrase!("{} cannot be written", "{} ist nicht zu schreiben", path.display()))
            .map_err(Failure::trouble)?;
        say!("  {}\n    {}", painted(&waiting.subject, STRONG), path.display());
    }
    let outbox = data.join("outbox");
    say!(
        "\n{}",
        phrase!(
            "Open them in a browser. As they would be sent, they lie in {}.",
            "Zum Ansehen im Browser öffnen. Versandfertig liegen sie in {}.",
            outbox.display()
        )
    );
    let written = phrase!(
        "The history is in {}; nothing else was written.",
        "Der Verlauf liegt in {}; sonst wurde nichts geschrieben.",
        data.display()
    );
    say!("{}", painted(&written, FAINT));
    Ok(())
}

fn heading(title: &str, text: &str) {
    say!("\n{}  {text}\n", painted(title, STRONG));
}

/// The watchlist of the demonstration, with the showroom's port.
fn written(showroom: &Showroom, now: Timestamp) -> Result<Watchlist, Failure> {
    let text = include_str!("watchlist.yaml").replace("{PORT}", &showroom.port().to_string());
    Ok(watchlist::read(&text, "the demonstration's watchlist", now)?)
}

/// The folder that was named, or a fresh one; one that holds a history is not written over.
fn data_folder(general: &General) -> Result<PathBuf, Failure> {
    if let Some(folder) = &general.data {
        if folder.join(crate::io::store::FILE_NAME).exists() {
            return Err(Failure::usage(anyhow!(
                "{} already holds a history, and the demonstration does not write into it\nhint: name an empty folder with --data DIR, or none",
                folder.display()
            )));
        }
        return Ok(folder.clone());
    }
    let base = std::env::temp_dir();
    for number in 1..1000 {
        let folder = base.join(format!("hausrecht-demo-{}-{number}", std::process::id()));
        match fs::create_dir(&folder) {
            Ok(()) => return Ok(folder),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Failure::trouble(error)),
        }
    }
    Err(Failure::trouble(anyhow!("no fresh folder could be made in {}", base.display())))
}
