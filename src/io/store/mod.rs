//! The door to the store: one SQLite database in the data folder that loses nothing.

mod bodies;
mod changes;
mod decisions;
mod error;
mod file;
mod held;
mod history;
mod hosts;
mod hubs;
mod lock;
mod looks;
mod notices;
mod open;
mod outbox;
mod proposals;
mod readers;
mod record;
mod refusals;
mod schema;
mod snapshots;
mod values;
mod versions;

pub use changes::{Filter, NewChange, Told};
pub use decisions::{Decided, Decision};
pub use error::{StoreError, StoreResult};
pub use file::FILE_NAME;
pub use history::HeldBack;
pub use lock::RoundLock;
pub use looks::PageState;
pub use notices::Notice;
pub use open::Store;
pub use outbox::{Address, OutboxCount, Waiting};
pub use readers::ReaderState;
pub use record::Sighting;
pub use snapshots::StoredSnapshot;
use values::{pack, seconds, timestamp, unpack};
