//! Pages in the manner of the real ones: documents, and what stands in their place at times.

pub mod beside;
pub mod errors;
pub mod walls;

pub const TERMS: &str = include_str!("terms.en.txt");
pub const TERMS_ANEW: &str = include_str!("terms.anew.en.txt");
pub const COOKIES: &str = include_str!("cookies.en.txt");
pub const DEVELOPERS: &str = include_str!("developers.en.txt");
pub const TERMS_DE: &str = include_str!("terms.de.txt");
pub const TERMS_ANEW_DE: &str = include_str!("terms.anew.de.txt");
pub const COOKIES_DE: &str = include_str!("cookies.de.txt");
pub const TERMS_FR: &str = include_str!("terms.fr.txt");

/// How a site writes its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// With the elements that HTML has for it.
    Semantic,
    /// With nothing but `div`s and classes, as applications of scripts do.
    Soup,
}

pub const BUILDS: [Build; 2] = [Build::Semantic, Build::Soup];

/// A text of ours as a page: the first line is its name, lines with `##` are headings.
pub fn document(build: Build, lang: &str, text: &str) -> String {
    let name = text.lines().next().unwrap_or_default().trim_start_matches("# ");
    page(build, lang, &format!("{name} | Plaudernetz"), &body(text))
}

/// The paragraphs and headings of a text.
pub fn body(text: &str) -> String {
    text.lines()
        .map(|line| match line.split_once(' ') {
            Some(("#", name)) => format!("<h1>{name}</h1>"),
            Some(("##", name)) => format!("<h2>{name}</h2>"),
            _ => format!("<p>{line}</p>"),
        })
        .collect()
}

/// What stands in the middle of a page, with the furniture of a site around it.
pub fn page(build: Build, lang: &str, title: &str, inner: &str) -> String {
    let (home, help, about, login) = match &lang[..2] {
        "de" => ("Startseite", "Hilfe", "Über uns", "Anmelden"),
        "fr" => ("Accueil", "Aide", "À propos", "Se connecter"),
        _ => ("Home", "Help", "About", "Log in"),
    };
    match build {
        Build::Semantic => format!(
            "<!doctype html><html lang={lang}><head><meta charset=utf-8><title>{title}</title></head><body>\
             <header><a href=/>Plaudernetz</a><nav><ul><li><a href=/>{home}</a><li><a href=/help>{help}</a>\
             <li><a href=/login>{login}</a></ul></nav></header><main>{inner}</main>\
             <footer><ul><li><a href=/about>{about}</a><li><a href=/terms>Terms</a><li><a href=/privacy>Privacy</a></ul>\
             <p>© 2026 Plaudernetz</p></footer></body></html>"
        ),
        Build::Soup => format!(
            "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><title>{title}</title>\
             <script src=\"/app.js\"></script></head><body><div id=\"root\"><div class=\"x1 topbar\"><div class=\"x2\">\
             <a class=\"x3\" href=\"/\">Plaudernetz</a><a class=\"x3\" href=\"/help\">{help}</a>\
             <a class=\"x3\" href=\"/login\">{login}</a></div></div><div class=\"x9\"><div class=\"x10\">{inner}</div></div>\
             <div class=\"x20 footer\"><a href=\"/about\">{about}</a><a href=\"/terms\">Terms</a><span>© 2026 Plaudernetz</span>\
             </div></div></body></html>"
        ),
    }
}
