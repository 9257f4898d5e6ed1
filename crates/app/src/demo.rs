//! The demonstration: the archive and the invented example in an installation of its own, with a way in for each kind of
//! reader. Nothing leaves the machine: letters go into a folder that the officer opens in the browser.

use std::net::SocketAddr;
use std::path::Path;

use access::{House, Permit, System};
use accounts::model::NewAccount;
use accounts::rights::ManageAccounts;
use kernel::{Clock, Error, PersonId, Result};
use serde::{Deserialize, Serialize};
use tokio::net::TcpListener;

use crate::config::Config;
use crate::{archive, clock, example, open, serve};

/// Acts that are committed together while the records are loaded.
const BATCH: u32 = 400;

/// Who the demonstration's readers are: written once everything is loaded, so that a second start loads nothing.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Readers {
    officer: PersonId,
    chair: PersonId,
    member: PersonId,
    administrator: PersonId,
}

/// Opens the demonstration, loading it when it is new, and serves it.
///
/// # Errors
/// What stopped it.
pub async fn demo(config: &Config) -> Result<()> {
    let loopback = config.listen.parse::<SocketAddr>().is_ok_and(|address| address.ip().is_loopback());
    if !loopback {
        return Err(Error::fault(format!(
            "the demonstration signs anybody in with one click, so it listens on this machine only: --listen 127.0.0.1:8080, not {}",
            config.listen
        )));
    }
    let house = open::open(config, true, clock::system(), clock::chance()).await?;
    let listener = serve::listen(&config.listen).await?;
    let readers = match told(&config.data)? {
        Some(readers) => readers,
        None => load(&house, &config.data).await?,
    };
    welcome(&house, config, &readers, &listener).await?;
    serve::serve(house, listener).await
}

fn told(data: &Path) -> Result<Option<Readers>> {
    match std::fs::read(data.join("demonstration.json")) {
        Ok(bytes) => serde_json::from_slice(&bytes).map(Some).map_err(Error::fault),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(Error::fault(e)),
    }
}

async fn load(house: &House, data: &Path) -> Result<Readers> {
    println!("Loading the archive: Kent, West Kent, Kensington and Chelsea and those that followed them, 2006 to 2009 …");
    let on = |clock: Clock| House { store: house.store.on_clock(clock).batched(BATCH), settings: house.settings.clone() };
    let batch = on(house.store.clock().clone());
    let records = archive::files::read(&archive::files::Place::Program)?;
    archive::load::load(&batch, &records).await?;
    batch.store.finish_batch().await?;
    println!("Loading the example: Wealdshire Partnership, invented and alive …");
    // Two years of invented work, each act on its own day.
    let batch = on(Clock::standing(house.now()));
    let cast = example::write::wealdshire(&batch).await?;
    batch.store.finish_batch().await?;
    for (person, name, administrator) in
        [(cast.officer, "officer", false), (cast.chair, "chair", false), (cast.member, "member", false), (cast.administrator, "administrator", true)]
    {
        let permit: Permit<ManageAccounts> = System::named("demonstration").permit((), store::HOUSE);
        let address = format!("{name}@wealdshire.example");
        let new = NewAccount { person, address, password: None, administrator, auditor: false };
        accounts::acts::open_account(house, &permit, new).await?;
    }
    let readers = Readers { officer: cast.officer, chair: cast.chair, member: cast.member, administrator: cast.administrator };
    let text = serde_json::to_vec_pretty(&readers).map_err(Error::fault)?;
    std::fs::write(data.join("demonstration.json"), text).map_err(Error::fault)?;
    Ok(readers)
}

async fn welcome(house: &House, config: &Config, readers: &Readers, listener: &TcpListener) -> Result<()> {
    let address = listener.local_addr().map_err(Error::fault)?;
    println!("\nFolkmoot serves at http://{address}\n\nSign in with one click as");
    let people =
        [("the officer", readers.officer), ("the chair", readers.chair), ("a member", readers.member), ("the administrator", readers.administrator)];
    for (who, person) in people {
        println!("  {who:<18}http://{address}{}", accounts::acts::demo_sign_in_path(house, person).await?);
    }
    println!("\nLetters are kept in {} and shown at http://{address}/demo/mail", config.data.join("mail").display());
    println!("Stop with Ctrl-C. The data stays in {}.", config.data.display());
    Ok(())
}
