//! The settings file of `folkmoot serve --config FILE`, and their counterparts in the environment (`FOLKMOOT_ADDRESS` …).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use access::{Hidden, Post, Replies, Security, Transport};
use figment::Figment;
use figment::providers::{Env, Format as _, Serialized, Toml};
use kernel::{Error, Result};
use serde::{Deserialize, Serialize};

/// What an installation decides for itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// The address people reach it at: `https://partnership.example.org`. Without one, the address it listens on.
    pub address: Option<String>,
    /// Where it listens.
    pub listen: String,
    /// The folder of the embedded database, the files and the secret.
    pub data: PathBuf,
    /// A PostgreSQL address; without one the embedded database serves.
    pub postgres: Option<String>,
    /// The header in which a trusted proxy names the client: `x-forwarded-for`.
    pub client_header: Option<String>,
    /// LibreOffice's program `soffice`; without one it is looked for where it usually lies.
    pub office: Option<PathBuf>,
    /// Answers name the number of statements they took.
    pub measure: bool,
    /// Mail.
    pub mail: Mail,
}

/// How mail leaves.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// The address that letters come from.
    pub from: String,
    /// The mail server; without one letters go into the folder `mail` of the data.
    pub host: Option<String>,
    /// Its port.
    pub port: u16,
    /// `tls`, `starttls` or `none`.
    pub security: Security,
    /// Whom it knows us as.
    pub user: Option<String>,
    /// That user's password. Better given as `FOLKMOOT_MAIL__PASSWORD` than written here.
    #[serde(skip_serializing)]
    pub password: Option<String>,
    /// A file with a certificate (PEM) that is trusted besides those that browsers trust: a mail server with one of its own.
    pub certificate: Option<PathBuf>,
    /// The address at which letters about actions are answered by mail: `replies@example.org`. The mail server delivers
    /// `replies+…@example.org` there too.
    pub replies: Option<String>,
    /// The maildir into which the mail server drops what comes to that address.
    pub maildir: Option<PathBuf>,
    /// A folder with letter templates that take the place of ours: `letter.html`, `letter.txt`.
    pub templates: Option<PathBuf>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            address: None,
            listen: "127.0.0.1:8080".to_owned(),
            data: PathBuf::from("./data"),
            postgres: None,
            client_header: None,
            office: None,
            measure: false,
            mail: Mail {
                from: "folkmoot@localhost".to_owned(),
                host: None,
                port: 587,
                security: Security::Starttls,
                user: None,
                password: None,
                certificate: None,
                replies: None,
                maildir: None,
                templates: None,
            },
        }
    }
}

impl Config {
    /// Reads the file, if one is named, and then the environment, which wins.
    ///
    /// # Errors
    /// A fault that names the setting which is not one.
    pub fn read(file: Option<&Path>) -> Result<Self> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            if !file.is_file() {
                return Err(Error::fault(format!("there is no settings file {}", file.display())));
            }
            figment = figment.merge(Toml::file_exact(file));
        }
        figment.merge(Env::prefixed("FOLKMOOT_").split("__").ignore(&["test_postgres", "log", "long", "write_docs"])).extract().map_err(Error::fault)
    }

    /// The public address, without a closing slash.
    pub fn public_address(&self) -> String {
        self.address.clone().unwrap_or_else(|| format!("http://{}", self.listen)).trim_end_matches('/').to_owned()
    }

    /// How mail leaves.
    ///
    /// # Errors
    /// A fault that names the certificate which cannot be read.
    pub fn post(&self) -> Result<Post> {
        let read = |file: &PathBuf| std::fs::read(file).map_err(|e| Error::fault(format!("the mail server's certificate {}: {e}", file.display())));
        let certificate = self.mail.certificate.as_ref().map(read).transpose()?;
        let transport = match &self.mail.host {
            None => Transport::Folder(self.data.join("mail")),
            Some(host) => Transport::Smtp {
                host: host.clone(),
                port: self.mail.port,
                security: self.mail.security,
                user: self.mail.user.clone(),
                password: Hidden(self.mail.password.clone().unwrap_or_default()),
                certificate,
            },
        };
        Ok(Post { from: self.mail.from.clone(), transport })
    }

    /// Where letters are answered by mail.
    ///
    /// # Errors
    /// A fault when one of the two settings is missing, or when the address cannot hold what tells answers apart.
    pub fn replies(&self) -> Result<Option<Replies>> {
        let (address, folder) = match (&self.mail.replies, &self.mail.maildir) {
            (None, None) => return Ok(None),
            (Some(address), Some(folder)) => (address.clone(), folder.clone()),
            _ => return Err(Error::fault("mail.replies and mail.maildir go together: an address, and the folder that holds what comes to it")),
        };
        // An address has 64 characters before its @ (RFC 5321); a token takes 53 of them.
        let local = address.split_once('@').map_or("", |(local, _)| local);
        if !mail::is_address(&address) || local.len() > 11 || local.contains('+') {
            return Err(Error::fault(format!("mail.replies: “{address}” is no address with at most 11 characters, and no plus sign, before its @")));
        }
        Ok(Some(Replies { address, folder }))
    }

    /// The installation's own letter templates, by name.
    ///
    /// # Errors
    /// A fault that names the folder or the file, and what is wrong with it.
    pub fn letter_templates(&self) -> Result<BTreeMap<String, String>> {
        self.mail.templates.as_deref().map_or_else(|| Ok(BTreeMap::new()), mail::letter_templates)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_that_is_misspelt_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("folkmoot.toml");
        std::fs::write(&file, "adress = \"https://partnership.example.org\"\n").unwrap();
        let error = Config::read(Some(&file)).unwrap_err().to_string();
        assert!(error.contains("adress"), "{error}");
    }

    #[test]
    fn the_public_address_ends_without_a_slash() {
        let config = Config { address: Some("https://partnership.example.org/".to_owned()), ..Config::default() };
        assert_eq!(config.public_address(), "https://partnership.example.org");
    }
}
