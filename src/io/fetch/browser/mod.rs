//! The door to pages whose text is written by scripts: Chromium, behind the same guard as plain fetches.
//!
//! We speak the `DevTools` protocol over a pipe and need a dozen of its orders, so there is no crate between: the pipe
//! ends the browser when we end, even by kill -9, and the generated protocol crates take minutes to build.

mod chromium;
mod closed;
mod gate;
mod page;
mod pictures;
mod prepare;
mod private;
mod process;
mod running;
mod settle;
mod tab;
mod unfold;
mod upstream;
mod watcher;
mod wire;

pub use chromium::Browser;
pub use page::MARKED;
pub use process::has_browser;
