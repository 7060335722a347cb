//! `hausrecht diff`: what lies between two texts.

use anyhow::anyhow;

use super::passage_text::{Layout, Length};
use super::side::{Desk, Side};
use super::{Exit, Failure, General, change_json, change_text, setup, terminal, tongue};
use crate::model::{About, Between, Change, Comparison, DocumentKind, Seen, platform_key, sha256_hex};
use crate::steps::compose;
use crate::steps::judge::{self, Judged, Subject, Team};
use crate::steps::two_texts::TwoTexts;

/// Show what lies between two texts: files, URLs, or a watch then and now. Stores nothing.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A file (HTML, Markdown, text, PDF), a URL, `WATCH` (its last version) or `WATCH@TIME`: a day (its end), a month, an
    /// hour, "3 months ago"
    #[arg(value_name = "OLD")]
    old: String,
    /// The same; may be left out after a `WATCH`: the page as it is now
    #[arg(value_name = "NEW")]
    new: Option<String>,
    /// One change as JSON, or nothing where the words are the same
    #[arg(long)]
    json: bool,
    /// Old and new side by side, as wherever the window has 140 columns
    #[arg(long)]
    side_by_side: bool,
    /// The platform, for the judgement [default: the watch's]
    #[arg(long, value_name = "PLATFORM")]
    platform: Option<String>,
    /// The document's name, for the judgement [default: the watch's]
    #[arg(long, value_name = "NAME")]
    document: Option<String>,
    /// What the document is, as in the watchlist [default: the watch's; else what its name says]
    #[arg(long, value_name = "KIND", value_parser = kind)]
    kind: Option<DocumentKind>,
    /// The language of the texts [default: what they say or look like]
    #[arg(long, value_name = "TAG")]
    language: Option<String>,
    /// When the new text was first seen [default: now]
    #[arg(long, value_name = "TIME")]
    detected_at: Option<String>,
}

/// Runs the command.
pub fn run(general: &General, args: &Args) -> Result<Exit, Failure> {
    let mut desk = Desk::new(general);
    let old = desk.side(&args.old, false)?;
    let new = match &args.new {
        Some(new) => desk.side(new, true)?,
        None if desk.watch.is_some() => desk.as_it_is_now()?,
        None => {
            return Err(Failure::usage(anyhow!(phrase!(
                "`{}` is not a watch, so it needs a second text to be compared with\nhint: hausrecht diff OLD NEW",
                "`{}` ist kein Eintrag der Watchlist, also braucht es einen zweiten Text zum Vergleichen\nHinweis: hausrecht diff ALT NEU",
                args.old
            ))));
        }
    };
    // Who writes a span backwards means the span: what is called old is older, whatever came first.
    let is_backwards = old.is_later_than(&new);
    let (old, new) = if is_backwards { (new, old) } else { (old, new) };
    if is_backwards && !general.quiet {
        tell!(
            "{}",
            phrase!(
                "the first is the later one: compared from old to new all the same",
                "die erste Angabe ist die spätere: verglichen wird trotzdem von alt nach neu"
            )
        );
    }
    if [&old, &new].iter().all(|side| side.extract.document.word_count() == 0) {
        return Err(Failure::unreadable(anyhow!(phrase!(
            "neither text has any words, so there is nothing to compare",
            "keiner der beiden Texte hat Wörter, also gibt es nichts zu vergleichen"
        ))));
    }
    let kind = args.kind.or_else(|| Some(desk.watch.as_ref()?.kind)).unwrap_or_default();
    let is_log = new.is_feed || kind == DocumentKind::Changelog;
    let compare = if old.is_version && new.is_version { TwoTexts::of_one_page } else { TwoTexts::between };
    let texts = compare(&old.extract, &new.extract, is_log);
    let zone = desk.zone();
    if !args.json && !general.quiet {
        tell!("{}", terminal::hanging(&phrase!("old  {}", "alt  {}", old.named(&zone)), 5));
        tell!("{}", terminal::hanging(&phrase!("new  {}", "neu  {}", new.named(&zone)), 5));
        if [&old, &new].iter().any(|side| side.seen_at.is_some()) {
            setup::name_zone(general, &zone);
        }
        if let Some(line) = desk.in_between(&old, &new)? {
            tell!("{line}");
        }
    }
    // Whoever asks what stood there must hear that nobody saw it, whatever else is wanted.
    let unseen: Vec<&str> = [&old, &new].iter().filter_map(|side| side.that_day.as_ref()?.unseen.as_deref()).collect();
    for line in &unseen {
        tell!("{line}");
    }
    for held in [&old, &new].iter().filter_map(|side| Some(side.that_day.as_ref()?.held.len())).filter(|held| *held > 0)
    {
        let line = match held {
            1 => phrase!(
                "beside this text stood 1 passage that is held back: hausrecht log --held",
                "neben diesem Text stand 1 Stelle, die zurückgehalten ist: hausrecht log --held"
            ),
            _ => phrase!(
                "beside this text stood {held} passages that are held back: hausrecht log --held",
                "neben diesem Text standen {held} Stellen, die zurückgehalten sind: hausrecht log --held"
            ),
        };
        tell!("{line}");
    }
    let held = &texts.comparison.held;
    if texts.comparison.hunks.is_empty() {
        if !args.json && !general.quiet {
            say!(
                "{}",
                terminal::hanging(&sameness(!unseen.is_empty(), &texts.comparison, &held_beside_one(&old, &new)), 4)
            );
            put!("{}", change_text::held_passages(held));
        }
        // That two last good texts are the same says nothing of the days after them.
        return Ok(if unseen.is_empty() { Exit::Fine } else { Exit::Unreadable });
    }
    let change = judged(&desk, args, kind, &old, &new, &texts)?;
    if args.json {
        say!("{}", change_json::line(&change));
    } else {
        // A page that is fetched now may have shown its words before: what nobody looked at has no first sight.
        let is_seen = new.is_version || args.detected_at.is_some();
        let layout = Layout::side_by_side_if(args.side_by_side, Length::Short);
        put!("{}", change_text::between_texts(&change, &zone, layout, is_seen));
        put!("{}", change_text::held_passages(held));
    }
    Ok(Exit::Difference)
}

/// That no rule differs, in the words that are true, and what else does.
fn sameness(is_unseen: bool, comparison: &Comparison, beside: &[String]) -> String {
    let classes = comparison.noise.iter().map(|noise| compose::noise(*noise, tongue::spoken()).to_owned());
    let classes = classes.chain(beside.iter().cloned()).collect::<Vec<_>>().join(", ");
    let differs = phrase!("; what differs: {classes}", "; anders: {classes}");
    let differs = if classes.is_empty() { String::new() } else { differs };
    match (is_unseen, comparison.held.is_empty() && beside.is_empty()) {
        (true, _) => phrase!(
            "nobody can say: the last good texts are the same",
            "das kann niemand sagen: die letzten guten Texte sind gleich"
        ),
        (false, true) => phrase!("the words are the same{differs}", "der Wortlaut ist derselbe{differs}"),
        (false, false) => phrase!("no rule differs{differs}", "keine Regel ist anders{differs}"),
    }
}

/// What stood beside one of the texts alone, by its rules: of both days the same passages are no difference.
fn held_beside_one(old: &Side, new: &Side) -> Vec<String> {
    // A page as it is now shows such passages itself.
    if !(old.is_version && new.is_version) {
        return Vec::new();
    }
    let held = |side: &Side| side.that_day.as_ref().map_or_else(Vec::new, |day| day.held.clone());
    let (then, now) = (held(old), held(new));
    let alone = |here: &[(String, String)], there: &[(String, String)]| -> Vec<String> {
        here.iter().filter(|row| !there.contains(row)).map(|(_, rule)| rule.clone()).collect()
    };
    let mut rules = [alone(&then, &now), alone(&now, &then)].concat();
    rules.sort_unstable();
    rules.dedup();
    rules.iter().map(|rule| compose::rule(rule, tongue::spoken())).collect()
}

/// What lies between the two, judged as a change of the watch or of what the flags say.
fn judged(
    desk: &Desk<'_>,
    args: &Args,
    kind: DocumentKind,
    old: &Side,
    new: &Side,
    texts: &TwoTexts,
) -> Result<Change, Failure> {
    let watch = desk.watch.as_ref();
    let named = |flag: Option<&String>, of_watch: Option<&String>| flag.or(of_watch).cloned().unwrap_or_default();
    let platform = platform_key(&named(args.platform.as_ref(), watch.map(|watch| &watch.platform)));
    let document = named(args.document.as_ref(), watch.map(|watch| &watch.document));
    let language = args
        .language
        .clone()
        .or_else(|| watch.and_then(|watch| watch.language.clone()))
        .or_else(|| new.extract.document.language.clone());
    let named_at = args.detected_at.as_deref().map(|at| desk.span(at)).transpose()?;
    let detected_at = named_at.map(|at| at.from).or(new.seen_at).unwrap_or_else(setup::now);
    let zone = desk.zone();
    let subject = Subject {
        platform: &platform,
        document: &document,
        watch: watch.map_or("", |watch| &watch.id),
        kind,
        is_rewritten: texts.is_rewriting(),
    };
    let list = desk.watchlist.as_ref();
    let team = list.map_or_else(Team::default, Team::of);
    let seen_on = detected_at.to_zoned(zone).date();
    let Judged { assessment, hunks } = texts.judged(judge::case(subject, team, &texts.comparison, seen_on));
    let id = sha256_hex(format!("{}\n{}", old.sha256, new.sha256).as_bytes())[..10].to_owned();
    let about = About {
        watch: watch.map_or_else(String::new, |watch| watch.id.clone()),
        part: String::new(),
        platform: platform.clone(),
        document: document.clone(),
        language: language.clone(),
        url: watch.and_then(|watch| watch.pages.first()).map_or_else(String::new, |page| page.url.to_string()),
    };
    let between = Between {
        from: Seen {
            last_seen: old.last_seen.filter(|until| *until < detected_at),
            ..Seen::at(old.sha256.clone(), old.seen_at.unwrap_or(detected_at))
        },
        to: Seen::at(new.sha256.clone(), new.seen_at.unwrap_or(detected_at)),
        detected_at,
        confirmed_at: None,
        back_to: None,
    };
    Ok(Change::new(id, about, between, Comparison { hunks, ..texts.comparison.clone() }, assessment))
}

/// A kind of document by the name that it has in the watchlist.
fn kind(name: &str) -> Result<DocumentKind, String> {
    let known = || DocumentKind::ALL.map(DocumentKind::key).join(", ");
    DocumentKind::ALL.into_iter().find(|kind| kind.key() == name).ok_or_else(|| format!("the kinds are {}", known()))
}
