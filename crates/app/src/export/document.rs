//! `docs/export.md`, made from the definitions of the kinds.

use std::fmt::Write as _;

use super::kind::{Field, Kind};
use super::kinds::{KINDS, LEFT_OUT, OF_ONE, PRIVATE};

const OPENING: &str = "# The way out

<!-- Made by the program from crates/app/src/export; a test says when it is not true any more. -->

`folkmoot export DIR [--body SLUG] [--as-at DATE] [--data DIR] [--config FILE]` writes everything an installation holds into a
folder: records as JSON, uploaded files and charters as files. It reads one moment of the database, while people go on working.

- Each file `<kind>.json` is an array with one record to a line. Records name each other by id. What is not recorded is `null`.
- `manifest.json` is written last: a folder without it is not whole. It says when the export was made, of what, and how many records
  each file holds.
- `files/<id>/<name>` are the uploaded files; `charters/<body>-<number>.md` are the charters.
- **Exempt and confidential matter is in it**, and so are addresses and the whole history: this is the administrator's way out, not a
  publication. Folder and files are made readable by their owner only.
- `--body SLUG` writes what belongs to one body, and of people, organisations and files those it mentions.
- `--as-at DATE` cuts seats, appointments, offices, charters, links between bodies, distribution lists to that day. Everything else is whole.

## Checking the history

Each entry of `history.json` can be checked without Folkmoot. `digest` is SHA-256 of the salt, the length of the text before as eight
bytes (big end first), the text before, and the text after; these texts are the compact JSON of `before_json` and `after_json`. `hash` is
SHA-256 of these parts, each preceded by its length as eight bytes: the hash of the entry before (empty for the first), the partnership's id (16 bytes),
the number (8 bytes), the entry's id, `happened_at` in seconds since 1970 (8 bytes), `name`, `person_id` (empty if none), `capacity`,
`record_kind`, `record_id`, `body_id` (empty if none), `clause` (empty if none), `page`, and `digest`. The chain must end at the head that the manifest gives.
An entry without a salt had its values erased; its hash still holds. An export of one body holds that body's entries only, so there each hash stands
alone.

## The files
";

/// The documentation of the format.
pub fn documented() -> String {
    let mut text = OPENING.to_owned();
    for kind in KINDS.iter().chain(&PRIVATE) {
        describe(&mut text, kind);
    }
    text.push_str(
        "\n## What is held on one person\n\n`folkmoot person export ID|EMAIL DIR` writes the same files with those records only that name one person: by \
         their id, a spelling of their name or an address, anywhere within. Uploaded files are listed and not copied. The records name other people too \
         and may hold exempt matter: whoever hands them over reads them first. Two kinds are in it besides.\n",
    );
    for kind in &OF_ONE {
        describe(&mut text, kind);
    }
    text.push_str("\n## What no export holds\n\n| table or column | why |\n|---|---|\n");
    for (what, why) in LEFT_OUT {
        let _ = writeln!(text, "| `{what}` | {why} |");
    }
    text
}

fn describe(text: &mut String, kind: &Kind) {
    let _ = writeln!(text, "\n### {}.json\n\n{} From the table `{}`.\n", kind.name, kind.about, kind.table);
    fields(text, kind.fields);
    if matches!(kind.name, "files" | "charters") {
        let _ = writeln!(text, "| `path` | text | where it lies in the export |");
    }
    for part in kind.parts {
        let _ = writeln!(text, "\n`{}`: {} From the table `{}`.\n", part.name, part.about, part.table);
        fields(text, part.fields);
    }
}

fn fields(text: &mut String, fields: &[Field]) {
    text.push_str("| field | holds | |\n|---|---|---|\n");
    for field in fields {
        let _ = writeln!(text, "| `{}` | {} | {} |", field.name, field.holds.word(), field.note);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::schema::{columns, root};

    #[test]
    fn the_documentation_says_what_the_program_writes() {
        let place = root().join("docs/export.md");
        if std::env::var_os("FOLKMOOT_WRITE_DOCS").is_some() {
            std::fs::write(&place, documented()).unwrap();
        }
        let written = std::fs::read_to_string(&place).unwrap_or_default();
        assert!(written == documented(), "docs/export.md is behind: run this test with FOLKMOOT_WRITE_DOCS=1");
    }

    #[test]
    fn every_column_is_exported_or_left_out_with_a_reason() {
        let mut held: BTreeSet<String> = BTreeSet::new();
        for kind in KINDS.iter().chain(&PRIVATE) {
            // The chain's values lie in a row of their own, so that they can be erased.
            let tables = if kind.table == "event" { vec!["event", "event_value"] } else { vec![kind.table] };
            held.extend(kind.fields.iter().flat_map(|field| tables.iter().map(move |table| format!("{table}.{}", field.name))));
            for part in kind.parts {
                held.insert(format!("{}.{}", part.table, part.of));
                held.extend(part.fields.iter().map(|field| format!("{}.{}", part.table, field.name)));
            }
        }
        held.insert("event_value.event_id".to_owned());
        let left_out = |column: &String| LEFT_OUT.iter().any(|(what, _)| column == what || column.split('.').next() == Some(what));
        let forgotten: Vec<_> = columns().into_iter().filter(|column| !held.contains(column) && !left_out(column)).collect();
        assert!(forgotten.is_empty(), "neither exported nor left out: {forgotten:?}");
    }
}
