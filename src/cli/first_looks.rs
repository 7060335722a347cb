//! `hausrecht watchlist check --look`: what a first look at every page reads, as a table.

use super::progress::Progress;
use super::terminal::{FAINT, GOOD, STRONG, WARM, painted};
use super::{Exit, Failure, General, setup, tongue, trouble_text};
use crate::io::scratch::Scratch;
use crate::io::store::Store;
use crate::model::{Language, Trouble, Watchlist};
use crate::round::{self, FirstLook, Means};

/// The table fits a terminal of this width.
const WIDTH: usize = 80;
/// What the columns beside the name take.
const COLUMNS: usize = 42;

/// Looks at every page and prints the table.
pub fn run(general: &General, watchlist: Watchlist) -> Result<Exit, Failure> {
    let total = watchlist.watches.iter().map(|watch| watch.pages.len()).sum();
    let folder = Scratch::new("look").map_err(Failure::trouble)?;
    let house = setup::house(watchlist, Store::open(folder.path())?)?;
    let progress = Progress::new(general, total, &phrase!("pages", "Seiten"));
    let looks = setup::block_on(round::first_looks(&house, |look| progress.step(&look.watch)));
    progress.finish();
    let looks = looks?;
    let width = looks.iter().map(|look| name(look).chars().count()).max().unwrap_or(0).clamp(8, WIDTH - COLUMNS);
    let (first, others) = match tongue::spoken() {
        Language::English => ("watch", ["words", "headings", "lang", "read by"]),
        Language::German => ("Dokument", ["Wörter", "Titel", "Spr.", "gelesen"]),
    };
    say!("{}", painted(&row(first, others.map(str::to_owned), width), FAINT));
    for look in &looks {
        let cells = match &look.read {
            Some(read) => [
                read.words.to_string(),
                read.headings.to_string(),
                read.language.as_deref().map_or_else(|| "?".to_owned(), |code| code.chars().take(5).collect()),
                format!("{}, {}", means(read.means), read.container.key()),
            ],
            None => ["-", "-", "-", "-"].map(str::to_owned),
        };
        say!("{}", row(&name(look), cells, width));
        if let Some(trouble) = &look.trouble {
            doubt(trouble);
        }
    }
    let doubted = looks.iter().filter(|look| look.trouble.is_some()).count();
    let well = painted(&(looks.len() - doubted).to_string(), GOOD);
    let line = match looks.len() {
        1 => phrase!("{well} of 1 page without a doubt", "{well} von 1 Seite ohne Zweifel"),
        all => phrase!("{well} of {all} pages without a doubt", "{well} von {all} Seiten ohne Zweifel"),
    };
    say!("\n{line}");
    Ok(if doubted == 0 { Exit::Fine } else { Exit::Unreadable })
}

/// What speaks against a page, below its row.
fn doubt(trouble: &Trouble) {
    let word = match trouble {
        Trouble::InPart { .. } => phrase!("read in part?", "nur zum Teil gelesen?"),
        _ => phrase!("not read:", "nicht gelesen:"),
    };
    let text = format!("{word} {}", trouble_text::of(trouble));
    let mut lines = wrapped(&text, WIDTH - 4).into_iter();
    if let Some(first) = lines.next() {
        say!("    {}", painted(&first, WARM));
    }
    for line in lines {
        say!("    {line}");
    }
}

/// Lines of so many letters at most; an address is not broken.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let Some(line) = lines.last_mut() else { break };
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
            lines.push(word.to_owned());
            continue;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines
}

fn row(name: &str, [words, headings, language, means]: [String; 4], width: usize) -> String {
    let shown: String = if name.chars().count() > width {
        name.chars().take(width - 1).chain(['…']).collect()
    } else {
        name.to_owned()
    };
    let padded = format!("{shown:width$}");
    format!("{}  {words:>6}  {headings:>8}  {language:5}  {means}", painted(&padded, STRONG))
}

fn name(look: &FirstLook) -> String {
    if look.part.is_empty() { look.watch.clone() } else { format!("{} ({})", look.watch, look.part) }
}

const fn means(means: Means) -> &'static str {
    match means {
        Means::Http => "http",
        Means::Browser => "browser",
        Means::Pdf => "pdf",
        Means::Feed => "feed",
    }
}
