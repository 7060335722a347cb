//! The documents of these tests, and what stands in their place at times.

use crate::pages::{Build, document, page};

pub const SHOPS: &str = include_str!("shops.en.txt");
pub const SHOPS_DE: &str = include_str!("shops.de.txt");
/// The rules for shops, written anew; only what happens when they are broken stayed.
pub const SELLING: &str = include_str!("selling.en.txt");
pub const SELLING_DE: &str = include_str!("selling.de.txt");

/// A new rule for shops.
pub const NO_DISCOUNT: &str = "Shops must not promise a discount to buyers who leave a good rating.";
pub const NO_DISCOUNT_DE: &str = "Läden dürfen für eine gute Bewertung keinen Rabatt versprechen.";
/// Another one.
pub const NO_LOTTERY: &str = "Sellers may not hold lotteries among their buyers without our written permission.";
pub const NO_LOTTERY_DE: &str =
    "Verkäufer dürfen unter ihren Käufern ohne unsere schriftliche Erlaubnis keine Verlosung abhalten.";

/// A page with the text in English.
pub fn english(text: &str) -> String {
    document(Build::Semantic, "en", text)
}

/// A page with the text in German.
pub fn german(text: &str) -> String {
    document(Build::Semantic, "de", text)
}

/// The text with a paragraph more at the end of the section on ratings (or on anything whose heading begins so).
pub fn with_clause(text: &str, heading: &str, clause: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.strip_prefix("## ").is_some_and(|line| line.starts_with(heading)));
    lines.insert(at.unwrap() + 2, clause);
    lines.join("\n")
}

/// The English rules for shops with that clause.
pub fn shops_with(clause: &str) -> String {
    with_clause(SHOPS, "Praise", clause)
}

/// The German rules for shops with that clause.
pub fn shops_de_with(clause: &str) -> String {
    with_clause(SHOPS_DE, "Lob", clause)
}

/// The text under another name.
pub fn renamed(text: &str, name: &str) -> String {
    let (_, rest) = text.split_once('\n').unwrap();
    format!("# {name}\n{rest}")
}

/// What Plaudernetz says of itself.
pub fn about_us() -> String {
    page(
        Build::Semantic,
        "en",
        "Who we are | Plaudernetz",
        "<h1>Who we are</h1><p>Plaudernetz began in a boathouse by the lake, where five rowers wanted to know who would come to training.</p>\
         <p>Nowadays ninety people look after the servers, the help desk and the kitchen, and three of the rowers are still among them.</p>\
         <p>Each spring we invite everybody to a regatta in front of the boathouse. There is soup, and the mayor fires the pistol.</p>\
         <p>Last year forty towns joined us, from the coast to the mountains, and a choir wrote a song about us that we hum when the lights go out.</p>\
         <p>Our house belongs to a cooperative with four thousand members. Join it if you like rowing, soup or both.</p>",
    )
}

/// A short note under the document's own name.
pub fn under_review() -> String {
    page(
        Build::Semantic,
        "en",
        "Rules for Shops | Plaudernetz",
        "<h1>Rules for Shops</h1><p>We are giving these rules a thorough tidying up this spring, together with sellers from nine towns and our legal \
         department. Until we are done, this page stays as short as you see it now.</p><p>Sellers who have a question that cannot wait reach the trade \
         desk by message between nine and five. Thank you for bearing with us, and for the many postcards.</p>",
    )
}

/// An error that says that all is well.
pub fn out_of_order() -> String {
    page(
        Build::Semantic,
        "en",
        "Plaudernetz",
        "<h1>Sorry, something went wrong</h1><p>We could not load this page. Please try again in a few minutes, or go back to the start page.</p>\
         <p>Error code: 7f31-204</p>",
    )
}
