//! One round: every due watch through the steps, then letters. The table of contents of the program.
