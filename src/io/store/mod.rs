//! The door to the store: one SQLite database that loses nothing.
