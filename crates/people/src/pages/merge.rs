//! Joining two records that are of one person: the other one is named, both are looked at side by side, and only then joined.

use access::{Act as _, House, May, Problem};
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{Finding, Findings, PersonId};
use serde::{Deserialize, Serialize};
use web::{Form, FormView, Frame};

use super::{Nothing, back};
use crate::choose::{self, Choosing, Chosen, PersonFields};
use crate::model::{Address, Person, Weight};
use crate::rights::KeepPerson;
use crate::{acts, rules, store};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Fields {
    #[serde(flatten)]
    person: PersonFields,
    /// The record that was looked at beside this one.
    other: String,
}

/// A record as it is looked at beside another.
#[derive(Serialize)]
struct Beside {
    person: Person,
    addresses: Vec<Address>,
    weight: Weight,
}

#[derive(Serialize)]
struct MergePage {
    form: FormView,
    choosing: Choosing,
    kept: Beside,
    /// The other record, once it is named.
    other: Option<Beside>,
}

fn sample_side(n: u128, name: &str) -> Beside {
    Beside {
        person: Person { id: PersonId(uuid::Uuid::from_u128(n)), name: name.to_owned(), ..super::sample_person() },
        addresses: vec![Address {
            id: uuid::Uuid::from_u128(n),
            address: "stephen@example.org".to_owned(),
            purpose: "meetings".to_owned(),
            refused_at: Some(kernel::Instant::from_seconds(1_800_000_000)),
            refusal: Some("550 5.1.1 No such person here".to_owned()),
        }],
        weight: Weight { seats: 2, offices: 1, meetings: 14, declarations: 0, actions: 3, letters: 40, account: true },
    }
}

impl web::Page for MergePage {
    const TEMPLATE: &'static str = "people/merge.html";
    fn sample() -> Self {
        Self {
            form: FormView::default().with("person", "Steve Venner"),
            choosing: Choosing::sample(),
            kept: sample_side(1, "Stephen Venner"),
            other: Some(sample_side(2, "Steve Venner")),
        }
    }
}
web::page!(MergePage);

async fn beside(read: &mut ::store::Read, person: PersonId) -> kernel::Result<Beside> {
    Ok(Beside {
        person: store::person(read, person).await?,
        addresses: store::addresses(read, person).await?,
        weight: store::weight(read, person).await?,
    })
}

async fn page(house: &House, pass: &May<KeepPerson>, form: FormView, mut choosing: Choosing, other: Option<PersonId>) -> Result<Response, Problem> {
    let mut read = house.read().await?;
    let kept = beside(&mut read, *pass.id()).await?;
    let other = match other {
        Some(other) => Some(beside(&mut read, other).await?),
        None => None,
    };
    // Nobody new is the same person, and nobody is joined to themselves.
    let oneself = kept.person.id.to_string();
    choosing.candidates.retain(|candidate| candidate.value != "new" && candidate.value != oneself);
    let frame = Frame::titled(web::words("merge-title", &[("name", &kept.person.name)]))
        .under(&kept.person.name, format!("/people/{}", kept.person.id))
        .under(web::words("person-keep-title", &[("name", &kept.person.name)]), format!("/people/{}/keep", kept.person.id))
        .noindex();
    let page = MergePage { form, choosing, kept, other };
    Ok(if page.form.refuses() { web::again(pass.who(), frame, &page) } else { web::page(pass.who(), frame, &page) })
}

pub(crate) async fn merging(pass: May<KeepPerson>, State(house): State<House>) -> Result<Response, Problem> {
    page(&house, &pass, FormView::new(&house), Choosing::default(), None).await
}

/// Whether this reader keeps the other record too, and whether the two can be one person's.
async fn may_join(house: &House, pass: &May<KeepPerson>, other: PersonId) -> kernel::Result<Findings> {
    let mut read = house.read().await?;
    if !KeepPerson::judge(&mut read, pass.who(), &other).await?.is_yes() {
        return Ok(Finding::refuse("merge-not-yours").at("person").into());
    }
    Ok(rules::may_merge(&store::standing(&mut read, *pass.id(), other).await?, pass.capacity() == "administrator"))
}

pub(crate) async fn merge(pass: May<KeepPerson>, State(house): State<House>, form: Form<Fields>) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    // Named and looked at: joined now.
    if let Ok(other) = form.value.other.parse::<PersonId>() {
        let joined = match may_join(&house, &pass, other).await? {
            findings if findings.refuses() => Err(form.refused(findings)),
            _ => form.outcome(acts::merge_people(&house, &pass, other).await)?,
        };
        return match joined {
            Ok(()) => Ok(back(*pass.id())),
            Err(refused) => page(&house, &pass, refused, Choosing::default(), None).await,
        };
    }
    let mut findings = Findings::none();
    let (chosen, choosing) = choose::person(&mut house.read().await?, &mut findings, &form.value.person).await?;
    let other = match chosen {
        Some(Chosen::Known(other)) => {
            findings.extend(may_join(&house, &pass, other).await?);
            Some(other)
        }
        Some(Chosen::New(_)) => {
            findings.push(Finding::refuse("merge-nobody").at("person"));
            None
        }
        None => None,
    };
    if findings.refuses() {
        return page(&house, &pass, form.refused(findings), choosing, None).await;
    }
    page(&house, &pass, FormView::new(&house), choosing, other).await
}

pub(crate) async fn separate(
    pass: May<KeepPerson>,
    State(house): State<House>,
    Path((_, merge)): Path<(PersonId, uuid::Uuid)>,
    form: Form<Nothing>,
) -> Result<Response, Problem> {
    let pass = pass.with_key(Some(form.key));
    let other = acts::separate_people(&house, &pass, merge).await?;
    Ok(web::go(format!("/people/{other}/keep")))
}
