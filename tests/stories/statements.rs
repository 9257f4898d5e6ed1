//! A page takes a small number of statements, however much there is: at most twelve, and as many with much as with little.

use folkmoot::bench::sampled;
use folkmoot::example::write::write;
use folkmoot::example::year::plan;
use http::Request;
use tower::ServiceExt as _;

use crate::world::{TODAY, World, story};

/// The statements that each kind of page takes.
async fn taken(world: &World) -> Vec<(&'static str, u32)> {
    let service = folkmoot::serve::service(&world.house);
    let mut taken = Vec::new();
    for page in sampled(&world.house).await.unwrap() {
        let mut request = Request::builder().uri(&page.address).header("host", "127.0.0.1");
        if let Some(cookie) = &page.cookie {
            request = request.header("cookie", cookie);
        }
        let response = service.clone().oneshot(request.body(axum::body::Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.status(), 200, "{}: {}", page.name, page.address);
        taken.push((page.name, response.headers()["x-folkmoot-queries"].to_str().unwrap().parse().unwrap()));
    }
    taken
}

story!(a_page_takes_at_most_twelve_statements_and_no_more_when_there_is_more, |world: World| async move {
    let (one, _) = plan(0, TODAY, 1, 1);
    write(&world.house, &one, false).await.unwrap();
    world.move_to(TODAY, 10, 0);
    let little = taken(&world).await;
    for number in 1..3 {
        let (another, _) = plan(number, TODAY, 1, 1);
        write(&world.house, &another, false).await.unwrap();
    }
    world.move_to(TODAY, 10, 0);
    let much = taken(&world).await;
    assert!(little.len() > 9, "{little:?}");
    for (page, statements) in little.iter().chain(&much) {
        assert!(*statements <= 12, "{page} takes {statements}: {much:?}");
    }
    for (page, statements) in &little {
        assert_eq!(much.iter().find(|(name, _)| name == page).map(|(_, statements)| statements), Some(statements), "{page}");
    }
});
