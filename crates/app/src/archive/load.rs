//! Loads the archive through the same acts and checks as a browser does. Every act is kept under a key made of what it is
//! about, so that a second import finds what the first wrote and adds only what is new in the files.

use std::collections::BTreeMap;

use access::{House, Permit, System};
use bodies::acts::End;
use bodies::model::{
    Audience, BodyEnding, BodyKind, DocumentClass, HowFilled, LinkKind, NewAppointment, NewBody, NewOffice, NewPartnership, NewSeat, NotedFinding,
    OfficeKind, Openness, Role, SeatClass, Verdict,
};
use bodies::rights::{FoundPartnership, ManageBody, ManagePartnership};
use kernel::{
    BodyId, CharterId, Day, Error, ItemId, MeetingId, OfficeId, OrganisationId, PaperId, PartnershipId, PersonId, Result, SeatId, SectorId, Word,
};
use people::model::{NewOrganisation, NewPerson};
use people::rights::RecordPeople;
use sha2::{Digest as _, Sha256};
use terms::model::NewVersion;
use terms::rights::KeepCharter;
use uuid::Uuid;

use super::records::{self, Archive, Folder, Seat};

/// How many acts are committed together.
const BATCH: u32 = 200;

/// Where the archive's own names lead, once loaded.
#[derive(Debug, Default)]
pub struct Loaded {
    /// People by their name in the files.
    pub people: BTreeMap<String, PersonId>,
    /// Organisations.
    pub organisations: BTreeMap<String, OrganisationId>,
    /// Partnerships.
    pub partnerships: BTreeMap<String, PartnershipId>,
    /// Bodies; a partnership known only by its succession under the partnership's name.
    pub bodies: BTreeMap<String, BodyId>,
    /// Seats, by body and number.
    pub seats: BTreeMap<(String, u32), SeatId>,
    /// Meetings, by body and day.
    pub meetings: BTreeMap<(String, Day), MeetingId>,
    /// The items of a meeting, by number.
    pub items: BTreeMap<(String, Day), BTreeMap<u32, ItemId>>,
    /// Papers, by the name of their file.
    pub papers: BTreeMap<String, PaperId>,
    /// Offices, by body and holder.
    pub offices: BTreeMap<(String, String), OfficeId>,
    /// How many acts were new in this run.
    pub acts: usize,
}

/// Loads it. Safe to run again.
///
/// # Errors
/// What the acts refuse, with the record concerned; then nothing of the batch is kept.
pub async fn load(house: &House, archive: &Archive) -> Result<Loaded> {
    let batched = House { store: house.store.batched(BATCH), ..house.clone() };
    let names = archive.organisations.iter().map(|one| (one.id.clone(), one.name.clone())).collect();
    let people = archive.people.iter().map(|one| (one.id.clone(), shown(one))).collect();
    let system = System::named("archive import");
    let cited = archive.sources.iter().map(|one| (one.id.clone(), one.cited.clone())).collect();
    let mut import = Import { house: batched, system, names, people, cited, chains: BTreeMap::new(), loaded: Loaded::default() };
    import.everything(archive).await?;
    import.house.store.finish_batch().await?;
    Ok(import.loaded)
}

pub(super) struct Import {
    pub(super) house: House,
    pub(super) system: System,
    /// The names of organisations, for labels and notes.
    pub(super) names: BTreeMap<String, String>,
    /// The names of people, with their titles.
    pub(super) people: BTreeMap<String, String>,
    /// What pages call the documents, by their ids.
    cited: BTreeMap<String, String>,
    /// The partnership to which each body belongs.
    pub(super) chains: BTreeMap<String, PartnershipId>,
    pub(super) loaded: Loaded,
}

/// The key of a step: the same words, the same key.
pub(super) fn key(step: &str) -> Uuid {
    let digest = Sha256::digest(format!("folkmoot archive: {step}").as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&digest[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Leaves the record as it is when an earlier run kept the step, else does the act under the step's key. The act gets its
/// permit and answers the id under which its entry stands.
macro_rules! once {
    ($import:expr, $step:expr, $act:ty, $id:expr, $partnership:expr, |$permit:ident| $doing:expr) => {{
        let step: String = $step;
        match $import.kept(&step).await? {
            Some(id) => id.into(),
            None => {
                let $permit: access::Permit<$act> = $import.system.permit::<$act>($id, $partnership).once(key(&step));
                let answer = $doing.await.map_err(|error| in_step(&step, error))?;
                $import.loaded.acts += 1;
                answer
            }
        }
    }};
}

pub(super) use once;

pub(super) fn in_step(step: &str, error: Error) -> Error {
    match error {
        Error::Fault(cause) => Error::Fault(format!("{step}: {cause}")),
        refused => Error::fault(format!("{step}: {refused}")),
    }
}

fn shown(one: &records::Person) -> String {
    one.title.as_ref().map_or_else(|| one.name.clone(), |title| format!("{title} {}", one.name))
}

/// Sentences one after the other; none when there is none.
fn sentences(parts: impl IntoIterator<Item = Option<String>>) -> Option<String> {
    let joined = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    (!joined.is_empty()).then_some(joined)
}

/// A year, a month or a day in words, and the day itself when it is one.
fn when(text: &str) -> (String, Option<Day>) {
    if let Ok(day) = text.parse::<Day>() {
        return (calendar::day_in_words(day), Some(day));
    }
    match format!("{text}-01").parse::<Day>() {
        Ok(first) => (first.strftime("%B %Y").to_string(), None),
        Err(_) => (text.to_owned(), None),
    }
}

/// What is reported, how often, by way of whom, to whom else, and by which clause.
fn reporting(report: &records::Report, through: Option<&records::Body>) -> String {
    let mut parts = vec![report.what.clone(), report.every.clone()];
    parts.extend(through.map(|body| format!("by way of the {}", body.name)));
    if let Some((last, others)) = report.also_to.split_last() {
        parts.push(if others.is_empty() { format!("also to {last}") } else { format!("also to {} and {last}", others.join(", ")) });
    }
    format!("{} ({})", parts.join(", "), report.clause)
}

/// The chapters of a strategy, each in a line with the groups proposed for it or why it has none.
fn chapters(folder: &Folder) -> Vec<String> {
    let line = |chapter: &records::Chapter| {
        let groups: Vec<&str> = folder.bodies.iter().filter(|body| chapter.groups.contains(&body.id)).map(|body| body.name.as_str()).collect();
        let how = match chapter.how.as_str() {
            "adopted" => "an existing group is to be its theme group",
            "revived" => "its theme group is to be revived",
            "new" => "a new theme group is to be formed",
            _ => "which group is to be its theme group was left for later",
        };
        let named = if groups.is_empty() { String::new() } else { format!(": {}", groups.join(", ")) };
        let note = chapter.note.as_ref().map_or(String::new(), |note| format!(" {note}"));
        format!(
            "Chapter {} of the strategy, {}: {how}{named}{}.{note}",
            chapter.number,
            chapter.name,
            if chapter.proposed { " (proposed)" } else { "" }
        )
    };
    folder.chapters.iter().map(line).collect()
}

impl Import {
    pub(super) async fn kept(&self, step: &str) -> Result<Option<Uuid>> {
        let mut read = self.house.read().await?;
        store::kept_under(&mut read, key(step)).await
    }

    async fn everything(&mut self, archive: &Archive) -> Result<()> {
        for one in &archive.organisations {
            self.organisation(one).await?;
        }
        for one in &archive.people {
            self.person(one).await?;
        }
        for folder in &archive.folders {
            self.folder(folder, archive).await?;
        }
        for one in &archive.others {
            self.other(one).await?;
        }
        for finding in &archive.findings {
            self.finding(&finding.about.clone(), finding).await?;
        }
        for succession in &archive.successions {
            self.succession(succession).await?;
        }
        Ok(())
    }

    async fn organisation(&mut self, one: &records::Organisation) -> Result<()> {
        let new = NewOrganisation {
            name: one.name.clone(),
            short_name: one.also.first().cloned(),
            other_names: one.also.iter().skip(1).cloned().collect(),
            kind: one.kind.clone(),
            ended_on: one.ended,
            note: one.note.clone(),
            ..NewOrganisation::default()
        };
        let house = self.house.clone();
        let id: OrganisationId = once!(self, format!("organisation {}", one.id), RecordPeople, store::HOUSE, store::HOUSE, |permit| {
            people::acts::record_organisation(&house, &permit, new)
        });
        self.loaded.organisations.insert(one.id.clone(), id);
        Ok(())
    }

    async fn person(&mut self, one: &records::Person) -> Result<()> {
        let new =
            NewPerson { name: one.name.clone(), honorific: one.title.clone(), other_names: one.also.clone(), address: None, note: one.note.clone() };
        let house = self.house.clone();
        let id: PersonId = once!(self, format!("person {}", one.id), RecordPeople, store::HOUSE, store::HOUSE, |permit| {
            people::acts::record_person(&house, &permit, new)
        });
        self.loaded.people.insert(one.id.clone(), id);
        Ok(())
    }

    /// Founds a partnership; its own board is the body with which its file begins, or bears its name.
    async fn partnership(
        &mut self,
        one: &records::Partnership,
        root: Option<&records::Body>,
        chapters: Vec<String>,
    ) -> Result<(PartnershipId, BodyId)> {
        let established = root.and_then(|body| body.established.as_deref()).map(when);
        let new = NewPartnership {
            name: one.name.clone(),
            slug: root.map(|body| body.id.clone()),
            nation: one.nation.clone(),
            noindex: one.noindex,
            source: Some(self.cited(&one.source)),
            board: root.map(|body| body.name.clone()),
            established_on: established.as_ref().and_then(|(_, day)| *day),
            note: match root {
                Some(body) => Some(self.note(body).into_iter().chain(chapters).collect::<Vec<_>>().join("\n")).filter(|note| !note.is_empty()),
                None => sentences([
                    one.name_ours.then(|| "The sources give it no name of its own; this one is ours.".to_owned()),
                    one.established_not_after.map(|day| format!("It existed by {}; since when is not recorded.", calendar::day_in_words(day))),
                    one.note.clone(),
                ]),
            },
            ..NewPartnership::default()
        };
        let house = self.house.clone();
        let found = async |permit: Permit<FoundPartnership>| bodies::acts::found_partnership(&house, &permit, new).await;
        let step = format!("partnership {}", one.id);
        let (id, board) = match self.kept(&step).await? {
            Some(id) => {
                let id = PartnershipId(id);
                let all = bodies::store::bodies(&mut self.house.read().await?, id).await?;
                let board = all.iter().find(|body| body.kind == BodyKind::Partnership).ok_or(Error::NotFound)?.id;
                (id, board)
            }
            None => {
                self.loaded.acts += 1;
                found(self.system.permit::<FoundPartnership>((), store::HOUSE).once(key(&step))).await.map_err(|e| in_step(&step, e))?
            }
        };
        let name = root.map_or_else(|| one.id.clone(), |body| body.id.clone());
        self.loaded.partnerships.insert(one.id.clone(), id);
        self.chains.insert(name.clone(), id);
        self.loaded.bodies.insert(name, board);
        Ok((id, board))
    }

    async fn other(&mut self, one: &records::Partnership) -> Result<()> {
        let (id, board) = self.partnership(one, None, Vec::new()).await?;
        for office in &one.offices {
            self.office(id, board, &one.id, office).await?;
        }
        self.openness(id, board, &one.id, &[]).await
    }

    async fn folder(&mut self, folder: &Folder, archive: &Archive) -> Result<()> {
        let root = folder.bodies.first().ok_or(Error::NotFound)?;
        let (id, _) = self.partnership(&folder.partnership, Some(root), chapters(folder)).await?;
        let mut sectors: BTreeMap<&str, SectorId> = BTreeMap::new();
        for name in &folder.partnership.sectors {
            let house = self.house.clone();
            let sector: SectorId = once!(self, format!("sector {} {name}", folder.partnership.id), ManagePartnership, id, id, |permit| {
                bodies::acts::add_sector(&house, &permit, name)
            });
            sectors.insert(name, sector);
        }
        for body in &folder.bodies[1..] {
            self.body(id, body, folder).await?;
        }
        for body in &folder.bodies {
            self.links(id, body).await?;
        }
        for report in &folder.reports {
            let through = report.through.as_ref().and_then(|name| folder.bodies.iter().find(|body| body.id == *name));
            self.link(id, &report.from, LinkKind::ReportsTo, &report.to, Some(&reporting(report, through))).await?;
        }
        for body in &folder.bodies {
            let at = self.loaded.bodies[&body.id];
            if let Some(list) = folder.seats.get(&body.id) {
                for seat in &list.seats {
                    self.seat(id, at, &body.id, seat, list.known_on, &sectors).await?;
                }
                for office in &list.offices {
                    self.office(id, at, &body.id, office).await?;
                }
            }
            self.openness(id, at, &body.id, &body.openness).await?;
            self.standing_items(id, at, body).await?;
            if let Some(list) = body.exempt_grounds.as_deref() {
                self.grounds(id, at, &body.id, list).await?;
            }
            if let Some(path) = &body.charter {
                self.charter(id, at, body, &archive.charters[path]).await?;
            }
        }
        for finding in &folder.findings {
            self.finding(&finding.about.clone(), finding).await?;
        }
        self.meetings(folder).await
    }

    /// Where something is found, with the document's title in the place of its id.
    pub(super) fn cited(&self, source: &str) -> String {
        let (id, place) = source.split_once(':').unwrap_or((source, ""));
        self.cited.get(id.trim()).map_or_else(|| source.to_owned(), |title| if place.is_empty() { title.clone() } else { format!("{title}:{place}") })
    }

    /// What should be known about a body, in sentences.
    fn note(&self, body: &records::Body) -> Option<String> {
        let established = body.established.as_deref().map(when).filter(|(_, day)| day.is_none());
        sentences([
            established.map(|(words, _)| format!("Formed in {words}; the day is not recorded.")),
            body.secretariat.as_ref().and_then(|name| self.names.get(name)).map(|name| format!("Supported by {name}.")),
            body.proposed.then(|| "Proposed; what was decided is not held.".to_owned()),
            body.note.clone(),
            body.charter_note.clone(),
            body.works_with_note.clone(),
            body.openness_note.clone(),
            body.standing_items_note.clone(),
        ])
    }

    async fn body(&mut self, id: PartnershipId, body: &records::Body, folder: &Folder) -> Result<()> {
        let themes = folder.chapters.iter().filter(|chapter| chapter.groups.contains(&body.id)).map(|chapter| {
            Some(format!(
                "Theme group for the chapter {} ({}; proposed).{}",
                chapter.name,
                chapter.how,
                chapter.note.as_ref().map_or(String::new(), |note| format!(" {note}"))
            ))
        });
        let established = body.established.as_deref().map(when);
        let new = NewBody {
            name: body.name.clone(),
            slug: None,
            short_name: body.also.first().cloned(),
            kind: kind(&body.kind)?,
            purpose: None,
            established_on: established.and_then(|(_, day)| day),
            note: sentences(themes.chain([self.note(body)])),
            source: Some(self.cited(&body.source)),
            linked_to: body.within.iter().map(|within| (LinkKind::Within, self.loaded.bodies[within])).collect(),
        };
        let house = self.house.clone();
        let at: BodyId =
            once!(self, format!("body {}", body.id), ManagePartnership, id, id, |permit| { bodies::acts::establish_body(&house, &permit, new) });
        self.chains.insert(body.id.clone(), id);
        self.loaded.bodies.insert(body.id.clone(), at);
        Ok(())
    }

    async fn links(&mut self, id: PartnershipId, body: &records::Body) -> Result<()> {
        for other in &body.works_with {
            self.link(id, &body.id, LinkKind::WorksWith, other, None).await?;
        }
        match &body.reports_into {
            Some(other) => self.link(id, &body.id, LinkKind::ReportsTo, other, None).await,
            None => Ok(()),
        }
    }

    async fn link(&mut self, id: PartnershipId, body: &str, kind: LinkKind, other: &str, note: Option<&str>) -> Result<()> {
        let (from, to) = (self.loaded.bodies[body], self.loaded.bodies[other]);
        let house = self.house.clone();
        let _: BodyId = once!(self, format!("link {body} {kind} {other}"), ManagePartnership, id, id, |permit| async move {
            bodies::acts::link_bodies(&house, &permit, from, kind, to, None, note).await.map(|()| from)
        });
        Ok(())
    }

    async fn seat(
        &mut self,
        id: PartnershipId,
        body: BodyId,
        of: &str,
        seat: &Seat,
        known_on: Day,
        sectors: &BTreeMap<&str, SectorId>,
    ) -> Result<()> {
        let organisation = seat.organisation.as_ref().map(|name| self.loaded.organisations[name]);
        let class = match seat.class.as_deref() {
            Some("observer") => SeatClass::Observer,
            Some("officer") => SeatClass::Officer,
            _ => SeatClass::Voting,
        };
        let note = sentences([
            seat.mark.as_ref().map(|mark| format!("Marked {mark}: chairs a sub-group or task group.")),
            seat.printed_new.then(|| "Listed as new.".to_owned()),
            seat.printed.as_ref().map(|printed| format!("Printed “{printed}”.")),
            seat.also_for.as_ref().map(|other| format!("Also for {other}.")),
            seat.note.clone(),
        ]);
        let new = NewSeat {
            label: self.label(seat),
            class,
            sector: seat.sector.as_ref().map(|name| sectors[name.as_str()]),
            sector_ours: seat.sector_ours,
            organisation,
            nominating_group: seat.nominates.then(|| self.names.get(seat.organisation.as_deref()?).cloned()).flatten(),
            ex_officio_post: seat.office.clone().filter(|_| seat.ex_officio),
            holders_not_recorded: seat.holder.is_none() && !seat.vacant,
            starts_on: None,
            note,
        };
        let house = self.house.clone();
        let at: SeatId =
            once!(self, format!("seat {of} {}", seat.number), ManageBody, body, id, |permit| bodies::acts::add_seat(&house, &permit, new));
        self.loaded.seats.insert((of.to_owned(), seat.number), at);
        let people = [(Role::Holder, &seat.holder), (Role::Second, &seat.second_name)];
        for (role, name) in people.into_iter().filter_map(|(role, name)| name.as_ref().map(|name| (role, name))) {
            let new = NewAppointment {
                person: self.loaded.people[name],
                role,
                post: seat.office.clone().filter(|_| role == Role::Holder),
                organisation: None,
                starts_on: None,
                term_ends_on: None,
                note: Some(format!("Listed on {}; since and until when is not recorded.", calendar::day_in_words(known_on))),
            };
            let house = self.house.clone();
            let _: Uuid = once!(self, format!("appointment {of} {} {name}", seat.number), ManageBody, body, id, |permit| async move {
                bodies::acts::appoint(&house, &permit, at, new).await.map(|(id, _)| id.0)
            });
        }
        Ok(())
    }

    /// What a seat is called: its own label, or its post and its organisation as far as they are stated.
    fn label(&self, seat: &Seat) -> String {
        let organisation = seat.organisation.as_deref().unwrap_or_default();
        match (&seat.label, &seat.office, self.names.get(organisation)) {
            (Some(label), _, _) => label.clone(),
            (None, Some(office), Some(name)) => format!("{office}, {name}"),
            (None, Some(only), None) => only.clone(),
            (None, None, Some(only)) => only.clone(),
            (None, None, None) => format!("Seat {}", seat.number),
        }
    }

    /// An office. One that passes in mid-meeting is taken and left when the meeting is loaded.
    async fn office(&mut self, id: PartnershipId, body: BodyId, of: &str, office: &records::Office) -> Result<()> {
        if office.from_item.is_some() {
            return Ok(());
        }
        let Some(name) = &office.holder else { return Ok(()) };
        let new = NewOffice {
            person: self.loaded.people[name],
            kind: office_kind(&office.post)?,
            title: None,
            how: Some(how(office.how.as_deref())?),
            starts_on: office.from,
            starts_at_item: None,
            note: sentences([
                office.known_on.map(|day| format!("Held on {}; since and until when is not recorded.", calendar::day_in_words(day))),
                office.note.clone(),
            ]),
        };
        let house = self.house.clone();
        let held: OfficeId = once!(self, format!("office {of} {} {name}", office.post), ManageBody, body, id, |permit| {
            bodies::acts::take_office(&house, &permit, new)
        });
        self.loaded.offices.insert((of.to_owned(), name.clone()), held);
        Ok(())
    }

    /// The archive is made of documents that were public: everything is open, except what the terms give to members only.
    async fn openness(&mut self, id: PartnershipId, body: BodyId, of: &str, says: &[Openness]) -> Result<()> {
        for class in DocumentClass::ALL {
            let ours = Openness { class: *class, audience: Audience::Public, clause: None };
            let openness = says.iter().find(|said| said.class == *class).cloned().unwrap_or(ours);
            let house = self.house.clone();
            let _: BodyId = once!(self, format!("openness {of} {class}"), ManageBody, body, id, |permit| async move {
                bodies::acts::choose_openness(&house, &permit, &openness).await.map(|()| body)
            });
        }
        Ok(())
    }

    async fn standing_items(&mut self, id: PartnershipId, body: BodyId, record: &records::Body) -> Result<()> {
        if record.standing_items.is_empty() {
            return Ok(());
        }
        let items = record.standing_items.clone();
        let house = self.house.clone();
        let _: BodyId = once!(self, format!("standing items {}", record.id), ManageBody, body, id, |permit| async move {
            bodies::acts::set_standing_items(&house, &permit, &items).await.map(|()| body)
        });
        Ok(())
    }

    /// The list of grounds on which a body's matter may be exempt.
    async fn grounds(&mut self, id: PartnershipId, body: BodyId, of: &str, list: &str) -> Result<()> {
        let list = matters::grounds::list(list).ok_or_else(|| unknown("list of grounds", list))?;
        let house = self.house.clone();
        let _: BodyId = once!(self, format!("grounds {of}"), ManageBody, body, id, |permit| async move {
            matters::acts::take_list(&house, &permit, list).await.map(|()| body)
        });
        Ok(())
    }

    /// Lays a body's terms, as a draft or as a text in use whose adoption nobody recorded.
    async fn charter(&mut self, id: PartnershipId, body: BodyId, record: &records::Body, text: &str) -> Result<()> {
        let new = NewVersion {
            text: text.to_owned(),
            dated: record.charter_dated,
            adoption_not_recorded: record.charter_state.as_deref() == Some("adoption not recorded"),
            ..NewVersion::default()
        };
        let house = self.house.clone();
        let _: CharterId = once!(self, format!("charter {}", record.id), KeepCharter, body, id, |permit| async move {
            terms::acts::lay(&house, &permit, new).await.map(|(id, _)| id)
        });
        Ok(())
    }

    async fn finding(&mut self, about: &str, finding: &records::NotedFinding) -> Result<()> {
        let body = self.loaded.bodies[about];
        let id = self.chains[about];
        let noted = NotedFinding {
            clause: finding.clause.clone(),
            verdict: Verdict::parse(&finding.verdict.replace(' ', "-")).ok_or_else(|| unknown("verdict", &finding.verdict))?,
            words: finding.says.clone(),
            source: Some(self.cited(&finding.source)),
        };
        let house = self.house.clone();
        let _: BodyId = once!(self, format!("finding {about} {}", finding.says), ManageBody, body, id, |permit| async move {
            bodies::acts::note_finding(&house, &permit, &noted).await.map(|()| body)
        });
        Ok(())
    }
}

impl Import {
    async fn succession(&mut self, one: &records::Succession) -> Result<()> {
        let note = sentences([
            one.becomes.as_ref().map(|what| format!("Went on as {what}.")),
            one.not_after.map(|day| format!("Happened by {}; the day is not recorded.", calendar::day_in_words(day))),
            one.note.clone(),
        ]);
        for (earlier, later) in one.from.iter().flat_map(|from| one.into.iter().map(move |into| (from, into))).filter(|(from, into)| from != into) {
            let step = format!("succession {} {earlier} {later}", one.what);
            let (house, note) = (self.house.clone(), note.clone());
            if one.what == "organisation" {
                let (from, into) = (self.loaded.organisations[earlier], self.loaded.organisations[later]);
                let _: OrganisationId = once!(self, step, RecordPeople, store::HOUSE, store::HOUSE, |permit| async move {
                    people::acts::succeed_organisation(&house, &permit, from, into, one.on, note.as_deref()).await.map(|()| from)
                });
                continue;
            }
            let (from, into) = (self.board(earlier), self.board(later));
            let id = self.chain(later);
            let ending = if one.how == "merged" { BodyEnding::Merged } else { BodyEnding::Succeeded };
            let _: BodyId = once!(self, step, ManagePartnership, id, id, |permit| async move {
                bodies::acts::succeed_body(&house, &permit, from, into, ending, one.on, note.as_deref()).await.map(|()| into)
            });
        }
        if one.what != "organisation" {
            for earlier in one.from.iter().filter(|earlier| !one.into.contains(earlier)) {
                let (house, body) = (self.house.clone(), self.board(earlier));
                let ending = if one.how == "merged" { BodyEnding::Merged } else { BodyEnding::Succeeded };
                let _: BodyId = once!(self, format!("end {earlier}"), ManageBody, body, self.chain(earlier), |permit| async move {
                    bodies::acts::end_body(&house, &permit, &End { on: one.on, ending, into: None, call_off: None }).await.map(|()| body)
                });
            }
        }
        Ok(())
    }

    /// The body of that name, or the board of the partnership of that name.
    fn board(&self, name: &str) -> BodyId {
        let own = ["", "-partnership"].iter().find_map(|tail| self.loaded.bodies.get(&format!("{name}{tail}")));
        own.copied().unwrap_or(BodyId(Uuid::nil()))
    }

    fn chain(&self, name: &str) -> PartnershipId {
        let own = self.loaded.partnerships.get(name).or_else(|| self.chains.get(name));
        own.copied().unwrap_or(store::HOUSE)
    }
}

fn unknown(what: &str, word: &str) -> Error {
    Error::fault(format!("there is no {what} {word}"))
}

fn kind(word: &str) -> Result<BodyKind> {
    BodyKind::parse(&word.replace(' ', "-")).ok_or_else(|| unknown("kind of body", word))
}

fn office_kind(word: &str) -> Result<OfficeKind> {
    OfficeKind::parse(&word.replace(' ', "-")).ok_or_else(|| unknown("office", word))
}

fn how(word: Option<&str>) -> Result<HowFilled> {
    match word {
        None => Ok(HowFilled::NotRecorded),
        Some(word) => HowFilled::parse(&word.replace(' ', "-")).ok_or_else(|| unknown("way to an office", word)),
    }
}
