//! Documents as files: what the program writes itself (agendas, minutes, notices, lists) as tagged PDF, and what others wrote
//! joined to it. Pure: bytes in, bytes out; no database, no HTTP, no clock.
//!
//! A [`Document`] says what stands in it and never how it looks. [`pdf::write`] sets it in the one house style, and claims
//! PDF/UA-1 because every mark on the page is either in the structure tree or an artifact: the writer refuses otherwise.

mod fonts;
pub mod join;
pub mod leaves;
mod markdown;
pub mod model;
pub mod pdf;
mod typed;
pub mod upload;
pub mod word;

pub use markdown::blocks;
pub use model::{Block, Cell, Document, Item, Numbering, Run, Runs, Tone};
pub use typed::{Line, blocks_of, lines, markdown};
pub use upload::Sort;
