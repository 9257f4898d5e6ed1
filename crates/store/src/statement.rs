//! Statements are constants, registered so that a test can prepare each of them on both databases.

/// One SQL text in PostgreSQL spelling, with places `$1`, `$2` …
#[derive(Debug)]
pub struct Statement {
    /// The text.
    pub sql: &'static str,
    /// The module it stands in.
    pub room: &'static str,
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
