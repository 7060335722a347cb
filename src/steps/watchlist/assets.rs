//! The `assets` section.

use super::fields::Fields;
use super::said::said;
use super::values::{date, platform, text, topic};
use crate::model::Asset;

/// Reads the assets, each with the line on which it begins.
pub(super) fn read(top: &Fields) -> Vec<(usize, Asset)> {
    let entries = top.entries("assets", &said!("asset", "Auftritt"), "id");
    entries.into_iter().filter_map(|fields| Some((fields.line, asset(fields)?))).collect()
}

fn asset(fields: Fields) -> Option<Asset> {
    let id = fields.need("id", text);
    let platform = fields.need("platform", platform);
    let name = fields.get("name", text);
    let topics = fields.list("topics", topic);
    let keywords = fields.list("keywords", text);
    let investment = fields.get("investment", text);
    let owner = fields.get("owner", text);
    let until = fields.get("until", date);
    fields.close();
    let id = id?;
    Some(Asset {
        name: name.unwrap_or_else(|| id.clone()),
        id,
        platform: platform?,
        topics,
        keywords,
        investment,
        owner,
        until,
    })
}
