//! The closed lists of verbs and things, each with its spellings. The first spelling is the canonical one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The forms of a verb: after "must", after one person, after "must be".
pub(crate) type Forms = (&'static str, &'static str, &'static str);

macro_rules! verbs {
    ($($name:ident: $(($base:literal, $third:literal, $participle:literal)),+;)*) => {
        /// The closed list of verbs.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub enum Verb { $($name,)* }

        impl Verb {
            /// Every verb.
            pub const ALL: &[Verb] = &[$(Verb::$name,)*];

            /// Its spellings, the canonical one first.
            pub(crate) fn forms(self) -> &'static [Forms] { match self { $(Verb::$name => &[$(($base, $third, $participle)),+],)* } }
        }
    };
}

impl Verb {
    /// After "must": `send`.
    pub fn base(self) -> &'static str {
        self.forms()[0].0
    }

    /// After one person: `sends`.
    pub fn third(self) -> &'static str {
        self.forms()[0].1
    }

    /// After "must be": `sent`.
    pub fn participle(self) -> &'static str {
        self.forms()[0].2
    }

    /// The verb with that base form, canonical or not, in any case.
    pub fn named(base: &str) -> Option<Self> {
        Self::ALL.iter().find(|v| v.forms().iter().any(|(b, ..)| b.eq_ignore_ascii_case(base))).copied()
    }
}

verbs! {
    Abstain: ("abstain", "abstains", "abstained"), ("abstain from voting", "abstains from voting", "abstained from voting");
    Accept: ("accept", "accepts", "accepted");
    Act: ("act", "acts", "acted");
    Adjourn: ("adjourn", "adjourns", "adjourned");
    Admit: ("admit", "admits", "admitted"), ("co-opt", "co-opts", "co-opted");
    Adopt: ("adopt", "adopts", "adopted");
    Advertise: ("advertise", "advertises", "advertised");
    Advise: ("advise", "advises", "advised");
    Agree: ("agree", "agrees", "agreed"), ("consent", "consents", "consented");
    Allocate: ("allocate", "allocates", "allocated"), ("allot", "allots", "allotted");
    Announce: ("announce", "announces", "announced");
    Appoint: ("appoint", "appoints", "appointed");
    Apply: ("apply", "applies", "applied");
    Approve: ("approve", "approves", "approved");
    Arrange: ("arrange", "arranges", "arranged");
    Ask: ("ask", "asks", "asked");
    Assess: ("assess", "assesses", "assessed"), ("evaluate", "evaluates", "evaluated"), ("examine", "examines", "examined");
    Attend: ("attend", "attends", "attended");
    Audit: ("audit", "audits", "audited");
    BeHeard: ("be heard", "is heard", "given a hearing");
    Bind: ("bind", "binds", "bound");
    Bring: ("bring", "brings", "brought");
    Call: ("call", "calls", "called"), ("convene", "convenes", "convened"), ("summon", "summons", "summoned");
    CallIn: ("call in", "calls in", "called in");
    Cancel: ("cancel", "cancels", "cancelled");
    CastSecondVote: ("cast a second vote", "casts a second vote", "given a second vote"), ("cast a casting vote", "casts a casting vote", "given a casting vote"), ("have a casting vote", "has a casting vote", "given a casting vote"), ("have a second or casting vote", "has a second or casting vote", "given a second or casting vote"), ("have a second vote", "has a second vote", "given a second vote"), ("exercise a casting vote", "exercises a casting vote", "given a casting vote");
    Certify: ("certify", "certifies", "certified");
    Change: ("change", "changes", "changed"), ("amend", "amends", "amended"), ("alter", "alters", "altered"), ("vary", "varies", "varied");
    Circulate: ("circulate", "circulates", "circulated"), ("distribute", "distributes", "distributed");
    Comment: ("comment", "comments", "commented");
    Complete: ("complete", "completes", "completed");
    Comply: ("comply", "complies", "complied");
    Confirm: ("confirm", "confirms", "confirmed"), ("acknowledge", "acknowledges", "acknowledged");
    Consider: ("consider", "considers", "considered"), ("take into account", "takes into account", "taken into account");
    Consult: ("consult", "consults", "consulted"), ("engage", "engages", "engaged");
    Contribute: ("contribute", "contributes", "contributed");
    Count: ("count", "counts", "counted");
    CountAsAgreeing: ("count as agreeing", "counts as agreeing", "counted as agreeing");
    CountInQuorum: ("count towards the quorum", "counts towards the quorum", "counted towards the quorum");
    Cover: ("cover", "covers", "covered");
    Decide: ("decide", "decides", "decided"), ("determine", "determines", "determined");
    Declare: ("declare", "declares", "declared");
    Defer: ("defer", "defers", "deferred"), ("postpone", "postpones", "postponed");
    Delegate: ("delegate", "delegates", "delegated");
    Destroy: ("destroy", "destroys", "destroyed"), ("delete", "deletes", "deleted");
    Direct: ("direct", "directs", "directed");
    Disclose: ("disclose", "discloses", "disclosed");
    Discuss: ("discuss", "discusses", "discussed"), ("debate", "debates", "debated");
    Dissolve: ("dissolve", "dissolves", "dissolved"), ("disband", "disbands", "disbanded"), ("wind up", "winds up", "wound up");
    Draft: ("draft", "drafts", "drafted");
    Elect: ("elect", "elects", "elected"), ("choose", "chooses", "chosen"), ("select", "selects", "selected");
    Employ: ("employ", "employs", "employed");
    End: ("end", "ends", "ended"), ("terminate", "terminates", "terminated"), ("close", "closes", "closed");
    Endorse: ("endorse", "endorses", "endorsed");
    Establish: ("establish", "establishes", "established"), ("set up", "sets up", "set up"), ("create", "creates", "created"), ("form", "forms", "formed");
    Exclude: ("exclude", "excludes", "excluded");
    Exercise: ("exercise", "exercises", "exercised");
    Express: ("express", "expresses", "expressed");
    Extend: ("extend", "extends", "extended");
    Fill: ("fill", "fills", "filled");
    Fix: ("fix", "fixes", "fixed"), ("set", "sets", "set");
    FollowUp: ("follow up", "follows up", "followed up");
    Fund: ("fund", "funds", "funded");
    Give: ("give", "gives", "given"), ("provide", "provides", "provided");
    Hear: ("hear", "hears", "listened to");
    Hold: ("hold", "holds", "held");
    Host: ("host", "hosts", "hosted");
    Honour: ("honour", "honours", "honoured");
    Implement: ("implement", "implements", "implemented"), ("carry out", "carries out", "carried out"), ("deliver", "delivers", "delivered");
    Incur: ("incur", "incurs", "incurred");
    Indemnify: ("indemnify", "indemnifies", "indemnified");
    Inspect: ("inspect", "inspects", "inspected");
    Invite: ("invite", "invites", "invited");
    Join: ("join", "joins", "joined");
    Keep: ("keep", "keeps", "kept"), ("maintain", "maintains", "maintained"), ("retain", "retains", "retained");
    Leave: ("leave", "leaves", "left"), ("withdraw", "withdraws", "withdrawn");
    Lead: ("lead", "leads", "led");
    Limit: ("limit", "limits", "limited");
    Lower: ("lower", "lowers", "lowered"), ("reduce", "reduces", "reduced");
    Make: ("make", "makes", "made");
    Manage: ("manage", "manages", "managed");
    Meet: ("meet", "meets", "met");
    Miss: ("miss", "misses", "missed"), ("fail to attend", "fails to attend", "missed"), ("be absent from", "is absent from", "missed");
    Monitor: ("monitor", "monitors", "monitored"), ("oversee", "oversees", "overseen"), ("supervise", "supervises", "supervised");
    Move: ("move", "moves", "moved");
    Name: ("name", "names", "named"), ("designate", "designates", "designated");
    Nominate: ("nominate", "nominates", "nominated");
    Notify: ("notify", "notifies", "notified"), ("inform", "informs", "informed"), ("tell", "tells", "told");
    Object: ("object", "objects", "objected");
    Pay: ("pay", "pays", "paid"), ("reimburse", "reimburses", "reimbursed");
    Prepare: ("prepare", "prepares", "prepared"), ("draw up", "draws up", "drawn up"), ("produce", "produces", "produced"), ("develop", "develops", "developed");
    Present: ("put forward", "puts forward", "put forward"), ("present", "presents", "presented");
    Preside: ("preside", "presides", "presided over"), ("chair", "chairs", "chaired");
    Procure: ("procure", "procures", "procured");
    Promote: ("promote", "promotes", "promoted");
    Propose: ("propose", "proposes", "proposed");
    Publish: ("publish", "publishes", "published"), ("post", "posts", "posted");
    Put: ("put", "puts", "put");
    Raise: ("raise", "raises", "raised");
    Ratify: ("ratify", "ratifies", "ratified");
    Read: ("read", "reads", "read");
    Reappoint: ("reappoint", "reappoints", "reappointed"), ("re-appoint", "re-appoints", "re-appointed");
    Receive: ("receive", "receives", "received");
    Recommend: ("recommend", "recommends", "recommended");
    Reconsider: ("reconsider", "reconsiders", "reconsidered");
    Reconvene: ("reconvene", "reconvenes", "reconvened"), ("rearrange", "rearranges", "rearranged"), ("resume", "resumes", "resumed");
    Record: ("record", "records", "recorded"), ("minute", "minutes", "minuted");
    Refer: ("refer", "refers", "referred"), ("escalate", "escalates", "escalated");
    Refuse: ("refuse", "refuses", "refused");
    Register: ("register", "registers", "registered");
    Reject: ("reject", "rejects", "rejected");
    Remove: ("remove", "removes", "removed");
    Renew: ("renew", "renews", "renewed");
    Replace: ("replace", "replaces", "replaced");
    Reply: ("reply", "replies", "answered");
    Report: ("report", "reports", "reported");
    Represent: ("represent", "represents", "represented");
    Request: ("request", "requests", "requested");
    Require: ("require", "requires", "required");
    Reschedule: ("reschedule", "reschedules", "rescheduled");
    Resign: ("resign", "resigns", "resigned");
    Resolve: ("resolve", "resolves", "resolved"), ("settle", "settles", "settled");
    Respect: ("respect", "respects", "respected");
    Retire: ("retire", "retires", "retired");
    Return: ("return", "returns", "returned");
    Review: ("review", "reviews", "reviewed");
    Scrutinise: ("scrutinise", "scrutinises", "scrutinised");
    Second: ("second", "seconds", "seconded");
    Seek: ("seek", "seeks", "sought");
    Send: ("send", "sends", "sent"), ("issue", "issues", "issued"), ("copy", "copies", "copied"), ("mail", "mails", "mailed");
    Serve: ("serve", "serves", "served"), ("hold office", "holds office", "served");
    Share: ("share", "shares", "shared");
    Shorten: ("shorten", "shortens", "shortened");
    Sign: ("sign", "signs", "signed");
    Speak: ("speak", "speaks", "spoken");
    Spend: ("spend", "spends", "spent");
    Stay: ("stay", "stays", "stayed");
    Submit: ("submit", "submits", "submitted"), ("lodge", "lodges", "lodged");
    Support: ("support", "supports", "supported");
    Suspend: ("suspend", "suspends", "suspended");
    Table: ("table", "tables", "tabled");
    Take: ("take", "takes", "taken");
    TakePart: ("take part", "takes part", "taken part in"), ("participate", "participates", "participated in");
    Train: ("train", "trains", "trained");
    Transfer: ("transfer", "transfers", "transferred");
    Undertake: ("undertake", "undertakes", "undertaken"), ("conduct", "conducts", "conducted"), ("undergo", "undergoes", "undergone");
    Use: ("use", "uses", "used");
    Vacate: ("vacate", "vacates", "vacated");
    Veto: ("veto", "vetoes", "vetoed");
    Vote: ("vote", "votes", "voted");
    Waive: ("waive", "waives", "waived");
    Withhold: ("withhold", "withholds", "withheld");
    Work: ("work", "works", "worked");
    Write: ("write", "writes", "written");
}

macro_rules! things {
    ($($name:ident: $($spelling:literal),+;)*) => {
        /// The closed list of things.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
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
    AccessDetails: "the access details", "access details";
    Accounts: "the accounts", "accounts";
    ActionList: "the action list", "the action log", "the action points", "actions";
    Advice: "advice", "the advice";
    Agenda: "the agenda", "agendas", "agenda";
    Amendment: "an amendment", "amendments", "a change of these terms", "a change to these terms", "an amendment of these terms", "an amendment to these terms";
    AnnualReport: "the annual report", "an annual report";
    Answers: "the answers", "answers", "the replies", "replies", "a reply";
    Apologies: "apologies";
    Appointment: "an appointment", "appointments", "the appointment";
    Absence: "an absence", "absences";
    Assessment: "the assessment", "an assessment", "assessments";
    Attendance: "the attendance", "attendance";
    Audit: "an audit", "the audit";
    Bid: "a bid", "bids", "a tender", "tenders", "an application", "applications";
    Budget: "the budget", "a budget", "budgets", "the annual budget", "an annual budget";
    Changes: "the changes", "changes", "the dates of the changes";
    CodeOfConduct: "the code of conduct", "a code of conduct";
    Comments: "comments", "the comments";
    Commitments: "earlier commitments", "commitments";
    Complaint: "a complaint", "complaints", "the complaint";
    ConfidentialInformation: "confidential information";
    Consultation: "a consultation", "consultations", "the consultation";
    Contract: "a contract", "contracts";
    Contribution: "a contribution", "contributions", "the contribution", "its contribution";
    Dates: "the dates of the meetings", "the dates of meetings", "the dates", "the calendar of meetings", "the schedule of meetings";
    Decision: "a decision", "decisions", "the decision";
    Deputation: "a deputation", "deputations";
    Dispensation: "a dispensation", "dispensations";
    Dispute: "a dispute", "disputes", "a disagreement", "disagreements";
    Documents: "documents", "the documents", "a document";
    DraftMinutes: "the draft minutes", "draft minutes";
    EmailVote: "an e-mail vote", "e-mail votes", "a written vote", "a written resolution", "written resolutions";
    Expenses: "expenses", "the expenses";
    Expenditure: "expenditure", "the expenditure";
    Allowances: "allowances", "an allowance";
    Function: "a function", "functions", "its functions", "the functions", "a delegated function";
    ForwardPlan: "the forward plan", "a forward plan";
    FurtherItem: "a further item", "further items", "a late item", "late items", "an item not on the agenda";
    FurtherMeeting: "a further meeting", "further meetings", "an extra meeting", "extra meetings", "a special meeting", "special meetings", "additional meetings", "an extraordinary meeting", "extraordinary meetings", "an emergency meeting", "emergency meetings";
    Gift: "a gift", "gifts";
    Grant: "a grant", "grants", "funding";
    Induction: "an induction", "induction", "training";
    Information: "information", "the information";
    Instructions: "instructions";
    Interests: "the interests declared", "interests declared";
    Item: "an item", "items", "agenda items", "the item";
    Levy: "the levy", "a levy";
    Meeting: "a meeting", "meetings", "the meeting", "each meeting";
    RegularMeeting: "a regular meeting", "regular meetings", "an ordinary meeting", "ordinary meetings";
    AnnualMeeting: "the annual meeting", "an annual meeting", "an annual general meeting";
    FirstMeeting: "the first meeting";
    Membership: "the membership", "membership";
    MembershipList: "the membership list", "the list of members";
    Minutes: "the minutes", "minutes";
    Money: "money", "funds", "the funds";
    Motion: "a motion", "motions", "the motion";
    Names: "the names of the members", "the names of the members present", "the names of those present", "members' names";
    NewMember: "a new member", "new members";
    NoConfidence: "a vote of no confidence", "a motion of no confidence";
    Nomination: "a nomination", "nominations", "the nominations";
    Nominee: "another nominee", "a nominee", "nominees";
    Notice: "notice", "a notice", "the notice";
    Objection: "an objection", "objections";
    Objectives: "objectives", "the objectives";
    Office: "an office", "office";
    OrderOfBusiness: "the order of business", "the order of the items";
    Outcome: "the outcome", "outcomes", "the outcomes", "the result", "the results";
    Papers: "the papers", "papers", "the agenda and papers", "the agenda and the papers", "agenda and papers", "reports for the meeting";
    Payment: "a payment", "payments";
    Performance: "performance", "its performance", "its effectiveness";
    Petition: "a petition", "petitions";
    Place: "the place of the meetings", "the venue";
    Plan: "the plan", "a plan", "plans", "the strategy", "a strategy";
    Policy: "a policy", "policies";
    Powers: "powers", "the powers";
    Precept: "the precept", "a precept";
    Presentation: "a presentation", "presentations";
    Priorities: "priorities", "the priorities";
    Procedure: "procedure", "the procedure", "standing orders", "rules of procedure";
    Progress: "progress", "its progress", "the progress";
    Proposal: "a proposal", "proposals", "the proposal";
    Question: "a question", "questions";
    Quorum: "the quorum", "a quorum";
    Reason: "the reason", "the reasons", "reasons";
    Recommendation: "a recommendation", "recommendations", "the recommendation", "the recommendations";
    Recording: "the recording", "a recording", "recordings";
    Records: "the records", "records", "a record";
    RegisterOfInterests: "the register of interests", "a register of interests";
    Replacement: "a replacement", "replacements", "the replacement";
    Report: "a report", "reports", "the report", "a written report", "regular reports";
    Resignation: "the resignation", "a resignation", "resignations";
    Resolution: "a resolution", "resolutions", "the resolution";
    Resources: "resources", "the resources";
    Review: "a review", "the review", "reviews";
    RiskRegister: "the risk register", "a risk register";
    Roll: "the roll";
    Seat: "the seat", "a seat", "the position";
    Staff: "staff", "the staff", "employees";
    Statement: "a public statement", "public statements";
    Substitute: "a substitute", "substitutes", "an alternate", "alternates", "a deputy", "deputies", "a proxy", "proxies", "the substitute";
    SupportOfStaff: "administrative support", "secretarial support", "support";
    Targets: "targets", "the targets";
    Task: "a task", "tasks", "the task", "its task";
    Term: "the term", "a term", "the term of office";
    Terms: "these terms", "these terms of reference", "the terms of reference", "the constitution", "this charter", "the charter", "the bylaws", "the by-laws", "bylaws";
    UrgentDecision: "an urgent decision", "urgent decisions", "an emergency decision", "emergency decisions";
    Vacancy: "a vacancy", "vacancies", "the vacancy";
    View: "the views of the public", "views", "the views";
    Vote: "a vote", "the vote", "votes";
    Website: "a website", "the website";
    WorkProgramme: "the work programme", "a work programme", "the work plan", "a work plan", "the annual work plan";
    WorkingGroup: "a working group", "working groups", "a sub-group", "sub-groups", "a task group", "task groups", "a sub-committee", "sub-committees", "a committee", "committees", "a panel", "panels";
}
