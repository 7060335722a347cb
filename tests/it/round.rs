//! Tests of round.
