//! The record proves itself.

use access::System;
use bodies::acts;
use bodies::model::NewPartnership;

use crate::world::story;

story!(the_chain_of_a_new_partnership_holds, |world: World| async move {
    let import = System::named("story");
    let new = NewPartnership { name: "Wealdshire Partnership".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
    let (partnership, board) = acts::found_partnership(&world.house, &import.permit((), store::HOUSE), new).await.unwrap();
    let sector = acts::add_sector(&world.house, &import.permit(partnership, partnership), "Health").await.unwrap();
    let mut read = world.house.read().await.unwrap();
    let reports = store::verify(&mut read).await.unwrap();
    let report = reports.iter().find(|report| report.partnership == partnership).unwrap();
    assert_eq!((report.entries, report.broken), (2, None));
    let history = store::history_of(&mut read, store::Whose::Record(sector.0), 10).await.unwrap();
    assert_eq!(history.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(), ["sector.added"]);
    assert_eq!(history[0].capacity, "story");
    assert_eq!(bodies::store::body(&mut read, board).await.unwrap().name, "Wealdshire Partnership");
});
