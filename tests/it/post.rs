//! Tests of post.
