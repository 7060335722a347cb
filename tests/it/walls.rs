//! Pages as sites really show them in a document's place: each has a name, and none is ever told as a change.

use crate::confirm::Watched;
use crate::house::program::House;
use crate::pages::{BUILDS, Build, TERMS, TERMS_DE, TERMS_FR, beside, document, errors, walls};
use hausrecht::model::Outcome;

const TEAM: &str = "recipients:\n  - {name: Team, to: [team@example.com], digest: '@daily', tier: none}";

fn home(lang: &str) -> &'static str {
    match lang {
        "de" => TERMS_DE,
        "fr" => TERMS_FR,
        _ => TERMS,
    }
}

/// What is wrong with how these are taken, all at once.
fn taken(walls: Vec<walls::Wall>, mut look: impl FnMut(&walls::Wall, Build) -> Vec<String>) {
    let mut wrong = Vec::new();
    for wall in walls {
        for build in BUILDS {
            let found = look(&wall, build);
            if !found.is_empty() {
                wrong.push(format!("{} {} ({}) on {build:?}: {found:?}", wall.lang, wall.what, wall.trouble));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn whatever_stands_in_the_place_of_the_document_has_a_name_and_is_never_told() {
    let all = walls::at_any_time().into_iter().chain(beside::walls()).collect();
    taken(all, |wall, build| {
        let good = document(build, wall.lang, home(wall.lang));
        let mut page = Watched::new();
        let outcomes = [&good, &wall.html, &wall.html, &good].map(|body| page.look(body));
        if outcomes == ["first", wall.trouble, wall.trouble, "unchanged"] { Vec::new() } else { outcomes.to_vec() }
    });
}

#[test]
fn no_wall_becomes_the_base_at_the_first_look() {
    taken(walls::at_any_time(), |wall, build| {
        let mut page = Watched::new();
        let outcomes = [&wall.html, &document(build, wall.lang, home(wall.lang))].map(|body| page.look(body));
        if outcomes == [wall.trouble, "first"] { Vec::new() } else { outcomes.to_vec() }
    });
}

#[test]
fn a_blind_spot_behind_any_wall_is_told_once_and_so_is_its_end() {
    let chosen = [walls::logins(), walls::consents(), walls::bots(), errors::errors(), errors::empty()]
        .into_iter()
        .filter_map(|mut of_a_kind| of_a_kind.pop())
        .chain(beside::walls().into_iter().filter(|wall| wall.lang == "en").take(6));
    let mut house = House::new().with(TEAM);
    let mut shown = Vec::new();
    for (number, wall) in chosen.enumerate() {
        house = house.watch_as_written(&format!(
            "id: w{number}, platform: Plaudernetz, document: 'Page {number}', url: 'SERVER/w{number}', render: http, allow_private_network: true"
        ));
        shown.push((format!("/w{number}"), document(Build::Semantic, wall.lang, home(wall.lang)), wall));
    }
    for (path, good, _) in &shown {
        house.server.page(path, good);
    }
    house.round_at("2026-11-01T06:00:00Z");
    for (path, _, wall) in &shown {
        house.server.page(path, &wall.html);
    }
    for day in 2..5 {
        for look in house.round_at(&format!("2026-11-0{day}T06:00:00Z")) {
            let Outcome::Unreadable { trouble } = &look.outcome else { panic!("{look:?}") };
            let (_, _, wall) = shown.iter().find(|(path, ..)| path[1..] == look.watch).unwrap();
            assert_eq!(trouble.key(), wall.trouble, "{}", wall.what);
        }
    }
    assert_eq!(house.letters().len(), 1, "past the patience of two days, and once");
    for (path, good, _) in &shown {
        house.server.page(path, good);
        assert!(house.letters()[0].text.contains(&format!("Page {}", &path[2..])), "{path}");
    }
    let looks = house.round_at("2026-11-05T06:00:00Z");
    assert!(looks.iter().all(|look| look.outcome == Outcome::Unchanged), "{looks:?}");
    house.round_at("2026-11-06T06:00:00Z");
    assert_eq!(house.letters().len(), 2, "the end, and once");
}
