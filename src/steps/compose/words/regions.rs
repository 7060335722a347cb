//! Parts of the world in the reader's language.

use crate::model::{Language, Region};

/// The name of a region by its short name; a country that has none here is called by its code.
pub(super) fn name(key: &str, language: Language) -> String {
    let Some(region) = Region::of_key(key) else {
        return match (key, language) {
            ("", Language::English) => "another region".to_owned(),
            ("", Language::German) => "eine andere Region".to_owned(),
            _ => key.to_uppercase(),
        };
    };
    let (english, german) = match region {
        Region::Europe => ("Europe", "Europa"),
        Region::America => ("America", "Amerika"),
        Region::Britain => ("the United Kingdom", "das Vereinigte Königreich"),
        Region::Switzerland => ("Switzerland", "die Schweiz"),
        Region::Brazil => ("Brazil", "Brasilien"),
        Region::Canada => ("Canada", "Kanada"),
        Region::Australia => ("Australia", "Australien"),
        Region::India => ("India", "Indien"),
    };
    match language {
        Language::English => english.to_owned(),
        Language::German => german.to_owned(),
    }
}
