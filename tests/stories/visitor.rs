//! Somebody with a browser: opens pages, fills in forms, and sends them as a browser does.

use access::House;
use kernel::PersonId;
use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::multipart;

/// A browser, signed in or not.
#[derive(Clone)]
pub struct Visitor {
    http: reqwest::Client,
    address: String,
    cookie: String,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// Where it leads to.
    pub fn location(&self) -> Option<&str> {
        self.headers.get("location")?.to_str().ok()
    }

    /// How many statements the page took.
    pub fn statements(&self) -> u32 {
        self.headers.get("x-folkmoot-queries").unwrap().to_str().unwrap().parse().unwrap()
    }
}

impl Visitor {
    /// Not signed in.
    pub fn anybody(address: &str) -> Self {
        Self::with(address, None)
    }

    /// Signed in as this person.
    pub async fn signed_in(house: &House, address: &str, person: PersonId) -> Self {
        let cookie = access::begin_session(house, person, "a story").await.unwrap();
        Self::with(address, Some(cookie.split(';').next().unwrap()))
    }

    fn with(address: &str, cookie: Option<&str>) -> Self {
        let mut headers = HeaderMap::new();
        // A browser says where a form stands.
        headers.insert("origin", HeaderValue::from_str(address).unwrap());
        if let Some(cookie) = cookie {
            headers.insert("cookie", HeaderValue::from_str(cookie).unwrap());
        }
        let http = reqwest::Client::builder().default_headers(headers).redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { http, address: address.to_owned(), cookie: cookie.unwrap_or_default().to_owned() }
    }

    /// Its session, for a request made by hand.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.ask(self.http.get(self.at(path))).await.unwrap()
    }

    /// The raw request, for streams.
    pub async fn open(&self, path: &str) -> reqwest::Result<reqwest::Response> {
        self.http.get(self.at(path)).send().await
    }

    /// Sends the fields of a form, with the key it was opened with.
    pub async fn send(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.try_send(path, fields).await.unwrap()
    }

    /// The same, where the server may go away in the middle.
    pub async fn try_send(&self, path: &str, fields: &[(&str, &str)]) -> reqwest::Result<Answer> {
        self.ask(self.http.post(self.at(path)).form(fields)).await
    }

    /// Sends them as a script of ours does, which wants JSON.
    pub async fn script(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.ask(self.http.post(self.at(path)).header("accept", "application/json").form(fields)).await.unwrap()
    }

    /// Sends a form with a file.
    pub async fn upload(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        field: &'static str,
        name: &str,
        content: reqwest::Body,
    ) -> reqwest::Result<Answer> {
        let mut form = multipart::Form::new();
        for (name, value) in fields {
            form = form.text((*name).to_owned(), (*value).to_owned());
        }
        let part = multipart::Part::stream(content).file_name(name.to_owned()).mime_str("application/pdf").unwrap();
        self.ask(self.http.post(self.at(path)).multipart(form.part(field, part))).await
    }

    async fn ask(&self, request: reqwest::RequestBuilder) -> reqwest::Result<Answer> {
        let response = request.send().await?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Ok(Answer { status, headers, body: response.bytes().await?.to_vec() })
    }
}

/// The value of a hidden field on a page: `key`, `version`.
pub fn hidden(page: &str, name: &str) -> Option<String> {
    let (_, rest) = page.split_once(&format!("name=\"{name}\""))?;
    let (_, rest) = rest.split_once("value=\"")?;
    rest.split_once('"').map(|(value, _)| value.to_owned())
}
