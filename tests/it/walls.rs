//! Pages as sites really show them in a document's place: each has a name, and none is ever told as a change.

use crate::pages::{BUILDS, Build, TERMS, TERMS_DE, TERMS_FR, document, walls};
use crate::settle::Watched;

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
    let all = walls::at_any_time().into_iter().chain(walls::beside_the_document()).collect();
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
