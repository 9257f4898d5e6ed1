//! Measures an installation: what each kind of page takes, in time and in statements, how fast the program starts, how much
//! memory it holds, how many requests it answers, and how long one act takes that writes to many. Nothing here is asserted; a story asserts the statements.

mod client;
mod packs;
mod post;
mod sample;

use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use http::Request;
use kernel::{Error, Result};
use tower::ServiceExt as _;

use crate::config::Config;
use crate::{clock, open, serve};

pub use packs::packs;
pub use sample::{Sampled, sampled};

/// Requests before measuring, and requests measured, for each page.
const WARM: usize = 30;
const MEASURED: usize = 300;
/// To how many one act writes.
const READERS: usize = 500;

/// What one kind of page took.
#[derive(Debug, Clone)]
pub struct PageFigures {
    /// What kind.
    pub name: &'static str,
    /// The page that was asked for.
    pub address: String,
    /// How it answered.
    pub status: u16,
    /// Bytes of the answer.
    pub bytes: usize,
    /// Statements it took.
    pub statements: u32,
    /// Half of the answers took no longer.
    pub median: Duration,
    /// Nineteen in twenty took no longer.
    pub most: Duration,
}

/// Measures and prints, as a table of the documentation.
///
/// # Errors
/// A fault when there is nothing to measure or the database refuses.
pub async fn bench(config: Config) -> Result<()> {
    let begun = now();
    let house = open::open_existing(&Config { measure: true, ..config }, clock::system(), clock::chance()).await?;
    let service = serve::service(&house);
    let listener = serve::listen("127.0.0.1:0").await?;
    let ready = begun.elapsed();
    let size = sample::size(&mut house.read().await?).await?;
    println!("{} on {}, {}\n", env!("CARGO_PKG_VERSION"), house.store.engine(), if cfg!(debug_assertions) { "not optimised" } else { "optimised" });
    println!(
        "{} partnerships, {} bodies, {} meetings, {} decisions, {} entries of history",
        size.partnerships, size.bodies, size.meetings, size.decisions, size.entries
    );
    println!("Ready to serve after {} ms\n", ready.as_millis());
    println!("| page | median | 95 in 100 | statements | bytes | |\n|---|---|---|---|---|---|");
    let mut body_page = None;
    for page in sampled(&house).await? {
        let figures = measure(&service, &page).await?;
        let said = if figures.status == 200 { String::new() } else { format!("answered {}", figures.status) };
        println!(
            "| {} | {:.2} ms | {:.2} ms | {} | {} | {said} |",
            figures.name,
            milliseconds(figures.median),
            milliseconds(figures.most),
            figures.statements,
            figures.bytes
        );
        if figures.name == "body" && figures.status == 200 {
            body_page = Some(figures.address.clone());
        }
    }
    println!("\nResident memory after these: {} MB", resident_megabytes()?);
    if let Some(address) = body_page {
        let place = listener.local_addr().map_err(Error::fault)?;
        let server = tokio::spawn(async move { axum::serve(listener, service.into_make_service_with_connect_info::<std::net::SocketAddr>()).await });
        let rate = client::rate(place, &address).await?;
        server.abort();
        println!("The body page over loopback, with the client on the same cores: {rate:.0} requests a second");
        println!("Resident memory after that: {} MB", resident_megabytes()?);
    }
    house.store.close().await;
    let (letters, took) = post::queued(READERS).await?;
    println!("An agenda sent to a body of {letters}: the act took {:.0} ms, with every letter queued", milliseconds(took));
    Ok(())
}

async fn measure(service: &Router, page: &Sampled) -> Result<PageFigures> {
    let mut figures = PageFigures {
        name: page.name,
        address: page.address.clone(),
        status: 0,
        bytes: 0,
        statements: 0,
        median: Duration::ZERO,
        most: Duration::ZERO,
    };
    let mut times = Vec::with_capacity(MEASURED);
    for n in 0..WARM + MEASURED {
        let mut request = Request::builder().uri(&page.address).header("host", "127.0.0.1");
        if let Some(cookie) = &page.cookie {
            request = request.header("cookie", cookie);
        }
        let request = request.body(Body::empty()).map_err(Error::fault)?;
        let begun = now();
        let response = service.clone().oneshot(request).await.map_err(Error::fault)?;
        figures.status = response.status().as_u16();
        let statements = response.headers().get("x-folkmoot-queries").and_then(|value| value.to_str().ok()).and_then(|text| text.parse().ok());
        figures.statements = statements.unwrap_or_default();
        figures.bytes = axum::body::to_bytes(response.into_body(), usize::MAX).await.map_err(Error::fault)?.len();
        if n >= WARM {
            times.push(begun.elapsed());
        }
    }
    times.sort_unstable();
    figures.median = times[MEASURED / 2];
    figures.most = times[MEASURED * 95 / 100];
    Ok(figures)
}

/// A reading of the clock that only moves forward, for measuring and for nothing else.
fn now() -> Instant {
    Instant::now()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// The memory that the process holds, in megabytes, as the system counts it.
fn resident_megabytes() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").map_err(Error::fault)?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse::<u64>().ok());
    kilobytes.map(|kilobytes| kilobytes / 1024).ok_or_else(|| Error::fault("the system does not say how much memory is held"))
}
