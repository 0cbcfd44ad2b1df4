//! The case as saved text: versions, upgrades, what cannot be read.
