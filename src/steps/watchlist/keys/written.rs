//! The forms of single values.

use super::super::choices;
use super::key::Kind;

pub(super) const TEXT: Kind = Kind::Written("text", None);
pub(super) const NAME: Kind = Kind::Written("text without blanks, @ and slashes", Some(r"^[^-.\s@/\\][^\s@/\\]{0,99}$"));
pub(super) const SPAN: Kind = Kind::Written("time span: 500ms, 2s, 15m, 48h, 7d", Some(r"^[0-9]+\s*(ms|s|m|min|h|d)$"));
pub(super) const DAY: Kind = Kind::Written("date", Some("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"));
pub(super) const CRON: Kind = Kind::Written("schedule: five or six fields as in crontab, or @daily and its like", None);
pub(super) const ZONE: Kind = Kind::Written("time zone", None);
pub(super) const PATH: Kind = Kind::Written("path of a file", None);
pub(super) const URL: Kind = Kind::Written("address", Some("^[Hh][Tt][Tt][Pp][Ss]?:"));
pub(super) const EMAIL: Kind = Kind::Written("e-mail address, or a name with it in <>", Some("@"));
pub(super) const TAG: Kind = Kind::Written("language", Some("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"));
pub(super) const CSS: Kind = Kind::Written("CSS selector", None);
pub(super) const PATTERN: Kind = Kind::Written("regular expression", None);
pub(super) const PLATFORM: Kind = Kind::Written("platform", None);
pub(super) const CREDENTIAL: Kind = Kind::Written("name of a systemd credential", None);

pub(super) const LANGUAGE: Kind = Kind::OneOf(choices::languages);
pub(super) const TIER: Kind = Kind::OneOf(choices::tiers);
pub(super) const TOPIC: Kind = Kind::OneOf(choices::topics);
pub(super) const KIND: Kind = Kind::OneOf(choices::kinds);

pub(super) const TEXTS: Kind = Kind::Many(&TEXT);
pub(super) const TOPICS: Kind = Kind::Many(&TOPIC);
pub(super) const PLATFORMS: Kind = Kind::Many(&PLATFORM);
