//! Work on files that others sent, each in a process of its own that may take so much time and so much memory and no more.
//!
//! Our own reader of PDF files is the program itself, called again; office files go to LibreOffice where the machine has it.
//! Whatever happens there, the program that serves people goes on.

mod contained;
mod office;
mod reader;

use std::path::{Path, PathBuf};

use tokio::sync::Semaphore;

pub use contained::Limits;
pub use office::{CONVERSION, Office, OfficeKind};
pub use reader::{Looked, READ_PDF, Refused, read_pdf};

/// What the machine has to work with.
#[derive(Debug, Clone, Default)]
pub struct Tools {
    /// The program itself, to be called again. Without it files are read here, contained by their reader's own limits only.
    pub program: Option<PathBuf>,
    /// LibreOffice, where it was found.
    pub office: Option<Office>,
}

/// How many files are worked on at once; the others wait.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

impl Tools {
    /// Looks for them: LibreOffice at the place that the settings name, else where it usually lies.
    pub fn found(office: Option<&Path>) -> Self {
        // Nothing else may be called again: a test would run all tests.
        let program = std::env::current_exe().ok().filter(|program| program.file_stem().is_some_and(|name| name == "folkmoot"));
        Self { program, office: Office::found(office) }
    }
}
