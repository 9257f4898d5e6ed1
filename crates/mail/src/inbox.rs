//! Answers by mail: read from the folder into which the mail server drops them. Nothing here believes what a mail says of its
//! sender: an answer is known by the address it came to, which only the letter that it answers held.

use std::path::{Path, PathBuf};

use kernel::{Error, Result};
use mail_parser::{Address, HeaderValue, Message, MessageParser, MimeHeaders as _};

/// The largest mail that is read, in bytes.
const LARGEST: u64 = 2 * 1024 * 1024;
/// The longest answer that is kept, in characters.
const LONGEST: usize = 4000;
/// How many mails are read in one go; the rest waits for the next.
const MOST: usize = 200;
/// How many attachments are named, and how much of each name.
const NAMED: usize = 20;
const NAME: usize = 100;

/// An answer to a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What stood in the address it came to.
    pub token: String,
    /// What was written, without what it quotes.
    pub words: String,
    /// The names of what was attached: nothing attached is kept.
    pub left_out: Vec<String>,
}

/// Why a mail is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unread {
    /// It is larger than is read.
    TooLarge,
    /// It is no mail.
    NoMail,
    /// No person wrote it: somebody is away, or a mail could not be delivered.
    Automatic,
    /// It did not come to an address that a letter held.
    NotOurs,
    /// It says nothing.
    Empty,
}

/// A mail that waits in the folder.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Its file's name: what tells it from every other.
    pub name: String,
    place: PathBuf,
    size: u64,
}

/// What became of a mail, as its file's name says afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It was filed.
    Filed,
    /// It was not.
    Refused,
}

/// The mails that wait in a maildir, in the order of their names. A folder that is not there yet holds none.
///
/// # Errors
/// A fault when the folder cannot be read.
pub async fn waiting(folder: &Path) -> Result<Vec<Waiting>> {
    let mut found = Vec::new();
    let mut entries = match tokio::fs::read_dir(folder.join("new")).await {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(Error::fault(error)),
    };
    while let Some(entry) = entries.next_entry().await.map_err(Error::fault)? {
        // A link in the folder could lead to any file of the machine.
        let metadata = tokio::fs::symlink_metadata(entry.path()).await.map_err(Error::fault)?;
        if let (true, Ok(name)) = (metadata.is_file(), entry.file_name().into_string()) {
            found.push(Waiting { name, place: entry.path(), size: metadata.len() });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found.truncate(MOST);
    Ok(found)
}

impl Waiting {
    /// Reads it, as an answer to `address`.
    ///
    /// # Errors
    /// A fault when the file cannot be read; what is wrong with the mail stands in the answer.
    pub async fn read(&self, address: &str) -> Result<std::result::Result<Answer, Unread>> {
        if self.size > LARGEST {
            return Ok(Err(Unread::TooLarge));
        }
        let bytes = tokio::fs::read(&self.place).await.map_err(Error::fault)?;
        Ok(read(&bytes, address))
    }

    /// Puts it away, so that it waits no more.
    ///
    /// # Errors
    /// A fault when the file cannot be moved.
    pub async fn put_away(&self, folder: &Path, fate: Fate) -> Result<()> {
        let cur = folder.join("cur");
        tokio::fs::create_dir_all(&cur).await.map_err(Error::fault)?;
        let (plain, _) = self.name.split_once(':').unwrap_or((&self.name, ""));
        let flag = if fate == Fate::Filed { "S" } else { "ST" };
        tokio::fs::rename(&self.place, cur.join(format!("{plain}:2,{flag}"))).await.map_err(Error::fault)
    }
}

/// The address to which a letter is answered: `replies+TOKEN@example.org` for `replies@example.org`.
pub(crate) fn reply_to(address: &str, token: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    Some(format!("{local}+{token}@{domain}"))
}

/// Reads a mail as an answer to a letter that held an address made from `address`.
fn read(bytes: &[u8], address: &str) -> std::result::Result<Answer, Unread> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unread::TooLarge);
    }
    let mail = MessageParser::default().parse(bytes).ok_or(Unread::NoMail)?;
    if automatic(&mail) {
        return Err(Unread::Automatic);
    }
    let token = token(&mail, address).ok_or(Unread::NotOurs)?;
    let words = own_words(&mail.body_text(0).unwrap_or_default());
    let left_out = mail
        .attachments()
        .take(NAMED)
        .map(|part| {
            let name: String = part.attachment_name().unwrap_or("?").chars().filter(|c| !c.is_control()).take(NAME).collect();
            name.trim().to_owned()
        })
        .collect();
    if words.is_empty() { Err(Unread::Empty) } else { Ok(Answer { token, words, left_out }) }
}

/// Mail that answers itself must not be answered or believed (RFC 3834).
fn automatic(mail: &Message<'_>) -> bool {
    let said = |name: &str| mail.header_raw(name).map(|value| value.trim().to_ascii_lowercase());
    let submitted = said("Auto-Submitted").is_some_and(|value| !value.starts_with("no"));
    let bulk = said("Precedence").is_some_and(|value| ["bulk", "junk", "list", "auto_reply"].contains(&value.as_str()));
    let away = said("X-Autoreply").is_some() || said("X-Autorespond").is_some() || said("List-Id").is_some();
    let report = mail.content_type().is_some_and(|kind| kind.ctype() == "multipart" && kind.subtype() == Some("report"));
    let bounce = said("Return-Path").is_some_and(|value| value == "<>");
    submitted || bulk || away || report || bounce
}

fn token(mail: &Message<'_>, address: &str) -> Option<String> {
    let mut to: Vec<String> = Vec::new();
    for of in [mail.to(), mail.cc()].into_iter().flatten() {
        to.extend(addresses(of));
    }
    // Where the mail server says to whom it delivered.
    for name in ["Delivered-To", "X-Original-To", "Envelope-To"] {
        for value in mail.header_values(name) {
            match value {
                HeaderValue::Text(text) => to.push(text.trim().to_owned()),
                HeaderValue::Address(of) => to.extend(addresses(of)),
                _ => {}
            }
        }
        to.extend(mail.header_raw(name).map(|value| value.trim().trim_matches(['<', '>']).to_owned()));
    }
    to.iter().find_map(|one| token_of(one, address))
}

fn addresses(of: &Address<'_>) -> Vec<String> {
    of.iter().filter_map(|one| one.address().map(str::to_owned)).collect()
}

fn token_of(typed: &str, address: &str) -> Option<String> {
    let ((local, domain), (own, at)) = (typed.trim().rsplit_once('@')?, address.rsplit_once('@')?);
    let (before, token) = local.split_once('+')?;
    let ours = before.eq_ignore_ascii_case(own) && domain.eq_ignore_ascii_case(at);
    let whole = !token.is_empty() && token.len() <= 64 && token.bytes().all(|byte| byte.is_ascii_alphanumeric());
    (ours && whole).then(|| token.to_ascii_lowercase())
}

/// What the sender wrote: without what they quote beneath it and without their signature.
fn own_words(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept: Vec<&str> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if quotes_from_here(line, lines.get(at + 1).copied()) {
            break;
        }
        kept.push(line.trim_end());
    }
    let text = kept.join("\n");
    let clean: String = text.chars().filter(|c| *c == '\n' || *c == '\t' || !c.is_control()).take(LONGEST).collect();
    clean.trim().to_owned()
}

fn quotes_from_here(line: &str, next: Option<&str>) -> bool {
    let (bare, line) = (line, line.trim());
    let introduces = |line: &str| line.ends_with(':') && next.is_some_and(|next| next.trim_start().starts_with('>') || next.trim().is_empty());
    bare == "-- "
        || bare == "--"
        || line.starts_with('>')
        || (line.starts_with("-----") && line.to_ascii_lowercase().contains("message"))
        || (line.len() >= 20 && line.bytes().all(|byte| byte == b'_'))
        || (line.starts_with("From: ") && line.contains('@'))
        || (line.starts_with("On ") && (line.ends_with("wrote:") || introduces(line)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ADDRESS: &str = "replies@partnership.example.org";
    const TOKEN: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123";

    fn mail(headers: &str, body: &str) -> Vec<u8> {
        format!(
            "From: Anybody <anybody@example.net>\r\nTo: <replies+{TOKEN}@partnership.example.org>\r\nSubject: Re: An action\r\n{headers}\r\n{body}"
        )
        .into_bytes()
    }

    fn words(body: &str) -> String {
        read(&mail("", body), ADDRESS).unwrap().words
    }

    #[test]
    fn an_answer_is_what_was_written_and_not_what_it_quotes() {
        for (body, said) in [
            ("It is done.\r\n", "It is done."),
            ("Done.\r\n\r\nOn Mon, 2 Mar 2026 at 10:00, Board wrote:\r\n> By 2 March: write\r\n", "Done."),
            ("Done.\r\nSee you.\r\n-- \r\nMax\r\nTown hall\r\n", "Done.\nSee you."),
            ("Needs until May\r\n\r\n-----Original Message-----\r\nFrom: Board\r\n", "Needs until May"),
            ("Yes\r\n________________________________\r\nFrom: Board <b@example.org>\r\n", "Yes"),
            ("> By 2 March: write\r\nDone", ""),
        ] {
            let got =
                read(&mail("", body), ADDRESS).map_or_else(|unread| if unread == Unread::Empty { String::new() } else { panic!() }, |a| a.words);
            assert_eq!(got, said, "{body:?}");
        }
        assert_eq!(words(&"x".repeat(9000)).len(), LONGEST);
    }

    #[test]
    fn only_mail_to_an_address_that_a_letter_held_is_an_answer_whoever_it_says_it_is_from() {
        assert_eq!(read(&mail("", "Done"), ADDRESS).unwrap().token, TOKEN);
        let to = |to: &str| read(format!("From: max@example.org\r\nTo: {to}\r\n\r\nDone").as_bytes(), ADDRESS).map(|answer| answer.token);
        for (address, token) in [
            ("replies@partnership.example.org", Err(Unread::NotOurs)),
            ("replies+@partnership.example.org", Err(Unread::NotOurs)),
            ("replies+abc@elsewhere.example.org", Err(Unread::NotOurs)),
            ("others+abc@partnership.example.org", Err(Unread::NotOurs)),
            ("replies+a.b@partnership.example.org", Err(Unread::NotOurs)),
            ("REPLIES+ABC@Partnership.Example.org", Ok("abc".to_owned())),
            ("a@example.org, \"Board\" <replies+abc@partnership.example.org>", Ok("abc".to_owned())),
        ] {
            assert_eq!(to(address), token, "{address}");
        }
        let delivered =
            format!("From: max@example.org\r\nTo: undisclosed-recipients:;\r\nDelivered-To: replies+{TOKEN}@partnership.example.org\r\n\r\nDone");
        assert_eq!(read(delivered.as_bytes(), ADDRESS).unwrap().token, TOKEN);
    }

    #[test]
    fn what_no_person_wrote_is_no_answer() {
        for header in [
            "Auto-Submitted: auto-replied\r\n",
            "Precedence: bulk\r\n",
            "X-Autoreply: yes\r\n",
            "Return-Path: <>\r\n",
            "List-Id: <members.example.org>\r\n",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n",
        ] {
            assert_eq!(read(&mail(header, "I am away."), ADDRESS), Err(Unread::Automatic), "{header}");
        }
        assert!(read(&mail("Auto-Submitted: no\r\n", "Done"), ADDRESS).is_ok());
        assert_eq!(read(&mail("", ""), ADDRESS), Err(Unread::Empty));
    }

    #[test]
    fn nothing_attached_is_kept_and_everything_attached_is_named() {
        let body = "--b\r\nContent-Type: text/plain\r\n\r\nDone, see the sheet.\r\n--b\r\nContent-Type: application/vnd.ms-excel\r\n\
            Content-Disposition: attachment; filename=\"budget\r\n\x07.xls\"\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n";
        let answer = read(&mail("MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n", body), ADDRESS).unwrap();
        assert_eq!(answer.words, "Done, see the sheet.");
        assert_eq!(answer.left_out.len(), 1);
        assert!(answer.left_out[0].contains("budget") && answer.left_out[0].chars().all(|c| !c.is_control()), "{:?}", answer.left_out);
        assert_eq!(read(&vec![b'x'; usize::try_from(LARGEST).unwrap() + 1], ADDRESS), Err(Unread::TooLarge));
    }

    /// Mails that were made to break readers of mail.
    fn hostile() -> Vec<Vec<u8>> {
        let nested = |deep: usize| {
            let mut body = String::new();
            for level in 0..deep {
                body += &format!("Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n");
            }
            body.into_bytes()
        };
        let nested_mails = |deep: usize| "Content-Type: message/rfc822\r\n\r\n".repeat(deep).into_bytes();
        vec![
            Vec::new(),
            b"\0\0\0".to_vec(),
            vec![0xff; 5000],
            b"From".to_vec(),
            b":\r\n:\r\n\r\n".to_vec(),
            nested(2000),
            nested_mails(2000),
            format!("To: {}\r\n\r\nx", "<".repeat(20_000)).into_bytes(),
            format!("To: {}\r\n\r\nx", "(".repeat(20_000)).into_bytes(),
            format!("Subject: {}\r\n\r\nx", "=?utf-8?B?".repeat(5000)).into_bytes(),
            format!("Content-Type: text/plain; {}\r\n\r\nx", "a*0*=utf-8''%ff;".repeat(5000)).into_bytes(),
            b"Content-Type: text/html\r\n\r\n<a<b<c<<<<!--".to_vec(),
            format!("Content-Type: text/html\r\n\r\n{}", "<div>".repeat(20_000)).into_bytes(),
            b"Content-Type: text/plain; charset=utf-7\r\n\r\n+AGEA".to_vec(),
            b"Content-Type: text/plain; charset=nothing\r\nContent-Transfer-Encoding: base64\r\n\r\n====".to_vec(),
        ]
    }

    #[test]
    fn no_hostile_mail_breaks_the_reader() {
        for bytes in hostile() {
            let _ = read(&bytes, ADDRESS);
            let mut with_address = mail("", "").split_last().map(|(_, rest)| rest.to_vec()).unwrap_or_default();
            with_address.extend(bytes);
            let _ = read(&with_address, ADDRESS);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_at_all_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
            let _ = read(&bytes, ADDRESS);
        }

        #[test]
        fn no_broken_mail_breaks_the_reader(at in 0_usize..400, byte in any::<u8>(), cut in 0_usize..400, headers in "[ -~\r\n]{0,200}", body in "\\PC{0,200}") {
            let mut bytes = mail(&headers, &body);
            let length = bytes.len();
            bytes[at % length] = byte;
            bytes.truncate(length.saturating_sub(cut % 50));
            if let Ok(answer) = read(&bytes, ADDRESS) {
                prop_assert!(answer.words.chars().count() <= LONGEST);
                prop_assert!(answer.words.chars().all(|c| c == '\n' || c == '\t' || !c.is_control()));
                prop_assert!(answer.token.bytes().all(|byte| byte.is_ascii_alphanumeric()));
            }
        }
    }
}
