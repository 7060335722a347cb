//! Tests of watchlist.
