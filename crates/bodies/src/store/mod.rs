//! The SQL of partnerships, bodies, seats, appointments and offices.

mod arrangements;
mod bodies;
mod offices;
mod partnerships;
mod seats;

pub use arrangements::*;
pub use bodies::*;
pub use offices::*;
pub use partnerships::*;
pub use seats::*;

use ::store::Row;
use kernel::Result;

/// A person's name with its title before it.
pub fn shown_name(row: &Row, name: &str) -> Result<String> {
    let plain: String = row.get(name)?;
    Ok(match row.get::<Option<String>>("honorific")? {
        Some(title) if !title.is_empty() => format!("{title} {plain}"),
        _ => plain,
    })
}
