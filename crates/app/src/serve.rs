//! The server.

use std::net::SocketAddr;
use std::time::Duration;

use access::House;
use axum::Router;
use kernel::{Error, Result};
use tokio::net::TcpListener;
use tokio::sync::watch;

use crate::{routes, worker};

/// The whole program as one service.
pub fn service(house: &House) -> Router {
    web::layers(routes::all().into_router().with_state(house.clone()), house)
}

/// Listens.
///
/// # Errors
/// A fault when the address is taken or is not one.
pub async fn listen(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|e| Error::fault(format!("cannot listen on {address}: {e}")))
}

/// How long requests under way may take once the program is asked to stop. Open event streams never end by themselves.
const LAST_REQUESTS: Duration = Duration::from_secs(3);

/// Serves until it is told to stop; requests that are under way are finished, and what was acknowledged is on the disk.
///
/// # Errors
/// A fault when the socket breaks.
pub async fn serve(house: House, listener: TcpListener) -> Result<()> {
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(worker::work(house.clone(), stopped.clone()));
    let service = service(&house).into_make_service_with_connect_info::<SocketAddr>();
    let mut ending = stopped.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        asked_to_stop().await;
        let _ = stop.send(true);
    });
    tokio::select! {
        served = serving => served.map_err(Error::fault)?,
        () = async {
            // The sender is dropped with the server: then it has ended by itself.
            let _ = ending.changed().await;
            tokio::time::sleep(LAST_REQUESTS).await;
        } => {}
    }
    worker.await.map_err(Error::fault)?;
    house.store.close().await;
    Ok(())
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} },
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
}
