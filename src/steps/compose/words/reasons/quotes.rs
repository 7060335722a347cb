//! Which quotes are shown: those that begin where a sentence does.

/// A quote that begins where its sentence does; none where it begins within one.
pub(super) fn whole(quote: &str) -> Option<&str> {
    let quote = quote.trim();
    (!quote.is_empty() && !quote.starts_with('…')).then_some(quote)
}
