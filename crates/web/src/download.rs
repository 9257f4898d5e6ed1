//! Files on their way to a reader. What somebody uploaded runs nothing and reaches nothing, whatever it holds.

use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use http::{HeaderName, HeaderValue, header};

/// For whom a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readers {
    /// For everybody.
    Everybody,
    /// For this reader only: nothing on the way keeps a copy.
    This,
}

/// Sends a file under a name. Its ending is the one of its kind, whatever the name says.
pub fn download(name: &str, media: &'static str, readers: Readers, body: Body, size: Option<i64>) -> Response {
    let mut response = body.into_response();
    let headers = response.headers_mut();
    if let Some(size) = size {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(size));
    }
    let keep = match readers {
        Readers::Everybody => "no-cache",
        Readers::This => "private, no-store",
    };
    let fixed: [(HeaderName, &'static str); 4] = [
        (header::CONTENT_TYPE, media),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, keep),
        (
            header::CONTENT_SECURITY_POLICY,
            "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ),
    ];
    for (name, value) in fixed {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Every byte of a disposition is a visible sign or a space.
    if let Ok(disposition) = HeaderValue::from_str(&disposition(name, ending(media))) {
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    response
}

fn ending(media: &str) -> &'static str {
    match media {
        "application/pdf" => ".pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => ".docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation" => ".pptx",
        "application/vnd.oasis.opendocument.text" => ".odt",
        "application/vnd.oasis.opendocument.spreadsheet" => ".ods",
        "application/vnd.oasis.opendocument.presentation" => ".odp",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        "image/webp" => ".webp",
        _ => "",
    }
}

/// The header that names a file: plain letters for old browsers, the whole name encoded for the others.
fn disposition(name: &str, ending: &str) -> String {
    let name = if name.to_lowercase().ends_with(ending) { name.to_owned() } else { format!("{name}{ending}") };
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') { c } else { '_' }).collect();
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn a_hostile_file_name_stays_within_its_header() {
        assert_eq!(
            disposition("a\"; x=\"b\r\nSet-Cookie: c.pdf", ".pdf"),
            "attachment; filename=\"a__ x__b__Set-Cookie_ c.pdf\"; filename*=UTF-8''a%22%3B%20x%3D%22b%0D%0ASet-Cookie%3A%20c.pdf"
        );
        assert_eq!(
            disposition("Adroddiad Mai – Siân", ".pdf"),
            "attachment; filename=\"Adroddiad Mai _ Si_n.pdf\"; filename*=UTF-8''Adroddiad%20Mai%20%E2%80%93%20Si%C3%A2n.pdf"
        );
    }
}
