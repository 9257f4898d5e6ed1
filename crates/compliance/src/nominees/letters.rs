//! The letter that asks an organisation whether its nominees are still these.

use ::store::Write;
use access::make_links;
use kernel::{Day, Hour, Record, Result, Zone};
use mail::{Content, Letter};
use web::words;

use super::{Nominator, Nominee};
use crate::rights::ConfirmNominees;
use crate::store::nominees::{Names, Reader};

/// How long the page can be opened after the day by which an answer is wanted, in days.
const LASTS_AFTER: i64 = 60;

/// "Board: Jane Smith", as the letter and the page list it; a vacant seat goes by its label.
pub(crate) fn line(nominee: &Nominee) -> String {
    let key = if nominee.deputy { "nominees-line-deputy" } else { "nominees-line" };
    match &nominee.name {
        Some(name) => words(key, &[("body", &nominee.body), ("name", name)]),
        None => words("nominees-line-vacant", &[("body", &nominee.body), ("seat", &nominee.seat)]),
    }
}

pub(super) async fn written(w: &mut Write, names: &Names, readers: &[Reader], nominators: &[Nominator], reply_by: Day) -> Result<Vec<Letter>> {
    let ends_at = Zone::london().instant(reply_by.saturating_add(jiff::Span::new().days(LASTS_AFTER)), Hour::midnight());
    let links = make_links::<ConfirmNominees>(w, readers.iter().map(|reader| (reader.reader, reader.check)).collect::<Vec<_>>(), ends_at).await?;
    let now = w.now();
    let mut letters = Vec::new();
    for (reader, link) in readers.iter().zip(links) {
        let Some(one) = nominators.iter().find(|one| one.organisation == reader.organisation) else { continue };
        let subject = words("nominees-letter-subject", &[("organisation", &one.name), ("partnership", &names.name)]);
        let mut content = Content::titled(subject.clone());
        if reader.reader != reader.person {
            content = content.say(words("chaser-for", &[("name", &reader.asked_name)]));
        }
        content = content.say(words("nominees-letter-says", &[("organisation", &one.name), ("partnership", &names.name)]));
        for nominee in &one.nominees {
            content = content.line(line(nominee));
        }
        let content = content
            .answer(words("nominees-letter-still", &[]), "/nominees/{token}?say=still-these", link)
            .answer(words("nominees-letter-changed", &[]), "/nominees/{token}?say=changed", link)
            .fact(words("nominees-reply-by", &[]), web::spelling::weekday(reply_by))
            .small(words("nominees-letter-why", &[("organisation", &one.name), ("partnership", &names.name)]));
        letters.push(Letter {
            partnership: names.partnership,
            body: names.body,
            person: reader.reader,
            address: reader.address.clone(),
            sender: names.name.clone(),
            purpose: "nominees".to_owned(),
            record: Some(Record::of("nominee-check", reader.check)),
            subject,
            content,
            due_at: now,
            calendar: None,
            class: None,
        });
    }
    Ok(letters)
}
