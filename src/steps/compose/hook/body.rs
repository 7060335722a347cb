//! What is posted, in the shape that the receiver understands.

use super::super::page::Page;
use super::super::scene::Scene;
use super::{json, mattermost, notice, slack, teams};
use crate::model::{Change, HookShape, LetterKind};

/// Changes that a chat shows with their words; a card of Teams holds less.
const SHOWN: usize = 8;
const SHOWN_IN_TEAMS: usize = 6;

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
        HookShape::Slack => slack::body(&notice::notice(page, SHOWN)),
        HookShape::Teams => teams::body(&notice::notice(page, SHOWN_IN_TEAMS)),
        HookShape::Mattermost => mattermost::body(&notice::notice(page, SHOWN)),
    };
    body.to_string()
}
