//! Reads the lines of a PDF: what a page carries only for the eye is left out, the rest becomes paragraphs again.

mod boilerplate;
mod carried;
mod columns;
mod join;
mod lines;
mod measure;
mod menu_pieces;
mod overlay;
mod paragraphs;
pub mod printed;
mod read;
mod source_pieces;
mod tables;
mod word_row;

pub(super) use read::{read, texts};
