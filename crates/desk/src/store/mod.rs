//! The SQL of the hubs and of the desk. Each page takes a fixed number of statements, however much there is.

mod before;
mod hubs;
mod names;
mod waits;

pub use before::*;
pub use hubs::*;
pub use names::*;
pub use waits::*;
