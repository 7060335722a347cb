//! The doors of hausrecht: one outside thing each. They move, they do not decide.

pub mod archive;
pub mod captures;
pub mod declarations;
pub mod evidence;
pub mod fetch;
pub mod heartbeat;
pub mod journal;
pub mod pdf;
pub mod post;
pub mod replace;
pub mod replies;
pub mod scratch;
pub mod secret;
pub mod showroom;
pub mod store;
pub mod whole_file;
