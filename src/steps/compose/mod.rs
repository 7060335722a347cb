//! From changes to letters: one per recipient, in their language, with an HTML and a text part.
