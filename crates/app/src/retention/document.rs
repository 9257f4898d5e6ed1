//! `docs/retention.md`, made from the definitions.

use std::fmt::Write as _;

use super::{TABLES, table::Held};

const HEAD: &str = "# How long personal data is kept

Each column of the database that holds something about a person, what it is for, how long it is kept and why. What ends by itself is
erased by the program once a day, in an entry of the history. The rest stays with the record it belongs to, because a public body must be
able to say who decided what; of it, `folkmoot person erase` erases what the law lets go: addresses, the account, what was
written in letters, sign-ins, notes beside answers. `folkmoot person export` writes down everything that is held on one person.

Copies are not reached by any of this: the administrator’s own backups, exports, and the copies `folkmoot-before-….db` that the program
makes before it changes the tables. Delete them when they are no longer needed, at the latest a year after they were made.

Letters that were sent lie in the mailboxes they were sent to.

This page is made by `FOLKMOOT_WRITE_DOCS=1 cargo test -p folkmoot --lib retention`; a test fails when a column is missing from it.

";

fn kept(held: &Held) -> String {
    match held.end {
        Some(end) if end.days % 365 == 0 => format!("{} {} {}", years(end.days / 365), if end.days == 365 { "year" } else { "years" }, end.from),
        Some(end) => format!("{} {} {}", end.days, if end.days == 1 { "day" } else { "days" }, end.from),
        None => held.until.to_owned(),
    }
}

fn years(n: i64) -> String {
    if n == 1 { "one".to_owned() } else { n.to_string() }
}

/// The page.
pub fn documented() -> String {
    let mut text = HEAD.to_owned();
    text.push_str("## What is about people\n\n| table | columns | what | how long | why |\n|---|---|---|---|---|\n");
    for table in TABLES {
        for held in table.held {
            let columns: Vec<String> = held.columns.split(' ').map(|column| format!("`{column}`")).collect();
            let _ = writeln!(text, "| `{}` | {} | {} | {} | {} |", table.name, columns.join(", "), held.what, kept(held), held.why);
        }
    }
    text.push_str(
        "\n## What is about nobody by itself\n\nKeys, days, states and texts that name nobody as a rule. An officer who writes a person’s affairs into one \
         of them puts it under the length of its record.\n\n| table | columns |\n|---|---|\n",
    );
    for table in TABLES {
        let columns: Vec<String> = table.plain.split_whitespace().map(|column| format!("`{column}`")).collect();
        let _ = writeln!(text, "| `{}` | {} |", table.name, columns.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::schema;

    #[test]
    fn the_page_says_what_the_program_does() {
        let place = schema::root().join("docs/retention.md");
        if std::env::var_os("FOLKMOOT_WRITE_DOCS").is_some() {
            std::fs::write(&place, documented()).unwrap();
        }
        let written = std::fs::read_to_string(&place).unwrap_or_default();
        assert!(written == documented(), "docs/retention.md is behind: run this test with FOLKMOOT_WRITE_DOCS=1");
    }

    #[test]
    fn every_column_is_said_to_be_about_people_or_about_nobody() {
        let named: BTreeSet<String> = TABLES
            .iter()
            .flat_map(|table| {
                let held = table.held.iter().flat_map(|held| held.columns.split(' '));
                held.chain(table.plain.split_whitespace()).map(move |column| format!("{}.{column}", table.name))
            })
            .collect();
        let there: BTreeSet<String> = schema::columns().into_iter().chain(["migration.name", "migration.done_at"].map(str::to_owned)).collect();
        let forgotten: Vec<_> = there.difference(&named).collect();
        assert!(forgotten.is_empty(), "name these in crates/app/src/retention/table.rs, with how long and why: {forgotten:?}");
        let gone: Vec<_> = named.difference(&there).collect();
        assert!(gone.is_empty(), "these columns are no more: {gone:?}");
    }

    #[test]
    fn nothing_about_people_is_called_plain() {
        for table in TABLES {
            let held: BTreeSet<&str> = table.held.iter().flat_map(|held| held.columns.split(' ')).collect();
            let both: Vec<_> = table.plain.split_whitespace().filter(|column| held.contains(column)).collect();
            assert!(both.is_empty(), "{}: {both:?}", table.name);
            // What refers to a person is about one.
            for column in
                schema::references_to("person").into_iter().filter_map(|column| column.strip_prefix(&format!("{}.", table.name)).map(str::to_owned))
            {
                assert!(held.contains(column.as_str()) || column == "merged_into", "{}.{column}", table.name);
            }
        }
    }

    #[test]
    fn joining_two_records_moves_every_reference_to_a_person() {
        let moved: BTreeSet<&str> = people::store::pointers().collect();
        for column in schema::references_to("person") {
            // Spellings are copied, and a joining is told of by itself.
            let apart = column.starts_with("person_name.") || column.starts_with("person_merge.");
            assert!(apart || moved.contains(column.as_str()), "{column} would still name the other record");
        }
        for column in moved {
            assert!(schema::columns().contains(column), "{column} is no column");
        }
    }
}
