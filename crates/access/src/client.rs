//! Where a request comes from: for throttles, and for what only the machine itself may ask.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use http::request::Parts;

use crate::House;

/// The other end of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Its address: the connection's own, or what the trusted proxy says. `unknown` when nobody says.
    pub name: String,
    /// It is this machine itself, with no proxy in between.
    pub loopback: bool,
}

impl FromRequestParts<House> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Infallible> {
        let peer: Option<IpAddr> = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(address)| address.ip().to_canonical());
        let proxied = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].iter().any(|name| parts.headers.contains_key(*name));
        // A proxy appends whom it saw, so the last name is the only one it vouches for.
        let said = house.settings.client_header.as_deref().and_then(|name| parts.headers.get(name)).and_then(|value| value.to_str().ok());
        let said = said
            .and_then(|list| list.rsplit(',').next())
            .map(|name| name.trim().chars().take(64).collect::<String>())
            .filter(|name| !name.is_empty());
        let name = said.clone().or_else(|| peer.map(|ip| ip.to_string())).unwrap_or_else(|| "unknown".to_owned());
        Ok(Self { name, loopback: peer.is_some_and(|ip| ip.is_loopback()) && !proxied && said.is_none() })
    }
}
