//! Forms: what was typed, as typed, beside what it was read as. A refused form shows again exactly what was typed.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use kernel::{Conflict, Error, Finding, Findings};
use serde::de::DeserializeOwned;
use serde::ser::{Serialize, SerializeMap, Serializer};
use uuid::Uuid;

use access::{House, Problem};

use crate::visit::Visit;
use crate::words;

/// The largest form without files, in bytes: long minutes fit, a flood does not.
pub(crate) const LARGEST_FORM: usize = 2 * 1024 * 1024;

/// The pairs of a form in the order they came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Typed(pub(crate) Vec<(String, String)>);

impl Typed {
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        self.0.iter().rev().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// A form that was sent: an extractor, to be a handler's last argument. `T` holds raw strings (`#[serde(default)]`), to be
/// read with [`parse_day`](crate::parse_day) and its sisters.
#[derive(Debug, Clone)]
pub struct Form<T> {
    /// The fields.
    pub value: T,
    /// Made when the form was shown; the same key sent again gets the answer it had.
    pub key: Uuid,
    /// The version of the record that the form was opened on; 0 for a new one.
    pub version: i64,
    pub(crate) typed: Typed,
}

impl<T> Form<T> {
    /// The form to show again, with the reasons it was refused for.
    pub fn refused(&self, findings: Findings) -> FormView {
        FormView { typed: self.typed.clone(), findings, key: self.key, version: self.version, ..FormView::default() }
    }

    /// What an act answered: its result, or the form to show again when it was refused. Every other error passes on.
    pub fn outcome<R>(&self, result: kernel::Result<R>) -> Result<Result<R, FormView>, Problem> {
        match result {
            Ok(result) => Ok(Ok(result)),
            Err(Error::Refused(findings)) => Ok(Err(self.refused(findings))),
            Err(error) => Err(error.into()),
        }
    }

    /// The form of several fields to show again because somebody changed the record meanwhile: what was typed stays, each field that
    /// reads otherwise now is marked and says what stands there, and sending it again replaces that. `now` is the form as it would be
    /// opened now; only its fields are compared, so that it must fill each one of the record, empty ones too. To be shown with
    /// [`conflicting`](crate::conflicting).
    ///
    /// # Errors
    /// The conflict itself for a program that asked for JSON; a fault when the database refuses.
    pub async fn overtaken(&self, house: &House, conflict: Box<Conflict>, record: Uuid, now: FormView) -> Result<FormView, Problem> {
        if Visit::current().wants_json {
            return Err(Error::Conflict(conflict).into());
        }
        let last = store::history_of(&mut house.read().await?, store::Whose::Record(record), 1).await?.into_iter().next();
        Ok(self.beside(now, last.map(|last| (last.person_name, last.at))))
    }

    fn beside(&self, now: FormView, saved: Option<(Option<String>, kernel::Instant)>) -> FormView {
        let same = |typed: &str, stands: &str| typed.replace("\r\n", "\n").trim() == stands.replace("\r\n", "\n").trim();
        let mut names: Vec<&str> = Vec::new();
        for (name, stands) in &now.typed.0 {
            if !names.contains(&name.as_str()) && !same(self.typed.one(name).unwrap_or_default(), stands) {
                names.push(name);
            }
        }
        let zone = kernel::Zone::london();
        let said = match saved {
            Some((Some(name), at)) => Finding::refuse("overtaken-by").with("name", name).with("at", crate::spelling::moment(at, &zone)),
            Some((None, at)) => Finding::refuse("overtaken-at").with("at", crate::spelling::moment(at, &zone)),
            None => Finding::refuse("overtaken"),
        };
        let findings: Findings = std::iter::once(said).chain(names.iter().map(|name| Finding::refuse("changed-meanwhile").at(name))).collect();
        let stands = names.iter().filter_map(|name| Some(((*name).to_owned(), now.typed.one(name)?.to_owned()))).collect();
        FormView { typed: self.typed.clone(), findings, key: self.key, version: now.version, charter: None, stands: Some(stands) }
    }
}

impl<T: DeserializeOwned> Form<T> {
    pub(crate) fn read(typed: Typed) -> Result<Self, Error> {
        let key = typed.one("key").and_then(|key| key.parse().ok()).ok_or_else(|| Error::refuse(Finding::refuse("form-key-missing")))?;
        let version = typed.one("version").and_then(|version| version.parse().ok()).unwrap_or(0);
        let encoded = form_urlencoded::Serializer::new(String::new()).extend_pairs(typed.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))).finish();
        let value = serde_html_form::from_str(&encoded).map_err(|cause| {
            tracing::debug!(%cause, "a form that does not fit its fields");
            Error::refuse(Finding::refuse("form-unreadable"))
        })?;
        Ok(Self { value, key, version, typed })
    }
}

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Problem;

    async fn from_request(mut request: Request, state: &S) -> Result<Self, Problem> {
        axum::extract::DefaultBodyLimit::max(LARGEST_FORM).apply(&mut request);
        let body = Bytes::from_request(request, state).await.map_err(|_| Error::refuse(Finding::refuse("form-too-large")))?;
        let typed = Typed(form_urlencoded::parse(&body).into_owned().collect());
        Visit::current().remember(&typed);
        Ok(Self::read(typed)?)
    }
}

/// A form as its page shows it: values, reasons, key and version. The page's struct holds it as `form`.
#[derive(Debug, Clone, Default)]
pub struct FormView {
    typed: Typed,
    findings: Findings,
    key: Uuid,
    version: i64,
    charter: Option<String>,
    /// Of a form that was overtaken: what stands now in each field that differs.
    stands: Option<std::collections::BTreeMap<String, String>>,
}

impl FormView {
    /// An empty form, with a key of its own.
    pub fn new(house: &House) -> Self {
        Self { key: house.store.chance().uuid(house.now()), ..Self::default() }
    }

    /// Fills a field. Called again for the same name it adds a further value, as for checkboxes.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.typed.0.push((name.to_owned(), value.to_string()));
        self
    }

    /// Fills a field with a day as a person would type it; leaves it empty when there is none.
    pub fn with_day(self, name: &str, day: Option<kernel::Day>) -> Self {
        self.with(name, day.map(crate::spelling::day).unwrap_or_default())
    }

    /// Fills a field with an hour as a person would type it; leaves it empty when there is none.
    pub fn with_hour(self, name: &str, hour: Option<kernel::Hour>) -> Self {
        self.with(name, hour.map(crate::spelling::hour).unwrap_or_default())
    }

    /// A box ticked or not.
    pub fn with_tick(self, name: &str, ticked: bool) -> Self {
        self.with(name, if ticked { "yes" } else { "" })
    }

    /// The version of the record that the form changes.
    pub fn at_version(mut self, version: i64) -> Self {
        self.version = version;
        self
    }

    /// Findings to show before anything is sent: warnings, as a rule.
    pub fn noting(mut self, findings: Findings) -> Self {
        self.findings.extend(findings);
        self
    }

    /// Where the charter's clauses stand; a finding's clause then links to `<charter>#clause-3.12`.
    pub fn charter(mut self, url: impl Into<String>) -> Self {
        self.charter = Some(url.into());
        self
    }

    /// Whether somebody changed the record after it was opened, so that it is shown by [`conflicting`](crate::conflicting).
    pub fn is_overtaken(&self) -> bool {
        self.stands.is_some()
    }

    /// Whether anything in it refuses.
    pub fn refuses(&self) -> bool {
        self.findings.refuses()
    }
}

impl Serialize for FormView {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let visit = Visit::current();
        let page = self.typed.one("page").filter(|page| is_local(page)).unwrap_or(&visit.address);
        let mut map = serializer.serialize_map(Some(8))?;
        map.serialize_entry("page", page)?;
        map.serialize_entry("key", &self.key)?;
        map.serialize_entry("version", &self.version)?;
        map.serialize_entry("values", &Single(&self.typed))?;
        map.serialize_entry("all", &Every(&self.typed))?;
        map.serialize_entry("findings", &told(&self.findings, self.charter.as_deref()))?;
        map.serialize_entry("refuses", &self.findings.refuses())?;
        map.serialize_entry("stands", &self.stands.clone().unwrap_or_default())?;
        map.end()
    }
}

/// Whether an address stays on this site.
pub(crate) fn is_local(address: &str) -> bool {
    address.starts_with('/') && !address.starts_with("//") && !address.contains(['\\', '\n', '\r'])
}

/// The last value of each name.
struct Single<'a>(&'a Typed);

impl Serialize for Single<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let last: std::collections::BTreeMap<_, _> = self.0.0.iter().map(|(name, value)| (name, value)).collect();
        last.serialize(serializer)
    }
}

/// Every value of each name.
struct Every<'a>(&'a Typed);

impl Serialize for Every<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut all: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
        for (name, value) in &self.0.0 {
            all.entry(name).or_default().push(value);
        }
        all.serialize(serializer)
    }
}

/// A finding as a page shows it.
#[derive(Debug, Clone, serde::Serialize)]
pub struct Told {
    /// Its sentence.
    pub text: String,
    /// How much it weighs: `refusal`, `ruling`, `warning`.
    pub severity: kernel::Severity,
    /// The field it stands beside.
    pub field: Option<String>,
    /// The clause it rests on.
    pub clause: Option<String>,
    /// Where that clause can be read.
    pub clause_href: Option<String>,
}

/// What a clause is called in the address of its charter's page: `clause-3.12`, `clause-5.4-A`.
pub fn clause_anchor(number: &str) -> String {
    format!("clause-{}", number.replace(' ', "-"))
}

/// Findings in words, for a page that shows them outside a form. `charter` is the page on which the clauses stand.
pub fn told(findings: &Findings, charter: Option<&str>) -> Vec<Told> {
    let told = |finding: &Finding| Told {
        text: words::sentence(finding),
        severity: finding.severity,
        field: finding.field.clone(),
        clause: finding.clause.clone(),
        clause_href: charter.zip(finding.clause.as_deref()).map(|(page, clause)| format!("{page}#{}", crate::clause_anchor(clause))),
    };
    findings.iter().map(told).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, serde::Deserialize)]
    struct Fields {
        #[serde(default)]
        title: String,
        #[serde(default)]
        seats: Vec<String>,
    }

    fn typed(body: &str) -> Typed {
        Typed(form_urlencoded::parse(body.as_bytes()).into_owned().collect())
    }

    #[test]
    fn a_form_gives_its_key_its_version_and_every_ticked_box() {
        let form: Form<Fields> = Form::read(typed("key=018f3b6c-0000-7000-8000-000000000001&version=7&title=Caf%C3%A9&seats=a&seats=b")).unwrap();
        assert_eq!((form.version, form.value.title.as_str(), form.value.seats.len()), (7, "Café", 2));
    }

    #[test]
    fn a_form_without_its_key_is_refused_in_words() {
        let refused = Form::<Fields>::read(typed("title=x")).unwrap_err();
        assert!(matches!(refused, Error::Refused(findings) if findings.iter().all(|f| words::knows(&f.code))));
    }

    #[test]
    fn an_overtaken_form_keeps_what_was_typed_and_says_what_stands_now_where_it_differs() {
        let form: Form<Fields> = Form::read(typed("key=018f3b6c-0000-7000-8000-000000000001&version=1&title=Leader&class=voting&note=")).unwrap();
        let now = FormView::default().at_version(2).with("title", "Leader ").with("class", "observer").with("note", "new").with_tick("ours", false);
        let view = serde_json::to_value(form.beside(now, None)).unwrap();
        assert_eq!((&view["values"]["class"], &view["version"]), (&serde_json::json!("voting"), &serde_json::json!(2)));
        assert_eq!(view["stands"], serde_json::json!({"class": "observer", "note": "new"}));
        assert!(view["findings"].as_array().unwrap().iter().any(|finding| finding["field"] == "class"));
    }

    #[test]
    fn a_refused_form_keeps_what_was_typed_to_the_letter() {
        let form: Form<Fields> = Form::read(typed("key=018f3b6c-0000-7000-8000-000000000001&title=++31+Feb&seats=a&seats=b")).unwrap();
        let view = serde_json::to_value(form.refused(Finding::refuse("text-missing").at("title").under("3.12").into()).charter("/terms")).unwrap();
        assert_eq!(view["values"]["title"], "  31 Feb");
        assert_eq!(view["all"]["seats"], serde_json::json!(["a", "b"]));
        assert_eq!(view["findings"][0]["clause_href"], "/terms#clause-3.12");
    }
}
