//! The keys of `settings`.

use super::super::choices;
use super::key::{Form, Key, KeySet};
use super::written::{CRON, EMAIL, LANGUAGE, PATH, SPAN, TEXT, URL, ZONE};

const CONTACT: Form = Form::Either(&[EMAIL, URL]);
const DAYS: Form = Form::Many(&Form::Number(0, 365));
const REGIONS: Form = Form::Many(&TEXT);

pub(super) const SETTINGS: KeySet = KeySet {
    says: "What holds for everything.",
    keys: &[
        Key::new("language", LANGUAGE, "The language of the letters, unless a recipient says otherwise.").default("en"),
        Key::new("timezone", ZONE, "The time zone of all times in this file, in letters and on the terminal.")
            .default("UTC")
            .example("Europe/Berlin"),
        Key::new("schedule", CRON, "When pages are looked at: minute, hour, day, month, weekday; with six fields, seconds come first and weekdays are names.")
            .default("\"0 0 6 * * *\"")
            .example("\"0 6 * * *\""),
        Key::new("contact", CONTACT, "Stands in the User-Agent, so that a platform can reach you.").example("social@example.com"),
        Key::new("pause", SPAN, "Between two requests to one host.").default("2s"),
        Key::new("concurrency", Form::Number(1, 256), "Requests at once, over all hosts.").default("16"),
        Key::new("confirm_after", SPAN, "How long new words wait before they are looked at a second time.").default("30s"),
        Key::new("patience", SPAN, "A page that cannot be read for longer than this is a blind spot, which is told.").default("48h"),
        Key::new("ca_file", PATH, "Certificates (PEM) that are trusted beside the system's, for company proxies.")
            .example("/etc/ssl/company.pem"),
        Key::new("all_quiet", Form::Flag, "Whether a digest comes also when nothing has changed.").default("false"),
        Key::new("welcome", Form::Flag, "Whether a new recipient gets a letter after the first round: what is watched, how it was read, and what comes when. `hausrecht init` writes it as true.")
            .default("false"),
        Key::new("reminders", DAYS, "How many days before a day of effect, or before the day by which something is to be done, readers are reminded. An empty list: never.")
            .default("[14, 3]"),
        Key::new("evidence", Form::OneOf(choices::pictures), "Pictures that Chromium takes of pages with new words; without it, none.")
            .example("png"),
        Key::new("only_my_assets", Form::Flag, "Whether what touches none of your assets is never more than fyi.").default("false"),
        Key::new("regions", REGIONS, "Where you are, as ISO 3166 codes or eu: what holds only elsewhere is never more than fyi. Empty: everywhere.")
            .default("[]")
            .example("[de, eu]"),
        Key::new("heartbeat", URL, "Is asked after each round whose letters all got out, so that somebody outside notices where no round came to its end.")
            .example("https://beat.example/1"),
        Key::new("metrics", PATH, "A file for Prometheus' node exporter, written after each round.")
            .example("/var/lib/prometheus/node-exporter/hausrecht.prom"),
        Key::new("keep", SPAN, "What is older than this is taken out by hausrecht prune; nothing is without it.").example("730d"),
        Key::new("chromium", PATH, "The browser; without it, it is looked for on the PATH.").example("/usr/bin/chromium"),
    ],
    one_of: &[],
};
