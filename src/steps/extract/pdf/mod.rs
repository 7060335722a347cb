//! Reads the lines of a PDF: what a page carries only for the eye is left out, the rest becomes paragraphs again.

mod boilerplate;
mod columns;
mod join;
mod lines;
mod measure;
mod paragraphs;
pub mod printed;
mod read;
mod tables;

pub(super) use read::read;
