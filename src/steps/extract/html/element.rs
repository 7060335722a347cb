//! What an HTML element is to a reader by its name.

use dom_query::{LocalName, local_name};

/// What an element does to the text inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Holds nothing to read.
    Unread,
    /// Begins and ends blocks.
    Block,
    /// Runs along with the text.
    Inline,
    Heading(u8),
    Break,
    Rule,
    List,
    Item,
    Table,
    Row,
    Cell,
    Preformatted,
    Code,
    Strong,
    /// What a list explains or answers, and what it says of it.
    Term,
    Description,
    Button,
    Link,
    /// Words that no longer hold: a reader sees the line through them.
    Struck,
    /// Shown in place of words.
    Picture,
    /// A field of a form, which may be a box that is ticked.
    Box,
}

/// What an element is by its name.
pub(super) fn part(name: &LocalName) -> Part {
    match *name {
        local_name!("script")
        | local_name!("style")
        | local_name!("noscript")
        | local_name!("template")
        | local_name!("iframe")
        | local_name!("canvas")
        | local_name!("video")
        | local_name!("audio")
        | local_name!("object")
        | local_name!("select")
        | local_name!("datalist")
        | local_name!("textarea")
        | local_name!("head")
        | local_name!("title")
        | local_name!("map")
        | local_name!("noembed")
        | local_name!("noframes")
        | local_name!("progress")
        | local_name!("meter") => Part::Unread,
        local_name!("h1") => Part::Heading(1),
        local_name!("h2") => Part::Heading(2),
        local_name!("h3") => Part::Heading(3),
        local_name!("h4") => Part::Heading(4),
        local_name!("h5") => Part::Heading(5),
        local_name!("h6") => Part::Heading(6),
        local_name!("br") => Part::Break,
        local_name!("hr") => Part::Rule,
        local_name!("ul") | local_name!("ol") | local_name!("menu") | local_name!("dir") => Part::List,
        local_name!("li") => Part::Item,
        local_name!("table") => Part::Table,
        local_name!("tr") => Part::Row,
        local_name!("td") | local_name!("th") => Part::Cell,
        local_name!("pre") => Part::Preformatted,
        local_name!("code") => Part::Code,
        local_name!("b") | local_name!("strong") => Part::Strong,
        local_name!("dt") => Part::Term,
        local_name!("dd") => Part::Description,
        local_name!("button") => Part::Button,
        local_name!("a") => Part::Link,
        local_name!("del") | local_name!("s") | local_name!("strike") => Part::Struck,
        local_name!("img") | local_name!("svg") => Part::Picture,
        local_name!("input") => Part::Box,
        local_name!("html")
        | local_name!("body")
        | local_name!("div")
        | local_name!("p")
        | local_name!("section")
        | local_name!("article")
        | local_name!("main")
        | local_name!("header")
        | local_name!("footer")
        | local_name!("nav")
        | local_name!("aside")
        | local_name!("address")
        | local_name!("blockquote")
        | local_name!("center")
        | local_name!("dialog")
        | local_name!("details")
        | local_name!("summary")
        | local_name!("dl")
        | local_name!("fieldset")
        | local_name!("figure")
        | local_name!("figcaption")
        | local_name!("form")
        | local_name!("hgroup")
        | local_name!("legend")
        | local_name!("caption")
        | local_name!("thead")
        | local_name!("tbody")
        | local_name!("tfoot")
        | local_name!("search") => Part::Block,
        _ => Part::Inline,
    }
}
