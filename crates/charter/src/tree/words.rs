//! The closed lists of verbs and things, each with its spellings. The first spelling is the canonical one.

use serde::{Deserialize, Serialize};

macro_rules! verbs {
    ($($name:ident: $base:literal, $third:literal, $participle:literal;)*) => {
        /// The closed list of verbs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub enum Verb { $($name,)* }

        impl Verb {
            /// Every verb.
            pub const ALL: &[Verb] = &[$(Verb::$name,)*];

            /// After "must": `send`.
            pub fn base(self) -> &'static str { match self { $(Verb::$name => $base,)* } }

            /// After one person: `sends`.
            pub fn third(self) -> &'static str { match self { $(Verb::$name => $third,)* } }

            /// After "must be": `sent`.
            pub fn participle(self) -> &'static str { match self { $(Verb::$name => $participle,)* } }
        }
    };
}

verbs! {
    Admit: "admit", "admits", "admitted";
    Adjourn: "adjourn", "adjourns", "adjourned";
    Agree: "agree", "agrees", "agreed";
    Announce: "announce", "announces", "announced";
    Appoint: "appoint", "appoints", "appointed";
    Approve: "approve", "approves", "approved";
    Arrange: "arrange", "arranges", "arranged";
    Ask: "ask", "asks", "asked";
    Attend: "attend", "attends", "attended";
    BeHeard: "be heard", "is heard", "given a hearing";
    Bring: "bring", "brings", "brought";
    Call: "call", "calls", "called";
    CastSecondVote: "cast a second vote", "casts a second vote", "given a second vote";
    Circulate: "circulate", "circulates", "circulated";
    Consider: "consider", "considers", "considered";
    Consult: "consult", "consults", "consulted";
    CountInQuorum: "count towards the quorum", "counts towards the quorum", "counted towards the quorum";
    Decide: "decide", "decides", "decided";
    Declare: "declare", "declares", "declared";
    Delegate: "delegate", "delegates", "delegated";
    Discuss: "discuss", "discusses", "discussed";
    Dissolve: "dissolve", "dissolves", "dissolved";
    Elect: "elect", "elects", "elected";
    Establish: "establish", "establishes", "established";
    Exclude: "exclude", "excludes", "excluded";
    Fix: "fix", "fixes", "fixed";
    Give: "give", "gives", "given";
    Honour: "honour", "honours", "honoured";
    Invite: "invite", "invites", "invited";
    Keep: "keep", "keeps", "kept";
    Leave: "leave", "leaves", "left";
    Meet: "meet", "meets", "met";
    Miss: "miss", "misses", "missed";
    Move: "move", "moves", "moved";
    Name: "name", "names", "named";
    Notify: "notify", "notifies", "notified";
    Preside: "preside", "presides", "presided over";
    Publish: "publish", "publishes", "published";
    Ratify: "ratify", "ratifies", "ratified";
    Record: "record", "records", "recorded";
    Remove: "remove", "removes", "removed";
    Replace: "replace", "replaces", "replaced";
    Report: "report", "reports", "reported";
    Request: "request", "requests", "requested";
    Resign: "resign", "resigns", "resigned";
    Review: "review", "reviews", "reviewed";
    Second: "second", "seconds", "seconded";
    Send: "send", "sends", "sent";
    Serve: "serve", "serves", "served";
    Speak: "speak", "speaks", "spoken";
    Stay: "stay", "stays", "stayed";
    Support: "support", "supports", "supported";
    Table: "table", "tables", "tabled";
    Vacate: "vacate", "vacates", "vacated";
    Vote: "vote", "votes", "voted";
}

macro_rules! things {
    ($($name:ident: $($spelling:literal),+;)*) => {
        /// The closed list of things.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub enum Word { $($name,)* }

        impl Word {
            /// Every thing.
            pub const ALL: &[Word] = &[$(Word::$name,)*];

            /// Its spellings, the canonical one first.
            pub fn spellings(self) -> &'static [&'static str] { match self { $(Word::$name => &[$($spelling),+],)* } }

            /// Its canonical spelling.
            pub fn canonical(self) -> &'static str { self.spellings()[0] }
        }
    };
}

things! {
    Agenda: "the agenda", "agendas", "agenda";
    Papers: "the papers", "papers";
    Minutes: "the minutes", "minutes";
    DraftMinutes: "the draft minutes", "draft minutes";
    Notice: "notice";
    Item: "an item", "items", "agenda items";
    FurtherItem: "a further item", "further items", "a late item", "late items";
    Meeting: "a meeting", "meetings", "the meeting";
    FurtherMeeting: "a further meeting", "further meetings", "an extra meeting", "extra meetings", "a special meeting", "special meetings", "additional meetings";
    Dates: "the dates of the meetings", "the dates of meetings", "the dates";
    Substitute: "a substitute", "substitutes";
    Nominee: "another nominee", "a nominee";
    Decision: "a decision", "decisions";
    UrgentDecision: "an urgent decision", "urgent decisions";
    Motion: "a motion", "motions";
    Vote: "a vote", "the vote";
    Interests: "the interests declared", "interests declared";
    Attendance: "the attendance", "attendance";
    Reason: "the reason", "the reasons", "reasons";
    Membership: "the membership";
    Terms: "these terms";
    Seat: "the seat";
    NewMember: "a new member", "new members";
    WorkingGroup: "a working group", "working groups", "a sub-group", "sub-groups", "a task group", "task groups";
    Commitments: "earlier commitments";
    Proposal: "a proposal", "proposals";
    Vacancy: "a vacancy";
    Progress: "progress";
    Question: "a question", "questions";
}
