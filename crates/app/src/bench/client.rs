//! A simple client: a few connections kept open, one request after another on each, for a bounded time.

use std::net::SocketAddr;
use std::time::Duration;

use kernel::{Error, Result};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const CONNECTIONS: usize = 8;
const SECONDS: u64 = 5;

/// Requests answered in a second.
pub(super) async fn rate(place: SocketAddr, address: &str) -> Result<f64> {
    let begun = super::now();
    let until = begun + Duration::from_secs(SECONDS);
    let mut clients = tokio::task::JoinSet::new();
    for _ in 0..CONNECTIONS {
        let request = format!("GET {address} HTTP/1.1\r\nhost: {place}\r\naccept: text/html\r\n\r\n");
        clients.spawn(async move {
            let mut line = TcpStream::connect(place).await.map_err(Error::fault)?;
            let (mut answered, mut buffer) = (0_u64, Vec::new());
            while super::now() < until {
                line.write_all(request.as_bytes()).await.map_err(Error::fault)?;
                answer(&mut line, &mut buffer).await?;
                answered += 1;
            }
            Ok::<u64, Error>(answered)
        });
    }
    let mut answered = 0;
    while let Some(client) = clients.join_next().await {
        answered += client.map_err(Error::fault)??;
    }
    #[allow(clippy::cast_precision_loss, reason = "a count of requests")]
    Ok(answered as f64 / begun.elapsed().as_secs_f64())
}

/// Reads one whole answer.
async fn answer(line: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    let mut wanted = None;
    while wanted.is_none_or(|wanted| buffer.len() < wanted) {
        if line.read_buf(buffer).await.map_err(Error::fault)? == 0 {
            return Err(Error::fault("the server closed the connection"));
        }
        if wanted.is_none()
            && let Some(end) = buffer.windows(4).position(|window| window == b"\r\n\r\n")
        {
            let head = String::from_utf8_lossy(&buffer[..end]).to_ascii_lowercase();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length:")).and_then(|text| text.trim().parse::<usize>().ok());
            let length = length.ok_or_else(|| Error::fault("the answer does not say how long it is"))?;
            if !head.starts_with("http/1.1 200") {
                return Err(Error::fault("the page is not shown"));
            }
            wanted = Some(end + 4 + length);
        }
    }
    Ok(())
}
