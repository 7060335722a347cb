//! The keys of `watches`.

use super::super::choices;
use super::key::{Form, Key, KeySet};
use super::secrets;
use super::written::{CRON, CSS, KIND, NAME, PATH, PLATFORM, SPAN, TAG, TEXT, URL};

const SELECTIONS: Form = Form::Many(&Form::Either(&[CSS, Form::Mapping(&RANGE)]));
const PARTS: Form = Form::Many(&Form::Either(&[URL, Form::Mapping(&PART)]));

const PLACES: Form = Form::Many(&Form::Written("service/terms type", Some(".+/.+")));

pub(super) const WATCH: KeySet = KeySet {
    says: "A document that is watched.",
    keys: &[
        Key::new("id", NAME, "Its name on the command line and in the history; keep it when the address changes. At most 100 characters.")
            .needed()
            .example("youtube-contest-guidelines"),
        Key::new("platform", PLATFORM, "Whose document it is.").needed().example("YouTube"),
        Key::new("document", TEXT, "What letters call it.").needed().example("Contest policies and guidelines"),
        Key::new("url", URL, "Where it stands. May be left out where combine names its pages.")
            .example("https://support.google.com/youtube/answer/1620498"),
        Key::new("kind", KIND, "What kind of document it is. changelog is read entry by entry; the links of a hub are told when they are new.")
            .default("other")
            .example("promotions"),
        Key::new("language", TAG, "In which language it is asked for and expected.").example("en"),
        Key::new("render", Form::OneOf(choices::renders), "How it is read: by a plain request, by Chromium, or by the one and, where that brings no text, by the other.")
            .default("http"),
        Key::new("select", SELECTIONS, "Only these parts of the page are read.").default("the main text is found").example("[main]"),
        Key::new("remove", SELECTIONS, "These parts are not read.").example("[nav, .banner]"),
        Key::new("combine", PARTS, "More pages of the same document, read as one with it.").example("[https://example.com/rules/2]"),
        Key::new("schedule", CRON, "When it is looked at.").default("as the settings say").example("\"@hourly\""),
        Key::new("patience", SPAN, "When it cannot be read for longer than this, it is a blind spot.").default("as the settings say").example("7d"),
        Key::new("same_as", TEXT, "The id of the same document in another language: letters then say whether both changed.").example("youtube-terms"),
        Key::new("ota", PLACES, "Where collections of Open Terms Archive keep it (service/terms type), so that import ota DIR --history finds its past.")
            .example("Facebook/Terms of Service"),
        Key::new("enabled", Form::Flag, "false switches it off.").default("true"),
        Key::new("allow_private_network", Form::Flag, "Whether it may stand in a private network.").default("false"),
        Key::new("headers", Form::Free("mapping of names and values"), "More headers for the request.").example("{X-Region: de}"),
        Key::new("cookies_file", PATH, "The file that holds its cookies: Netscape format, or lines of name=value.").example("/etc/hausrecht/cookies.txt"),
        Key::new("basic_auth", Form::Mapping(&BASIC_AUTH), "A user and a password that the page asks for."),
        Key::new("accept_language", TEXT, "The whole Accept-Language of the request.").default("made from language").example("\"de-DE,de;q=0.8\""),
        Key::new("proxy", Form::Written("address", Some("^([Hh][Tt][Tt][Pp]|[Ss][Oo][Cc][Kk][Ss]5[Hh]?):")), "By which proxy it is asked for; render: browser wants http://.")
            .example("socks5://127.0.0.1:1080"),
        Key::new("cookies", Form::Refused, "Refused: others read the watchlist. Write them to a file and name that in cookies_file."),
    ],
    one_of: &[&["url", "combine"]],
};

const RANGE: KeySet = KeySet {
    says: "What lies between two elements, each given by a CSS selector.",
    keys: &[
        Key::new("start_before", CSS, "Begins with this element.").example("\"#rules\""),
        Key::new("start_after", CSS, "Begins after this element.").example("h1"),
        Key::new("end_before", CSS, "Ends before this element.").example(".related"),
        Key::new("end_after", CSS, "Ends with this element.").example("\"#last\""),
    ],
    one_of: &[&["start_before", "start_after"], &["end_before", "end_after"]],
};

const PART: KeySet = KeySet {
    says: "One page of a document of several.",
    keys: &[
        Key::new("url", URL, "Where it stands.").needed().example("https://example.com/rules/2"),
        Key::new("select", SELECTIONS, "Only these parts of this page are read.").example("[article]"),
        Key::new("remove", SELECTIONS, "These parts of this page are not read.").example("[nav]"),
    ],
    one_of: &[],
};

const BASIC_AUTH: KeySet = KeySet {
    says: "A user and where the password is kept.",
    keys: &[
        Key::new("user", TEXT, "The user.").needed().example("team"),
        secrets::FILE.example("/etc/hausrecht/password"),
        secrets::HELD.example("page-password"),
        secrets::PASSWORD,
    ],
    one_of: &[&["password_file", "password_credential"]],
};
