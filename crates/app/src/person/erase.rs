//! Erasing what is held on somebody, as far as the law lets it go: how to reach them, how they sign in, what was written to them,
//! what they wrote beside answers. What they did in a public body stays, and the chain stays provable.

use access::{House, System, Transport};
use kernel::{Error, LetterId, Result};
use serde_json::{Map, Value as Json, json};
use store::{Entry, Opening, Read, Statement, args, event, sql};

use super::Known;

event!(
    /// What is held on a person and need not stay was erased.
    ERASED,
    "person.erased"
);

sql!(
    SITS,
    "select s.label || ', ' || b.name as what from appointment a join seat s on s.id = a.seat_id join body b on b.id = s.body_id
     where a.person_id = $1 and (a.ends_on is null or a.ends_on >= $2) and b.dissolved_on is null and (s.ends_on is null or s.ends_on >= $2)
     union all
     select o.kind || ', ' || b.name from office o join body b on b.id = o.body_id
     where o.person_id = $1 and (o.ends_on is null or o.ends_on >= $2) and b.dissolved_on is null"
);
sql!(
    RECORDED_AS,
    "select (select count(*) from appointment where person_id = $1) as seats, (select count(*) from office where person_id = $1) as offices,
       (select count(*) from attendance where person_id = $1 or in_place_of = $1) as meetings, (select count(*) from invitation where substitute_id = $1) as places,
       (select count(*) from declaration where person_id = $1) as declarations, (select count(*) from action_owner where person_id = $1) as actions,
       (select count(*) from action_report where person_id = $1) as reports, (select count(*) from motion where moved_by = $1 or seconded_by = $1) as motions,
       (select count(*) from vote where person_id = $1) as votes, (select count(*) from ruling where ruled_by = $1 or about_id = $1) as rulings,
       (select count(*) from item where requested_by = $1) as items"
);
sql!(
    LAST_ADMINISTRATOR,
    "select exists (select 1 from account where person_id = $1 and administrator and closed_at is null)
       and not exists (select 1 from account where person_id <> $1 and administrator and closed_at is null) as last"
);
sql!(LETTERS, "select id from letter where person_id = $1");
sql!(WITH_ADDRESS, "delete from event_value where lower(before_json) like $1 or lower(after_json) like $1");
sql!(UNNAME, "update person set name = $2, sort_name = $2, honorific = null, note = null, version = version + 1 where id = $1");
sql!(FORGET_SPELLINGS, "delete from person_name where person_id = $1");

/// How the words begin for what is erased of the history.
const HISTORY: &str = "values in the history";

/// What is erased of one record, in this order: the words for it, and its statement.
macro_rules! parts {
    ($($what:literal: $sql:expr;)*) => {
        static PARTS: &[(&str, &Statement)] = &[$(($what, { sql!(ERASE, $sql); &ERASE })),*];
    };
}

parts! {
    "values in the history of their record, account, letters and answers":
        "delete from event_value where event_id in (select e.id from event e where (e.record_id = $1 and e.name <> 'person.erased')
           or e.record_id in (select a.id from account a where a.person_id = $1) or e.record_id in (select l.id from letter l where l.person_id = $1)
           or (e.name = 'invitation.answered' and e.record_id in (select i.id from invitation i where i.person_id = $1)))";
    "signed-in browsers": "delete from session where person_id = $1";
    "signed links": "delete from token where person_id = $1";
    "e-mail addresses": "delete from person_address where person_id = $1";
    "accounts": "delete from account where person_id = $1";
    "letters’ addresses and texts":
        "update letter set address = '', plain = '', content_json = null, subject = '', links_json = '[]', last_error = null,
           state = case state when 'waiting' then 'stopped' else state end where person_id = $1 and (address <> '' or plain <> '')";
    "notes beside answers": "update invitation set note = null where person_id = $1 and note is not null";
    "comments on draft minutes": "update minutes_reply set words = '' where person_id = $1 and words <> ''";
    "places on distribution lists": "delete from distribution where person_id = $1";
    "assistants named": "delete from assistant where person_id = $1 or assistant_id = $1";
    "registered interests": "delete from registered_interest where person_id = $1";
    "notes on the record": "update person set note = null where id = $1 and note is not null";
}

/// What stays of somebody, by what they did.
async fn stays(read: &mut Read, known: &Known) -> Result<Map<String, Json>> {
    let mut found: Map<String, Json> = Map::new();
    for record in &known.records {
        let row = read.one(&RECORDED_AS, args![*record]).await?;
        for what in ["seats", "offices", "meetings", "places", "declarations", "actions", "reports", "motions", "votes", "rulings", "items"] {
            let count: i64 = row.get(what)?;
            if count > 0 {
                let before = found.get(what).and_then(Json::as_i64).unwrap_or_default();
                found.insert(what.to_owned(), json!(before + count));
            }
        }
    }
    Ok(found)
}

/// What erasing did.
#[derive(Debug)]
pub struct Erased {
    /// What was erased, in words, and how many of each.
    pub erased: Vec<(String, u64)>,
    /// What stays, and how many of each; nothing when the name is gone too.
    pub stays: Map<String, Json>,
}

/// Erases it. Done twice it finds nothing more.
///
/// # Errors
/// A fault that says why when they sit, hold an office, or are the last administrator.
pub async fn erase(house: &House, known: &Known) -> Result<Erased> {
    let mut read = house.read().await?;
    for record in &known.records {
        let sits: Vec<String> = read.each(&SITS, args![*record, house.today()], |row| row.get("what")).await?;
        if !sits.is_empty() {
            return Err(Error::fault(format!(
                "{} still serves ({}). Their address and account are needed as long as they do: end that first",
                known.name,
                sits.join("; ")
            )));
        }
        if read.one(&LAST_ADMINISTRATOR, args![*record]).await?.get::<bool>("last")? {
            return Err(Error::fault(format!("{} is the only administrator: make somebody else one first", known.name)));
        }
    }
    let mut letters: Vec<LetterId> = Vec::new();
    for record in &known.records {
        letters.extend(read.each(&LETTERS, args![*record], |row| row.get::<LetterId>("id")).await?);
    }
    drop(read);
    let opening =
        Opening { event: &ERASED, partnership: store::HOUSE, person: None, capacity: System::named("person-erase").name().to_owned(), key: None };
    let mut w = house.write(opening).await?;
    let stays = stays(&mut w, known).await?;
    let mut erased: Vec<(String, u64)> = Vec::new();
    for (what, statement) in PARTS {
        let mut rows = 0;
        for record in &known.records {
            rows += w.run(statement, args![*record]).await?;
        }
        erased.push(((*what).to_owned(), rows));
    }
    let mut rows = 0;
    for address in &known.addresses {
        rows += w.run(&WITH_ADDRESS, args![format!("%{}%", address.replace('%', ""))]).await?;
    }
    // `audit verify` asks whether as many values are gone as acts of erasing took.
    let values = rows + erased.iter().filter(|(what, _)| what.starts_with(HISTORY)).map(|(_, rows)| rows).sum::<u64>();
    erased.push(("other values in the history that hold their address".to_owned(), rows));
    if stays.is_empty() {
        let mut names = 0;
        for record in &known.records {
            names += w.run(&UNNAME, args![*record, web::words("person-erased-name", &[])]).await?;
            names += w.run(&FORGET_SPELLINGS, args![*record]).await?;
        }
        erased.push(("names".to_owned(), names));
    }
    erased.retain(|(_, rows)| *rows > 0);
    let counts: Map<String, Json> = erased.iter().map(|(what, rows)| (what.clone(), json!(rows))).collect();
    w.close(
        Entry::about(known.person.record(), format!("/people/{}", known.person))
            .after(json!({ "erased": counts, "values": values, "stays": &stays })),
    )
    .await?;
    if let Transport::Folder(folder) = &house.settings.post.transport {
        for letter in letters {
            let _ = tokio::fs::remove_file(folder.join(format!("{letter}.eml"))).await;
        }
    }
    house.store.forget_erased().await?;
    Ok(Erased { erased, stays })
}
