//! How long an officer waits when one act writes to many: the agenda of a large body, in an installation of its own that is made
//! for it and taken away again.

use std::time::Duration;

use access::System;
use bodies::model::{NewAppointment, NewPartnership, NewSeat, Role, SeatClass};
use kernel::{Error, Result};
use meetings::acts::{Plan, Sending};
use meetings::model::{Arrangements, NewItem};
use people::model::NewPerson;

use crate::config::Config;
use crate::{clock, open};

/// How many letters the act queued to a body of so many members, and how long it took until it was kept.
pub(super) async fn queued(members: usize) -> Result<(usize, Duration)> {
    let folder = std::env::temp_dir().join(format!("folkmoot-bench-{}", std::process::id()));
    let measured = in_folder(&folder, members).await;
    std::fs::remove_dir_all(&folder).map_err(Error::fault)?;
    measured
}

async fn in_folder(folder: &std::path::Path, members: usize) -> Result<(usize, Duration)> {
    let config = Config { data: folder.to_owned(), ..Config::default() };
    let house = open::open(&config, false, clock::system(), clock::chance()).await?;
    let bench = System::named("bench");
    let found = NewPartnership { name: "A partnership to measure".to_owned(), nation: "England and Wales".to_owned(), ..NewPartnership::default() };
    let (partnership, board) = bodies::acts::found_partnership(&house, &bench.permit((), store::HOUSE), found).await?;
    for number in 0..members {
        let new = NewPerson { name: format!("Member {number}"), address: Some(format!("member{number}@example.org")), ..NewPerson::default() };
        let person = people::acts::record_person(&house, &bench.permit(partnership, partnership), new).await?;
        let seat = NewSeat {
            label: format!("Seat {number}"),
            class: SeatClass::Voting,
            sector: None,
            sector_ours: false,
            organisation: None,
            nominating_group: None,
            ex_officio_post: None,
            holders_not_recorded: false,
            starts_on: None,
            note: None,
        };
        let seat = bodies::acts::add_seat(&house, &bench.permit(board, partnership), seat).await?;
        let new = NewAppointment { person, role: Role::Holder, post: None, organisation: None, starts_on: None, term_ends_on: None, note: None };
        bodies::acts::appoint(&house, &bench.permit(board, partnership), seat, new).await?;
    }
    let today = house.today();
    let day = today.saturating_add(jiff::Span::new().days(28));
    let plan = Plan::ordinary(vec![day], Arrangements::default(), today);
    let planned = meetings::acts::plan(&house, &bench.permit(board, partnership), &plan).await?;
    let meeting = *planned.first().ok_or_else(|| Error::fault("no meeting was planned"))?;
    for number in 0..12 {
        let item = NewItem::business(format!("Item {number}"));
        meetings::acts::add_item(&house, &bench.permit(meeting, partnership), &item).await?;
    }
    let begun = super::now();
    meetings::acts::send(&house, &bench.permit(meeting, partnership), &Sending { letters: true, ..Sending::default() }).await?;
    let took = begun.elapsed();
    let letters = mail::letters_of_record(&mut house.read().await?, meeting.into()).await?.len();
    house.store.close().await;
    Ok((letters, took))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_member_is_written_to_in_the_act_that_is_measured() {
        let (letters, _) = queued(3).await.unwrap();
        assert_eq!(letters, 3);
    }
}
