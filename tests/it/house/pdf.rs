//! PDF files written for tests: pages of text at chosen places, and files with what is wrong with some.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;

/// A file in the making: the drawing of each page.
#[derive(Default)]
pub struct Pdf {
    pages: Vec<String>,
    /// More for the trailer, such as the entry that makes a file an encrypted one.
    trailer: &'static str,
    is_packed: bool,
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

    /// A line in the font that browsers embed: letters by their numbers, widths by ranges, each letter put at its place.
    pub fn printed_line(mut self, left: f64, top: f64, text: &str) -> Self {
        let mut at = left;
        for word in text.split_inclusive(' ') {
            let codes: String = word.chars().map(|letter| format!("{:04x}", u32::from(letter))).collect();
            self = self.drawn(&format!("BT /F2 10 Tf {at} {} Td <{codes}> Tj ET\n", 842.0 - top));
            at += 5.0 * f64::from(u16::try_from(word.len()).unwrap());
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

    /// With drawings that are compressed, as in nearly every real file.
    pub fn packed(mut self) -> Self {
        self.is_packed = true;
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let count = self.pages.len();
        let kids: String = (0..count).map(|page| format!("{} 0 R ", 4 + page * 2)).collect();
        let mut objects = vec![
            b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
            format!("<< /Type /Pages /Kids [{kids}] /Count {count} /MediaBox [0 0 595 842] >>").into_bytes(),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_vec(),
        ];
        for (page, drawing) in self.pages.iter().enumerate() {
            let page = format!(
                "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R /F2 {} 0 R >> >> /Contents {} 0 R >>",
                4 + count * 2,
                5 + page * 2
            );
            objects.push(page.into_bytes());
            objects.push(self.stream(drawing.as_bytes()));
        }
        let first = 4 + count * 2;
        let map = "begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0020> <007e> <0020> endbfrange endcmap";
        objects.extend([
            format!(
                "<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [{} 0 R] /ToUnicode {} 0 R >>",
                first + 1,
                first + 2
            )
            .into_bytes(),
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /FontDescriptor << /Type /FontDescriptor >> /DW 1000 \
              /W [0 [600] 32 64 500 65 [500] 66 126 500] >>"
                .to_vec(),
            self.stream(map.as_bytes()),
        ]);
        let (mut file, mut places) = (b"%PDF-1.7\n".to_vec(), String::new());
        for (number, object) in objects.iter().enumerate() {
            let _ = writeln!(places, "{:010} 00000 n ", file.len());
            file.extend(format!("{} 0 obj\n", number + 1).bytes());
            file.extend(object);
            file.extend(b"\nendobj\n");
        }
        let (start, size) = (file.len(), objects.len() + 1);
        let end = format!(
            "xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<< /Size {size} /Root 1 0 R {} >>\nstartxref\n{start}\n%%EOF\n",
            self.trailer
        );
        file.extend(end.bytes());
        file
    }

    fn stream(&self, drawing: &[u8]) -> Vec<u8> {
        let (filter, mut content) = ("/Filter /FlateDecode", ZlibEncoder::new(Vec::new(), Compression::default()));
        content.write_all(drawing).unwrap();
        let (filter, content) =
            if self.is_packed { (filter, content.finish().unwrap()) } else { ("", [drawing, b"\n"].concat()) };
        let mut stream = format!("<< /Length {} {filter} >>\nstream\n", content.len()).into_bytes();
        stream.extend(content);
        stream.extend(b"\nendstream");
        stream
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

impl Pdf {
    /// The lines of a text in ten points.
    pub fn wrapped(text: &str, width: f64) -> Vec<String> {
        wrapped(text, width)
    }
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
