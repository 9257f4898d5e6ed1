//! The record proves itself.

use access::System;
use bodies::acts;
use bodies::model::NewPartnership;
use store::{args, sql};

use crate::world::story;

sql!(FORGET_CHAIN, "delete from chain where partnership_id = $1");
sql!(FORGET_VALUES, "delete from event_value where event_id in (select id from event where partnership_id = $1)");
sql!(FORGET_ENTRIES, "delete from event where partnership_id = $1");

story!(a_partnership_whose_whole_chain_is_gone_is_named, |world: World| async move {
    let import = System::named("story");
    let new = NewPartnership { name: "Wealdshire Partnership".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
    let (partnership, _) = acts::found_partnership(&world.house, &import.permit((), store::HOUSE), new).await.unwrap();
    world.house.store.note_heads().await.unwrap();
    let noted = store::noted(&std::fs::read_to_string(world.house.store.heads_file()).unwrap()).unwrap();
    assert!(store::verify(&mut world.read().await, &noted).await.unwrap().iter().all(|report| report.broken.is_none()));
    let mut keep = world.house.store.housekeep().await.unwrap();
    for statement in [&FORGET_CHAIN, &FORGET_VALUES, &FORGET_ENTRIES] {
        keep.run(statement, args![partnership]).await.unwrap();
    }
    keep.keep().await.unwrap();
    for heads in [&[][..], &noted] {
        let reports = store::verify(&mut world.read().await, heads).await.unwrap();
        let report = reports.iter().find(|report| report.partnership == partnership).unwrap();
        assert_eq!((report.name.as_deref(), report.broken.as_ref().map(|broken| broken.how)), (Some("Wealdshire Partnership"), Some("removed")));
    }
});

story!(the_chain_of_a_new_partnership_holds, |world: World| async move {
    let import = System::named("story");
    let new = NewPartnership { name: "Wealdshire Partnership".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
    let (partnership, board) = acts::found_partnership(&world.house, &import.permit((), store::HOUSE), new).await.unwrap();
    let sector = acts::add_sector(&world.house, &import.permit(partnership, partnership), "Health").await.unwrap();
    let mut read = world.house.read().await.unwrap();
    let reports = store::verify(&mut read, &[]).await.unwrap();
    let report = reports.iter().find(|report| report.partnership == partnership).unwrap();
    assert_eq!((report.entries, report.broken.as_ref(), report.name.as_deref()), (2, None, Some("Wealdshire Partnership")));
    let history = store::history_of(&mut read, store::Whose::Record(sector.0), 10).await.unwrap();
    assert_eq!(history.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["sector.added"]);
    assert_eq!(history[0].capacity, "story");
    assert_eq!(bodies::store::body(&mut read, board).await.unwrap().name, "Wealdshire Partnership");
});
