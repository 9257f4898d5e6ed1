//! The router that demands a pass.

use axum::Router;
use axum::handler::Handler;
use axum::routing::{MethodFilter, on};

use crate::{House, Pass};

/// The argument types of a handler whose first argument is a pass.
pub trait StartsWithPass {
    /// What the pass demands.
    fn pass() -> String;
}

macro_rules! starts_with_pass {
    ($(($($rest:ident),*))*) => {$(
        impl<M, P: Pass, $($rest),*> StartsWithPass for (M, P, $($rest,)*) {
            fn pass() -> String { P::describe() }
        }
    )*};
}

starts_with_pass! { () (A) (A, B) (A, B, C) (A, B, C, D) }

/// One line of the table of contents.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct RouteLine {
    /// The path with its parameters.
    pub path: String,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// What the pass demands.
    pub pass: String,
}

/// Routes, each with its pass.
#[derive(Default)]
pub struct Routes {
    router: Router<House>,
    table: Vec<RouteLine>,
}

impl Routes {
    /// No routes yet.
    pub fn new() -> Self {
        Self::default()
    }

    fn route<H, T>(mut self, filter: MethodFilter, method: &'static str, path: &str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: StartsWithPass + 'static,
    {
        self.table.push(RouteLine { path: path.to_owned(), method, pass: T::pass() });
        self.router = self.router.route(path, on(filter, handler));
        self
    }

    /// A page. It shows and never acts.
    pub fn get<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: StartsWithPass + 'static,
    {
        self.route(MethodFilter::GET, "GET", path, handler)
    }

    /// A form's act.
    pub fn post<H, T>(self, path: &str, handler: H) -> Self
    where
        H: Handler<T, House>,
        T: StartsWithPass + 'static,
    {
        self.route(MethodFilter::POST, "POST", path, handler)
    }

    /// With another slice's routes.
    pub fn and(mut self, other: Self) -> Self {
        self.table.extend(other.table);
        self.router = self.router.merge(other.router);
        self
    }

    /// The table of contents.
    pub fn table(&self) -> &[RouteLine] {
        &self.table
    }

    /// The router, for the program.
    pub fn into_router(self) -> Router<House> {
        self.router
    }
}
