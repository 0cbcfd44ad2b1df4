//! One page a route. Pages do not use pages.

pub mod case;
pub mod cases;
pub mod data;
pub mod example;
pub mod guide;
pub mod home;
pub mod intake;
pub mod open_copy;
pub mod urgent;
