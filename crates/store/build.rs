//! Embeds the files of `migrations/`, in order.

use std::fmt::Write as _;
use std::path::Path;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("../../migrations").canonicalize()?;
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut names: Vec<String> =
        std::fs::read_dir(&folder)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).filter(|name| name.ends_with(".sql")).collect();
    names.sort();
    let mut out = String::from("static MIGRATIONS: &[(&str, &str)] = &[\n");
    for name in names {
        writeln!(out, "    ({:?}, include_str!({:?})),", name.trim_end_matches(".sql"), folder.join(&name))?;
    }
    out.push_str("];\n");
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("migrations.rs"), out)?;
    Ok(())
}
