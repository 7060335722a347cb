//! Whether all of a PDF file could be read: where its reader goes on without what is damaged, rules would seem removed.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use flate2::{Decompress, FlushDecompress, Status};
use log::{Level, LevelFilter, Log, Metadata, Record};
use pdf_extract::content::Content;
use pdf_extract::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream};

/// Whether anything was lost since the process began.
static IS_DAMAGED: AtomicBool = AtomicBool::new(false);

/// The parts of the reader that warn where they go on without a part of a stream.
const LOSES: [&str; 2] = ["lopdf::object", "lopdf::object_stream"];

/// Listens to what the reader of PDF files warns of.
struct Listener;

impl Log for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.level() <= Level::Warn && LOSES.contains(&metadata.target())
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            IS_DAMAGED.store(true, Ordering::Relaxed);
        }
    }

    fn flush(&self) {}
}

/// Listens from now on; the process reads one file and ends.
pub(super) fn listen() {
    if log::set_logger(&Listener).is_ok() {
        log::set_max_level(LevelFilter::Warn);
    }
}

/// Whether the reader lost something so far.
pub(super) fn is_damaged() -> bool {
    IS_DAMAGED.load(Ordering::Relaxed)
}

/// How a file is loaded: the streams that hold its objects are looked at before they are unpacked.
pub(super) fn options() -> LoadOptions {
    LoadOptions::with_filter(|id, object| {
        let Object::Stream(stream) = object else { return Some((id, object.clone())) };
        if (stream.dict.has_type(b"ObjStm") || stream.dict.has_type(b"XRef")) && !ends_well(stream) {
            IS_DAMAGED.store(true, Ordering::Relaxed);
        }
        // What is handed back for a stream is not kept.
        Some((id, Object::Null))
    })
}

/// Whether every page is there with all that its text is made of.
pub(super) fn is_whole(document: &Document) -> bool {
    let mut walk = Walk { document, seen: HashSet::new() };
    let pages = document.get_pages();
    walk.has_all_pages(pages.len()) && pages.values().all(|page| walk.page(*page))
}

/// Whether one of the things that a drawing makes use of is whole.
type Check<'a> = fn(&mut Walk<'a>, &'a Object) -> bool;

struct Walk<'a> {
    document: &'a Document,
    seen: HashSet<ObjectId>,
}

impl<'a> Walk<'a> {
    /// Whether the tree of pages has no gap, and as many pages as it says.
    fn has_all_pages(&mut self, found: usize) -> bool {
        let Ok(root) = self.document.catalog().and_then(|catalog| catalog.get(b"Pages")) else { return false };
        let Ok(top) = root.as_reference().and_then(|id| self.document.get_dictionary(id)) else { return false };
        let count = top.get_deref(b"Count", self.document).and_then(Object::as_i64).unwrap_or_default();
        if usize::try_from(count).is_ok_and(|count| count > found) {
            return false;
        }
        let mut open = vec![top];
        while let Some(node) = open.pop() {
            let Ok(kids) = node.get_deref(b"Kids", self.document).and_then(Object::as_array) else { return false };
            for kid in kids {
                let Ok(id) = kid.as_reference() else { return false };
                let Ok(kid) = self.document.get_dictionary(id) else { return false };
                match kid.get_type() {
                    Ok(b"Page") => {}
                    Ok(b"Pages") if self.seen.insert(id) => open.push(kid),
                    _ => return false,
                }
            }
        }
        true
    }

    fn page(&mut self, id: ObjectId) -> bool {
        let Ok(page) = self.document.get_dictionary(id) else { return false };
        let parts = match page.get_deref(b"Contents", self.document) {
            Ok(Object::Array(parts)) => parts.iter().map(|part| self.document.dereference(part)).collect::<Vec<_>>(),
            Ok(_) => page.get(b"Contents").map(|part| self.document.dereference(part)).into_iter().collect(),
            // An empty page names none; a name without an object is a loss.
            Err(_) => return page.get(b"Contents").is_err(),
        };
        let streams = parts.into_iter().map(|part| part.ok().and_then(|(_, object)| object.as_stream().ok()));
        let Some(streams) = streams.collect::<Option<Vec<_>>>() else { return false };
        streams.into_iter().all(is_sound)
            && self.document.get_page_content(id).is_ok_and(|content| is_drawing(&content))
            && self.inherited(page).is_none_or(|resources| self.resources(resources))
    }

    /// What a page's drawing makes use of: its own, or that of the pages around it.
    fn inherited(&self, page: &'a Dictionary) -> Option<&'a Dictionary> {
        let mut node = page;
        // No tree of pages is deeper.
        for _ in 0..100 {
            if let Ok(resources) = node.get_deref(b"Resources", self.document) {
                return resources.as_dict().ok();
            }
            node = node.get_deref(b"Parent", self.document).ok()?.as_dict().ok()?;
        }
        None
    }

    fn resources(&mut self, resources: &'a Dictionary) -> bool {
        let kinds: [(&[u8], Check<'a>); 2] = [(b"Font", Self::font), (b"XObject", Self::form)];
        for (kind, is_right) in kinds {
            // A kind that the file does not name is none.
            let Ok(named) = resources.get(kind) else { continue };
            let Ok((_, Object::Dictionary(all))) = self.document.dereference(named) else { return false };
            for (_, one) in all {
                let Ok((id, object)) = self.document.dereference(one) else { return false };
                if id.is_none_or(|id| self.seen.insert(id)) && !is_right(self, object) {
                    return false;
                }
            }
        }
        true
    }

    /// Whether a font says what its letters mean.
    fn font(&mut self, font: &'a Object) -> bool {
        let Ok(font) = font.as_dict() else { return false };
        [&b"ToUnicode"[..], b"Encoding"].into_iter().all(|key| match font.get(key) {
            Ok(named) => match self.document.dereference(named) {
                Ok((_, Object::Stream(stream))) => is_sound(stream),
                other => other.is_ok(),
            },
            Err(_) => true,
        })
    }

    /// Whether a drawing within a drawing is whole; pictures hold no text.
    fn form(&mut self, form: &'a Object) -> bool {
        let Ok(form) = form.as_stream() else { return false };
        if form.dict.get(b"Subtype").and_then(Object::as_name).ok() != Some(b"Form") {
            return true;
        }
        let content = form.get_plain_content();
        let inner = form.dict.get_deref(b"Resources", self.document).and_then(Object::as_dict);
        is_sound(form)
            && content.is_ok_and(|content| is_drawing(&content))
            && inner.map_or(true, |resources| self.resources(resources))
    }
}

/// Whether a stream can be unpacked, to its very end.
fn is_sound(stream: &Stream) -> bool {
    ends_well(stream) && stream.get_plain_content().is_ok()
}

/// Whether packed bytes come to their end, and add up; the reader takes a stream that breaks off as it is.
fn ends_well(stream: &Stream) -> bool {
    if stream.filters().ok().and_then(|filters| filters.first().copied()) != Some(b"FlateDecode") {
        return true;
    }
    let mut inflate = Decompress::new(true);
    let mut out = vec![0_u8; 64 * 1024];
    loop {
        let (read, written) = (inflate.total_in(), inflate.total_out());
        let rest = usize::try_from(read).ok().and_then(|read| stream.content.get(read..)).unwrap_or_default();
        match inflate.decompress(rest, &mut out, FlushDecompress::None) {
            Ok(Status::StreamEnd) => return true,
            Ok(_) if inflate.total_in() > read || inflate.total_out() > written => {}
            _ => return false,
        }
    }
}

/// Whether the operators that draw a page are read to the last one.
fn is_drawing(content: &[u8]) -> bool {
    let end = content.iter().rposition(|byte| *byte > b' ').map_or(0, |last| last + 1);
    Content::decode_strict(content.get(..end).unwrap_or_default()).is_ok()
}
