//! The door to the readers: a mail server, or a folder of `.eml` files.
