//! Which file uses which, read off their text: imports and paths are followed to the file that defines what they name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Files by the path of their module, `crate::…`.
pub struct Tree {
    pub files: BTreeMap<String, Source>,
}

/// What one file says of others.
pub struct Source {
    pub path: String,
    /// The structs, enums and traits that it defines.
    pub types: Vec<String>,
    /// What it brings into scope: the path by which it is named here, and whether that only hands it on.
    imports: BTreeMap<String, Import>,
    /// Whose whole content it brings into scope.
    globs: Vec<Vec<String>>,
    /// Paths in its code.
    paths: Vec<Vec<String>>,
    /// Every word of its code outside the imports.
    words: BTreeSet<String>,
}

struct Import {
    path: Vec<String>,
    is_public: bool,
}

impl Tree {
    /// The files below a folder, which stands for the crate.
    pub fn below(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        for path in super::rust_files(folder) {
            let inner = path.strip_prefix(folder).unwrap().with_extension("");
            let mut module = vec!["crate".to_owned()];
            module.extend(inner.iter().map(|part| part.to_string_lossy().into_owned()));
            if ["mod", "lib"].contains(&module.last().unwrap().as_str()) {
                module.pop();
            }
            let code = fs::read_to_string(&path).unwrap();
            files.insert(module.join("::"), Source::of(&path.display().to_string(), &code));
        }
        Self { files }
    }

    /// The modules whose definitions a file uses; what it only hands on to others is none.
    pub fn used_by(&self, module: &str, source: &Source) -> BTreeSet<String> {
        let imports = source.imports.iter().filter(|(name, import)| !import.is_public || source.words.contains(*name));
        let imported = imports.map(|(_, import)| &import.path);
        let named = imported.chain(&source.paths).chain(&source.globs);
        named.filter_map(|path| self.home_of(module, path, 0)).filter(|home| home != module).collect()
    }

    /// The module that defines what a path names, as it is seen from a module; none for a module itself and for what is
    /// not ours.
    fn home_of(&self, from: &str, path: &[String], depth: usize) -> Option<String> {
        let parent = |module: &str| module.rsplit_once("::").map(|(parent, _)| parent.to_owned());
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            _ if depth > 20 => None,
            "crate" => self.down("crate", rest, depth),
            "self" => self.down(from, rest, depth),
            "super" => {
                let mut above = parent(from)?;
                let mut rest = rest;
                while rest.first().is_some_and(|next| next == "super") {
                    above = parent(&above)?;
                    rest = &rest[1..];
                }
                self.down(&above, rest, depth)
            }
            _ => {
                let is_known = self.files[from].imports.contains_key(first);
                (is_known || self.files.contains_key(&format!("{from}::{first}")))
                    .then(|| self.down(from, path, depth + 1))
                    .flatten()
            }
        }
    }

    /// The same for a path below a module.
    fn down(&self, module: &str, path: &[String], depth: usize) -> Option<String> {
        let (first, rest) = path.split_first()?;
        let below = format!("{module}::{first}");
        let is_module = self.files.contains_key(&below);
        // A function may have the name of the module that it comes from.
        if is_module && !rest.is_empty() {
            return self.down(&below, rest, depth);
        }
        let source = self.files.get(module)?;
        if let Some(import) = source.imports.get(first) {
            let whole: Vec<_> = import.path.iter().chain(rest).cloned().collect();
            return self.home_of(module, &whole, depth + 1);
        }
        (!is_module).then(|| module.to_owned())
    }
}

impl Source {
    pub fn of(path: &str, code: &str) -> Self {
        let tokens = tokens(code);
        let mut source = Self {
            path: path.to_owned(),
            types: Vec::new(),
            imports: BTreeMap::new(),
            globs: Vec::new(),
            paths: Vec::new(),
            words: BTreeSet::new(),
        };
        let mut at = 0;
        while at < tokens.len() {
            let next = tokens.get(at + 1).map(String::as_str);
            match tokens[at].as_str() {
                // `use<'a>` captures a lifetime.
                "use" if next != Some("<") => {
                    let is_public = at > 0 && ["pub", ")"].contains(&tokens[at - 1].as_str());
                    at = source.import(&tokens, at + 1, &[], is_public);
                }
                "struct" | "enum" | "trait" => {
                    source.types.extend(next.map(str::to_owned));
                    at += 1;
                }
                word if is_word(word) => {
                    let mut path = vec![word.to_owned()];
                    while tokens.get(at + 1).is_some_and(|token| token == "::")
                        && tokens.get(at + 2).is_some_and(|token| is_word(token))
                    {
                        path.push(tokens[at + 2].clone());
                        at += 2;
                    }
                    source.words.insert(path[0].clone());
                    if path.len() > 1 {
                        source.paths.push(path);
                    }
                    at += 1;
                }
                _ => at += 1,
            }
        }
        source
    }

    /// Reads one tree of an import, and returns where it ends.
    fn import(&mut self, tokens: &[String], mut at: usize, before: &[String], is_public: bool) -> usize {
        let mut path = before.to_vec();
        loop {
            match tokens.get(at).map_or(";", String::as_str) {
                "{" => {
                    at += 1;
                    while tokens.get(at).is_some_and(|token| token != "}") {
                        at = self.import(tokens, at, &path, is_public);
                        at += usize::from(tokens.get(at).is_some_and(|token| token == ","));
                    }
                    return at + 1;
                }
                "*" => {
                    self.globs.push(path);
                    return at + 1;
                }
                "as" => {
                    let name = tokens[at + 1].clone();
                    self.imports.insert(name, Import { path, is_public });
                    return at + 2;
                }
                "::" => at += 1,
                word if is_word(word) => {
                    if word != "self" || path.is_empty() {
                        path.push(word.to_owned());
                    }
                    at += 1;
                }
                _ => {
                    if let Some(name) = path.last().cloned() {
                        self.imports.insert(name, Import { path, is_public });
                    }
                    return at;
                }
            }
        }
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|letter: char| letter.is_alphabetic() || letter == '_')
}

/// The words and signs of a file, without its comments, texts and letters.
fn tokens(code: &str) -> Vec<String> {
    let letters: Vec<char> = code.chars().collect();
    let is_part = |at: usize| letters.get(at).is_some_and(|letter| letter.is_alphanumeric() || *letter == '_');
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let start = at;
        match (letters[at], letters.get(at + 1)) {
            ('/', Some('/')) => {
                while at < letters.len() && letters[at] != '\n' {
                    at += 1;
                }
            }
            ('r', Some('"' | '#')) if raw_text(&letters, at).is_some() => at = raw_text(&letters, at).unwrap(),
            ('"', _) => {
                at += 1;
                while at < letters.len() && letters[at] != '"' {
                    at += if letters[at] == '\\' { 2 } else { 1 };
                }
                at += 1;
            }
            ('\'', Some('\\')) => {
                at += 3;
                while at < letters.len() && letters[at] != '\'' {
                    at += 1;
                }
                at += 1;
            }
            ('\'', _) if letters.get(at + 2) == Some(&'\'') => at += 3,
            (':', Some(':')) => {
                at += 2;
                found.push("::".to_owned());
            }
            _ if is_part(at) => {
                while is_part(at) {
                    at += 1;
                }
                found.push(letters[start..at].iter().collect());
            }
            (letter, _) => {
                at += 1;
                if !letter.is_whitespace() {
                    found.push(letter.to_string());
                }
            }
        }
    }
    found
}

/// Where a raw text that begins here ends.
fn raw_text(letters: &[char], at: usize) -> Option<usize> {
    let hashes = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
    if letters.get(at + 1 + hashes) != Some(&'"') {
        return None;
    }
    let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let from = at + 2 + hashes;
    letters[from..].windows(end.len()).position(|window| window == end).map(|place| from + place + end.len())
}
