//! PDF files written for tests: pages of text at chosen places, and files with what is wrong with some.

use std::fmt::Write as _;

/// A file in the making: the drawing of each page.
#[derive(Default)]
pub struct Pdf {
    pages: Vec<String>,
    /// More for the trailer, such as the entry that makes a file an encrypted one.
    trailer: &'static str,
}

impl Pdf {
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a page of A4 size.
    pub fn page(mut self) -> Self {
        self.pages.push(String::new());
        self
    }

    /// A line so many points from the left and from the top.
    pub fn line(self, left: f64, top: f64, size: f64, text: &str) -> Self {
        self.drawn(&format!("BT /F1 {size} Tf {left} {} Td ({}) Tj ET\n", 842.0 - top, escaped(text)))
    }

    /// A line with space between its letters.
    pub fn spaced_line(self, left: f64, top: f64, size: f64, text: &str) -> Self {
        self.drawn(&format!("BT /F1 {size} Tf 4 Tc {left} {} Td ({}) Tj ET\n", 842.0 - top, escaped(text)))
    }

    /// Text that is broken into lines of that width.
    pub fn text(mut self, left: f64, top: f64, width: f64, text: &str) -> Self {
        for (number, line) in wrapped(text, width).into_iter().enumerate() {
            self = self.line(left, top + 13.0 * f64::from(u16::try_from(number).unwrap()), 10.0, &line);
        }
        self
    }

    /// Anything else, in the language of PDF pages.
    pub fn drawn(mut self, operators: &str) -> Self {
        self.pages.last_mut().unwrap().push_str(operators);
        self
    }

    /// With a lock to which nobody has the key.
    pub fn encrypted(mut self) -> Self {
        self.trailer = "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard \
             /V 2 /R 3 /Length 128 /P -44 /O <0102030405060708091011121314151617181920212223242526272829303132> \
             /U <3132333435363738394041424344454647484950515253545556575859606162> >>";
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let count = self.pages.len();
        let kids: String = (0..count).map(|page| format!("{} 0 R ", 4 + page * 2)).collect();
        let mut objects = vec![
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            format!("<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 595 842] >>"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned(),
        ];
        for (page, drawing) in self.pages.iter().enumerate() {
            objects.push(format!(
                "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents {} 0 R >>",
                5 + page * 2
            ));
            objects.push(format!("<< /Length {} >>\nstream\n{drawing}\nendstream", drawing.len() + 1));
        }
        let (mut file, mut places) = ("%PDF-1.7\n".to_owned(), String::new());
        for (number, object) in objects.iter().enumerate() {
            let _ = writeln!(places, "{:010} 00000 n ", file.len());
            let _ = writeln!(file, "{} 0 obj\n{object}\nendobj", number + 1);
        }
        let (start, size) = (file.len(), objects.len() + 1);
        let _ = write!(
            file,
            "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R {} >>\nstartxref\n{start}\n%%EOF\n",
            self.trailer
        );
        file.into_bytes()
    }
}

/// A text as a PDF string; what is beyond ASCII by its number in Windows-1252, which for our letters is that of Unicode.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '(' | ')' | '\\' => out.extend(['\\', letter]),
            ' '..='~' => out.push(letter),
            '•' => out.push_str("\\225"),
            _ => {
                let _ = write!(out, "\\{:03o}", u32::from(letter));
            }
        }
    }
    out
}

fn wrapped(text: &str, width: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().unwrap();
        if line.is_empty() {
            line.push_str(word);
        } else if measured(line) + measured(word) + 2.8 <= width {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// About how wide a text in Helvetica of ten points is.
fn measured(text: &str) -> f64 {
    let width = |letter: char| match letter {
        'i' | 'j' | 'l' | '\'' => 2.2,
        ' ' | '.' | ',' | 't' | 'f' | 'I' | '(' | ')' | '-' => 2.9,
        'r' => 3.3,
        'm' => 8.3,
        'w' | 'A'..='Z' => 7.0,
        _ => 5.5,
    };
    text.chars().map(width).sum()
}
