//! The program `folkmoot`: the table of contents, the worker, the commands.

pub mod archive;
pub mod bench;
pub mod charter_record;
pub mod clock;
pub mod command;
pub mod config;
pub mod demo;
pub mod example;
pub mod export;
pub mod open;
pub mod person;
pub mod retention;
pub mod routes;
#[cfg(test)]
mod schema;
pub mod serve;
pub mod worker;
