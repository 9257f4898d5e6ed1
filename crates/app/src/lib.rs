//! The program.

pub mod archive;
pub mod example;
