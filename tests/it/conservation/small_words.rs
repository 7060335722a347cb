//! A limit in digits or words, and a word of content that gave way to another, are told in a sentence that otherwise stays.

use super::texts::{SHOPS, english};
use crate::house::history::{History, hunks, says};
use crate::pages::{Build, document};

/// The same sentence with one word and then with the other is told.
fn are_told(pairs: &[(&str, &str, &str)]) {
    let page = |after: bool| {
        let rules = pairs.iter().enumerate().map(|(at, (sentence, old, new))| {
            assert!(sentence.contains(old), "{sentence}");
            let sentence = if after { sentence.replacen(old, new, 1) } else { (*sentence).to_owned() };
            format!(
                "\n## Matter {}\nOf this matter number {} there is no more to say than what follows.\n{sentence}",
                letters(at),
                letters(at)
            )
        });
        english(&format!("{}{}", SHOPS.trim_end(), rules.collect::<String>()))
    };
    let past = History::new().watch("shops", "Rules for Shops");
    past.shows("shops", &page(false)).days(4).shows("shops", &page(true)).days(4);
    assert!(!past.letters_on("shops").is_empty(), "{}", past.account_of("shops"));
    // A letter shows the weightiest passages and counts the others.
    let told = past.told("shops");
    let is_told = |sentence: &str| {
        let mut passages = told.iter().flat_map(hunks);
        passages.any(|hunk| says(&hunk["after"], sentence) && hunk["tier"] != "none")
    };
    let untold: Vec<String> = pairs
        .iter()
        .map(|(sentence, old, new)| sentence.replacen(old, new, 1))
        .filter(|sentence| !is_told(sentence))
        .collect();
    assert_eq!(untold, Vec::<String>::new(), "{}", past.account_of("shops"));
}

/// None of these exchanges is told.
fn are_untold(pairs: &[(&str, &str, &str)]) {
    for (sentence, old, new) in pairs {
        assert!(sentence.contains(old), "{sentence}");
        let past = History::new().watch("shops", "Rules for Shops");
        let page = |sentence: &str| english(&format!("{}\n## One more matter\n{sentence}", SHOPS.trim_end()));
        past.shows("shops", &page(sentence)).days(4).shows("shops", &page(&sentence.replacen(old, new, 1))).days(4);
        assert!(past.told("shops").is_empty(), "{sentence}: {old} → {new}\n{}", past.account_of("shops"));
    }
}

/// A name for a number that holds none.
fn letters(at: usize) -> char {
    char::from(b'a' + u8::try_from(at % 26).unwrap())
}

#[test]
fn who_answers_for_data_and_who_only_processes_them_is_told_in_eight_languages() {
    are_told(&[
        ("For the data of the stalls the market acts as a processor.", "a processor", "a controller"),
        ("Für diese Daten ist der Markt Auftragsverarbeiter der Stände.", "Auftragsverarbeiter", "Verantwortlicher"),
        ("Pour ces données, le marché agit en tant que sous-traitant.", "sous-traitant", "responsable"),
        ("Para estos datos, el mercado actúa como encargado del tratamiento.", "encargado", "responsable"),
        ("Per questi dati il mercato agisce come responsabile del trattamento.", "responsabile", "titolare"),
        ("Voor deze gegevens treedt de markt op als verwerker.", "verwerker", "verwerkingsverantwoordelijke"),
        ("W tym zakresie targ działa jako podmiot przetwarzający.", "podmiot przetwarzający", "administrator"),
        ("Para estes dados, o mercado atua como subcontratante.", "subcontratante", "responsável pelo tratamento"),
    ]);
}

#[test]
fn limits_in_digits_and_words_are_told_with_a_unit_and_without() {
    are_told(&[
        ("A stall closes after three strikes within the same season.", "three", "two"),
        ("Whoever joins the market is aged 16 or older on that day.", "16", "18"),
        ("Shops rated below 4.0 are not shown to the neighbours.", "4.0", "4.5"),
        ("The stall fee of a weekend is 1.5 coins for each metre.", "1.5", "15"),
        ("The market stands from 1 to 15 March beside the fountain.", "15", "20"),
        ("Sellers get half of what the council earns with the stall.", "half", "all"),
        ("Sellers get ½ of what the council earns with the stall.", "½", "¼"),
        ("Goods are taken back until noon of the day that follows.", "noon", "midnight"),
        ("Sellers are heard twice before the council decides.", "twice", "once"),
        ("The price of a place is 50 € for the whole summer.", "50 €", "70 €"),
        ("Phase II of the market begins when the tents stand.", "II", "III"),
    ]);
}

#[test]
fn what_may_be_done_and_then_may_not_is_an_alert() {
    for (language, sentence, old, new) in [
        ("en", "Organisers may ask entrants to share a post.", "may", "may not"),
        ("en", "Cover pictures may contain prices of goods.", "may", "may not"),
        ("en", "You can link to shops of other houses here.", "can", "cannot"),
        ("de", "Veranstalter dürfen Teilnehmer bitten, einen Beitrag zu teilen.", "bitten", "nicht bitten"),
    ] {
        let page = |sentence: &str| {
            document(Build::Semantic, language, &format!("{}\n## One more matter\n{sentence}", SHOPS.trim_end()))
        };
        let past = History::new().watch("shops", "Rules for Shops");
        past.shows("shops", &page(sentence)).days(4).shows("shops", &page(&sentence.replacen(old, new, 1))).days(4);
        let told = past.told("shops");
        assert!(told.iter().any(|change| change["tier"] == "alert"), "{sentence}\n{}", past.account_of("shops"));
        assert!(!past.letters_on("shops").is_empty(), "{}", past.account_of("shops"));
    }
}

#[test]
fn a_year_in_which_something_ends_and_a_numbered_part_of_a_year_are_told() {
    are_told(&[
        ("Coupons of the market hold until 2026 for every visitor.", "2026", "2028"),
        ("Coupons of the market hold until the end of 2026 for all.", "2026", "2028"),
        ("Gutscheine dieses Marktes gelten für alle bis 2026.", "2026", "2028"),
        ("Les bons du marché sont valables jusqu’en 2026 pour tous.", "2026", "2028"),
        ("Copies of all receipts are kept from 2020 to 2025 here.", "2025", "2029"),
        ("The fee is waived for tents put up in Q1 2026.", "Q1", "Q2"),
        ("The fund for new sellers closes in H1 2027.", "H1", "H2"),
    ]);
}

#[test]
fn small_words_that_turn_a_rule_are_told() {
    are_told(&[
        ("Reminders to buyers are off in each new shop.", "off", "on"),
        ("Sellers with a licence and a stall take part in the draw.", "and", "or"),
        ("In case of damage we pay for the way back of the parcel.", "we pay", "you pay"),
        ("After the market we keep the lists of all visitors.", "keep", "delete"),
        ("The trade desk answers calls on weekdays until dusk.", "weekdays", "weekends"),
        ("Letters to neighbours are sent on an opt-in basis.", "opt-in", "opt-out"),
        ("Pictures of a stall hold 500 KB of data each.", "KB", "MB"),
        ("The gate opens some hours before the bell.", "hours", "days"),
        ("The council bills the stall fee in monthly parts.", "monthly", "weekly"),
        ("Parcels wait in the depot for thirty minutes.", "minutes", "hours"),
        ("A stall takes up to five tables of the hall.", "up to", "at least"),
        ("Sellers may weigh goods in front of buyers.", "may", "must"),
        ("Buyers pay before the parcel leaves the house.", "before", "after"),
        ("The council looks at some of the complaints.", "some", "none"),
        ("The tents belong to the neighbours who built them.", "neighbours", "sponsors"),
    ]);
}

#[test]
fn words_of_one_sort_that_give_way_to_each_other_are_told() {
    are_told(&[
        ("Reports of stolen pictures are looked at promptly by the council.", "promptly", "immediately"),
        ("The processing rests on Art. 6(1)(f) of the regulation.", "(f)", "(a)"),
        ("Shops with a badge belong to Tier B of the programme.", "Tier B", "Tier C"),
        ("Messages are kept on servers in Frankfurt until they are read.", "Frankfurt", "Virginia"),
        ("A stall is free.", "free", "dear"),
        ("Disputes are heard by the courts of Vienna.", "Vienna", "Dublin"),
    ]);
}

#[test]
fn other_spellings_forms_and_pointers_are_not_told() {
    are_untold(&[
        ("The council organises the market with the neighbours.", "organises", "organizes"),
        ("What happens to a stall stands in section 5 of the charter.", "section 5", "section 6"),
    ]);
}
