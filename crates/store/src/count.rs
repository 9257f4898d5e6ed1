//! Counts the statements that one request runs, so that a page's number of queries can be shown and asserted.

use std::cell::Cell;

tokio::task_local! {
    static STATEMENTS: Cell<u32>;
}

/// Runs a future and counts the statements it runs. Opening and closing of transactions are not counted.
pub async fn scope<F: Future>(future: F) -> (F::Output, u32) {
    STATEMENTS
        .scope(Cell::new(0), async {
            let output = future.await;
            (output, STATEMENTS.with(Cell::get))
        })
        .await
}

pub(crate) fn one() {
    // Outside a scope nobody asks for the number.
    let _ = STATEMENTS.try_with(|n| n.set(n.get() + 1));
}
