//! Pages that stay live: a stream of events that says which topic moved on, and nothing of what is in it.

use std::convert::Infallible;
use std::time::Duration;

use access::House;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use futures_util::stream;
use tokio::sync::broadcast::error::RecvError;

/// Tells a browser whenever one of the topics moves on. The handler's pass has judged that this reader may know of them;
/// what changed is fetched with the reader's own rights.
pub fn stream(house: &House, topics: Vec<String>) -> Response {
    let heard = house.store.live().listen();
    let events = stream::unfold((heard, topics), |(mut heard, topics)| async move {
        loop {
            let said = match heard.recv().await {
                Ok(told) if topics.contains(&told.topic) => serde_json::json!({ "topic": told.topic, "version": told.version }),
                Ok(_) => continue,
                // Something was missed: everything is to be fetched.
                Err(RecvError::Lagged(_)) => serde_json::json!({}),
                Err(RecvError::Closed) => return None,
            };
            return Some((Ok::<_, Infallible>(Event::default().data(said.to_string())), (heard, topics)));
        }
    });
    let mut response = Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(15))).into_response();
    // A proxy that gathers an answer before passing it on would silence the room.
    response.headers_mut().insert(http::HeaderName::from_static("x-accel-buffering"), http::HeaderValue::from_static("no"));
    response
}
