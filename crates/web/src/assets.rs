//! Styles, script and the mark, under `/assets/<hash>/…`: the hash changes with any of them, so a browser keeps them for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "../../assets"]
#[include = "*.css"]
#[include = "*.js"]
#[include = "*.svg"]
#[include = "*.pfb"]
#[include = "*.ttf"]
struct Assets;

/// One hash over all files, so that they may import each other by relative names.
static HASH: LazyLock<String> = LazyLock::new(hash);

fn hash() -> String {
    let mut digest = Sha256::new();
    for name in Assets::iter() {
        if let Some(file) = Assets::get(&name) {
            digest.update(name.as_bytes());
            digest.update(file.metadata.sha256_hash());
        }
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The address of an asset: `/assets/1f0a…/folkmoot.css`.
pub fn url(name: &str) -> String {
    format!("/assets/{}/{name}", *HASH)
}

/// Serves the script that keeps packs for reading without a connection. It stands at the root, since it answers for pages there.
pub async fn worker(headers: HeaderMap) -> Response {
    serve(Path((String::new(), "reading-worker.js".to_owned())), headers).await
}

/// Serves `/assets/{hash}/{*name}`. An old hash gets the present file, to be asked for again.
pub async fn serve(Path((asked, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(file) = Assets::get(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let tag: String = file.metadata.sha256_hash().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let tag = format!("\"{tag}\"");
    let current = asked == *HASH && !cfg!(debug_assertions);
    let keep = if current { "public, max-age=31536000, immutable" } else { "no-cache" };
    let known = headers.get(header::IF_NONE_MATCH).is_some_and(|seen| seen.as_bytes() == tag.as_bytes());
    let mut response = if known { StatusCode::NOT_MODIFIED.into_response() } else { file.data.into_owned().into_response() };
    let headers = response.headers_mut();
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    if let (Ok(kind), Ok(tag)) = (HeaderValue::from_str(kind.as_ref()), HeaderValue::from_str(&tag)) {
        headers.insert(header::CONTENT_TYPE, kind);
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(keep));
    response
}
