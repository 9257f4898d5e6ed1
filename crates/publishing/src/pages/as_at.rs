//! The day for which a page is asked: `?as-at=18 January 2007`.

use kernel::{Day, Findings};
use serde::Deserialize;
use web::FormView;

/// As at which day, as it was typed.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AsAt {
    #[serde(rename = "as-at")]
    as_at: String,
}

/// The question read.
#[derive(Debug)]
pub(crate) struct Asked {
    /// The day, when a page asks for one that can be read.
    pub day: Option<Day>,
    /// A day was asked for, whether or not it can be read.
    pub asked: bool,
    /// The field with what was typed and why it was refused, if it was.
    pub form: FormView,
}

impl AsAt {
    /// Reads the day; what stands in the field when none is asked for is `unasked`.
    pub(crate) fn read(&self, unasked: Day) -> Asked {
        let mut findings = Findings::none();
        let day = web::note(&mut findings, web::parse_day_if_any("as-at", &self.as_at)).flatten();
        let asked = !self.as_at.trim().is_empty();
        let stands = if asked { self.as_at.clone() } else { web::spelling::day(unasked) };
        Asked { day, asked, form: FormView::default().with("as-at", stands).noting(findings) }
    }
}
