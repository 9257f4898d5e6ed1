//! The store keeps what it acknowledges, in one chain that shows any change.

#![allow(missing_docs, clippy::unwrap_used)]

use kernel::{Chance, Clock, Instant, PartnershipId, Record};
use store::{Entry, Opening, Store, StoreConfig, args, event, sql};

event!(NOTED, "test.noted");
sql!(ALTER, "update event_value set after_json = '\"changed\"' where event_id = (select id from event where number = 2)");
sql!(REMOVE, "delete from event_value where event_id = (select id from event where number = 2)");
sql!(REMOVE_EVENT, "delete from event where number = 2");

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
    let reports = store::verify(&mut store.read().await.unwrap()).await.unwrap();
    assert_eq!(reports, vec![store::AuditReport { partnership, entries: 3, erased: 0, broken: None }]);
}

#[tokio::test]
async fn the_first_altered_entry_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    three_entries(&store).await;
    let mut keep = store.housekeep().await.unwrap();
    keep.run(&ALTER, args![]).await.unwrap();
    keep.keep().await.unwrap();
    let reports = store::verify(&mut store.read().await.unwrap()).await.unwrap();
    assert_eq!(reports[0].broken, Some((2, "values-altered")));
}

#[tokio::test]
async fn erased_values_leave_the_chain_provable_and_a_removed_entry_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    three_entries(&store).await;
    let mut keep = store.housekeep().await.unwrap();
    keep.run(&REMOVE, args![]).await.unwrap();
    keep.keep().await.unwrap();
    let reports = store::verify(&mut store.read().await.unwrap()).await.unwrap();
    assert_eq!((reports[0].erased, reports[0].broken), (1, None));
    let mut keep = store.housekeep().await.unwrap();
    keep.run(&REMOVE_EVENT, args![]).await.unwrap();
    keep.keep().await.unwrap();
    let reports = store::verify(&mut store.read().await.unwrap()).await.unwrap();
    assert_eq!(reports[0].broken, Some((2, "removed")));
}

#[tokio::test]
async fn a_write_that_is_not_closed_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let partnership = three_entries(&store).await;
    drop(store.write(opening(partnership)).await.unwrap());
    let reports = store::verify(&mut store.read().await.unwrap()).await.unwrap();
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
    let reports = store::verify(&mut store.read().await.unwrap()).await.unwrap();
    assert_eq!(reports, vec![store::AuditReport { partnership, entries: 3, erased: 0, broken: None }]);
}
