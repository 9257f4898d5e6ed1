//! Reads the archive's files, from the program itself or from a folder somebody has corrected, and checks that every name
//! in them leads somewhere.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use kernel::{Error, Result};
use rust_embed::RustEmbed;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::records::{
    Archive, Body, Chapter, Correction, Folder, Meeting, Model, NotedFinding, Organisation, Owner, Paper, Partnership, Person, Report, SeatList,
    Source, Succession,
};

/// The archive's data, as this program was built with it.
#[derive(RustEmbed)]
#[folder = "../../archive/"]
#[include = "*.toml"]
struct Data;

/// The charters beside it.
#[derive(RustEmbed)]
#[folder = "../../charters/"]
#[include = "archive/*.md"]
struct Charters;

/// Where the files lie.
#[derive(Debug, Clone)]
pub enum Place {
    /// In the program.
    Program,
    /// In a folder that has `archive/` and `charters/`.
    Folder(PathBuf),
}

impl Place {
    /// Everything beneath `archive/` or `charters/` by its path, in order.
    fn texts(&self, root: &str) -> Result<BTreeMap<String, String>> {
        let mut texts = BTreeMap::new();
        match self {
            Self::Program => {
                let names: Vec<_> = if root == "archive" { Data::iter().collect() } else { Charters::iter().collect() };
                for name in names {
                    let file = if root == "archive" { Data::get(&name) } else { Charters::get(&name) };
                    let bytes = file.map(|file| file.data.into_owned()).unwrap_or_default();
                    texts.insert(name.to_string(), String::from_utf8(bytes).map_err(|e| broken(&name, e))?);
                }
            }
            Self::Folder(folder) => walk(&folder.join(root), "", &mut texts)?,
        }
        Ok(texts)
    }
}

fn walk(folder: &Path, prefix: &str, texts: &mut BTreeMap<String, String>) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(|e| broken(&folder.display().to_string(), e))? {
        let entry = entry.map_err(Error::fault)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        let path = entry.path();
        if path.is_dir() {
            walk(&path, &format!("{name}/"), texts)?;
        } else if name.ends_with(".toml") || name.ends_with(".md") {
            texts.insert(name.clone(), std::fs::read_to_string(&path).map_err(|e| broken(&name, e))?);
        }
    }
    Ok(())
}

fn broken(name: &str, why: impl std::fmt::Display) -> Error {
    Error::fault(format!("{name}: {why}"))
}

fn parse<T: DeserializeOwned>(texts: &BTreeMap<String, String>, name: &str) -> Result<T> {
    let text = texts.get(name).ok_or_else(|| broken(name, "there is no such file"))?;
    toml::from_str(text).map_err(|e| broken(name, e))
}

fn beneath<T: DeserializeOwned>(texts: &BTreeMap<String, String>, prefix: &str) -> Result<BTreeMap<String, T>> {
    texts
        .keys()
        .filter(|name| name.starts_with(prefix))
        .map(|name| Ok((name[prefix.len()..].trim_end_matches(".toml").to_owned(), parse(texts, name)?)))
        .collect()
}

macro_rules! files {
    ($($name:ident { $($(#[$attr:meta])* $field:ident : $kind:ty),* $(,)? })*) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct $name { $($(#[$attr])* $field: $kind),* }
    )*};
}

files! {
    SourcesFile { #[serde(rename = "source")] sources: Vec<Source> }
    PeopleFile { #[serde(rename = "person")] people: Vec<Person> }
    OrganisationsFile { #[serde(rename = "organisation")] organisations: Vec<Organisation> }
    PartnershipFile {
        partnership: Partnership,
        #[serde(rename = "body")]
        bodies: Vec<Body>,
        #[serde(default, rename = "report")]
        reports: Vec<Report>,
        #[serde(default, rename = "model")]
        models: Vec<Model>,
        #[serde(default, rename = "chapter")]
        chapters: Vec<Chapter>,
        #[serde(default, rename = "finding")]
        findings: Vec<NotedFinding>,
    }
    PartnershipsFile {
        #[serde(rename = "partnership")]
        partnerships: Vec<Partnership>,
        #[serde(default, rename = "finding")]
        findings: Vec<NotedFinding>,
    }
    SuccessionsFile { #[serde(rename = "succession")] successions: Vec<Succession> }
    CorrectionFile { correction: Correction }
}

/// Reads the whole archive and checks it.
///
/// # Errors
/// A fault that names the file and the line when a file is missing or cannot be understood, or the record whose
/// reference leads nowhere.
pub fn read(place: &Place) -> Result<Archive> {
    let texts = place.texts("archive")?;
    let others: PartnershipsFile = parse(&texts, "succession/partnerships.toml")?;
    let archive = Archive {
        sources: parse::<SourcesFile>(&texts, "sources.toml")?.sources,
        people: parse::<PeopleFile>(&texts, "people.toml")?.people,
        organisations: parse::<OrganisationsFile>(&texts, "organisations.toml")?.organisations,
        folders: folders(&texts)?,
        others: others.partnerships,
        findings: others.findings,
        successions: parse::<SuccessionsFile>(&texts, "succession/successions.toml")?.successions,
        charters: place.texts("charters")?,
    };
    let astray = astray(&archive);
    if astray.is_empty() { Ok(archive) } else { Err(Error::fault(astray.join("; "))) }
}

fn folders(texts: &BTreeMap<String, String>) -> Result<Vec<Folder>> {
    let names = texts.keys().filter_map(|name| name.strip_suffix("/partnership.toml"));
    names
        .map(|name| {
            let file: PartnershipFile = parse(texts, &format!("{name}/partnership.toml"))?;
            let (mut meetings, mut corrections) = (Vec::new(), Vec::new());
            let prefix = format!("{name}/meetings/");
            for path in texts.keys().filter(|path| path.starts_with(&prefix)) {
                if path.ends_with("-corrections.toml") {
                    corrections.push(parse::<CorrectionFile>(texts, path)?.correction);
                } else {
                    meetings.push(parse::<Meeting>(texts, path)?);
                }
            }
            let seats: BTreeMap<String, SeatList> = beneath(texts, &format!("{name}/seats/"))?;
            Ok(Folder {
                partnership: file.partnership,
                bodies: file.bodies,
                reports: file.reports,
                models: file.models,
                chapters: file.chapters,
                findings: file.findings,
                seats: seats.into_values().map(|list| (list.body.clone(), list)).collect(),
                meetings,
                corrections,
                papers: beneath::<Paper>(texts, &format!("{name}/papers/"))?,
            })
        })
        .collect()
}

/// Every reference that leads nowhere, in words for whoever corrects the file.
fn astray(archive: &Archive) -> Vec<String> {
    let people: BTreeSet<&str> = archive.people.iter().map(|person| person.id.as_str()).collect();
    let organisations: BTreeSet<&str> = archive.organisations.iter().map(|one| one.id.as_str()).collect();
    let sources: BTreeSet<&str> = archive.sources.iter().map(|one| one.id.as_str()).collect();
    let bodies: BTreeSet<&str> = archive.folders.iter().flat_map(|f| &f.bodies).map(|body| body.id.as_str()).collect();
    let partnerships: BTreeSet<&str> =
        archive.folders.iter().map(|folder| folder.partnership.id.as_str()).chain(archive.others.iter().map(|one| one.id.as_str())).collect();
    let mut astray = Vec::new();
    let mut want = |known: &BTreeSet<&str>, kind: &str, name: &str, at: &str| {
        if !known.contains(name) {
            astray.push(format!("{at}: there is no {kind} {name}"));
        }
    };
    for folder in &archive.folders {
        let at = folder.partnership.id.as_str();
        for body in &folder.bodies {
            let within = [&body.within, &body.reports_into];
            for name in within.into_iter().flatten().chain(&body.works_with) {
                want(&bodies, "body", name, &body.id);
            }
            if let Some(name) = &body.secretariat {
                want(&organisations, "organisation", name, &body.id);
            }
            if let Some(name) = &body.charter {
                want(&archive.charters.keys().map(String::as_str).collect(), "charter", name, &body.id);
            }
            if body.seats.is_some() {
                want(&folder.seats.keys().map(String::as_str).collect(), "list of seats", &body.id, &body.id);
            }
        }
        for report in &folder.reports {
            for name in [&report.from, &report.to].into_iter().chain(&report.through) {
                want(&bodies, "body", name, at);
            }
        }
        for list in folder.seats.values() {
            want(&bodies, "body", &list.body, at);
            for seat in &list.seats {
                let at = format!("{}, seat {}", list.body, seat.number);
                for name in seat.holder.iter().chain(&seat.second_name) {
                    want(&people, "person", name, &at);
                }
                if let Some(name) = &seat.organisation {
                    want(&organisations, "organisation", name, &at);
                }
                if let Some(name) = &seat.sector {
                    want(&folder.partnership.sectors.iter().map(String::as_str).collect(), "sector", name, &at);
                }
            }
            for name in list.offices.iter().filter_map(|office| office.holder.as_ref()) {
                want(&people, "person", name, &list.body);
            }
        }
        for chapter in &folder.chapters {
            for name in &chapter.groups {
                want(&bodies, "body", name, &chapter.name);
            }
        }
        for finding in &folder.findings {
            want(&bodies, "body", &finding.about, at);
        }
        for meeting in &folder.meetings {
            let head = &meeting.meeting;
            let at = format!("{}, {}", head.body, head.date);
            want(&bodies, "body", &head.body, &at);
            let named = head.present.iter().chain(&head.apologies);
            let named = named.chain(meeting.attendees.iter().map(|one| &one.person));
            let named = named.chain(meeting.attendees.iter().filter_map(|one| one.in_place_of.as_ref()));
            let named = named.chain(meeting.presiding.iter().map(|one| &one.person));
            for name in named.chain(meeting.items.iter().filter_map(|item| item.presenter.as_ref())) {
                want(&people, "person", name, &at);
            }
            for item in &meeting.items {
                for name in &item.papers {
                    want(&folder.papers.keys().map(String::as_str).collect(), "paper", name, &at);
                }
                for owner in item.actions.iter().flat_map(|action| &action.owners) {
                    match owner {
                        Owner::Person(owner) => want(&people, "person", &owner.person, &at),
                        Owner::Office(owner) => want(&bodies, "body", &owner.body, &at),
                        Owner::Organisation(owner) => want(&organisations, "organisation", &owner.organisation, &at),
                        Owner::All(_) => {}
                    }
                }
            }
        }
    }
    for succession in &archive.successions {
        let known = match succession.what.as_str() {
            "partnership" => &partnerships,
            "organisation" => &organisations,
            _ => &bodies,
        };
        for name in succession.from.iter().chain(&succession.into) {
            want(known, &succession.what, name, "succession/successions.toml");
        }
    }
    for finding in &archive.findings {
        want(&partnerships, "partnership", &finding.about, "succession/partnerships.toml");
    }
    for source in archive.folders.iter().flat_map(|f| f.seats.values()).flat_map(|l| &l.seats).map(|s| &s.source) {
        want(&sources, "source", source.split(':').next().unwrap_or_default(), source);
    }
    astray
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn archive() -> Archive {
        read(&Place::Program).expect("the archive reads")
    }

    fn folder<'a>(archive: &'a Archive, id: &str) -> &'a Folder {
        archive.folders.iter().find(|folder| folder.partnership.id == id).expect("the folder is there")
    }

    fn holders(list: &SeatList) -> BTreeSet<&str> {
        list.seats.iter().filter_map(|seat| seat.holder.as_deref()).collect()
    }

    #[test]
    fn eight_people_sit_on_the_kent_partnership_of_forty_and_on_its_board_of_fifteen() {
        let archive = archive();
        let kent = folder(&archive, "kent");
        let (partnership, board) = (&kent.seats["kent-partnership"], &kent.seats["kent-public-service-board"]);
        assert_eq!((partnership.seats.len(), board.seats.len()), (40, 15));
        let second: Vec<u32> = partnership.seats.iter().filter(|s| s.second_name.is_some()).map(|s| s.number).collect();
        assert_eq!(second, [11, 13]);
        let both: Vec<&str> = holders(partnership).intersection(&holders(board)).copied().collect();
        assert_eq!(
            both,
            ["charlie-hendry", "clair-fisher", "lesley-davies", "lynda-russell", "michael-fuller", "paul-carter", "peter-gilroy", "steve-phoenix"]
        );
        assert_eq!(kent.bodies.iter().filter(|body| body.kind == "working group").count(), 4);
        assert_eq!(kent.models[0].blanks, 9);
    }

    #[test]
    fn west_kent_has_27_members_in_four_sectors_and_two_observers() {
        let archive = archive();
        let list = &folder(&archive, "west-kent").seats["west-kent-partnership"];
        let count = |sector: &str| list.seats.iter().filter(|seat| seat.sector.as_deref() == Some(sector)).count();
        let sectors = ["private", "business support", "public", "community and voluntary"].map(count);
        assert_eq!(sectors, [2, 2, 16, 7]);
        assert_eq!(list.seats.iter().filter(|seat| seat.class.as_deref() == Some("observer")).count(), 2);
        let marked: Vec<&str> = list.seats.iter().filter(|seat| seat.mark.is_some()).filter_map(|seat| seat.holder.as_deref()).collect();
        assert_eq!(marked, ["roger-house", "tony-bartlett", "barbara-thorndick", "wendy-wilton"]);
    }

    #[test]
    fn west_kents_groups_have_their_members_and_say_where_a_seat_is_vacant() {
        let archive = archive();
        let seats = &folder(&archive, "west-kent").seats;
        let size = |body: &str| (seats[body].seats.len(), seats[body].seats.iter().filter(|seat| seat.vacant).count());
        for (body, seats_and_vacancies) in [
            ("officer-co-ordinating-group", (5, 1)),
            ("transport", (8, 1)),
            ("economic", (9, 0)),
            ("housing", (12, 0)),
            ("skills-forum-19-plus", (11, 0)),
            ("review-and-planning-forum-14-19", (18, 0)),
            ("marketing", (7, 0)),
            ("landbased", (15, 1)),
            ("private-enterprise", (15, 7)),
        ] {
            assert_eq!(size(body), seats_and_vacancies, "{body}");
        }
    }

    #[test]
    fn the_meeting_of_18_january_2007_is_whole() {
        let archive = archive();
        let meeting = &folder(&archive, "west-kent").meetings[0];
        assert_eq!((meeting.meeting.present.len(), meeting.meeting.apologies.len()), (22, 12));
        assert_eq!(meeting.attendees.len(), 2);
        assert_eq!(meeting.items.len(), 10);
        assert_eq!(meeting.items.iter().map(|item| item.decisions.len()).sum::<usize>(), 3);
        let actions: Vec<_> = meeting.items.iter().flat_map(|item| &item.actions).collect();
        assert_eq!(actions.len(), 8);
        assert_eq!(actions.iter().filter(|action| action.owners.len() == 2).count(), 2);
        assert_eq!(actions.iter().filter(|action| matches!(action.owners[0], Owner::All(_))).count(), 1);
        assert_eq!(actions.iter().filter(|action| matches!(action.owners[0], Owner::Organisation(_))).count(), 1);
        let due: Vec<_> = actions.iter().filter_map(|action| action.due).map(|day| day.to_string()).collect();
        assert_eq!(due, ["2007-04-26"; 3]);
        assert!(["£39,470", "£13,090"].iter().all(|sum| meeting.items[4].notes.contains(sum)));
        for said in ["No papers", "Neither group has met", "has not met for 6 months"] {
            assert!(meeting.items[7].notes.contains(said), "{said}");
        }
        assert_eq!(meeting.presiding[1].from_item, 4);
        let next: Vec<_> = meeting.next_meetings.iter().map(|next| next.date.to_string()).collect();
        assert_eq!(next, ["2007-04-26", "2007-07-19", "2007-10-25"]);
    }

    #[test]
    fn every_member_of_west_kent_is_in_the_roll_of_that_day() {
        let archive = archive();
        let west_kent = folder(&archive, "west-kent");
        let head = &west_kent.meetings[0].meeting;
        let roll: BTreeSet<&str> = head.present.iter().chain(&head.apologies).map(String::as_str).collect();
        let list = &west_kent.seats["west-kent-partnership"];
        assert_eq!(list.seats.len(), 29);
        assert!(holders(list).is_subset(&roll));
    }

    #[test]
    fn the_correction_keeps_its_marks_and_says_that_the_earlier_page_is_not_held() {
        let archive = archive();
        let correction = &folder(&archive, "west-kent").corrections[0];
        assert_eq!(correction.text.matches("**").count(), correction.marks * 2);
        assert!(!correction.earlier_text_held);
    }

    #[test]
    fn kensington_and_chelsea_has_eighteen_seats_and_nobody_in_them() {
        let archive = archive();
        let borough = folder(&archive, "kensington-and-chelsea");
        let seats = &borough.seats["steering-group"].seats;
        assert_eq!(seats.len(), 18);
        assert!(seats.iter().all(|seat| seat.holder.is_none() && !seat.vacant));
        assert_eq!(borough.chapters.len(), 7);
        let how = |how: &str| borough.chapters.iter().filter(|chapter| chapter.how == how).count();
        assert_eq!([how("adopted"), how("revived"), how("new"), how("deferred")], [3, 1, 2, 1]);
        let paper = &borough.papers["2006-07-05-restructuring"];
        assert_eq!((paper.recommendations.len(), paper.to_note.len()), (7, 1));
    }

    #[test]
    fn four_partnerships_three_trusts_and_three_districts_have_their_successions() {
        let sizes: Vec<_> = archive().successions.iter().map(|one| (one.what.clone(), one.from.len(), one.into.len())).collect();
        let is = |what: &str, from, into| (what.to_owned(), from, into);
        assert_eq!(sizes, [is("partnership", 4, 1), is("organisation", 3, 1), is("partnership", 1, 4), is("body", 2, 1)]);
    }

    #[test]
    fn nobody_is_recorded_twice_and_no_address_is_kept() {
        let archive = archive();
        let mut names = BTreeMap::new();
        for person in &archive.people {
            for name in std::iter::once(&person.name).chain(&person.also) {
                let first = *names.entry(name.to_lowercase()).or_insert(&person.id);
                assert_eq!(first, &person.id, "{name} is two people");
            }
        }
        for (name, text) in Place::Program.texts("archive").expect("readable") {
            assert!(!text.contains('@'), "{name} holds an address");
        }
    }

    #[test]
    fn a_key_that_nobody_knows_is_an_error_that_names_the_file() {
        let mut texts = Place::Program.texts("archive").expect("readable");
        texts.insert("people.toml".into(), "[[person]]\nid = \"x\"\nname = \"X\"\nnmae = \"Y\"\n".into());
        let error = parse::<PeopleFile>(&texts, "people.toml").err().expect("refused").to_string();
        assert!(error.contains("people.toml") && error.contains("nmae"), "{error}");
    }

    #[test]
    fn the_charters_have_their_clauses_and_the_model_its_nine_blanks() {
        let archive = archive();
        let clauses = |path: &str, prefix: &str| archive.charters[path].matches(&format!("\n**{prefix}")).count();
        assert_eq!(clauses("archive/kent-partnership.md", "3."), 24);
        assert_eq!(clauses("archive/kent-public-service-board.md", "4."), 20);
        let model = "archive/kent-working-group-model.md";
        assert_eq!(clauses(model, "5.4 "), 13);
        assert_eq!(charter::read(&archive.charters[model]).charter.blanks().len(), 9);
    }

    #[test]
    fn every_charter_reads_without_a_problem() {
        for (path, text) in &archive().charters {
            assert_eq!(charter::read(text).problems, [], "{path}");
        }
    }
}
