//! The program.

pub mod archive;
