//! The program.

use std::process::ExitCode;

use clap::Parser as _;
use folkmoot::command::Command;

/// Rows of the database are many small values, made and dropped at once: the system's allocator takes a third of the time for it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    // Called by itself to read one file that somebody sent: nothing else of the program is awake then.
    if std::env::args().nth(1).is_some_and(|word| word == workshop::READ_PDF) {
        return workshop::read_pdf().map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS);
    }
    let command = Command::parse();
    // A huge page holds two megabytes where four kilobytes are asked for: without them the program takes a third less memory.
    #[cfg(target_os = "linux")]
    let _as_it_was = rustix::thread::disable_transparent_huge_pages(true);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => {
            eprintln!("folkmoot: {e}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(command.run()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("folkmoot: {}", folkmoot::command::spoken(&error));
            ExitCode::FAILURE
        }
    }
}
