//! The forms of single values.

use super::super::choices;
use super::key::Form;

pub(super) const TEXT: Form = Form::Written("text", None);
pub(super) const NAME: Form =
    Form::Written("text without blanks, @ and slashes", Some(r"^[^-.\s@/\\][^\s@/\\]{0,99}$"));
pub(super) const SPAN: Form = Form::Written("time span: 500ms, 2s, 15m, 48h, 7d", Some(r"^[0-9]+\s*(ms|s|m|min|h|d)$"));
pub(super) const DAY: Form = Form::Written("date", Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
pub(super) const CRON: Form = Form::Written("schedule: five or six fields as in crontab, or @daily and its like", None);
pub(super) const ZONE: Form = Form::Written("time zone", None);
pub(super) const PATH: Form = Form::Written("path of a file", None);
pub(super) const URL: Form = Form::Written("address", Some("^[Hh][Tt][Tt][Pp][Ss]?:"));
pub(super) const EMAIL: Form = Form::Written("e-mail address, or a name with it in <>", Some("@"));
pub(super) const TAG: Form = Form::Written("language", Some("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"));
pub(super) const CSS: Form = Form::Written("CSS selector", None);
pub(super) const PATTERN: Form = Form::Written("regular expression", None);
pub(super) const PLATFORM: Form = Form::Written("platform", None);
pub(super) const CREDENTIAL: Form = Form::Written("name of a systemd credential", None);

pub(super) const LANGUAGE: Form = Form::OneOf(choices::languages);
pub(super) const TIER: Form = Form::OneOf(choices::tiers);
pub(super) const TOPIC: Form = Form::OneOf(choices::topics);
pub(super) const KIND: Form = Form::OneOf(choices::kinds);

pub(super) const TEXTS: Form = Form::Many(&TEXT);
pub(super) const TOPICS: Form = Form::Many(&TOPIC);
pub(super) const PLATFORMS: Form = Form::Many(&PLATFORM);
