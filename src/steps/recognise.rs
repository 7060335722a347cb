//! Whether a page is the document that we know, or a wall, an error or something else in its place.
