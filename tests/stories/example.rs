//! The invented partnership is whole, and every act that wrote it stands in its chain.

use folkmoot::example::{write::write, year::plan};

use crate::world::{TODAY, story};

story!(wealdshire_has_a_board_an_executive_board_and_three_working_groups, |world: World| async move {
    let (plan, parts) = plan(0, TODAY, 2, 1);
    let written = write(&world.house, &plan).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let mut read = world.read().await;
    let all = bodies::store::bodies(&mut read, written.partnership).await.unwrap();
    let names: Vec<&str> = all.iter().map(|body| body.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Wealdshire Partnership Board", "Wealdshire Executive Board", "Wealdshire Healthy Lives Group",
            "Wealdshire Safer Communities Group", "Wealdshire Skills and Enterprise Group"
        ]
    );
    let board = bodies::store::membership(&mut read, written.bodies[0], TODAY).await.unwrap();
    assert_eq!(board.iter().filter(|seat| seat.is_vacant()).count(), 1);
    assert!(board[parts.vacant].is_vacant());
    assert!(terms::store::in_force(&mut read, written.bodies[2], TODAY).await.unwrap().is_some());
    let reports = store::verify(&mut read).await.unwrap();
    assert!(reports.iter().all(|report| report.broken.is_none()));
});
