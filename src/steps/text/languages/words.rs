//! What a language has words for: the sections of its file, each with what is looked for with it.
//!
//! Words stand in normal form (see [`each_word`](crate::steps::text::each_word)) unless the section says otherwise.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Words under the keys of what they name.
pub(in crate::steps) type Groups = BTreeMap<String, Vec<String>>;

/// The words of one language; a section that its file lacks is empty.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Sections {
    // Walls and errors: how words begin, or whole words where a space follows.
    pub login: Vec<String>,
    /// What a page says that doubts whether a human reads it.
    pub captcha: Vec<String>,
    /// What a cookie notice talks of.
    pub consent: Vec<String>,
    /// What notices on cookies call them.
    pub cookies: Vec<String>,
    /// How the labels of its buttons begin.
    pub consent_buttons: Vec<String>,
    /// What else stands on them; alone it may stand on any button, beside words on cookies it answers those.
    pub cookie_answers: Vec<String>,
    /// With what notices on cookies begin.
    pub cookie_notices: Vec<String>,
    /// What a page asks for that shows nothing without scripts.
    pub scripts: Vec<String>,
    pub error: Vec<String>,
    /// What a page says that tells that there is no such page (any more).
    pub gone: Vec<String>,
    /// By what a page asks for patience; a word that ends in a space is whole, any other is the beginning of one.
    pub waiting: Vec<String>,
    /// The lines of a contest.
    pub contests: Contests,
    /// What a page says that only leads elsewhere.
    pub redirecting: Vec<String>,

    // Dates.
    /// Twelve lists, the commonest name of each month first; three letters or more of one are its abbreviation.
    pub months: Vec<Vec<String>>,
    pub month_abbreviations: Vec<String>,
    /// What stands right behind the number of a day.
    pub ordinals: Vec<String>,
    /// Patterns of what stands between day and month, and between month and year.
    pub before_month: Vec<String>,
    pub before_year: Vec<String>,
    /// The signs behind the numbers of a date.
    pub date_signs: Option<DateSigns>,
    pub updated_on: UpdatedOn,
    pub in_force_from: InForceFrom,
    /// Words before a date that make it an end.
    pub until: Vec<String>,
    /// How days of effect are counted, and of whom they hold.
    pub counted_days: CountedDays,
    /// By what a sentence says with whom its reader has a contract.
    pub contract_with: Vec<String>,
    /// What the sentence above a list says where the order of its entries is a rule.
    pub in_order: Vec<String>,
    /// With what a sentence begins that holds for what stands before it.
    pub points_back: Vec<String>,
    /// With what the names of companies end.
    pub companies: Vec<String>,
    /// Who tells of a change: a line with such a word is news, not a label.
    pub teller: Vec<String>,
    /// What its teller did to the terms.
    pub renewed: Vec<String>,
    pub ago: Ago,
    /// What counts how often a page was read.
    pub views: Vec<String>,
    /// How a page counts its readers within longer text.
    pub counted: Counted,
    /// What else is counted beside a number.
    pub counters: Vec<String>,
    /// How labels begin whose rest is a name: "Back to", "Next article".
    pub label_beginnings: Vec<String>,
    /// What stands before the minutes that reading a page takes.
    pub reading_times: Vec<String>,
    /// Numbers in words, each under its digits; parts of a day under their hour.
    pub number_words: Groups,
    /// What says for whom the number beside it counts: `paid` by the reader, `earned`, `at_most` and `at_least`.
    pub amounts: Groups,
    /// What stands between thousands.
    pub thousands: Vec<String>,
    /// What rules count; a sign or a whole word behind a number.
    pub units: Vec<String>,

    // Words by which a sentence demands, forbids or allows.
    pub must: Vec<String>,
    pub must_not: Vec<String>,
    pub may: Vec<String>,
    /// Those of them by which a text also says what a ware does.
    pub ability: Vec<String>,
    /// What is needed or demanded; right beside a word that refuses, it frees.
    pub needs: Needs,
    /// Phrases by which a sentence says that something is demanded or forbidden no more.
    pub no_longer: Vec<String>,
    /// By what a sentence answers no; a sign behind it parts it from what it would else turn round.
    pub answers: Vec<String>,
    /// Words that say no, whatever sort of word they are; with a star, how they begin.
    pub negations: Vec<String>,
    /// What turns a rule round when one takes the place of another: groups of lists, in each the words that say the same;
    /// with a star, how they begin.
    pub opposites: Vec<Vec<Vec<String>>>,
    /// Spans of time from short to long, each with its abbreviations; with a star, how they begin.
    pub spans: Vec<Vec<String>>,
    /// Words that narrow what is said beside them, so that a rule without them is another one: "written", "business" days.
    pub conditions: Vec<String>,
    /// What says the same in a rule, so that one may take the place of another: groups of words; with a star, how they begin.
    pub synonyms: Vec<Vec<String>>,
    /// How words end that name who does something, and how those end that name to whom it is done: two lists.
    pub parties: Vec<Vec<String>>,
    /// Words of other scripts that only hold a sentence together; no feature of the model counts them.
    pub particles: Vec<String>,
    /// Pairs: letters that are written in two ways, and the way that is kept where one word is held against another.
    pub letters: Vec<(String, String)>,
    /// What texts call laws; with a star, how they begin.
    pub laws: Vec<String>,
    /// Names of countries, up to three words.
    pub countries: Vec<String>,

    // Small words.
    pub stopwords: Stopwords,
    /// Endings of short words that are inflection.
    pub endings: Vec<String>,
    /// Endings by which people are called as women, as men, or as both.
    pub gender_endings: Vec<String>,
    /// Pairs: small words of one gender and of the other, in either order.
    pub gender_words: Vec<(String, String)>,
    /// Those of them that mean both.
    pub both_genders: Vec<String>,
    /// What joins the last entry of a list to those before it.
    pub conjunctions: Vec<String>,
    /// What joins, beside those, two words that share their end ("Nutzungs- bzw. Geschäftsbedingungen").
    pub compound_conjunctions: Vec<String>,
    /// Pairs: what is written in two ways, and the way that is kept; in this order.
    pub spelling: Vec<(String, String)>,
    /// Pairs: what is left of a word behind an apostrophe, and the word.
    pub contractions: Vec<(String, String)>,

    /// Pairs: words drawn together, an apostrophe as a space, and the words that they are.
    pub drawn_together: Vec<(String, String)>,
    /// Pairs: letters, and how they are written as two.
    pub letters_as_two: Vec<(String, String)>,

    // Parts and names of documents.
    /// What stands before the number of a part to which a text points.
    pub numbered_parts: Vec<String>,
    /// What a numbered heading begins with, as it is written.
    pub numbered_headings: Vec<String>,
    /// Words beside the name of somebody who works for the platform; with a star, how they begin.
    pub vendors: Vec<String>,
    /// What the versions of a document are called, before their number.
    pub versions: Vec<String>,
    /// What has versions, and how a text says that later ones are meant, too.
    pub software: Software,
    /// What stands between a version and its day.
    pub version_of: Vec<String>,
    /// Words that name a sort of document in a title.
    pub sorts: Vec<String>,
    /// The words for rules as such; they may be parts of longer words.
    pub rules: Vec<String>,
    /// What documents of a house are about where they are not its general rules: by how words begin or, where they
    /// have up to four letters, as whole words.
    pub title_subjects: Groups,
    /// Words in a document's name, by the kind that they tell; long ones may stand within others.
    pub kinds: Groups,
    /// Parts of a document's name, by the kind as the model knows it.
    pub judged_kinds: Groups,
    /// The law, places, courts, bodies and forms of companies by the region that names them; one word or two.
    pub regions: Groups,
    pub language_names: Vec<String>,
    /// Names of languages that stand in menus; no feature of the model counts them.
    pub menu_language_names: Vec<String>,
    /// What languages are called: how such words begin.
    pub languages_called: Vec<String>,
    /// Ways to offer other languages, in lower case.
    pub other_languages: Vec<String>,
    /// By what a page says that it is not there in a language yet, and what it calls itself.
    pub untranslated: Vec<String>,
    pub the_page: Vec<String>,

    // The page around a document.
    /// Texts that are a button, a hint or a heading of boilerplate when they stand alone.
    pub buttons: Vec<String>,
    /// Names of keys in shortcuts.
    pub keys: Vec<String>,
    pub survey: Vec<String>,
    /// The offer to ask something else, with which a menu of questions ends.
    pub other_questions: Vec<String>,
    /// What a text says out of politeness: how such a sentence begins, and the words that may follow.
    pub courtesies: Courtesies,
    /// With what a page begins that asks its readers for their opinion or their address.
    pub invitations: Vec<String>,
    /// What pages call what readers wrote below.
    pub comments: Vec<String>,
    /// What stands before the day on which a paper was printed.
    pub printed: Vec<String>,
    /// Invitations and notices within or beside the text, left out in this order.
    pub notices: Vec<String>,
    /// Headings of what is beside the document.
    pub related: Vec<String>,
    /// Headings of lists of what is on the page.
    pub contents: Vec<String>,

    // Lexicons: a star at the end stands for any word that begins so; of two that fit the longer wins.
    /// Phrases that betray no topic, and hide shorter ones in them that would.
    pub no_topic: Vec<String>,
    /// What a rule is about, by topic.
    pub topics: BTreeMap<String, TopicWords>,
    /// Phrases that name a topic by themselves, where the model's own words for it say nothing; no feature counts them.
    pub told_topics: Groups,
    /// What a sentence is about, seen from a brand.
    pub subjects: Groups,
    /// What a change does, whatever it is about.
    pub signs: Groups,
}

/// The signs of a date that is written year first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::steps) struct DateSigns {
    pub year: String,
    pub month: String,
    pub day: String,
}

/// By what a line says when its document was last changed.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct UpdatedOn {
    /// Words of labels that mean it only where little else stands beside them.
    pub label_parts: Vec<String>,
    /// How words begin that say what the date of a line is; whole words where they have up to four letters.
    pub labels: Vec<String>,
    /// Those of the labels that say so only beside a word for a change: "last"; and such words.
    pub last: Vec<String>,
    pub change: Vec<String>,
    /// Parts of what stands right before such a date within longer text.
    pub right_before: Vec<String>,
    /// Words that only hold such a line together, and elsewhere more.
    pub joins: Vec<String>,
    /// What stands beside an update that is yet to come.
    pub to_come: Vec<String>,
}

/// Thanks, and calls to have fun.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Courtesies {
    pub beginnings: Vec<String>,
    /// Of what else such a sentence consists, beside words that only hold it together.
    pub of: Vec<String>,
}

/// What the lines of a contest say; a word that ends in a space is whole, any other is the beginning of one.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Contests {
    pub awards: Vec<String>,
    /// Beside the last day on which one takes part.
    pub deadlines: Vec<String>,
}

/// What has versions whose numbers look like days.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Software {
    pub names: Vec<String>,
    /// Right behind the number of a version.
    pub or_later: Vec<String>,
}

/// What is needed, and the words that say that it is not.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Needs {
    pub words: Vec<String>,
    /// With a star, how they begin.
    pub refused: Vec<String>,
    /// Words that demand, and before one that refuses forbid: "must not require" is no "does not require".
    pub forbidding: Vec<String>,
}

/// By what a text says from when it holds. All but the labels are patterns in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct InForceFrom {
    /// As those of [`UpdatedOn`].
    pub labels: Vec<String>,
    /// Words that stand in such a label, and in others too.
    pub label_parts: Vec<String>,
    /// Before a date: can mean nothing but effect.
    pub before: Vec<String>,
    /// Right before a date: effect, if nothing says otherwise.
    pub right_before: Vec<String>,
    /// Soon after a date: effect.
    pub after: Vec<String>,
    /// Right after a date: effect.
    pub right_after: Vec<String>,
    /// Right after a day to come: who announces, and later in the sentence what.
    pub announcer: Vec<String>,
    pub announces: Vec<String>,
    /// Right after a day to come: an announcement by itself.
    pub announced: Vec<String>,
    /// Right before a date: something else than effect.
    pub not_before: Vec<String>,
    /// What may stand between such words and the date.
    pub articles: Vec<String>,
    /// The days of the week, which may stand there, too.
    pub weekdays: Vec<String>,
}

/// Days of effect that are no full dates, and what else is said beside one. All are patterns in lower case.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct CountedDays {
    pub days: Vec<String>,
    pub weeks: Vec<String>,
    pub months: Vec<String>,
    /// Before a number of days that is counted from today: "in 30 days".
    pub count: Vec<String>,
    /// Behind a number of days and before the day that they are counted from.
    pub behind: Vec<String>,
    /// What is no day by itself, but the one at hand.
    pub today: Vec<String>,
    /// Behind a number of days: what they are counted from.
    pub published: Vec<String>,
    /// Effect without any notice, in the words of contracts.
    pub at_once: Vec<String>,
    /// The same in a word that points at today: "ab sofort".
    pub from_now: Vec<String>,
    /// By what a sentence speaks of the change at hand, and by what of any that may come.
    pub these: Vec<String>,
    pub whenever: Vec<String>,
    /// A contract ends with immediate effect, and no rule begins.
    pub terminates: Vec<String>,
    /// Anywhere in a sentence: what it says takes effect.
    pub holds: Vec<String>,
    /// The same where "from" stands right before the day.
    pub applies: Vec<String>,
    /// Right before a date: effect, if nothing says otherwise.
    pub from: Vec<String>,
    /// Right before a date: on it something ends.
    pub ends: Vec<String>,
    /// For whom a day holds who is no reader of ours: those who only come.
    pub newcomers: Vec<String>,
    /// The four quarters of a year as words say them, and what they are called.
    pub quarters: Vec<Vec<String>>,
    pub quarter: Vec<String>,
    /// Before a month or a quarter: its last day.
    pub end_of: Vec<String>,
    /// The last day of the month, quarter or year at hand.
    pub month_end: Vec<String>,
    pub quarter_end: Vec<String>,
    pub year_end: Vec<String>,
}

/// Dates that are counted back from today.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Ago {
    /// A word beside a number and its unit that makes them one.
    pub beside: Vec<String>,
    /// Such dates as a page has them, as patterns in lower case.
    pub spans: Vec<String>,
    /// What a line calls the document whose age it says.
    pub document: Vec<String>,
}

/// By what a line counts how often a page was read.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Counted {
    /// What is counted.
    pub what: Vec<String>,
    /// Who is counted beside those: rules name their number, too.
    pub people: Vec<String>,
    /// Words that count those who are there now.
    pub present: Vec<String>,
    /// Words that make a number a count; without one of them the line may be a limit.
    pub signs: Vec<String>,
    /// What may stand beside them.
    pub small: Vec<String>,
}

/// Words too common to carry a rule.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct Stopwords {
    /// The commonest, by which the language is told.
    pub common: Vec<String>,
    /// Others that only hold a sentence together.
    pub small: Vec<String>,
    /// Forms of address and the like: who says it otherwise changes no rule.
    pub fillers: Vec<String>,
    /// Small words that turn a rule round.
    pub weighty: Vec<String>,
}

/// The words that betray a topic.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(in crate::steps) struct TopicWords {
    /// These hardly ever mean anything else, and weigh double.
    pub sure: Vec<String>,
    pub hints: Vec<String>,
}
