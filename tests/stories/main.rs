//! Whole ways through the house, in words, each on SQLite and on PostgreSQL.

#![allow(missing_docs, clippy::unwrap_used, reason = "a story stops at the first thing that is not as it says")]

mod answers;
mod archive;
mod audit;
mod board;
mod bodies;
mod calendar;
mod canary;
mod charter;
mod documents;
mod duties;
mod example;
mod export;
mod first_days;
mod kill;
mod length;
mod letters;
mod limits;
mod meetings;
mod nominees;
mod openness;
mod packs;
mod pdf;
mod people;
mod post;
mod proposals;
mod reading;
mod record;
mod refusals;
mod scene;
mod statements;
mod upgrades;
mod uploads;
mod visitor;
mod word;
mod world;
mod writing;
