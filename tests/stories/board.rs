//! The board of the invented partnership, and what stories of its seats and of its meetings do alike.

use access::{House, LinkMade, System};
use bodies::model::{Appointed, Role, Sitting};
use folkmoot::example::write::{Written, write};
use folkmoot::example::year::plan as example;
use jiff::civil::{Date, date, time};
use kernel::{BodyId, InvitationId, MeetingId, PersonId};
use meetings::acts::Plan;
use meetings::model::Arrangements;
use store::{args, sql};

use crate::visitor::{Answer, Visitor};
use crate::world::{TODAY, World};

sql!(TOKEN, "select id from token where record_id = $1 and person_id = $2 order by made_at desc limit 1");

/// The board of the invented partnership and the people a story needs.
pub struct Board {
    pub written: Written,
    pub body: BodyId,
    pub slug: String,
    pub officer: PersonId,
    pub chair: PersonId,
    pub seats: Vec<Sitting>,
}

impl Board {
    pub async fn of(world: &World) -> Self {
        let (plan, parts) = example(0, TODAY, 2, 1);
        let written = write(&world.house, &plan, true).await.unwrap();
        world.move_to(TODAY, 10, 0);
        let body = written.bodies[0];
        let mut read = world.read().await;
        let seats = bodies::store::membership(&mut read, body, TODAY).await.unwrap();
        let slug = bodies::store::body(&mut read, body).await.unwrap().slug;
        Self { officer: written.people[parts.officer], chair: written.people[parts.chair], seats, slug, body, written }
    }

    pub fn holders(&self) -> Vec<(&Sitting, &Appointed)> {
        self.seats.iter().filter_map(|seat| seat.holder().map(|holder| (seat, holder))).collect()
    }

    /// A member who holds no office here.
    pub fn member(&self, n: usize) -> (&Sitting, &Appointed) {
        self.holders()
            .into_iter()
            .filter(|(_, holder)| holder.person != self.chair && holder.person != self.officer && holder.role == Role::Holder)
            .nth(n)
            .unwrap()
    }

    pub async fn planned(&self, world: &World, days: Vec<Date>) -> Vec<MeetingId> {
        let permit = System::named("story").permit(self.body, self.written.partnership);
        let arrangements = Arrangements { starts_at: Some(time(10, 0, 0, 0)), place: Some("Weald House".to_owned()), ..Arrangements::default() };
        meetings::acts::plan(&world.house, &permit, &Plan::ordinary(days, arrangements, TODAY)).await.unwrap()
    }

    pub async fn officer(&self, world: &World) -> Visitor {
        Visitor::signed_in(&world.house, &world.address, self.officer).await
    }
}

pub fn key(house: &House) -> String {
    house.store.chance().uuid(house.now()).to_string()
}

pub async fn send(who: &Visitor, world: &World, path: &str, fields: &[(&str, &str)]) -> Answer {
    let key = key(&world.house);
    let mut all = vec![("key", key.as_str())];
    all.extend_from_slice(fields);
    who.send(path, &all).await
}

pub async fn invitation_of(world: &World, meeting: MeetingId, person: PersonId) -> meetings::model::Invitation {
    let mut read = world.read().await;
    let id = meetings::store::invitation_of(&mut read, meeting, person).await.unwrap().unwrap();
    meetings::store::invitation(&mut read, id).await.unwrap()
}

pub async fn link_of(world: &World, invitation: InvitationId, person: PersonId) -> String {
    let id: uuid::Uuid = world.read().await.one(&TOKEN, args![invitation, person]).await.unwrap().get("id").unwrap();
    format!("/answer/{}", access::link_path(&world.house.settings.secret, LinkMade(id)).unwrap())
}

/// A Thursday six weeks ahead: every deadline of the terms is still ahead.
pub const AHEAD: Date = date(2026, 4, 16);
