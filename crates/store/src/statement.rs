//! Statements are constants, registered so that a test can prepare each of them on both databases.

/// One SQL text in PostgreSQL spelling, with places `$1`, `$2` …
#[derive(Debug)]
pub struct Statement {
    /// The text.
    pub sql: &'static str,
    /// The module it stands in.
    pub room: &'static str,
}

/// Rows that one statement writes, where there are few: each number of rows is a statement of its own to prepare and to keep.
pub(crate) const ROWS_AT_ONCE: usize = 16;

/// Rows that one statement writes, where there are at least so many.
pub(crate) const MANY_ROWS: usize = 100;

/// SQLite takes 32,766 places in a statement, PostgreSQL twice as many.
pub(crate) const MOST_PLACES: usize = 30_000;

/// Whether the places of a statement stand in it once each and in their order.
pub(crate) fn in_order(sql: &str, places: usize) -> bool {
    let number = |piece: &str| piece.split(|letter: char| !letter.is_ascii_digit()).next().and_then(|digits| digits.parse::<usize>().ok());
    sql.split('$').skip(1).map(number).eq((1..=places).map(Some))
}

/// The text of `insert … values ($1, …)` for so many rows of the same places, each row's numbered after those of the row before.
/// None where places stand outside the row: then each row is a statement of its own. The embedded database looks for a numbered
/// place by its name from the first on, so that a row's places are written bare for it where they stand in their order.
pub(crate) fn repeated(sql: &str, places: usize, rows: usize, embedded: bool) -> Option<String> {
    let begin = sql.find(" values (")? + " values ".len();
    let mut depth = 0_usize;
    let length = sql[begin..].find(|letter| {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        depth == 0
    })? + 1;
    let (head, row, tail) = (&sql[..begin], &sql[begin..begin + length], &sql[begin + length..]);
    if head.contains('$') || tail.contains('$') {
        return None;
    }
    let mut pieces = row.split('$');
    let first = pieces.next()?;
    let mut rest: Vec<(usize, &str)> = Vec::new();
    for piece in pieces {
        let digits = piece.len() - piece.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
        rest.push((piece[..digits].parse().ok()?, &piece[digits..]));
    }
    let bare = embedded && in_order(sql, places);
    let mut text = head.to_owned();
    for number in 0..rows {
        text.push_str(if number > 0 { ", " } else { "" });
        text.push_str(first);
        for (place, after) in &rest {
            if bare {
                text.push('?');
            } else {
                text.push_str(&format!("${}", number * places + place));
            }
            text.push_str(after);
        }
    }
    text.push_str(tail);
    Some(text)
}

/// A registered statement.
pub struct Registered(pub &'static Statement);
inventory::collect!(Registered);

/// Every statement linked into the program.
pub fn statements() -> impl Iterator<Item = &'static Statement> {
    inventory::iter::<Registered>.into_iter().map(|registered| registered.0)
}

/// Declares and registers a statement: `sql!(SEATS_OF_BODY, "select … where body_id = $1");`
#[macro_export]
macro_rules! sql {
    ($(#[$doc:meta])* $name:ident, $text:expr) => {
        $(#[$doc])*
        static $name: $crate::Statement = $crate::Statement { sql: $text, room: module_path!() };
        $crate::inventory::submit! { $crate::Registered(&$name) }
    };
}

#[cfg(test)]
mod tests {
    use super::{in_order, repeated};

    #[test]
    fn places_that_stand_in_their_order_are_bare_in_the_embedded_database() {
        let one = "insert into roll (id, place) values ($1, lower($2))";
        assert_eq!(repeated(one, 2, 2, true).as_deref(), Some("insert into roll (id, place) values (?, lower(?)), (?, lower(?))"));
        assert_eq!(repeated(one, 2, 2, false).as_deref(), Some("insert into roll (id, place) values ($1, lower($2)), ($3, lower($4))"));
        assert!(in_order(one, 2) && !in_order("insert into roll (place, id) values ($2, $1)", 2));
    }

    #[test]
    fn each_row_of_an_insert_has_places_of_its_own() {
        let one = "insert into roll (id, meeting, place, version) values ($1, $2, (select count(*) + $3 from roll r where r.meeting = $2), 1) on conflict (id) do nothing";
        let two = "insert into roll (id, meeting, place, version) values ($1, $2, (select count(*) + $3 from roll r where r.meeting = $2), 1), \
                   ($4, $5, (select count(*) + $6 from roll r where r.meeting = $5), 1) on conflict (id) do nothing";
        assert_eq!(repeated(one, 3, 1, true).as_deref(), Some(one));
        assert_eq!(repeated(one, 3, 2, true).as_deref(), Some(two));
    }

    #[test]
    fn a_statement_with_places_outside_its_row_is_not_repeated() {
        assert_eq!(repeated("insert into roll (id) values ($1) on conflict (id) do update set version = $2", 2, 3, true), None);
        assert_eq!(repeated("update roll set place = $2 where id = $1", 2, 3, true), None);
    }
}
