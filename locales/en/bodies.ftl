# Bodies, seats, appointments and offices: the pages that keep them.

ask-secretariat = Ask the secretariat of this body.
ask-home-secretariat = This record is kept by the secretariat of the partnership in which it was first known. Ask them, or an administrator.

body-kind-partnership = Partnership
body-kind-board = Board
body-kind-executive-board = Executive board
body-kind-executive-board-hint = Runs the partnership between its meetings
body-kind-working-group = Working group
body-kind-working-group-hint = A sub-group or theme group that goes on
body-kind-task-group = Task group
body-kind-task-group-hint = Set up for one thing
body-kind-forum = Forum
body-kind-forum-hint = Meets to hear and be heard
link-kind-within = Within
link-kind-within-hint = It is a part of that body
link-kind-works-with = Works with
link-kind-works-with-hint = Side by side in a network; neither answers to the other
link-kind-reports-to = Reports to
link-kind-reports-to-hint = It reports or answers to that body
body-ending-dissolved = Dissolved
body-ending-dissolved-hint = Nothing takes its place
body-ending-merged = Merged
body-ending-merged-hint = It goes into another body
body-ending-succeeded = Succeeded
body-ending-succeeded-hint = Another body takes its place
seat-class-voting = Voting
seat-class-voting-hint = Takes part in decisions
seat-class-adviser = Adviser
seat-class-adviser-hint = Speaks, and takes no part in decisions
seat-class-observer = Observer
seat-class-observer-hint = Listens
seat-class-officer = Officer
seat-class-officer-hint = Serves the body
role-holder = Holds the seat
role-second = Second name
role-second-hint = The list shows two names for this seat
role-substitute = Standing substitute
role-substitute-hint = Stands in whenever the holder cannot come
appointment-ending-resigned = Resigned
appointment-ending-lapsed = Lapsed
appointment-ending-lapsed-hint = It ended under the terms, as after absences
appointment-ending-term-over = Term over
appointment-ending-replaced = Replaced
appointment-ending-replaced-hint = The organisation appointed somebody else
appointment-ending-seat-ended = The seat ended
office-kind-chair = Chair
office-kind-vice-chair = Vice-chair
office-kind-secretary = Secretary
office-kind-secretary-hint = Calls the meetings and keeps the record: may change this body’s pages
office-kind-co-ordinator = Co-ordinator
how-filled-ex-officio = Ex officio
how-filled-elected = Elected
how-filled-appointed = Appointed
how-filled-rotation = By turns
how-filled-not-recorded = Not recorded
document-class-membership = Who sits there
document-class-charter = Terms of reference
document-class-agenda = Dates and agendas
document-class-papers = Papers
document-class-minutes = Approved minutes
document-class-minutes-draft = Minutes not yet approved
document-class-decisions = Decisions
document-class-actions = Actions
audience-public = Everybody
audience-members = All partners
audience-body = This body
standing-kind-apologies = Apologies and substitutes
standing-kind-interests = Declarations of interest
standing-kind-minutes = Minutes of the last meeting
standing-kind-matters-arising = Matters arising
standing-kind-co-ordinator = Co-ordinator’s report
standing-kind-sub-groups = Updates of sub-groups
standing-kind-next-meetings = Dates of next meetings
standing-kind-any-other-business = Any other business
verdict-contradiction = Contradiction
verdict-cannot-tell = Cannot tell
verdict-not-recorded = Not recorded
verdict-untidy = Untidy
verdict-not-computed = Not computed

manage-crumb = Keep
manage-title = Keep { $body }
manage-ended = { $body } ended { $day }: { $how }.
manage-attention = What wants looking at
manage-vacant = { $number ->
    [one] One seat is vacant.
   *[other] { $number } seats are vacant.
}
manage-vacant-one = Vacant: { $seat }
manage-missing = Nobody is recorded as { $office }.
manage-term-over = The term of { $name } ({ $seat }) was over on { $day }.
manage-term-ends = The term of { $name } ({ $seat }) is over on { $day }.
manage-all-well = Every seat is held or noted, and no term ends within three months.
manage-composition = Composition
manage-choices = What the body has chosen
manage-record = Record
manage-seats = Seats and appointments
manage-seats-count = { $number ->
    [one] One seat
   *[other] { $number } seats
}
manage-offices = Offices
manage-offices-count = { $number ->
    [0] Nobody recorded
    [one] One person
   *[other] { $number } people
}
manage-distribution = Distribution list
manage-distribution-count = { $number ->
    [0] Members only
    [one] One reader besides the members
   *[other] { $number } readers besides the members
}
manage-openness = Openness
manage-openness-count = { $number ->
    [0] Nothing chosen: for this body alone
   *[other] Chosen for { $number } of 8 classes
}
manage-standing = Standing items
manage-standing-count = { $number ->
    [0] None chosen
    [one] One item
   *[other] { $number } items
}
manage-charter = Terms of reference
manage-letters = Letters
manage-standing-to-terms = How it stands to its terms
manage-papers = Papers
manage-grounds = Grounds for keeping matter from the public
manage-meetings = Meetings
manage-history = History
manage-history-says = Who changed what, when, under which clause
manage-structure = Structure and sectors
manage-name = Name and purpose
manage-end = Dissolve, merge or succeed
manage-public = See the page that everybody sees

seats-title = Seats
seats-as-at = As at
seats-show = Show
seats-held = { $held } of { $all } held
seats-vacancies = { $number ->
    [0] no vacancy
    [one] one vacancy
   *[other] { $number } vacancies
}
seats-on = on { $day }
seats-today = today
seats-add = Add a seat
seats-none = The seats of { $body } will stand here. A seat belongs to whoever nominates to it; people are appointed to it.
seats-none-then = { $body } had no seats on { $day }.
seat-label = Seat
seat-class = Class
seat-sector = Sector
seat-sector-ours = added by us
seat-nominated-by = Nominated by
seat-held-by = Held by
seat-vacant = Vacant
seat-not-recorded = Not recorded
seat-ex-officio = ex officio: { $post }
seat-organisation-ended = ended { $day }; the seat lives on
seat-since = since { $day }
seat-until = until { $day }
seat-term = term over { $day }
seat-appoint = Appoint
seat-add-title = Add a seat
seat-name-hint = As the list has it, for example “Leader, Swale Borough Council”.
seat-sector-none = No sector
seat-sector-ours-tick = The record does not state the sector: we added it
seat-organisation = Organisation that nominates
seat-organisation-hint = Leave empty when a group nominates, or nobody does.
seat-organisation-new = This is another organisation of the same name
seat-group = Group that nominates
seat-group-hint = For example, district councils in turn.
seat-post = Post that brings the seat with it
seat-post-hint = Only for a seat held ex officio.
seat-starts = Since when there is such a seat
seat-note = Note
seat-note-hint = Shown on its line in the list.
seat-unrecorded-tick = Nobody recorded who sits in it: show it as not recorded, not as vacant
seat-save = Save seat
seat-add-button = Add seat
seat-people = Who sits and sat in it
seat-people-none = Nobody has been appointed to this seat yet.
seat-end-link = End this seat
seat-end-title = End the seat { $seat }
seat-end-says = { $seat } comes to an end after the day you give. It stays in the record and in the list as at earlier dates.
seat-end-people = These appointments end with it: { $names }.
seat-end-last = Last day of the seat
seat-end-button = End seat

appoint-title = Appoint to { $seat }
appoint-person = Who is appointed
appoint-person-hint = Their name without title. You are asked before anybody is recorded anew.
appoint-person-new = This is somebody new, not the person of this name who is recorded already
appoint-role = As what
appoint-post = Post in their organisation
appoint-organisation = Their organisation
appoint-organisation-hint = Only when it is not the one that nominates to the seat.
appoint-from = From
appoint-from-hint = Leave empty when the record does not say.
appoint-term = Term over on
appoint-note = Note
appoint-button = Appoint
appointment-post = Post
appointment-as = As
appointment-from = From
appointment-until = Until
appointment-not-recorded = Not recorded
appointment-still = Still in it
appointment-end = End
appointment-end-title = End the appointment of { $name }
appointment-end-says = { $name } leaves { $seat } after the day you give, and with the seat every right that followed from it. What they could read in their time they can still read.
appointment-end-last = Last day
appointment-end-how = How it ended
appointment-end-button = End appointment

offices-title = Offices
offices-now = Who holds them
offices-before = Who held them
offices-none = Nobody holds an office of { $body } yet. Its secretary calls the meetings; its chair rules.
office-take-title = Somebody takes an office
office-take = Record who takes an office
office-office = Office
office-called = What the body calls it
office-called-hint = When it is not called that, for example “Convener”.
office-how = How they came to it
office-how-none = Not said
office-name = Name
office-from = From
office-until = Until
office-at-item = in mid-meeting
office-leave = Leaves
office-leave-title = { $name } leaves office
office-leave-says = { $name } holds the office until the end of the day you give. In the minutes of a meeting it can pass at an item.
office-leave-last-secretary = Nobody else is secretary of this body. Without one, only the partnership’s own secretariat or an administrator can call its meetings and keep its record.
office-leave-last = Last day
office-leave-button = Record that they leave
office-take-button = Record that they take it

body-name-title = Name and purpose
body-name = Name
body-short-name = Short name
body-short-name-hint = What people call it in talk, for example “Board”.
body-purpose = What it is for
body-save = Save
body-end-title = End { $body }
body-end-members = { $number ->
    [0] Nobody holds a seat on it now.
    [one] One person holds a seat on it now.
   *[other] { $number } people hold seats on it now.
}
body-end-stays = Its meetings, minutes, decisions and seats stay in the record, as open as they are.
body-end-how = What becomes of it
body-end-day = Last day
body-end-day-hint = Leave empty when the record does not say.
body-end-later = The body it goes into, or that takes its place
body-end-later-none = None
body-end-note = Note
body-end-button = End this body
body-end-successions = Before and after
successor-missing = Choose the body it goes into, or that takes its place.

structure-title = Structure and sectors
structure-bodies = Bodies
structure-new = Establish a body
structure-links = How the bodies stand to each other
structure-links-none = No body is within, reports to or works with another yet.
structure-link = Say how two bodies stand to each other
structure-link-body = This body
structure-link-kind = stands so
structure-link-other = to that one
structure-link-from = Since
structure-link-button = Save
structure-sectors = Sectors
structure-sectors-none = No sectors yet. Name them in the partnership’s own words.
structure-sector-new = Another sector
structure-sector-button = Add sector
structure-kept = Keep
body-new-title = Establish a body
body-new-kind = What kind of body
body-new-established = Since
body-new-link = How it stands to another
body-new-other = To which body
body-new-other-none = None
body-new-button = Establish
body-ended = ended

openness-title = Openness
openness-says = Choose who sees each class of what { $body } keeps. Where its terms say so, give the clause; without one it stands as the partnership’s own choice. “All partners” are whoever sits on any body of the partnership. Exempt matter is never shown to the public, whatever is chosen here.
openness-clause = Clause
openness-button = Save

standing-title = Standing items
standing-says = These items stand on every new agenda of { $body }, in the order of their numbers. A line without a number is left out. Any other business is left out too where the terms of reference in force say by when an item has to be notified or who has to agree to it, for it would bring in items that nobody notified.
standing-suggested = None are chosen yet. Those below are what most bodies begin with: nothing stands before you save.
standing-place = Place
standing-kind = Kind
standing-kind-none = Choose
standing-words = Title on the agenda
standing-line = Line { $number }
standing-button = Save items
place-not-a-number = “{ $typed }” is not a number. Write 1 for the first item, 2 for the next.

distribution-title = Distribution list
distribution-says = These people get the letters of { $body } although they do not sit on it. Members and their assistants get them anyway.
distribution-none = Nobody besides the members gets its letters.
distribution-name = Name
distribution-note = Why
distribution-act = What you can do
distribution-end = Take off
distribution-add = Add somebody
distribution-person = Name
distribution-person-new = This is somebody new, not the person of this name who is recorded already
distribution-button = Add to the list

nation-unknown = Choose whose bank holidays count: “{ $nation }” is not one that is kept.
address-taken = The address “{ $address }” is taken by another. Choose another name.
body-within-itself = A body cannot stand to itself. Choose two.
sector-already-there = There is a sector “{ $name }” already.
seat-already-held = { $name } holds { $seat } then. End that appointment first, or choose a later day.
person-already-in-seat = { $name } is appointed to this seat already.
person-sits-already = This person sits on the body already: { $seat }.
ends-before-it-starts = This is before it began. Choose a later day.
appointment-already-ended = This appointment has ended already.
office-already-held = { $name } holds this office then. Record first when they leave it.
colour-not-one = Write the colour like #00563b.
colour-too-light = White words cannot be read on this colour: the contrast is { $contrast } to 1, and 4.5 is needed. Choose a darker one.
words-missing = Say what is the matter.
field-nominating_group = the group
field-ex_officio_post = the post
field-short_name = the short name
field-purpose = what it is for
field-post = the post

event-partnership-founded = Partnership founded
event-body-established = Body established
event-body-renamed = Name or purpose of the body changed
event-body-linked = How two bodies stand to each other recorded
event-body-unlinked = How two bodies stand to each other ended or removed
event-body-ended = Body ended
event-body-succeeded = Succession of bodies recorded
event-sector-added = Sector added
event-seat-added = Seat added
event-seat-changed = Seat changed
event-seat-ended = Seat ended
event-appointment-made = Appointment made
event-appointment-ended = Appointment ended
event-office-taken = Office taken
event-office-left = Office left
event-openness-chosen = Openness chosen
event-standing-items-set = Standing items set
event-distribution-added = Somebody added to the distribution list
event-distribution-ended = Somebody taken off the distribution list
event-finding-noted = Gap or contradiction noted

found-title = Found a partnership
found-says = The partnership begins with its own board. Other bodies, seats and sectors come afterwards; the terms of reference come next.
found-name = Name of the partnership
found-name-hint = For example, “Wealdshire Partnership”. Its address on this site is made from it.
found-board = Name of its own board
found-board-hint = Leave empty when it has the partnership’s name.
found-nation = Whose bank holidays count
found-nation-hint = Working days before a meeting are counted by them.
found-about = What it is for
found-legal-basis = The law its openness rests on
found-legal-basis-hint = Leave empty when there is none.
found-colour = Colour
found-colour-hint = Like #00563b, dark enough for white words. Leave empty for deep green.
found-officer = Its officer
found-officer-says = The officer is its secretary: calls the meetings and keeps the record of all its bodies.
found-officer-address = Their e-mail address
found-officer-address-hint = Needed for somebody new: with it they sign in. Leave empty for yourself.
found-button = Found it and go on to its terms
field-board = the name of the board
field-about = what it is about
field-legal_basis = the law
field-colour = the colour

# A seat's span
seat-ended-on = This seat came to an end: its last day was { $day }.
seat-already-ended = This seat has ended already.
seat-ends-before-appointment = { $name } is appointed to it from { $from }. End that appointment first, or choose a later day.
seat-ended = { $seat } came to an end: its last day was { $on }. Choose an earlier day.
seat-not-yet = { $seat } is a seat from { $from } only. Choose a later day.

# A body's end, and how bodies stand to each other
body-end-ahead = { $number ->
    [one] One meeting is planned
   *[other] { $number } meetings are planned
}
body-end-call-off = Call off the meetings after its last day
body-end-call-off-hint = Whoever was told of one gets a letter.
body-end-meetings = { $number ->
    [one] A meeting is planned after its last day: { $first }. Tick that it is called off.
   *[other] { $number } meetings are planned after its last day, the first on { $first }. Tick that they are called off.
}
body-end-reason-dissolved = The body is dissolved.
body-end-reason-merged = The body goes into another.
body-end-reason-succeeded = Another body takes its place.
manage-end-correct = Correct what is said of its end
body-name-taken = There is a body called { $name } in this partnership. Choose a name that tells them apart.
link-already = They stand to each other so already.
link-within-two = It is within another body already. End that first.
link-ring = That body is within this one, so this one cannot be within it.
structure-link-since = from { $day }
structure-link-until = until { $day }
structure-link-correct = End or remove
structure-link-last-day = Its last day
structure-link-end = End it
structure-link-never = Remove it: it was entered by mistake
appointment-to-come = Not yet in it
appointment-term-passed = Its term is over
seat-also-sits = { $name } also sits as { $seat }.
