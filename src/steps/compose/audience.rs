//! Who wants to know of a change, and why they get a letter.

use super::limits::weight;
use super::plain::name;
use super::scene::Scene;
use crate::model::{Asset, Change, Decision, Kind, LetterKind, Recipient, Reminder, platform_key, platform_name};

/// Whether a recipient's filters let a change through; noise never passes.
#[must_use]
pub fn concerns(recipient: &Recipient, change: &Change) -> bool {
    let judged = &change.assessment;
    let platform = platform_key(&change.platform);
    judged.kind != Kind::Noise
        && judged.tier >= recipient.tier
        && (recipient.platforms.is_empty() || recipient.platforms.iter().any(|wanted| platform_key(wanted) == platform))
        && (recipient.topics.is_empty() || recipient.topics.iter().any(|topic| judged.topics.contains(topic)))
        && (recipient.assets.is_empty() || recipient.assets.iter().any(|asset| judged.assets.contains(asset)))
}

/// The reader's own reason: what they own, else what they follow, else that they get everything.
pub(super) fn why(scene: Scene<'_>, kind: LetterKind, changes: &[&Change]) -> String {
    if kind == LetterKind::Reminder {
        return scene.words.you_are_reminded(is_put_off(scene)).to_owned();
    }
    if kind == LetterKind::Health || (kind != LetterKind::Welcome && changes.is_empty() && scene.recipient.operator) {
        let words = scene.words;
        return if scene.recipient.operator { words.you_operate() } else { words.nobody_operates() }.to_owned();
    }
    let owned: Vec<_> = touched_by_any(scene, changes).filter(|asset| owns(scene.recipient, asset)).collect();
    if !owned.is_empty() {
        return scene.words.you_own(&owned.iter().map(|asset| name(&asset.name)).collect::<Vec<_>>());
    }
    let followed = followed(scene);
    if followed.is_empty() {
        scene.words.you_get_all(scene.recipient.tier)
    } else {
        scene.words.you_follow(&followed.join(", "))
    }
}

fn touched_by_any<'a>(scene: Scene<'a>, changes: &[&Change]) -> impl Iterator<Item = &'a Asset> {
    scene.news.assets.iter().filter(|asset| changes.iter().any(|change| change.assessment.assets.contains(&asset.id)))
}

/// Whether the recipient answers for the asset, by address or by name.
#[must_use]
pub fn owns(recipient: &Recipient, asset: &Asset) -> bool {
    let Some(owner) = &asset.owner else { return false };
    let owner = owner.trim();
    recipient.name.eq_ignore_ascii_case(owner)
        || recipient.to.iter().any(|to| bare(to).eq_ignore_ascii_case(bare(owner)))
}

/// Who writes down what was decided; none where that is the reader.
pub(super) fn whom_to_tell(scene: Scene<'_>) -> Option<String> {
    let contact = scene.desk.contact.unwrap_or(scene.desk.from);
    let is_own = scene.recipient.to.iter().any(|to| bare(to).eq_ignore_ascii_case(bare(contact)));
    (!is_own).then(|| name(contact))
}

/// The address in `Name <address>`.
fn bare(written: &str) -> &str {
    let inner = written.rsplit_once('<').map_or(written, |(_, rest)| rest);
    inner.trim_end().trim_end_matches('>').trim()
}

/// Whether all that a letter reminds of was put off until a day that has come.
fn is_put_off(scene: Scene<'_>) -> bool {
    let is_one = |reminder: &Reminder| {
        reminder.is_due && reminder.decided.as_ref().is_some_and(|decided| decided.decision == Decision::Defer)
    };
    !scene.news.reminders.is_empty() && scene.news.reminders.iter().all(is_one)
}

/// What the recipient's filters name.
fn followed(scene: Scene<'_>) -> Vec<String> {
    let recipient = scene.recipient;
    let assets = scene.news.assets.iter().filter(|asset| recipient.assets.contains(&asset.id));
    let mut followed: Vec<_> = assets.map(|asset| name(&asset.name)).collect();
    followed.extend(recipient.platforms.iter().map(|platform| platform_name(&platform_key(platform))));
    followed.extend(recipient.topics.iter().map(|topic| scene.words.topic(*topic).to_owned()));
    followed
}

impl<'a> Scene<'a> {
    /// Those that the recipient wants to know of, the weightiest first.
    pub(super) fn concerning(&self, changes: &[&'a Change]) -> Vec<&'a Change> {
        let mut wanted: Vec<_> = changes.iter().copied().filter(|change| concerns(self.recipient, change)).collect();
        wanted.sort_by_cached_key(|change| weight(change));
        wanted
    }
}
