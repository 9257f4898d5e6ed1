//! Who and what there is: documents, people, organisations, partnerships, bodies and their seats.

use kernel::Day;
use serde::Deserialize;

records! {
    /// A document behind the archive.
    Source {
        /// What records call it: `wk-notes`.
        id: String,
        /// What pages call it: short, with its date.
        cited: String,
        /// Its title.
        title: String,
        /// Its date as far as it is known: a day or a year.
        dated: String,
        /// Under whose name it stands.
        author: Option<String>,
        /// What should be known before trusting it.
        note: Option<String>,
    }

    /// Somebody, once, in whatever capacities.
    Person {
        /// What other records call them: `paul-carter`.
        id: String,
        /// Their name, without title.
        name: String,
        /// Their title as printed, written out.
        title: Option<String>,
        /// Other spellings found.
        #[serde(default)]
        also: Vec<String>,
        /// Why we read these as one person, or where they appear.
        note: Option<String>,
    }

    /// An organisation, once.
    Organisation {
        /// What other records call it.
        id: String,
        /// Its name, written out.
        name: String,
        /// Shorter or other forms found.
        #[serde(default)]
        also: Vec<String>,
        /// What it is, where terms of reference count by it: "district council".
        kind: Option<String>,
        /// The day on which it ceased, if recorded.
        ended: Option<Day>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found, when no seat says so.
        source: Option<String>,
    }

    /// A partnership: the whole.
    Partnership {
        /// What other records call it, and its address on the site.
        id: String,
        /// Its name.
        name: String,
        /// The sources give no name of its own; this one is ours.
        #[serde(default)]
        name_ours: bool,
        /// Shorter forms of the name.
        #[serde(default)]
        also: Vec<String>,
        /// Whose working days count.
        nation: String,
        /// Its zone.
        zone: String,
        /// Search engines are asked to stay away.
        noindex: bool,
        /// Its sectors, in its own words and order.
        #[serde(default)]
        sectors: Vec<String>,
        /// What should be known about them.
        sectors_note: Option<String>,
        /// The latest day on which it can have begun.
        established_not_after: Option<Day>,
        /// Offices known although no list of members is held.
        #[serde(default, rename = "office")]
        offices: Vec<Office>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A body of a partnership.
    Body {
        /// What other records call it, and its address on the site.
        id: String,
        /// Its name.
        name: String,
        /// Shorter or other forms.
        #[serde(default)]
        also: Vec<String>,
        /// `partnership`, `board`, `executive board`, `working group`, `task group` or `forum`.
        kind: String,
        /// When it began: a day, a month or a year.
        established: Option<String>,
        /// The body within which it exists.
        within: Option<String>,
        /// The body into which it reports.
        reports_into: Option<String>,
        /// It stands beside the partnership, within nothing.
        #[serde(default)]
        independent: bool,
        /// Bodies it works with on the level.
        #[serde(default)]
        works_with: Vec<String>,
        /// What should be known about that.
        works_with_note: Option<String>,
        /// The organisation that supports it.
        secretariat: Option<String>,
        /// Its terms, beneath `charters/`.
        charter: Option<String>,
        /// `draft` or `adoption not recorded`.
        charter_state: Option<String>,
        /// The date on the terms.
        charter_dated: Option<Day>,
        /// Why no terms are held, or what stands in for them.
        charter_note: Option<String>,
        /// Its list of seats, beside the partnership's file.
        seats: Option<String>,
        /// Who sees which class of document by its terms. What they do not say is public here.
        #[serde(default)]
        openness: Vec<bodies::model::Openness>,
        /// What should be known about that.
        openness_note: Option<String>,
        /// The list of grounds on which it exempts matter: `freedom-of-information`, `access-1985`.
        exempt_grounds: Option<String>,
        /// Items of its own that come up at each meeting.
        #[serde(default)]
        standing_items: Vec<bodies::model::StandingItem>,
        /// Where they are known from.
        standing_items_note: Option<String>,
        /// A report proposes it; what was decided is not held.
        #[serde(default)]
        proposed: bool,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// One body's duty to report to another.
    Report {
        /// Who reports.
        from: String,
        /// To whom.
        to: String,
        /// By way of whom.
        through: Option<String>,
        /// What.
        what: String,
        /// How often.
        every: String,
        /// The clause that asks for it.
        clause: String,
        /// Who else receives it.
        #[serde(default)]
        also_to: Vec<String>,
        /// Where it is found.
        source: String,
    }

    /// Terms with blanks, from which a new group's terms are made.
    Model {
        /// What it is called.
        id: String,
        /// Its title.
        title: String,
        /// The text, beneath `charters/`.
        charter: String,
        /// The date on it.
        dated: Day,
        /// The kind of body it is for.
        for_kind: String,
        /// The body within which such a group exists.
        within: String,
        /// How many distinct blanks it has.
        blanks: usize,
        /// Where it is found.
        source: String,
    }

    /// A chapter of a community strategy and the groups proposed for it.
    Chapter {
        /// Its place in the report's list.
        number: u32,
        /// Its name.
        name: String,
        /// `adopted`, `revived`, `new` or `deferred`.
        how: String,
        /// The bodies that would be its theme groups.
        groups: Vec<String>,
        /// A report proposes it.
        #[serde(default)]
        proposed: bool,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A contradiction or a gap that no rule can compute.
    NotedFinding {
        /// The body or partnership on whose page it stands.
        about: String,
        /// The clause concerned.
        clause: Option<String>,
        /// `contradiction`, `cannot tell`, `not recorded`, `untidy` or `not computed`.
        verdict: String,
        /// What is the matter.
        says: String,
        /// Where both sides are found.
        source: String,
    }

    /// A seat. What is absent is not recorded.
    Seat {
        /// Its place in the list.
        number: u32,
        /// What the seat is, where the organisation alone does not say.
        label: Option<String>,
        /// Who sits; absent and not vacant: not held.
        holder: Option<String>,
        /// A second person printed in the seat.
        second_name: Option<String>,
        /// The holder's post.
        office: Option<String>,
        /// Whose seat it is.
        organisation: Option<String>,
        /// The source says that the organisation nominates whoever sits.
        #[serde(default)]
        nominates: bool,
        /// Another body the holder speaks for.
        also_for: Option<String>,
        /// `observer` or `officer`; absent for a member.
        class: Option<String>,
        /// Its sector.
        sector: Option<String>,
        /// The sector is our reading.
        #[serde(default)]
        sector_ours: bool,
        /// It goes with a post.
        #[serde(default)]
        ex_officio: bool,
        /// Nobody sits.
        #[serde(default)]
        vacant: bool,
        /// What the list prints in the place of a name.
        printed: Option<String>,
        /// The list's mark for the chair of a sub-group.
        mark: Option<String>,
        /// The list prints "(new)".
        #[serde(default)]
        printed_new: bool,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// Somebody's time in an office.
    Office {
        /// `chair` or `vice-chair`.
        post: String,
        /// Who; absent: not held.
        holder: Option<String>,
        /// How they came to it: `ex officio`, `elected`.
        how: Option<String>,
        /// The clause by which.
        clause: Option<String>,
        /// A day on which they held it.
        known_on: Option<Day>,
        /// From when.
        from: Option<Day>,
        /// At which item of that day's meeting.
        from_item: Option<u32>,
        /// Until when.
        until: Option<Day>,
        /// At which item of that day's meeting.
        until_item: Option<u32>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }

    /// A body's list of seats and offices.
    SeatList {
        /// Whose list.
        body: String,
        /// A day on which it held.
        known_on: Day,
        /// The day printed on it, when it is another.
        listed_on: Option<Day>,
        /// The seats in their order.
        #[serde(rename = "seat")]
        seats: Vec<Seat>,
        /// The offices.
        #[serde(default, rename = "office")]
        offices: Vec<Office>,
    }
    /// What became of what.
    Succession {
        /// `partnership`, `body` or `organisation`.
        what: String,
        /// `merged`, `replaced` or `went on`.
        how: String,
        /// What there was before.
        from: Vec<String>,
        /// What there was afterwards.
        into: Vec<String>,
        /// On which day.
        on: Option<Day>,
        /// Or the latest day on which it can have happened.
        not_after: Option<Day>,
        /// What the one that went on became.
        becomes: Option<String>,
        /// What should be known about it.
        note: Option<String>,
        /// Where it is found.
        source: String,
    }
}
