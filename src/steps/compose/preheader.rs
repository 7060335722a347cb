//! What a list of mails shows behind the subject: the first that the letter says and the subject does not.

use super::page::{Page, Spot};

/// The line; none where the letter has nothing to say beyond its title.
pub(super) fn line(page: &Page) -> Option<String> {
    let todo = || page.todo.first().and_then(|todo| Some(format!("{}: {}", todo.when, todo.doings.first()?.what)));
    let card = || page.cards.first().and_then(|card| card.reasons.first().cloned());
    let brief = || page.brief.iter().find_map(|brief| brief.reason.clone());
    let open = || page.open.iter().find_map(|brief| brief.reason.clone());
    let tasks = || page.tasks.first().map(spot);
    let outlook = || {
        let outlook = page.outlook.as_ref()?;
        let said = outlook.said.first().map(|said| said.text.clone());
        let lists = [&outlook.blind, &outlook.editions, &outlook.back, &outlook.refused, &outlook.proposals];
        said.or_else(|| lists.into_iter().find_map(|list| list.first()).map(spot))
    };
    let other = || page.lead.first().cloned();
    todo().or_else(card).or_else(brief).or_else(outlook).or_else(open).or_else(tasks).or_else(other)
}

fn spot(spot: &Spot) -> String {
    let first = spot.lines.first().map(|line| format!(": {line}")).unwrap_or_default();
    format!("{}{first}", spot.what)
}
