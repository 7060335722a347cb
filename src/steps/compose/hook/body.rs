//! What is posted, in the shape that the receiver understands.

use serde_json::Value;

use super::super::limits::{IN_CHAT, IN_TEAMS};
use super::super::page::Page;
use super::super::scene::Scene;
use super::notice::Notice;
use super::{json, mattermost, notice, slack, teams};
use crate::model::{Change, HookBody, HookShape, LetterKind};

/// What is posted, in this order; each names the changes that it tells.
pub(in super::super) fn bodies(
    shape: HookShape,
    scene: Scene<'_>,
    kind: LetterKind,
    id: &str,
    page: &Page,
    changes: &[&Change],
) -> Vec<HookBody> {
    let ids = |changes: &[&Change]| changes.iter().map(|change| change.id.clone()).collect();
    let post = |body: Value, changes| HookBody { shape, text: body.to_string(), changes };
    let write: fn(&Notice) -> Value = match shape {
        HookShape::Json => return vec![post(json::body(scene, kind, id, page, changes), ids(changes))],
        HookShape::Slack => slack::body,
        HookShape::Teams => teams::body,
        HookShape::Mattermost => mattermost::body,
    };
    let shown = if shape == HookShape::Teams { IN_TEAMS } else { IN_CHAT };
    let notices = notice::notices(scene, page, changes, shown);
    notices.into_iter().map(|(notice, told)| post(write(&notice), ids(&told))).collect()
}
