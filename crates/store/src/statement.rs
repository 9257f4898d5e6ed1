//! Statements are constants, registered so that a test can prepare each of them on both databases.

/// One SQL text in PostgreSQL spelling, with places `$1`, `$2` …
#[derive(Debug)]
pub struct Statement {
    /// The text.
    pub sql: &'static str,
    /// The module it stands in.
    pub room: &'static str,
}

/// Rows that one statement writes at most. SQLite looks for each place by its name from the first on, so that many more would cost
/// more than they save.
pub(crate) const ROWS_AT_ONCE: usize = 8;

/// The text of `insert … values ($1, …)` for so many rows of the same places, each row's numbered after those of the row before.
/// None where places stand outside the row: then each row is a statement of its own.
pub(crate) fn repeated(sql: &str, places: usize, rows: usize) -> Option<String> {
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
    let mut text = head.to_owned();
    for number in 0..rows {
        if number > 0 {
            text.push_str(", ");
        }
        let mut pieces = row.split('$');
        text.push_str(pieces.next()?);
        for piece in pieces {
            let digits = piece.len() - piece.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
            let place: usize = piece[..digits].parse().ok()?;
            text.push_str(&format!("${}{}", number * places + place, &piece[digits..]));
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
    use super::repeated;

    #[test]
    fn each_row_of_an_insert_has_places_of_its_own() {
        let one = "insert into roll (id, meeting, place, version) values ($1, $2, (select count(*) + $3 from roll r where r.meeting = $2), 1) on conflict (id) do nothing";
        let two = "insert into roll (id, meeting, place, version) values ($1, $2, (select count(*) + $3 from roll r where r.meeting = $2), 1), \
                   ($4, $5, (select count(*) + $6 from roll r where r.meeting = $5), 1) on conflict (id) do nothing";
        assert_eq!(repeated(one, 3, 1).as_deref(), Some(one));
        assert_eq!(repeated(one, 3, 2).as_deref(), Some(two));
    }

    #[test]
    fn a_statement_with_places_outside_its_row_is_not_repeated() {
        assert_eq!(repeated("insert into roll (id) values ($1) on conflict (id) do update set version = $2", 2, 3), None);
        assert_eq!(repeated("update roll set place = $2 where id = $1", 2, 3), None);
    }
}
