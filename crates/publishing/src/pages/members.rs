//! Who sits on a body, as at any day.

use access::{House, May, Problem};
use axum::extract::{Query, State};
use axum::response::Response;
use bodies::model::{DocumentClass, OfficeKind, Role, SeatClass};
use kernel::{Day, Findings};
use serde::{Deserialize, Serialize};
use web::FormView;

use super::{around, framed, sees};
use crate::public::{self, Cleared, SeatLine, Sitter};
use crate::rights::SeeBody;

#[derive(Debug, Clone, Serialize)]
struct OfficeLine {
    kind: OfficeKind,
    title: Option<String>,
    name: String,
    since: Option<Day>,
    until: Option<Day>,
}

#[derive(Debug, Clone, Serialize)]
struct List {
    seats: Vec<SeatLine>,
    offices: Vec<OfficeLine>,
    counts: Vec<(SeatClass, usize)>,
    vacant: usize,
    sectors_ours: bool,
}

#[derive(Serialize)]
struct MembersPage {
    form: FormView,
    slug: String,
    body: String,
    as_at: Day,
    today: bool,
    list: Option<Cleared<List>>,
}

impl web::Page for MembersPage {
    const TEMPLATE: &'static str = "public/members.html";
    fn sample() -> Self {
        let office = OfficeLine {
            kind: OfficeKind::ViceChair,
            title: None,
            name: "Maud Penhaligon".to_owned(),
            since: Some(Day::constant(2006, 5, 1)),
            until: None,
        };
        let list = List {
            seats: sample_seats(),
            offices: vec![office],
            counts: vec![(SeatClass::Voting, 2), (SeatClass::Observer, 1)],
            vacant: 1,
            sectors_ours: true,
        };
        Self {
            form: FormView::default().with("as-at", "18 January 2007"),
            slug: "wealdshire-board".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            as_at: Day::constant(2007, 1, 18),
            today: false,
            list: Some(Cleared::sample(list)),
        }
    }
}
web::page!(MembersPage);

/// Seats with all parts filled.
pub(super) fn sample_seats() -> Vec<SeatLine> {
    let sitter = |role| Sitter {
        name: "Dr Maud Penhaligon-Featherstonehaugh".to_owned(),
        role,
        post: Some("Director of Public Health".to_owned()),
        organisation: Some("Wealdshire Primary Care Trust".to_owned()),
        since: Some(Day::constant(2006, 5, 1)),
        until: Some(Day::constant(2027, 5, 1)),
        note: Some("Also for the district".to_owned()),
    };
    let seat = |class, people: Vec<Sitter>, not_recorded: bool| SeatLine {
        label: "Leader, Wealdshire County Council".to_owned(),
        class,
        sector: Some("Public".to_owned()),
        sector_ours: true,
        organisation: Some("Wealdshire County Council".to_owned()),
        organisation_ended_on: Some(Day::constant(2026, 10, 1)),
        nominating_group: Some("District councils".to_owned()),
        ex_officio_post: Some("Leader".to_owned()),
        note: Some("new".to_owned()),
        vacant: people.is_empty() && !not_recorded,
        not_recorded,
        people,
    };
    vec![
        seat(SeatClass::Voting, vec![sitter(Role::Holder), sitter(Role::Second), sitter(Role::Substitute)], false),
        seat(SeatClass::Adviser, Vec::new(), false),
        seat(SeatClass::Observer, Vec::new(), true),
        seat(SeatClass::Officer, vec![sitter(Role::Holder)], false),
    ]
}

/// As at which day.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AsAt {
    #[serde(rename = "as-at")]
    as_at: String,
}

pub(crate) async fn members(pass: May<SeeBody>, State(house): State<House>, Query(asked): Query<AsAt>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let (head, standing) = around(&mut read, &pass).await?;
    let today = house.today();
    let mut findings = Findings::none();
    let wanted = web::note(&mut findings, web::parse_day_if_any("as-at", &asked.as_at)).flatten();
    let as_at = wanted.unwrap_or(today);
    let list = if sees(&head, standing.as_ref(), DocumentClass::Membership) {
        let sittings = bodies::store::membership(&mut read, head.body.id, as_at).await?;
        let offices = bodies::store::offices(&mut read, head.body.id, Some(as_at)).await?;
        let seats: Vec<SeatLine> = sittings.iter().map(SeatLine::of).collect();
        let count = |class| (class, seats.iter().filter(|seat| seat.class == class).count());
        let counts = <SeatClass as kernel::Word>::ALL.iter().map(|class| count(*class)).filter(|(_, n)| *n > 0).collect();
        let offices = offices.into_iter().map(|office| OfficeLine {
            kind: office.kind,
            title: office.title,
            name: office.name,
            since: office.starts_on,
            until: office.ends_on,
        });
        let list = List {
            counts,
            vacant: seats.iter().filter(|seat| seat.vacant).count(),
            sectors_ours: seats.iter().any(|seat| seat.sector_ours && seat.sector.is_some()),
            seats,
            offices: offices.collect(),
        };
        public::cleared(&pass, standing.as_ref(), &head, DocumentClass::Membership, list)
    } else {
        None
    };
    let form =
        FormView::default().with("as-at", if asked.as_at.is_empty() { web::spelling::day(as_at) } else { asked.as_at.clone() }).noting(findings);
    let frame = framed(&head, web::words("members-title", &[]));
    let refused = form.refuses();
    let page = MembersPage { form, slug: head.body.slug.clone(), body: head.body.name.clone(), as_at, today: as_at == today, list };
    Ok(if refused { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}
