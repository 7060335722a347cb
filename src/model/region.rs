//! The parts of the world for which platforms write texts of their own.

use serde::{Deserialize, Serialize};

/// A part of the world with a law of its own, as far as policies name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Region {
    Europe,
    America,
    Britain,
    Switzerland,
    Brazil,
    Canada,
    Australia,
    India,
}

impl Region {
    /// The short name in JSON and in the store.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Europe => "europe",
            Self::America => "america",
            Self::Britain => "britain",
            Self::Switzerland => "switzerland",
            Self::Brazil => "brazil",
            Self::Canada => "canada",
            Self::Australia => "australia",
            Self::India => "india",
        }
    }

    /// The region of that short name, or of a country's code.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "europe" | "eu" => Self::Europe,
            "america" | "us" => Self::America,
            "britain" | "gb" => Self::Britain,
            "switzerland" | "ch" => Self::Switzerland,
            "brazil" | "br" => Self::Brazil,
            "canada" | "ca" => Self::Canada,
            "australia" | "au" => Self::Australia,
            "india" | "in" => Self::India,
            _ => return None,
        })
    }
}
