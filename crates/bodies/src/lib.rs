//! Partnerships and their bodies; seats that organisations own, the people appointed to them, and the offices they hold.
//!
//! A seat is not a member: it has a label, a sector, an organisation or group that nominates, and a class; people come and
//! go in it. Everything can be seen as at any date. What the charter asks of the composition is judged in `compliance`.

pub mod acts;
mod attention;
pub mod ending;
pub mod model;
mod pages;
pub mod rights;
pub mod rules;
pub mod store;

pub use attention::{AttentionSource, Wanting, WantingFuture};

use access::Routes;

/// The pages that keep bodies, for their secretariat.
pub fn routes() -> Routes {
    use pages::{appointments, choices, founding, hub, offices, seats, structure};
    Routes::new()
        .get("/administration/partnerships/new", founding::founding)
        .post("/administration/partnerships/new", founding::found)
        .get("/bodies/{body}/manage", hub::hub)
        .get("/bodies/{body}/manage/seats", seats::list)
        .get("/bodies/{body}/manage/seats/new", seats::new)
        .post("/bodies/{body}/manage/seats/new", seats::add)
        .get("/bodies/{body}/manage/seats/{seat}", seats::one)
        .post("/bodies/{body}/manage/seats/{seat}", seats::change)
        .get("/bodies/{body}/manage/seats/{seat}/end", seats::ending)
        .post("/bodies/{body}/manage/seats/{seat}/end", seats::end)
        .get("/bodies/{body}/manage/seats/{seat}/appoint", appointments::appointing)
        .post("/bodies/{body}/manage/seats/{seat}/appoint", appointments::appoint)
        .get("/bodies/{body}/manage/seats/{seat}/appointments/{appointment}/end", appointments::ending)
        .post("/bodies/{body}/manage/seats/{seat}/appointments/{appointment}/end", appointments::end)
        .get("/bodies/{body}/manage/offices", offices::list)
        .get("/bodies/{body}/manage/offices/take", offices::taking)
        .post("/bodies/{body}/manage/offices/take", offices::take)
        .get("/bodies/{body}/manage/offices/{office}/leave", offices::leaving)
        .post("/bodies/{body}/manage/offices/{office}/leave", offices::leave)
        .get("/bodies/{body}/manage/openness", choices::openness)
        .post("/bodies/{body}/manage/openness", choices::choose_openness)
        .get("/bodies/{body}/manage/standing-items", choices::standing)
        .post("/bodies/{body}/manage/standing-items", choices::set_standing)
        .get("/bodies/{body}/manage/distribution", choices::distribution)
        .post("/bodies/{body}/manage/distribution", choices::add_reader)
        .post("/bodies/{body}/manage/distribution/{person}/end", choices::end_reader)
        .get("/bodies/{body}/manage/name", structure::naming)
        .post("/bodies/{body}/manage/name", structure::name)
        .get("/bodies/{body}/manage/end", structure::ending)
        .post("/bodies/{body}/manage/end", structure::end)
        .get("/partnerships/{partnership}/structure", structure::structure)
        .post("/partnerships/{partnership}/structure/links", structure::link)
        .post("/partnerships/{partnership}/structure/links/end", structure::unlink)
        .post("/partnerships/{partnership}/structure/sectors", structure::add_sector)
        .get("/partnerships/{partnership}/structure/new", structure::new)
        .post("/partnerships/{partnership}/structure/new", structure::establish)
}
