# The public site.

home-title = Partnerships
home-says = { $number ->
    [0] Partnerships will stand here as soon as one is founded.
    [one] What one partnership is, who sits on it, when it meets and what it decides.
   *[other] What { $number } partnerships are, who sits on them, when they meet and what they decide.
}
home-search = Find a partnership
home-search-hint = Part of its name or its area.
home-search-button = Find
home-bodies = { $number ->
    [one] One body
   *[other] { $number } bodies
}
home-more = There are more. Write part of a name above.
home-nothing-found = No partnership here has “{ $asked }” in its name or area.
home-empty = No partnership has been founded yet.

public-source = Source
public-exempt-item = Exempt item
public-exempt-paper = Exempt paper
since = since { $day }
until = until { $day }
since-item = since item { $item } of { $day }
until-item = until item { $item } of { $day }
as-at-another = See it as at another day
as-at-says = Who sits, what belongs where and which terms apply, as far as the record shows for that day.

can-label = What you can do here
can-diary = Meetings, as you see them
can-plan = Plan meetings
can-papers = Papers
can-letters = Letters
can-corrections = Corrections of minutes
can-duties = What is due in every body
can-manage = Keep this body’s record
can-structure = Keep the structure

partnership-area = Area
partnership-website = Website
partnership-structure = How the bodies hang together
partnership-next = Next meetings
partnership-next-none = No body has announced a meeting.
partnership-body = Body
partnership-bodies = Bodies
partnership-past = Bodies that have ended
partnership-until = ended on { $day }
partnership-until-unknown = on a day that is not recorded
partnership-actions = Actions of all bodies

body-contents = On this page
body-members = Who sits there, and why
body-meetings = Meetings
body-how = How it works
body-decisions = Decisions
body-standing = How it stands to its terms
body-duties = What is due, and by when
body-findings = Where the terms and the list of members disagree
body-findings-noted = Gaps and contradictions in the record
body-members-none = Its members are not recorded.
body-as-at-before = That is before it was established, on { $day }.
body-as-at-after = That is after it ended, on { $day }.
body-all-meetings = All meetings
body-all-decisions = All decisions
body-actions = Open actions
body-feed = Feed of meetings and minutes
public-body-ended = Ended
body-ended-on = It ended on { $day }. What follows is as at its last day.
body-ended-day-unknown = Its last day is not recorded.
body-ended-dissolved = It was dissolved.
body-ended-merged = It went into another body.
body-ended-succeeded = Another body took its place.
body-keeps-all = { $body } keeps its membership, its meetings and its terms to its members.
body-no-terms = No terms of reference are in this record.
body-only-text = These terms are statements only: nothing in them is a rule that can be checked.
body-asks-chair = How is the chair chosen?
body-asks-agenda = How does an item get on the agenda?
body-asks-decide = How are decisions made?
body-asks-quorum = How many must be present?
body-asks-substitute = May somebody come in a member’s place?
body-asks-meet = How often does it meet?
body-asks-seats = Who has to sit there?
body-relatives = How it stands to other bodies
body-established = Established
body-note = Note
relative-within-out = Within:
relative-within-in = Has within it:
relative-works-with = Works with:
relative-reports-to-out = Reports to:
relative-reports-to-in = Receives reports from:
relative-merged-later = Merged into:
relative-merged-earlier = Merged into this body:
relative-succeeded-later = Succeeded by:
relative-succeeded-earlier = Follows:
relative-dissolved-later = Succeeded by:
relative-dissolved-earlier = Follows:

members-title = Members
members-count = { $number ->
    [one] One seat.
   *[other] { $number } seats.
}
members-vacant = { $number ->
    [one] One is vacant.
   *[other] { $number } are vacant.
}
members-as-at = As at { $day }.
members-as-at-field = As at
members-as-at-button = Show
members-as-at-another = See them as at another day
members-none = No member of { $body } is recorded for that day.
members-undated = Where no day stands beside a name the record does not show since when: whether it was so on a given day cannot be told from it.
members-kept = { $body } keeps its membership to its members.
seat-who = Who
seat-why = For
public-seat-class = As
seat-class-member = Member
public-how-not-recorded = how it was filled is not recorded
seat-nominated = Nominated by { $who }
public-seat-organisation-ended = (ended { $day })
public-seat-ex-officio = As { $post }
public-seat-sector-ours = (ours)
seat-sector-ours-says = “Ours” marks a sector that the record does not state and that was added by those who keep it.

calendar-title = Meetings
calendar-next = Next meetings
calendar-past = Past meetings
calendar-next-none = No meeting is announced.
calendar-kept = { $body } keeps the dates of its meetings to its members.
calendar-feed-title = In your own calendar
calendar-feed-says = Give this address to a calendar program as a subscription. It follows every change of a date, an hour or a place.
calendar-day = Day
calendar-time = Time
calendar-place = Place
calendar-what = What there is
calendar-cancelled = Called off
calendar-minutes = Minutes
calendar-minutes-draft = Draft minutes
calendar-open = Being held, or written up
calendar-held = Held
calendar-agenda = Agenda
calendar-planned = Date only
calendar-kind-ordinary = Ordinary meeting
calendar-kind-further = Further meeting
calendar-kind-annual = Annual meeting
calendar-kind-special = Special meeting
calendar-kind-reconvened = Reconvened meeting

meeting-public-title = Meeting of { $day }
meeting-kept-title = Meeting
meeting-public-kept = { $body } keeps its meetings to its members.
meeting-public-whole = See it as a member does
meeting-public-cancelled = This meeting will not be held. { $reason }
meeting-public-access = Access
meeting-public-agenda = Agenda
meeting-public-agenda-sent = Agenda sent
meeting-public-items = What it dealt with
meeting-public-papers = Papers for the whole meeting
meeting-public-no-items = The record holds no items of this meeting.
meeting-public-not-sent = The agenda will stand here when it is sent.
meeting-public-not-held = No agenda of this meeting is in the record.
meeting-public-late = Taken late: { $reason }
meeting-public-minutes-approved = Approved minutes
meeting-public-minutes-draft = Draft minutes, not yet approved
minutes-public-draft = These minutes are a draft. The body may still change them when it approves them.
minutes-kept-title = Minutes that are not published
minutes-public-kept = { $body } has not published minutes of this meeting.

public-decisions-none = No decision is recorded.
decisions-kept = { $body } keeps its decisions to its members.
decision-item = Item { $number }: { $title }
decision-meeting = To the meeting
decision-votes = { $for } for, { $against } against, { $abstained } abstained

feed-planned = { $body } will meet on { $day }
feed-agenda = { $body }: agenda for { $day }
feed-held = { $body } met on { $day }
feed-cancelled = { $body } will not meet on { $day }
feed-draft = { $body }: draft minutes of { $day }
feed-approved = { $body }: minutes of { $day }
