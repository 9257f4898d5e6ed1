//! The signed-in person's own page: what needs them first, then their meetings, their bodies, and those they answer for.

use std::collections::BTreeMap;

use access::{House, Problem, SignedIn};
use axum::extract::State;
use axum::response::Response;
use kernel::{Day, PersonId};
use people::model::Person;
use serde::Serialize;
use web::Frame;

use crate::model::Duty;
use crate::rules;
use crate::store::{self, Ahead, Kept, Mine};

/// How far back a meeting without minutes is still asked about, in days.
const BACK: i64 = 90;

/// A body with the capacities the reader has on it.
#[derive(Debug, Clone, Serialize)]
struct Seated {
    name: String,
    slug: String,
    partnership: String,
    capacities: Vec<String>,
    kept: bool,
}

/// A meeting ahead as the page shows it.
#[derive(Debug, Clone, Serialize)]
struct Meeting {
    ahead: Ahead,
    answers_for: Option<String>,
}

#[derive(Serialize)]
struct DeskPage {
    me: PersonId,
    duties: Vec<Duty>,
    late: usize,
    meetings: Vec<Meeting>,
    bodies: Vec<Seated>,
    others: Vec<Kept>,
    principals: Vec<Person>,
}

impl web::Page for DeskPage {
    const TEMPLATE: &'static str = "desk/desk.html";
    fn sample() -> Self {
        let day = jiff::civil::date(2027, 1, 18);
        let duty = |text: &str, late| Duty {
            due: Some(day),
            text: text.to_owned(),
            href: "/meetings/1".to_owned(),
            who: "Board".to_owned(),
            clause: Some("3.12".to_owned()),
            clause_href: Some("/bodies/board/charter#clause-3.12".to_owned()),
            late,
            today: !late,
        };
        let ahead = Ahead {
            id: uuid::Uuid::from_u128(1).into(),
            day,
            starts_at: Some("10:00".to_owned()),
            place: Some("Town hall".to_owned()),
            state: "called".to_owned(),
            body: "Wealdshire Partnership board".to_owned(),
            invitation: Some(uuid::Uuid::from_u128(2)),
            invited: Some(uuid::Uuid::from_u128(3).into()),
            sent: true,
            answer: Some("coming".to_owned()),
        };
        let body = Seated {
            name: "Wealdshire Partnership board".to_owned(),
            slug: "board".to_owned(),
            partnership: "Wealdshire Partnership".to_owned(),
            capacities: vec!["Chair".to_owned()],
            kept: true,
        };
        let person = Person {
            id: uuid::Uuid::from_u128(3).into(),
            name: "Maud Penhaligon".to_owned(),
            sort_name: String::new(),
            honorific: None,
            other_names: Vec::new(),
            version: 1,
        };
        Self {
            me: uuid::Uuid::from_u128(3).into(),
            duties: vec![duty("Report on: write to the Minister", true), duty("Say whether you are coming", false)],
            late: 1,
            meetings: vec![Meeting { ahead, answers_for: Some("Maud Penhaligon".to_owned()) }],
            bodies: vec![body],
            others: vec![Kept { slug: "board".to_owned(), name: "Board".to_owned(), vacant: 2, failed: 1 }],
            principals: vec![person],
        }
    }
}
web::page!(DeskPage);

fn duty(due: Option<Day>, text: String, href: String, who: &str) -> Duty {
    Duty { due, text, href, who: who.to_owned(), clause: None, clause_href: None, late: false, today: false }
}

fn n(number: i64) -> String {
    number.to_string()
}

/// What needs the reader, from everything that was read.
struct Waiting {
    ahead: Vec<Ahead>,
    owed: Vec<store::Owed>,
    overdue: Vec<store::Overdue>,
    rulings: Vec<store::Awaited>,
    afterwards: Vec<store::Afterwards>,
    preparing: Vec<store::Preparing>,
    proposed: Vec<store::Proposed>,
}

fn duties(waiting: &Waiting, kept: &[Kept], me: PersonId, names: &BTreeMap<PersonId, String>, today: Day) -> Vec<Duty> {
    let mut duties = Vec::new();
    for meeting in waiting.ahead.iter().filter(|meeting| meeting.sent && meeting.answer.is_none()) {
        let (Some(invitation), Some(invited)) = (meeting.invitation, meeting.invited) else { continue };
        let text = match names.get(&invited).filter(|_| invited != me) {
            None => web::words("desk-answer", &[("body", &meeting.body)]),
            Some(name) => web::words("desk-answer-for", &[("body", &meeting.body), ("name", name)]),
        };
        duties.push(duty(Some(meeting.day), text, format!("/invitations/{invitation}"), &meeting.body));
    }
    for ruling in &waiting.rulings {
        let title = ruling.title.clone().unwrap_or_else(|| ruling.about.clone());
        let href = format!("/meetings/{}/rulings/{}", ruling.meeting, ruling.id);
        duties.push(duty(ruling.day, web::words("desk-rule", &[("title", &title)]), href, &ruling.body));
    }
    for action in &waiting.owed {
        let mut text = web::words("desk-action", &[("words", &action.words)]);
        if action.due_on.is_none() {
            if let Some(words) = &action.due_words {
                text = format!("{text} ({words})");
            } else if action.at_next_meeting {
                text = format!("{text} ({})", web::words("desk-next-meeting", &[]));
            }
        }
        duties.push(duty(action.due_on, text, format!("/actions/{}", action.id), &action.body));
    }
    for meeting in &waiting.afterwards {
        let day = meeting.day.to_string();
        if meeting.chair && meeting.drafted {
            duties.push(duty(None, web::words("desk-clear", &[("day", &day)]), format!("/meetings/{}/minutes", meeting.id), &meeting.body));
        } else if meeting.secretary && !meeting.drafted {
            duties.push(duty(None, web::words("desk-write-up", &[("day", &day)]), format!("/meetings/{}", meeting.id), &meeting.body));
        }
    }
    for meeting in &waiting.preparing {
        let href = format!("/meetings/{}/prepare", meeting.id);
        let day = meeting.day.to_string();
        for text in meeting.charter.iter().filter(|_| !meeting.sent) {
            for (due, sentence, clause) in rules::to_send(text, &meeting.id.to_string(), meeting.day, &meeting.kind, meeting.fixed_on, today) {
                let charter = format!("/bodies/{}/charter#{}", meeting.slug, terms::clause_anchor(&clause));
                duties.push(Duty { clause: Some(clause), clause_href: Some(charter), ..duty(Some(due), sentence, href.clone(), &meeting.body) });
            }
        }
        for (key, number) in [("desk-requested", meeting.requested), ("desk-to-follow", meeting.to_follow), ("desk-silent", meeting.silent)] {
            if number > 0 {
                duties.push(duty(Some(meeting.day), web::words(key, &[("number", &n(number)), ("day", &day)]), href.clone(), &meeting.body));
            }
        }
    }
    for one in &waiting.proposed {
        let clause_href = one.clause.as_deref().map(|clause| format!("/bodies/{}/charter#{}", one.slug, terms::clause_anchor(clause)));
        let clause = one.clause.clone();
        duties.push(Duty { clause, clause_href, ..duty(None, one.sentence.clone(), format!("/proposals/{}", one.id), &one.body) });
    }
    for body in &waiting.overdue {
        let text = web::words("desk-overdue", &[("number", &n(body.number))]);
        duties.push(duty(body.first_due, text, format!("/partnerships/{}/actions", body.partnership_slug), &body.name));
    }
    for body in kept {
        if body.failed > 0 {
            duties.push(duty(None, web::words("desk-failed", &[("number", &n(body.failed))]), format!("/bodies/{}/letters", body.slug), &body.name));
        }
        if body.vacant > 0 {
            duties.push(duty(
                None,
                web::words("desk-vacant", &[("number", &n(body.vacant))]),
                format!("/bodies/{}/manage/seats", body.slug),
                &body.name,
            ));
        }
    }
    duties
}

fn seated(mine: &[Mine], kept: &[Kept]) -> Vec<Seated> {
    let mut bodies: Vec<Seated> = Vec::new();
    for one in mine {
        let kind = [format!("office-kind-{}", one.as_what), format!("role-{}", one.as_what)].into_iter().find(|key| web::knows(key));
        let kind = kind.map_or_else(|| one.as_what.clone(), |key| web::words(&key, &[]));
        let capacity =
            one.words.as_ref().map_or_else(|| kind.clone(), |words| if one.as_what == "holder" { words.clone() } else { format!("{kind}: {words}") });
        match bodies.iter_mut().find(|body| body.slug == one.slug) {
            Some(body) => body.capacities.push(capacity),
            None => bodies.push(Seated {
                name: one.name.clone(),
                slug: one.slug.clone(),
                partnership: one.partnership.clone(),
                capacities: vec![capacity],
                kept: kept.iter().any(|kept| kept.slug == one.slug),
            }),
        }
    }
    bodies
}

pub(crate) async fn desk(pass: SignedIn, State(house): State<House>) -> Result<Response, Problem> {
    let (me, today) = (pass.signed().person, house.today());
    let since = today.saturating_sub(jiff::Span::new().days(BACK));
    let mut read = house.read().await?;
    let mine = store::mine(&mut read, me, today).await?;
    let kept = store::kept(&mut read, me, today).await?;
    let principals = people::store::assisted_by(&mut read, me, today).await?;
    let waiting = Waiting {
        ahead: store::ahead(&mut read, me, today).await?,
        owed: store::owed(&mut read, me, today).await?,
        overdue: store::overdue(&mut read, me, today).await?,
        rulings: store::rulings(&mut read, me, today).await?,
        afterwards: store::afterwards(&mut read, me, today, since).await?,
        preparing: store::preparing(&mut read, me, today).await?,
        proposed: store::proposed(&mut read, me, today).await?,
    };
    let names: BTreeMap<PersonId, String> = principals.iter().map(|person| (person.id, person.name.clone())).collect();
    let duties = rules::in_order(duties(&waiting, &kept, me, &names, today), today);
    let meeting =
        |ahead: Ahead| Meeting { answers_for: ahead.invited.filter(|person| *person != me).and_then(|person| names.get(&person).cloned()), ahead };
    let page = DeskPage {
        me,
        late: duties.iter().filter(|duty| duty.late).count(),
        duties,
        meetings: waiting.ahead.into_iter().map(meeting).collect(),
        bodies: seated(&mine, &kept),
        others: kept.into_iter().filter(|kept| !mine.iter().any(|mine| mine.slug == kept.slug)).collect(),
        principals,
    };
    Ok(web::page(pass.who(), Frame::titled(web::words("desk-title", &[])).noindex(), &page))
}
