//! A person in every capacity, and an organisation with its seats and what came before and after it. A stranger is shown
//! what bodies publish; a signed-in reader what their own seats and offices let them know besides.

use access::{Act as _, Anyone, House, Problem, Who};
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::{Day, Error, Findings, OrganisationId, PersonId};
use people::model::{Address, Organisation, Person, Succession};
use people::rights::{KeepOrganisation, KeepPerson};
use serde::{Deserialize, Serialize};
use web::{FormView, Frame};

use crate::model::{Capacity, Nominated};
use crate::{public, rules, store};

#[derive(Serialize)]
struct PersonPage {
    person: Person,
    /// The field for another day, when one is asked for.
    form: FormView,
    /// The day that was asked for.
    as_at: Option<Day>,
    /// Another day is asked for: the page shows the field.
    asks: bool,
    now: Vec<Capacity>,
    before: Vec<Capacity>,
    /// Its records are of their time: what has no end there may have ended long ago.
    archive: bool,
    keeps: bool,
    addresses: Vec<Address>,
    assistants: Vec<Person>,
    assists: Vec<Person>,
}

fn sample_person() -> Person {
    Person {
        id: PersonId(uuid::Uuid::from_u128(1)),
        name: "Stephen Venner".to_owned(),
        sort_name: "Venner, Stephen".to_owned(),
        honorific: Some("Bishop".to_owned()),
        other_names: vec!["Steve Venner".to_owned()],
        version: 1,
    }
}

fn sample_capacity() -> Capacity {
    Capacity {
        what: "seat".to_owned(),
        words: Some("Chair, Forum of Faiths".to_owned()),
        kind: "second".to_owned(),
        body: "Wealdshire Partnership board".to_owned(),
        body_slug: "board".to_owned(),
        partnership: "Wealdshire Partnership".to_owned(),
        post: Some("Bishop of Dover".to_owned()),
        organisation: Some(uuid::Uuid::from_u128(2).into()),
        organisation_name: Some("Forum of Faiths".to_owned()),
        starts_on: Some(jiff::civil::date(2026, 4, 1)),
        ends_on: None,
        noindex: false,
        audience: bodies::model::Audience::Public,
        is_of: false,
    }
}

impl web::Page for PersonPage {
    const TEMPLATE: &'static str = "desk/person.html";
    fn sample() -> Self {
        let office = Capacity {
            what: "office".to_owned(),
            words: None,
            kind: "chair".to_owned(),
            ends_on: Some(jiff::civil::date(2027, 1, 1)),
            ..sample_capacity()
        };
        Self {
            person: sample_person(),
            form: FormView::default().with("as-at", "18 January 2007"),
            as_at: Some(jiff::civil::date(2007, 1, 18)),
            asks: true,
            now: vec![sample_capacity()],
            before: vec![office],
            archive: true,
            keeps: true,
            addresses: vec![Address {
                id: uuid::Uuid::nil(),
                address: "stephen@example.org".to_owned(),
                purpose: "meetings".to_owned(),
                refused_at: Some(kernel::Instant::from_seconds(1_800_000_000)),
                refusal: Some("550 5.1.1 No such person here".to_owned()),
            }],
            assistants: vec![sample_person()],
            assists: vec![sample_person()],
        }
    }
}
web::page!(PersonPage);

async fn keeps_person(read: &mut ::store::Read, who: &Who, person: PersonId) -> Result<bool, Error> {
    if who.signed.is_none() { Ok(false) } else { Ok(KeepPerson::judge(read, who, &person).await?.is_yes()) }
}

/// As at which day.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AsAt {
    #[serde(rename = "as-at")]
    as_at: String,
}

pub(crate) async fn person(
    pass: Anyone,
    State(house): State<House>,
    Path(person): Path<PersonId>,
    Query(asked): Query<AsAt>,
) -> Result<Response, Problem> {
    let (who, today) = (pass.who(), house.today());
    let mut findings = Findings::none();
    let as_at = web::note(&mut findings, web::parse_day_if_any("as-at", &asked.as_at)).flatten();
    let day = as_at.unwrap_or(today);
    let mut read = house.read().await?;
    let person = people::store::person(&mut read, person).await?;
    let all = store::capacities(&mut read, person.id, who.person(), today).await?;
    if all.is_empty()
        && let Some(kept) = people::store::merged_into(&mut read, person.id).await?
    {
        return Ok(web::go(format!("/people/{kept}")));
    }
    let keeps = keeps_person(&mut read, who, person.id).await?;
    let oneself = who.person() == Some(person.id);
    let reads_all = keeps || oneself || who.is_auditor();
    let noindex = all.iter().any(|one| one.noindex);
    let shown = if who.signed.is_none() {
        public::capacities(all).into_inner()
    } else {
        all.into_iter().filter(|one| rules::may_know(one.audience, one.is_of, reads_all)).collect()
    };
    // Somebody of whom nothing may be known might as well not be recorded.
    if shown.is_empty() && !reads_all {
        return Err(Error::NotFound.into());
    }
    let begun = shown.into_iter().filter(|one| as_at.is_none() || one.starts_on.is_none_or(|start| start <= day));
    let (now, before) = begun.partition(|one: &Capacity| one.ends_on.is_none_or(|end| end >= day));
    let own = keeps || oneself;
    let form = FormView::default().with("as-at", asked.as_at.clone()).noting(findings);
    let refused = form.refuses();
    let page = PersonPage {
        form,
        as_at,
        asks: !asked.as_at.trim().is_empty(),
        addresses: if own { people::store::addresses(&mut read, person.id).await? } else { Vec::new() },
        assistants: if own { people::store::assistants_of(&mut read, person.id, today).await? } else { Vec::new() },
        assists: if own { people::store::assisted_by(&mut read, person.id, today).await? } else { Vec::new() },
        now,
        before,
        archive: noindex,
        keeps,
        person: Person { other_names: if own { person.other_names.clone() } else { Vec::new() }, ..person },
    };
    let name = match &page.person.honorific {
        Some(title) => format!("{title} {}", page.person.name),
        None => page.person.name.clone(),
    };
    let frame = Frame::titled(name);
    let frame = if noindex || own { frame.noindex() } else { frame };
    Ok(if refused { web::again(who, frame, &page) } else { web::page(who, frame, &page) })
}

#[derive(Serialize)]
struct OrganisationPage {
    organisation: Organisation,
    names: Vec<String>,
    seats: Vec<Nominated>,
    earlier: Vec<Succession>,
    later: Vec<Succession>,
    keeps: bool,
}

impl web::Page for OrganisationPage {
    const TEMPLATE: &'static str = "desk/organisation.html";
    fn sample() -> Self {
        let organisation = Organisation {
            id: OrganisationId(uuid::Uuid::from_u128(1)),
            slug: "west-kent-pct".to_owned(),
            name: "West Kent Primary Care Trust".to_owned(),
            short_name: Some("West Kent PCT".to_owned()),
            kind: Some("health".to_owned()),
            ended_on: Some(jiff::civil::date(2013, 4, 1)),
            version: 1,
        };
        let succession = Succession {
            earlier: uuid::Uuid::from_u128(3).into(),
            earlier_name: "Maidstone Weald Primary Care Trust".to_owned(),
            later: organisation.id,
            later_name: organisation.name.clone(),
            happened_on: Some(jiff::civil::date(2006, 10, 1)),
            note: Some("merged with two others".to_owned()),
        };
        let seat = Nominated {
            label: "Chief executive".to_owned(),
            body: "Kent Partnership".to_owned(),
            body_slug: "kent-partnership".to_owned(),
            partnership: "Kent Partnership".to_owned(),
            person: Some(uuid::Uuid::from_u128(4).into()),
            name: Some("Maud Penhaligon".to_owned()),
            ends_on: None,
            noindex: true,
            audience: bodies::model::Audience::Public,
            is_of: false,
        };
        Self {
            organisation,
            names: vec!["WKPCT".to_owned()],
            seats: vec![seat],
            earlier: vec![succession.clone()],
            later: vec![succession],
            keeps: true,
        }
    }
}
web::page!(OrganisationPage);

pub(crate) async fn organisation(pass: Anyone, State(house): State<House>, Path(id): Path<OrganisationId>) -> Result<Response, Problem> {
    let who = pass.who();
    let mut read = house.read().await?;
    let organisation = people::store::organisation(&mut read, id).await?;
    let all = store::nominated(&mut read, id, who.person(), house.today()).await?;
    let keeps = who.signed.is_some() && KeepOrganisation::judge(&mut read, who, &id).await?.is_yes();
    let reads_all = keeps || who.is_auditor();
    let noindex = all.iter().any(|one| one.noindex);
    let seats = if who.signed.is_none() {
        public::nominated(all).into_inner()
    } else {
        all.into_iter().filter(|one| rules::may_know(one.audience, one.is_of, reads_all)).collect()
    };
    let successions = people::store::successions(&mut read, id).await?;
    if seats.is_empty() && successions.is_empty() && !reads_all {
        return Err(Error::NotFound.into());
    }
    let names = people::store::organisation_names(&mut read, id).await?;
    let (later, earlier) = successions.into_iter().partition(|one| one.earlier == id);
    let frame = Frame::titled(&organisation.name);
    let page = OrganisationPage { organisation, names, seats, earlier, later, keeps };
    Ok(web::page(who, if noindex { frame.noindex() } else { frame }, &page))
}
