//! Letters: what a reader sees of a change.

pub mod samples;

use std::{env, fs};

use hausrecht::model::{Language, Letter, Noise};
use hausrecht::steps::compose::{self, News};
use samples::*;

/// One of each letter that is worth a look, by name.
fn gallery(language: Language) -> Vec<(&'static str, Letter)> {
    let zone = berlin();
    let mut desk = desk(&zone);
    let reader = reader(language);
    let (assets, duties, blind, back) = (assets(), duties(), blind_spots(), pages_back());
    let held_back = [(Noise::Bytes, 312), (Noise::Furniture, 14), (Noise::Variant, 3), (Noise::Date, 2)];
    let week = News {
        assets: &assets,
        duties: &duties,
        looked_at: 44,
        readable: 44,
        held_back: &held_back,
        from: at("2026-11-14T07:00:00Z"),
        until: at("2026-11-21T07:00:00Z"),
        ..News::default()
    };
    let (one, twelve, forty) = (contest_rules(), a_week(), a_rewrite());
    let (twelve, forty): (Vec<_>, Vec<_>) = (twelve.iter().collect(), forty.iter().collect());
    let mut open = contest_rules();
    open.id = "11aa22bb".into();
    let alert = compose::alert(
        &News { changes: &[&one], assets: &assets, duties: &duties, ..News::default() },
        &reader,
        &desk,
        now(),
    );
    let digest = |news: News<'_>, desk: &compose::Desk<'_>| compose::digest(&news, &reader, desk, now()).unwrap();
    let twelve = digest(News { changes: &twelve, open: &[&open], back: &back, ..week }, &desk);
    let forty = digest(News { changes: &forty, ..week }, &desk);
    let blind = digest(News { blind: &blind, back: &back, readable: 41, ..week }, &desk);
    desk.all_quiet = true;
    let quiet = digest(week, &desk);
    vec![("alert", alert.unwrap()), ("digest", twelve), ("rewrite", forty), ("quiet", quiet), ("blind", blind)]
}

#[test]
fn every_letter_can_be_looked_at() {
    for language in [Language::English, Language::German] {
        for (name, letter) in gallery(language) {
            assert!(letter.html.len() < 100_000, "{name} has {} bytes", letter.html.len());
            if let Some(folder) = env::var_os("HAUSRECHT_GALLERY") {
                let stem = std::path::Path::new(&folder).join(format!("{name}-{}", language.tag()));
                fs::write(stem.with_extension("html"), &letter.html).unwrap();
                fs::write(stem.with_extension("txt"), format!("{}\n\n{}", letter.subject, letter.text)).unwrap();
            }
        }
    }
}
