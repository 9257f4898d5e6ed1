//! The way out: what is exported is what the pages count.

use std::path::Path;

use folkmoot::archive::files::{self, Place};
use folkmoot::archive::load::load;
use folkmoot::export::{Manifest, Order, export};
use jiff::civil::date;
use serde_json::Value as Json;

use crate::world::{World, story};

async fn exported(world: &World, name: &str, body: Option<&str>, as_at: Option<kernel::Day>) -> (Manifest, std::path::PathBuf) {
    let folder = world.folder.path().join(name);
    let order = Order { folder: folder.clone(), body: body.map(str::to_owned), as_at, about: None };
    (export(&world.house, &order).await.unwrap(), folder)
}

fn records(folder: &Path, kind: &str) -> Vec<Json> {
    let text = std::fs::read_to_string(folder.join(format!("{kind}.json"))).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn of<'a>(records: &'a [Json], field: &str, value: &impl ToString) -> Vec<&'a Json> {
    let value = value.to_string();
    records.iter().filter(|record| record[field].as_str() == Some(&value)).collect()
}

story!(an_export_holds_what_the_pages_count, |world: World| async move {
    let loaded = load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let (manifest, folder) = exported(&world, "all", None, None).await;
    let count = |kind: &str| usize::try_from(manifest.counts[kind]).unwrap();
    for name in manifest.counts.keys().filter(|name| !name.contains('.')) {
        assert_eq!(records(&folder, name).len(), count(name), "{name}");
    }
    assert_eq!((count("partnerships"), count("bodies"), count("people")), (loaded.partnerships.len(), loaded.bodies.len(), loaded.people.len()));
    let mut read = world.read().await;
    assert_eq!(i64::try_from(count("partnerships")).unwrap(), bodies::store::count_partnerships(&mut read).await.unwrap());
    let (seats, appointments) = (records(&folder, "seats"), records(&folder, "appointments"));
    let (offices, charters) = (records(&folder, "offices"), records(&folder, "charters"));
    for (slug, body) in &loaded.bodies {
        let through_time = bodies::store::membership_through_time(&mut read, *body).await.unwrap();
        assert_eq!(of(&seats, "body_id", body).len(), through_time.len(), "the seats of {slug}");
        let people: usize = through_time.iter().map(|seat| seat.people.len()).sum();
        let exported: usize = through_time.iter().map(|seat| of(&appointments, "seat_id", &seat.seat).len()).sum();
        assert_eq!(exported, people, "the appointments of {slug}");
        assert_eq!(of(&offices, "body_id", body).len(), bodies::store::offices(&mut read, *body, None).await.unwrap().len(), "the offices of {slug}");
        let versions = terms::store::versions(&mut read, *body).await.unwrap();
        assert_eq!(of(&charters, "body_id", body).len(), versions.len(), "the charters of {slug}");
        for charter in of(&charters, "body_id", body) {
            let text = std::fs::read_to_string(folder.join(charter["path"].as_str().unwrap())).unwrap();
            assert_eq!(charter["text"].as_str().unwrap(), text);
        }
    }
    assert_eq!(count("organisations"), people::store::organisations(&mut read).await.unwrap().len());
    let reports = store::verify(&mut read, &[]).await.unwrap();
    assert_eq!(i64::try_from(count("history")).unwrap(), reports.iter().map(|report| report.entries).sum::<i64>());
    let manifest: Json = serde_json::from_str(&std::fs::read_to_string(folder.join("manifest.json")).unwrap()).unwrap();
    assert_eq!(manifest["holds_exempt_matter"], true);
    assert!(manifest["left_out"]["account.password"].is_string());
});

story!(an_export_holds_what_each_meeting_shows, |world: World| async move {
    let loaded = load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let (plan, _) = folkmoot::example::year::plan(0, crate::world::TODAY, 1, 1);
    let written = folkmoot::example::write::write(&world.house, &plan, false).await.unwrap();
    world.move_to(crate::world::TODAY, 10, 0);
    let (_, folder) = exported(&world, "all", None, None).await;
    let kinds =
        ["meetings", "items", "papers", "invitations", "attendance", "presiding", "declarations", "motions", "decisions", "actions", "minutes"];
    let all: std::collections::BTreeMap<&str, Vec<Json>> = kinds.into_iter().map(|kind| (kind, records(&folder, kind))).collect();
    let mut seen = std::collections::BTreeMap::from(kinds.map(|kind| (kind, 0)));
    let mut read = world.read().await;
    for body in loaded.bodies.values().chain(&written.bodies) {
        let meetings = meetings::store::meetings_of_body(&mut read, *body, None, None).await.unwrap();
        assert_eq!(of(&all["meetings"], "body_id", body).len(), meetings.len());
        *seen.get_mut("meetings").unwrap() += meetings.len();
        for meeting in &meetings {
            let id = meeting.id;
            let motions = decisions::store::of_meeting(&mut read, id).await.unwrap();
            let items = meetings::store::items(&mut read, id).await.unwrap();
            let held = [
                ("items", items.len()),
                ("papers", matters::store::papers_of_meeting(&mut read, id).await.unwrap().len()),
                ("invitations", meetings::store::invitations(&mut read, id).await.unwrap().len()),
                ("attendance", meetings::store::roll(&mut read, id).await.unwrap().len()),
                ("presiding", meetings::store::presiding(&mut read, id).await.unwrap().len()),
                ("declarations", interests::store::declarations(&mut read, id).await.unwrap().len()),
                ("motions", motions.len()),
                ("decisions", motions.iter().filter(|motion| motion.decision.is_some()).count()),
                ("actions", actions::store::of_meeting(&mut read, id).await.unwrap().len()),
                ("minutes", usize::from(minutes::store::latest(&mut read, id).await.unwrap().is_some())),
            ];
            for (kind, count) in held {
                assert_eq!(of(&all[kind], "meeting_id", &id).len(), count, "{kind} of the meeting on {}", meeting.day);
                *seen.get_mut(kind).unwrap() += count;
            }
        }
    }
    drop(read);
    assert!(seen.values().all(|count| *count > 0), "each kind is there to be counted: {seen:?}");
    // The January meeting of the archive, in full.
    let held = all["meetings"].iter().find(|meeting| meeting["day"] == "2007-01-18").unwrap();
    let id = held["id"].as_str().unwrap().to_owned();
    let count = |kind: &str| of(&all[kind], "meeting_id", &id).len();
    assert_eq!((count("attendance"), count("items"), count("decisions"), count("actions")), (24, 10, 3, 8));
});

story!(an_exported_history_can_be_proved_without_the_program, |world: World| async move {
    use sha2::{Digest as _, Sha256};
    load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let (manifest, folder) = exported(&world, "all", None, None).await;
    let bytes = |text: &Json| -> Vec<u8> {
        let text = text.as_str().unwrap();
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    };
    let id = |text: &Json| text.as_str().map_or_else(Vec::new, |text| text.parse::<uuid::Uuid>().unwrap().as_bytes().to_vec());
    let words = |text: &Json| text.as_str().unwrap_or_default().as_bytes().to_vec();
    let (mut chain, mut head) = (Json::Null, Vec::new());
    let mut proved = 0;
    for entry in records(&folder, "history") {
        if entry["partnership_id"] != chain {
            (chain, head) = (entry["partnership_id"].clone(), Vec::new());
        }
        let (before, after) = (entry["before_json"].to_string(), entry["after_json"].to_string());
        let length = (before.len() as u64).to_be_bytes();
        let digest =
            Sha256::new().chain_update(bytes(&entry["salt"])).chain_update(length).chain_update(before).chain_update(after).finalize().to_vec();
        assert_eq!(digest, bytes(&entry["digest"]));
        let at: jiff::Timestamp = entry["happened_at"].as_str().unwrap().parse().unwrap();
        let parts = [
            head.clone(),
            id(&chain),
            entry["number"].as_i64().unwrap().to_be_bytes().to_vec(),
            id(&entry["id"]),
            at.as_second().to_be_bytes().to_vec(),
            words(&entry["name"]),
            id(&entry["person_id"]),
            words(&entry["capacity"]),
            words(&entry["record_kind"]),
            id(&entry["record_id"]),
            id(&entry["body_id"]),
            words(&entry["clause"]),
            words(&entry["page"]),
            digest,
        ];
        let mut hasher = Sha256::new();
        for part in parts {
            hasher.update((part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        head = hasher.finalize().to_vec();
        assert_eq!(head, bytes(&entry["hash"]));
        proved += 1;
        let end = manifest.chains.iter().find(|end| end["partnership_id"] == chain).unwrap();
        if end["length"] == entry["number"] {
            assert_eq!(bytes(&end["head"]), head);
        }
    }
    assert_eq!(proved, manifest.counts["history"]);
});

story!(an_export_as_at_a_date_holds_who_sat_there_then, |world: World| async move {
    let loaded = load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let day = date(2007, 1, 18);
    let (_, folder) = exported(&world, "then", None, Some(day)).await;
    let (seats, offices) = (records(&folder, "seats"), records(&folder, "offices"));
    let mut read = world.read().await;
    for (slug, body) in &loaded.bodies {
        assert_eq!(of(&seats, "body_id", body).len(), bodies::store::membership(&mut read, *body, day).await.unwrap().len(), "the seats of {slug}");
        assert_eq!(
            of(&offices, "body_id", body).len(),
            bodies::store::offices(&mut read, *body, Some(day)).await.unwrap().len(),
            "the offices of {slug}"
        );
    }
});

story!(an_export_of_one_body_holds_that_body_and_whom_it_names, |world: World| async move {
    load(&world.house, &files::read(&Place::Program).unwrap()).await.unwrap();
    let (manifest, folder) = exported(&world, "one", Some("kent-public-service-board"), None).await;
    assert_eq!((manifest.counts["bodies"], manifest.counts["partnerships"], manifest.counts["seats"]), (1, 1, 15));
    let people = records(&folder, "people");
    for appointment in records(&folder, "appointments") {
        assert_eq!(of(&people, "id", &appointment["person_id"].as_str().unwrap()).len(), 1);
    }
    let body = records(&folder, "bodies")[0]["id"].clone();
    assert!(records(&folder, "history").iter().all(|entry| entry["body_id"] == body));
    assert!(export(&world.house, &Order { folder, body: None, as_at: None, about: None }).await.is_err(), "an export does not write over another");
});
