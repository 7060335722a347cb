//! What stands in a letter, in order, as words ready to be shown: both parts are made from this.

use askama::Template;

use super::words::Words;

/// A whole letter.
#[derive(Template, Clone)]
#[template(path = "letter.html", config = "src/steps/compose/templates/askama.toml", whitespace = "minimize")]
pub(super) struct Page {
    pub words: &'static dyn Words,
    pub lang: &'static str,
    /// Whether the reader sits at a terminal; to others no command says anything.
    pub terminal: bool,
    pub subject: String,
    pub title: String,
    /// Short lines below the title.
    pub lead: Vec<String>,
    /// What a list of mails shows behind the subject.
    pub preheader: Option<String>,
    pub todo: Vec<Todo>,
    pub cards: Vec<Card>,
    pub brief_title: String,
    pub brief: Vec<Brief>,
    pub platforms_title: &'static str,
    /// Where not all changes are shown: each platform, and how much changed there.
    pub platforms: Vec<(String, String)>,
    /// Changes for which there is no room at all.
    pub unnamed: Option<String>,
    pub tasks_title: Option<String>,
    /// What is to be done, or the days that come nearer.
    pub tasks: Vec<Spot>,
    pub open: Vec<Brief>,
    pub decided_title: Option<String>,
    pub decided: Vec<Spot>,
    pub outlook: Option<Outlook>,
    /// What a letter that is no news of changes has to say.
    pub chapters: Vec<Chapter>,
    pub foot: Vec<String>,
}

/// The same letter without markup.
#[derive(Template)]
#[template(path = "letter.txt", config = "src/steps/compose/templates/askama.toml", escape = "none")]
pub(super) struct PlainPage<'a> {
    pub page: &'a Page,
}

/// What needs a look, and by when.
#[derive(Clone)]
pub(super) struct Todo {
    pub when: String,
    pub left: Option<String>,
    pub doings: Vec<Doing>,
}

/// One thing of them.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Doing {
    pub what: String,
    pub hits: Option<String>,
}

/// A change in full.
#[derive(Clone)]
pub(super) struct Card {
    pub important: bool,
    pub tier: &'static str,
    /// None where the letter's title says it already.
    pub headline: Option<String>,
    pub platform: String,
    pub document: String,
    /// Where the document was written anew.
    pub anew: Option<Anew>,
    /// Where and in how many places, where those are many.
    pub scope: Option<Scope>,
    /// Where nothing of it stands any more.
    pub stands_no_more: Option<String>,
    pub reasons: Vec<String>,
    pub facts: Vec<Fact>,
    pub clauses: Vec<Clause>,
    /// The language of the clauses, for screen readers.
    pub lang: Option<String>,
    pub more: Option<String>,
    /// What one may want to know at the end.
    pub notes: Vec<(&'static str, String)>,
    pub id: String,
    /// Whether it may still be written down that it is dealt with.
    pub is_open: bool,
    pub link: Option<String>,
    pub decide: Option<Decide>,
}

/// The answers by mail that a change has.
#[derive(Clone)]
pub(super) struct Decide {
    pub address: String,
    pub choices: Vec<Choice>,
}

/// One of them: a mail that is ready to be sent.
#[derive(Clone)]
pub(super) struct Choice {
    pub label: &'static str,
    pub code: String,
    pub link: String,
}

/// How many places changed, and under which headings.
#[derive(Clone)]
pub(super) struct Scope {
    pub count: String,
    pub headings: String,
}

/// What stayed and what is new in a document that was written anew.
#[derive(Clone)]
pub(super) struct Anew {
    pub line: String,
    /// What stands before headings, and the headings.
    pub lists: Vec<(&'static str, String)>,
}

/// A line of the table on a change.
#[derive(Clone)]
pub(super) struct Fact {
    pub label: &'static str,
    pub values: Vec<Value>,
}

/// What weighs, and what is good to know beside it.
#[derive(Clone)]
pub(super) struct Value {
    pub main: String,
    pub detail: String,
}

/// A place in the rules that changed.
#[derive(Clone)]
pub(super) struct Clause {
    /// Empty where it is that of the clause before.
    pub path: String,
    /// The sentence that leads the list in which it stands.
    pub lead: Option<String>,
    /// For a row of a table: what stands in which column before and now.
    pub cells: Vec<String>,
    /// When it was first seen, where the change's passages differ in it.
    pub seen: Option<String>,
    pub before: Option<Column>,
    pub after: Option<Column>,
}

/// A run of text that did not change.
pub(super) struct Stayed {
    pub summary: String,
    pub lines: Vec<StayedLine>,
}

/// A block of it.
pub(super) struct StayedLine {
    pub is_heading: bool,
    pub text: String,
}

/// One side of a clause.
#[derive(Clone)]
pub(super) struct Column {
    pub label: &'static str,
    pub pieces: Vec<Piece>,
}

/// A run of words that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Kept(String),
    Removed(String),
    Added(String),
    /// Words left out.
    Gap(String),
}

/// A change in two lines.
#[derive(Clone)]
pub(super) struct Brief {
    pub headline: String,
    pub document: String,
    pub when: Option<String>,
    pub reason: Option<String>,
    /// What of ours it touches.
    pub touches: Option<String>,
    /// Whether its clauses show all of the change.
    pub is_whole: bool,
    /// The place that matters most.
    pub clauses: Vec<Clause>,
    /// How many there are beside it.
    pub more: Option<String>,
    /// The language of the clauses, for screen readers.
    pub lang: Option<String>,
    /// Where the same words stand, too.
    pub same: Option<String>,
    /// Where a person handed the page in.
    pub handed_in: Option<String>,
    pub id: String,
    pub link: Option<String>,
    pub decide: Option<Decide>,
}

/// What hausrecht could see and what it could not.
#[derive(Clone)]
pub(super) struct Outlook {
    /// None where the letter's title says it already.
    pub title: Option<&'static str>,
    /// Times in which nothing ran at all, what was damaged, and what was edited.
    pub said: Vec<Statement>,
    pub blind_title: Option<String>,
    pub blind: Vec<Spot>,
    pub still_title: Option<String>,
    pub still: Vec<Spot>,
    pub editions_title: Option<String>,
    pub editions: Vec<Spot>,
    pub back_title: Option<String>,
    pub back: Vec<Spot>,
    pub refused_title: Option<String>,
    pub refused: Vec<Spot>,
    /// What to do about them.
    pub refused_mend: Option<&'static str>,
    pub proposals_title: Option<String>,
    pub proposals: Vec<Spot>,
    pub read_of: Option<String>,
    pub held_back: Option<String>,
    /// The command that shows it.
    pub held_shown_by: Option<&'static str>,
}

/// A sentence, and a command with what it does, where there is one.
#[derive(Clone)]
pub(super) struct Statement {
    pub text: String,
    pub command: Option<(&'static str, &'static str)>,
}

/// A part of a letter under a title of its own.
#[derive(Clone)]
pub(super) struct Chapter {
    pub title: &'static str,
    pub lines: Vec<String>,
    pub spots: Vec<Spot>,
    /// How many more there are than are listed.
    pub more: Option<String>,
}

/// A page that cannot be read, can be again or has moved; or an address that takes no letters.
#[derive(Clone)]
pub(super) struct Spot {
    pub what: String,
    pub lines: Vec<String>,
    pub link: Option<String>,
    pub decide: Option<Decide>,
}

impl Clause {
    /// What says in a short line where it stands: the sentence that leads its list, else the heading above it.
    pub fn above(&self) -> Option<&str> {
        self.lead.as_deref().or_else(|| self.path.rsplit(" › ").next()).filter(|above| !above.is_empty())
    }
}

impl Column {
    /// Whether single words are marked, so that the marks need explaining.
    pub fn is_marked(&self) -> bool {
        self.pieces.iter().any(|piece| matches!(piece, Piece::Removed(_) | Piece::Added(_)))
    }
}

impl Spot {
    /// The address, unless a line says it already.
    pub fn unsaid_link(&self) -> Option<&str> {
        self.link.as_deref().filter(|link| !self.lines.iter().any(|line| line.contains(link)))
    }
}

impl Page {
    /// Leaves the answers of so many changes, those in full and what is to be done first.
    pub fn with_answers(mut self, most: usize) -> Self {
        let cards = self.cards.iter_mut().map(|card| &mut card.decide);
        let tasks = self.tasks.iter_mut().map(|spot| &mut spot.decide);
        let open = self.open.iter_mut().chain(&mut self.brief).map(|brief| &mut brief.decide);
        for decide in cards.chain(tasks).chain(open).filter(|decide| decide.is_some()).skip(most) {
            *decide = None;
        }
        self
    }

    /// Whether any change can be answered.
    pub fn is_answerable(&self) -> bool {
        let briefs = self.open.iter().chain(&self.brief).any(|brief| brief.decide.is_some());
        briefs
            || self.cards.iter().any(|card| card.decide.is_some())
            || self.tasks.iter().any(|spot| spot.decide.is_some())
    }

    /// Whether there is anything to decide about.
    pub fn asks(&self) -> bool {
        !(self.cards.is_empty() && self.brief.is_empty() && self.open.is_empty() && self.tasks.is_empty())
    }

    /// Whether the marks of the text part need explaining.
    pub fn is_marked(&self) -> bool {
        let briefs = self.brief.iter().flat_map(|brief| &brief.clauses);
        let clauses = self.cards.iter().flat_map(|card| &card.clauses).chain(briefs);
        clauses.flat_map(|clause| [&clause.before, &clause.after]).flatten().any(Column::is_marked)
    }
}
