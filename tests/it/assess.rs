//! Tests of assess.
