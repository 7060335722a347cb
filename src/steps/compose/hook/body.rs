//! What is posted, in the shape that the receiver understands.

use super::super::page::Page;
use super::super::scene::Scene;
use super::{json, mattermost, notice, slack, teams};
use crate::model::{Change, HookShape, LetterKind};

/// What is posted.
pub(in super::super) fn body(
    shape: HookShape,
    scene: Scene<'_>,
    kind: LetterKind,
    id: &str,
    page: &Page,
    changes: &[&Change],
) -> String {
    let body = match shape {
        HookShape::Json => json::body(scene, kind, id, page, changes),
        HookShape::Slack => slack::body(&notice::notice(page)),
        HookShape::Teams => teams::body(&notice::notice(page)),
        HookShape::Mattermost => mattermost::body(&notice::notice(page)),
    };
    body.to_string()
}
