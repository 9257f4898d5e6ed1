//! The store keeps what it acknowledges, in one chain that shows any change.

#![allow(missing_docs, clippy::unwrap_used)]

use kernel::{Chance, Clock, Instant, PartnershipId, Record};
use store::{AuditReport, Entry, Head, Opening, Store, StoreConfig, args, event, sql};

event!(NOTED, "test.noted");
sql!(ALTER, "update event_value set after_json = '\"changed\"' where event_id = (select id from event where number = 2)");
sql!(REMOVE, "delete from event_value where event_id = (select id from event where number = 2)");
sql!(REMOVE_EVENT, "delete from event where number = 2");

sql!(REMOVE_VALUES_OF_LAST, "delete from event_value where event_id = (select id from event where number = 3)");
sql!(REMOVE_LAST, "delete from event where number = 3");
sql!(REMOVE_ALL, "delete from event");
sql!(REMOVE_VALUES, "delete from event_value");
sql!(SHORTEN, "update chain set length = 2, head = (select hash from event where number = 2)");
sql!(REMOVE_CHAIN, "delete from chain");
sql!(SPOIL, "update event set happened_at = 'rubbish' where number = 2");

event!(ERASED, "person.erased");

async fn proven(store: &Store, noted: &[Head]) -> Vec<AuditReport> {
    store::verify(&mut store.read().await.unwrap(), noted).await.unwrap()
}

/// What is wrong, and with which entry.
fn wrong(reports: &[AuditReport]) -> Vec<(i64, &'static str)> {
    reports.iter().filter_map(|report| report.broken.as_ref()).map(|broken| (broken.number, broken.how)).collect()
}

async fn ran(store: &Store, statements: &[&'static store::Statement]) {
    let mut keep = store.housekeep().await.unwrap();
    for statement in statements {
        keep.run(statement, args![]).await.unwrap();
    }
    keep.keep().await.unwrap();
}

/// An act of erasing that says how many values it took.
async fn erasing(store: &Store, values: i64) {
    let w = store.write(Opening { event: &ERASED, ..opening(store::HOUSE) }).await.unwrap();
    let id = w.id::<uuid::Uuid>();
    w.close(Entry::about(Record::of("person", id), "/").after(serde_json::json!({ "values": values }))).await.unwrap();
}

#[tokio::test]
async fn an_end_that_was_cut_off_is_found_by_the_head_that_was_noted() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    three_entries(&store).await;
    store.note_heads().await.unwrap();
    store.note_heads().await.unwrap();
    let text = std::fs::read_to_string(store.heads_file()).unwrap();
    assert_eq!(text.lines().count(), 1, "a head that did not change is noted once");
    let noted = store::noted(&text).unwrap();
    assert!(wrong(&proven(&store, &noted).await).is_empty());
    ran(&store, &[&REMOVE_VALUES_OF_LAST, &REMOVE_LAST, &SHORTEN]).await;
    assert!(wrong(&proven(&store, &[]).await).is_empty(), "the chain alone cannot tell");
    assert_eq!(wrong(&proven(&store, &noted).await), [(3, "cut-off")]);
    ran(&store, &[&REMOVE_VALUES, &REMOVE_ALL, &REMOVE_CHAIN]).await;
    assert_eq!(wrong(&proven(&store, &noted).await), [(1, "cut-off")]);
}

#[tokio::test]
async fn an_entry_that_cannot_be_read_was_altered_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    three_entries(&store).await;
    ran(&store, &[&SPOIL]).await;
    let reports = proven(&store, &[]).await;
    assert_eq!(wrong(&reports), [(2, "altered")]);
    let broken = reports[0].broken.as_ref().unwrap();
    assert_eq!((broken.at, broken.what.as_deref(), broken.by.as_deref()), (None, Some("test.noted"), Some("test")));
}

async fn store(folder: &tempfile::TempDir) -> Store {
    let config = StoreConfig { data: folder.path().to_owned(), postgres: None };
    Store::open(&config, Clock::standing(Instant::from_seconds(1_000_000)), Chance::seeded(1)).await.unwrap()
}

fn opening(partnership: PartnershipId) -> Opening {
    Opening { event: &NOTED, partnership, person: None, capacity: "test".to_owned(), key: None }
}

async fn three_entries(store: &Store) -> PartnershipId {
    let partnership = PartnershipId(store.chance().uuid(Instant::from_seconds(0)));
    for word in ["one", "two", "three"] {
        let w = store.write(opening(partnership)).await.unwrap();
        let id = w.id::<uuid::Uuid>();
        w.close(Entry::about(Record::of("test", id), "/").after(word)).await.unwrap();
    }
    partnership
}

#[tokio::test]
async fn a_chain_that_nobody_touched_holds() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let partnership = three_entries(&store).await;
    let reports = proven(&store, &[]).await;
    assert_eq!(reports, vec![store::AuditReport { partnership, name: None, entries: 3, erased: 0, broken: None }]);
}

#[tokio::test]
async fn the_first_altered_entry_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    three_entries(&store).await;
    let mut keep = store.housekeep().await.unwrap();
    keep.run(&ALTER, args![]).await.unwrap();
    keep.keep().await.unwrap();
    let reports = proven(&store, &[]).await;
    assert_eq!(wrong(&reports), [(2, "values-altered")]);
}

#[tokio::test]
async fn erased_values_leave_the_chain_provable_and_a_removed_entry_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    three_entries(&store).await;
    let mut keep = store.housekeep().await.unwrap();
    keep.run(&REMOVE, args![]).await.unwrap();
    keep.keep().await.unwrap();
    let reports = proven(&store, &[]).await;
    assert_eq!((reports[0].erased, wrong(&reports)), (1, vec![(2, "values-removed")]), "nobody erased them");
    erasing(&store, 1).await;
    let reports = proven(&store, &[]).await;
    assert_eq!((reports.iter().map(|report| report.erased).sum::<i64>(), wrong(&reports)), (1, vec![]));
    let mut keep = store.housekeep().await.unwrap();
    keep.run(&REMOVE_EVENT, args![]).await.unwrap();
    keep.keep().await.unwrap();
    let reports = proven(&store, &[]).await;
    assert_eq!(wrong(&reports), [(2, "removed")]);
}

#[tokio::test]
async fn a_write_that_is_not_closed_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let partnership = three_entries(&store).await;
    drop(store.write(opening(partnership)).await.unwrap());
    let reports = proven(&store, &[]).await;
    assert_eq!(reports[0].entries, 3);
}

#[tokio::test]
async fn a_form_sent_twice_answers_what_it_answered_first() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let key = store.chance().uuid(Instant::from_seconds(5));
    let partnership = PartnershipId(key);
    let sent = Opening { key: Some(key), ..opening(partnership) };
    store.write(sent.clone()).await.unwrap().close(Entry::about(Record::of("test", key), "/there")).await.unwrap();
    let again = store.write(sent).await.map(drop).unwrap_err();
    assert!(matches!(again, kernel::Error::Repeated(page) if page == "/there"));
}

#[tokio::test]
async fn a_batch_commits_its_acts_together_and_holds() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let batch = store.batched(2);
    let partnership = three_entries(&batch).await;
    batch.finish_batch().await.unwrap();
    let reports = proven(&store, &[]).await;
    assert_eq!(reports, vec![store::AuditReport { partnership, name: None, entries: 3, erased: 0, broken: None }]);
}
