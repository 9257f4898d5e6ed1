//! Forms that bring files. A file goes to the disk as it comes and is never whole in memory; one larger than the limit is read
//! to its end and thrown away, so that the browser shows the reason and not a broken line.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use kernel::{Error, Finding, Findings};
use serde::de::DeserializeOwned;

use access::{House, Problem};
use store::Spooled;

use crate::form::{Form, LARGEST_FORM, Typed};
use crate::visit::Visit;

/// The largest file taken, in bytes: 50 MB.
pub const LARGEST_FILE: usize = 50 * 1024 * 1024;
/// The most that the files of one request may take of the disk: two of the largest.
const LARGEST_UPLOAD: usize = 2 * LARGEST_FILE;
/// Beyond this the rest is not even read.
const LARGEST_DISCARDED: usize = 1024 * 1024 * 1024;

/// A file as it was sent. Its name and its content are the sender's claim and nothing more.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The form field.
    pub field: String,
    /// The last part of the name it had on the sender's machine, without control characters, at most 200 characters.
    pub name: String,
    /// Its content, on the disk for as long as somebody holds this.
    pub content: Spooled,
}

/// A form sent with files: an extractor, to be a handler's last argument.
#[derive(Debug, Clone)]
pub struct Upload<T> {
    /// The fields that are not files.
    pub form: Form<T>,
    /// The files; a file field left empty sends none.
    pub files: Vec<Sent>,
    /// Files that were refused, each beside its field. The handler adds its own findings and shows the form again.
    pub findings: Findings,
}

impl<T> Upload<T> {
    /// The file of a field.
    pub fn file(&self, field: &str) -> Option<&Sent> {
        self.files.iter().find(|file| file.field == field)
    }
}

impl<T: DeserializeOwned> FromRequest<House> for Upload<T> {
    type Rejection = Problem;

    async fn from_request(mut request: Request, house: &House) -> Result<Self, Problem> {
        DefaultBodyLimit::disable().apply(&mut request);
        let broken = |cause: &dyn std::fmt::Display| {
            tracing::debug!(%cause, "an upload broke off");
            Error::refuse(Finding::refuse("upload-broken"))
        };
        let mut parts = Multipart::from_request(request, house).await.map_err(|e| broken(&e))?;
        let (mut typed, mut files, mut findings) = (Typed::default(), Vec::new(), Findings::none());
        let (mut typed_size, mut spooled, mut passed) = (0, 0, 0);
        while let Some(mut part) = parts.next_field().await.map_err(|e| broken(&e))? {
            let field = part.name().unwrap_or_default().to_owned();
            let Some(name) = part.file_name().map(clean_name) else {
                let mut bytes = Vec::new();
                while let Some(chunk) = part.chunk().await.map_err(|e| broken(&e))? {
                    typed_size += chunk.len();
                    if typed_size > LARGEST_FORM {
                        return Err(Error::refuse(Finding::refuse("form-too-large")).into());
                    }
                    bytes.extend_from_slice(&chunk);
                }
                typed.0.push((field, String::from_utf8_lossy(&bytes).into_owned()));
                continue;
            };
            let (mut incoming, mut size) = (Some(house.store.incoming().await?), 0);
            while let Some(chunk) = part.chunk().await.map_err(|e| broken(&e))? {
                (size, passed) = (size + chunk.len(), passed + chunk.len());
                if passed > LARGEST_DISCARDED {
                    return Err(Error::refuse(too_large(&field)).into());
                }
                if size > LARGEST_FILE || spooled + size > LARGEST_UPLOAD {
                    incoming = None;
                }
                if let Some(incoming) = &mut incoming {
                    incoming.take(&chunk).await?;
                }
            }
            match incoming {
                None => findings.push(too_large(&field)),
                // A file field that was left empty.
                Some(_) if name.is_empty() && size == 0 => {}
                Some(incoming) => {
                    spooled += size;
                    files.push(Sent { field, name, content: incoming.end().await? });
                }
            }
        }
        Visit::current().remember(&typed);
        Ok(Self { form: Form::read(typed)?, files, findings })
    }
}

fn too_large(field: &str) -> Finding {
    Finding::refuse("upload-too-large").at(field).with("megabytes", LARGEST_FILE / 1024 / 1024)
}

/// Keeps the last part of a path and drops what could mislead in a header or a listing.
fn clean_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars()
        .filter(|c| !c.is_control() && !matches!(c, '"' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
        .take(200)
        .collect::<String>()
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    #[derive(Debug, serde::Deserialize)]
    struct Fields {
        #[serde(default)]
        title: String,
    }

    fn request(file: Vec<u8>, name: &str) -> Request {
        let mut body = Vec::new();
        for (field, value) in [("key", "018f3b6c-0000-7000-8000-000000000001"), ("title", "Papers for item 3")] {
            body.extend_from_slice(format!("--X\r\nContent-Disposition: form-data; name=\"{field}\"\r\n\r\n{value}\r\n").as_bytes());
        }
        body.extend_from_slice(
            format!("--X\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"{name}\"\r\nContent-Type: application/pdf\r\n\r\n").as_bytes(),
        );
        body.extend_from_slice(&file);
        body.extend_from_slice(b"\r\n--X--\r\n");
        Request::builder().method("POST").header("content-type", "multipart/form-data; boundary=X").body(Body::from(body)).unwrap()
    }

    struct Home {
        house: House,
        folder: tempfile::TempDir,
    }

    async fn home() -> Home {
        let folder = tempfile::tempdir().unwrap();
        let config = store::StoreConfig { data: folder.path().to_owned(), postgres: None };
        let clock = kernel::Clock::standing(kernel::Instant::from_seconds(1_800_000_000));
        let store = store::Store::open(&config, clock, kernel::Chance::seeded(1)).await.unwrap();
        let settings = access::Settings {
            address: "http://localhost".to_owned(),
            demonstration: false,
            measure: false,
            client_header: None,
            secret: access::Secret([0; 32]),
            tools: workshop::Tools::default(),
            post: access::Post { from: "folkmoot@localhost".to_owned(), transport: access::Transport::Folder(folder.path().join("mail")) },
            replies: None,
            letter_templates: std::collections::BTreeMap::new(),
        };
        Home { house: House { store, settings: std::sync::Arc::new(settings) }, folder }
    }

    impl Home {
        fn drafts(&self) -> usize {
            std::fs::read_dir(self.folder.path().join("files/incoming")).unwrap().count()
        }
    }

    #[tokio::test]
    async fn a_file_comes_with_its_form_and_a_harmless_name() {
        let home = home().await;
        let sent = request(b"%PDF-1.7".to_vec(), "C:\\\\temp\\\\../agenda\u{202e}.pdf");
        let upload: Upload<Fields> = Upload::from_request(sent, &home.house).await.unwrap();
        assert_eq!(upload.form.value.title, "Papers for item 3");
        let file = upload.file("paper").unwrap();
        let content = file.content.content().await.unwrap().piece().await.unwrap();
        assert_eq!((file.name.as_str(), content.as_slice()), ("agenda.pdf", b"%PDF-1.7".as_slice()));
        assert_eq!(home.drafts(), 1);
        drop(upload);
        assert_eq!(home.drafts(), 0, "a file that nobody keeps leaves nothing behind");
    }

    #[tokio::test]
    async fn a_file_over_the_limit_is_a_finding_beside_its_field_and_the_form_is_kept() {
        let home = home().await;
        let upload: Upload<Fields> = Upload::from_request(request(vec![0; LARGEST_FILE + 1], "big.pdf"), &home.house).await.unwrap();
        assert!(upload.files.is_empty());
        assert_eq!(upload.findings, Findings::from(too_large("paper")));
        assert_eq!(upload.form.value.title, "Papers for item 3");
        assert_eq!(home.drafts(), 0);
    }
}
