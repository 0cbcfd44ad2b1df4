//! The time zones of the United States, as people name them. Knows only serde: the build script compiles this file too.

use serde::{Deserialize, Serialize};

/// A time zone of the United States.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TimeZone {
    /// Puerto Rico and the Virgin Islands: without summer time.
    Atlantic,
    /// Such as New York.
    Eastern,
    /// Such as Chicago.
    Central,
    /// Such as Denver.
    Mountain,
    /// Arizona outside the Navajo Nation: without summer time.
    Arizona,
    /// Such as Los Angeles.
    Pacific,
    /// Most of Alaska.
    Alaska,
    /// The western Aleutian Islands.
    Aleutian,
    /// Hawaii: without summer time.
    Hawaii,
    /// American Samoa.
    Samoa,
    /// Guam and the Northern Mariana Islands.
    Chamorro,
}

impl TimeZone {
    /// All of them, from east to west.
    pub const ALL: [Self; 11] = [
        Self::Atlantic,
        Self::Eastern,
        Self::Central,
        Self::Mountain,
        Self::Arizona,
        Self::Pacific,
        Self::Alaska,
        Self::Aleutian,
        Self::Hawaii,
        Self::Samoa,
        Self::Chamorro,
    ];
}
