# Calling, answering and holding a meeting.

# The meeting
meeting-day = Day
meeting-time = Time
meeting-place = Place
meeting-place-hint = The room and the address, as a visitor needs them
meeting-joining-link = Joining link
meeting-joining-link-hint = For those invited only. It begins with https://
meeting-access-note = Getting in
meeting-access-note-hint = Step-free way in, lift, hearing loop, parking
meeting-kind = Kind of meeting
meeting-kind-ordinary = Ordinary
meeting-kind-further = Further
meeting-kind-annual = Annual
meeting-kind-special = Special
meeting-kind-reconvened = Reconvened
meeting-state-planned = Planned
meeting-state-called = Called
meeting-state-open = Open
meeting-state-closed = Closed
meeting-state-cancelled = Called off
meeting-remote = By joining link
meeting-note = Note
meeting-source = Taken from
meeting-hours = { $from } to { $until }
meeting-hour = { $from }
meeting-title = Meeting of { $day }
meeting-cancelled-because = This meeting was called off: { $reason }
meetings-next = Next meetings
not-recorded = Not recorded
optional = You may leave this empty
choose = Choose
save = Save
exempt = Exempt
agenda = Agenda
papers = Papers
letters = Letters sent
timeline = What is due, and when
answers = Answers
requests = Items asked for
requests-mine = Items you asked for

# The diary
diary-title = Meetings
diary-empty = The dates of { $body } will stand here once they are planned.
diary-open = To be held or written up
diary-ahead = Ahead
diary-nothing-ahead = No date is planned.
diary-past = Past
diary-all = Show every past meeting

# Planning
plan-title = Plan dates
plan-how = How do you want to give the dates?
plan-how-pattern = By a pattern
plan-how-list = As a list
plan-year = Year
plan-which = Which one in the month
plan-weekday = Day of the week
plan-every = Every how many months
plan-every-hint = 1 for each month, 3 for four meetings a year
plan-first-month = First in
plan-days = Dates
plan-days-hint = One on each line, for a list
plan-all-alike = For all of them
plan-look = Look at the dates
plan-check = { $count ->
    [one] Check this date
   *[other] Check these { $count } dates
}
plan-says = Each meeting begins with the body's own standing items. You can change everything later.
plan-fix = { $count ->
    [one] Fix this date
   *[other] Fix these { $count } dates
}
plan-change = Change the dates
occurrence-first = First
occurrence-second = Second
occurrence-third = Third
occurrence-fourth = Fourth
occurrence-last = Last
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
meeting-days-missing = Give at least one date.
meeting-day-twice = { $day } is given twice. Leave one out.
meeting-day-past = { $day } is past. The meeting can be written up.
meeting-day-holiday = { $day } is a holiday: { $holiday }.
meeting-day-weekend = { $day } is at a weekend.
meeting-day-own = { $body } already meets on { $day }.
meeting-day-taken = { $body } meets on { $day } as well.
meeting-ends-before-start = The end must be later than the beginning, { $starts_at }.
meeting-start-missing = Give the hour it begins, or leave both empty.
number-between = Give a whole number from { $from } to { $until }.
joining-link-https = The joining link must begin with https:// and hold no spaces.
field-starts_at-label = Begins at
field-ends_at-label = Ends at
field-starts_at = the hour it begins
field-ends_at = the hour it ends
field-joining_link = the joining link
field-access_note = the note on getting in
field-days = the dates
field-presenter = who presents it
field-substitute_name = the name of the substitute
field-note = the note
field-person = the name
field-description = who they are
field-agreement = what the chair agreed
field-words = the words
field-public_title = the title for the public
field-exempt_reason = the reason

# Arranging and calling off
arrange-title = Day, time and place
arrange-save = Save the arrangements
arrange-tell = Tell everybody who was invited
arrange-tell-hint = They get a letter with the new day, time and place. Their calendars follow, and they can answer again
cancel-title = Call the meeting off
cancel-stays = The record of the meeting stays, with the reason.
cancel-people = { $count ->
    [one] One person gets a letter.
   *[other] { $count } people get a letter.
}
cancel-nobody = Nobody was invited yet, so nobody gets a letter.
cancel-reason = Why is it called off?
cancel-reason-hint = This is sent to everybody who was invited, and shown with the meeting
cancel-do = { $count ->
    [one] Call it off and tell one person
   *[other] Call it off and tell { $count } people
}
cancel-reason-missing = Say why the meeting is called off.
meeting-not-ahead = This meeting is no longer ahead, so this cannot be done any more.
meeting-over = This meeting is closed. Open it again first if something must change.
meeting-not-closed = This meeting is not closed.
meeting-not-yet = This meeting is on { $day }. Open it on the day, or afterwards to write it up.
meeting-place-missing = No place and no joining link are given yet.
meeting-hour-missing = No hour is given yet.

# Items
item-title = Title
item-purpose = What it is for
item-presenter = Who presents it
item-requester = Asked for by
item-notified = Notified
item-asked-by = asked for by { $name }
item-late = Late
item-late-because = Taken after the deadline because: { $reason }
item-late-will-wait = An item added today waits for a ruling.
item-withdraw = Take off
item-has-notes = Notes were taken on this item, so it stays.
item-answered = This item was answered already.
item-openness = Who may see it
item-exempt = Exempt item
item-exempt-tick = This item is exempt
item-exempt-hint = The public sees the ground and not the matter
item-public-title = Title for the public
item-public-title-hint = What stands in place of the title
item-exempt-reason = Why it is exempt
item-no-grounds = { $body } has no list of grounds yet, so nothing can be exempt.
item-state-requested = Asked for
item-state-awaiting-ruling = Awaits a ruling
item-state-accepted = On the agenda
item-state-returned = Returned
item-state-withdrawn = Taken off
exempt-ground-missing = Choose the ground on which it is exempt.
field-ground-label = Ground
purpose-decision = For decision
purpose-discussion = For discussion
purpose-information = For information
paper-add = Add a paper
add-title = Add an item
ask-title = Ask for an item
ask-says = The secretariat of { $body } takes the item or returns it with a reason.
ask-nobody-can = The terms name nobody who could rule on it now. The secretariat keeps your item until somebody can.
ask-late = The day for notifying items is past.
ask-words = Why it should be taken
ask-words-hint = What you would like the meeting to do
ask-do = Ask for this item
change-title = Change the item
return-title = Return with a reason
return-reason = Why is it returned?
return-reason-hint = Sent to whoever asked for it
return-reason-missing = Say why the item is returned.
request-accept = Put it on the agenda
request-accept-late = Ask the chair for a ruling
move-up = Up
move-down = Down

# Rulings
ruling-title = Rule on a late item
ruling-go = Rule on this late item
ruling-written-down = Write down what the chair, { $name }, has ruled.
ruling-reason = Reason
ruling-reason-hint = Where the item is taken, the reason is printed on the agenda
ruling-agree = Take the item
ruling-refuse = Do not take it
ruling-given-agree = { $name } agreed to take this item.
ruling-given-refuse = { $name } did not agree to take this item.
ruling-given = This was ruled on already.
item-ruling-reason-missing = Give the reason.
ruling-nobody = The terms name nobody who can rule here: the chair is vacant, or not recorded.
ruling-chair-concerned = The chair asked for this item, and the terms name nobody else who could rule on it.

# Preparing and sending
prepare-title = Prepare the meeting
prepare-changed = Changed since the agenda last went out
step-done = Done
step-done-late = Done late
step-due = Due
step-late = Late
step-ahead = Ahead
step-over = Over
step-meeting = The meeting
step-was-done = Done on { $day }
answers-count = { $coming } coming, { $apologies } apologies, { $silent } yet to answer, of { $invited } invited
answers-none = Nobody is invited yet. Members are invited when the agenda goes out.
answers-substitute = substitute: { $name }
recognise-title = Who is “{ $name }”?
recognise-says = { $member } sends “{ $name }” in their place. The name was typed in the answer and belongs to nobody on record yet.
recognise-why = Once you say who it is, they can read the agenda, and one click at the meeting puts them on the roll.
recognise-person = Substitute
recognise-person-hint = Correct the spelling if you need to. Somebody who is on record already is chosen from the list, so that nobody is recorded twice.
recognise-do = This is the substitute
recognise-go = Say who this is
recognise-other-answer = The member means somebody else: change the answer
substitutes-unrecognised = { $count ->
    [one] One substitute is a name only. Say who it is beside the answer, before the meeting.
   *[other] { $count } substitutes are names only. Say who they are beside their answers, before the meeting.
  }
substitute-not-named = This answer names no substitute who is still to be recognised.
reply-none = No answer
reply-coming = Coming
reply-apologies = Apologies
reply-substitute = Substitute
agenda-none = No item is recorded.
agenda-none-yet = No item stands on the agenda yet.
agenda-not-sent = The agenda has not gone out yet.
agenda-sent = Version { $number }, sent { $at }
agenda-late = Sent late
agenda-changed = What changed since version { $number }
agenda-earlier = Every version that went out
agenda-empty = No item stands on the agenda. Add one first.
agenda-unchanged = Nothing changed since the agenda last went out.
agenda-items-unanswered = { $count ->
    [one] One item that was asked for is not answered yet.
   *[other] { $count } items that were asked for are not answered yet.
}
agenda-rulings-awaited = { $count ->
    [one] One late item awaits a ruling and is not sent.
   *[other] { $count } late items await a ruling and are not sent.
}
agenda-papers-to-follow = { $count ->
    [one] One paper is to follow.
   *[other] { $count } papers are to follow.
}
agenda-late-reason-missing = The papers had to leave by { $by }. That day has passed: send them late and say why.
agenda-no-address = { $name } has no address, so no letter reaches them.
send-title = Send the agenda
send-first = Send the agenda
send-again = Send the agenda again
send-freezes = The agenda is kept as version { $number }, just as it stands below.
send-to = { $count ->
    [0] Nobody has an address, so no letter goes out.
    [one] One person gets it by letter.
   *[other] { $count } people get it by letter.
}
send-links = Members and their assistants can answer from the letter.
send-late = The papers had to leave by { $due }. That day has passed.
send-late-reason = Why is it late?
send-late-reason-hint = The reason goes out with the agenda and stays in the record
send-do = { $count ->
    [0] Call the meeting without letters
    [one] Send to one person
   *[other] Send to { $count } people
}
send-whom = Who gets it
send-assists = assists { $name }
send-unreached = No address, so no letter

changed-day = The day changed from { $from } to { $to }.
changed-hour = It now begins at { $to }.
changed-place = The place is now { $place }.
changed-place-gone = It no longer has a place.
changed-joining-link = The joining link changed.
changed-item-gone = Taken off: { $title }
changed-item-new = New item { $number }: { $title }
changed-item-title = Item { $number }, before “{ $earlier }”, is now “{ $title }”.
changed-item-moved = Item { $number } has another place: { $title }
changed-item-presenter = Item { $number } is presented by somebody else: { $title }
changed-paper-new = Item { $number } has a new paper: { $paper }
changed-paper-announced = Item { $number } has a paper to follow: { $paper }
changed-paper-arrived = The paper of item { $number } has arrived: { $paper }
changed-paper-replaced = The paper of item { $number } was replaced: { $paper }
# One page is a number, more are a span (“7–8”), which counts as neither one nor other.
changed-paper-new-at = Item { $number } has a new paper: { $paper } ({ $pages ->
    [one] page
    [other] page
   *[many] pages
  } { $pages } of the pack)
changed-paper-arrived-at = The paper of item { $number } has arrived: { $paper } ({ $pages ->
    [one] page
    [other] page
   *[many] pages
  } { $pages } of the pack)
changed-paper-replaced-at = The paper of item { $number } was replaced: { $paper } ({ $pages ->
    [one] page
    [other] page
   *[many] pages
  } { $pages } of the pack)
changed-paper-gone = The paper of item { $number } was withdrawn: { $paper }

# Answering
mine-coming = { $name } is coming.
mine-apologies = { $name } sends apologies.
mine-substitute = { $name } sends apologies, and { $substitute } comes instead.
mine-none = { $name } has not answered yet.
mine-answer = Answer
mine-change = Change the answer
answer-title = { $body }, { $day }
answer-for = You answer for yourself, { $name }.
answer-for-another = You answer for { $name }.
answer-so-far-coming = The answer so far: coming.
answer-so-far-apologies = The answer so far: apologies.
answer-so-far-substitute = The answer so far: apologies, and { $substitute } comes instead.
answer-legend = Your answer
answer-coming = Coming
answer-apologies = Apologies
answer-substitute = Apologies, and a substitute comes
answer-substitute-who = If a substitute comes
answer-colleague = Choose somebody
answer-nobody-chosen = Nobody chosen
answer-or-name = Or write a name
answer-or-name-hint = Where the name is not in the list
answer-name = Name of the substitute
answer-name-hint = First name and surname
answer-note = Anything the secretariat should know
answer-note-hint = You may leave this empty
answer-send = Send this answer
answer-until = You can change the answer until the meeting closes. This page is for one person and one meeting.
answered-coming = The answer is kept: { $name } is coming.
answered-apologies = The answer is kept: { $name } sends apologies.
answered-substitute = The answer is kept: { $name } sends apologies, and { $substitute } comes instead.
answered-says = The secretariat sees it now.
answer-missing = Choose an answer.
answer-too-late = The meeting is over, so the answer stays as it is.
answer-over = This meeting is over or was called off, so it takes no more answers. Ask the secretariat if something is wrong.
answer-seat-ended = The seat this invitation was for has ended. Ask the secretariat.
ask-member = Only those who sit on the body can ask for an item. Ask the secretariat.
ask-chair = The chair rules here. Ask the chair or the secretariat.
substitute-missing = Choose a substitute or write a name.
substitute-twice = Either choose a substitute or write another name, not both.
substitute-is-member = This is the member whose place is to be filled. Choose somebody else.
substitute-sits = { $name } sits on this body already. Choose somebody else.
substitute-stands-in = { $name } comes in another member's place already. Choose somebody else.
substitute-sits-here = This person sits on this body already, in their own seat.
substitute-seat-missing = Say in whose seat the substitute sits.
terms-refuse = The terms do not allow it: { $sentence }
terms-ask-ruling = The terms ask for a ruling: { $sentence }
terms-silent = The terms do not say: { $sentence }
terms-cannot-tell = The record does not hold what it takes to say: { $sentence }
substitute-sit-yes = A substitute may sit in the seat.
substitute-sit-no = A substitute may not sit in the seat.
substitute-sit-ruling = Whether a substitute may sit takes a ruling.
substitute-sit-not-said = The terms do not say whether a substitute may sit.
substitute-sit-cannot-tell = The record does not hold what it takes to say whether a substitute may sit.
substitute-vote-yes = A substitute votes.
substitute-vote-no = A substitute does not vote.
substitute-vote-ruling = Whether a substitute votes takes a ruling.
substitute-vote-not-said = The terms do not say whether a substitute votes.
substitute-vote-cannot-tell = The record does not hold what it takes to say whether a substitute votes.
substitute-count-yes = A substitute counts towards the quorum.
substitute-count-no = A substitute does not count towards the quorum.
substitute-count-ruling = Whether a substitute counts towards the quorum takes a ruling.
substitute-count-not-said = The terms do not say whether a substitute counts towards the quorum.
substitute-count-cannot-tell = The record does not hold what it takes to say whether a substitute counts towards the quorum.

# The room
room-title = Meeting of { $day }
room-open = Open the meeting
room-write-up = Write the meeting up
room-go = Go to the meeting
room-follow = Follow the meeting
room-back = Go back to the table
meeting-declare = Declare an interest in an item, or read what was declared
meeting-minutes = Minutes of this meeting
room-reopen = Open it again
room-written-up = Written up afterwards. No hour is noted unless you give one.
room-parts = Parts of this page
room-item = Item
room-people = Room
room-here-now = Now
room-done = done
room-before = Item before
room-after = Next item
room-reach = We are at this item
room-nothing = Nothing is recorded under this item.
room-notes = Notes
room-notes-hint = Saved as you type. Two people can write; nothing is overwritten unseen.
room-notes-save = Save the notes
room-presides = In the chair
room-nobody-presides = Nobody is recorded in the chair yet.
room-preside = Change who is in the chair
room-preside-who = Who
room-preside-as = As
room-preside-from-here = In the chair from this item
room-preside-from-start = In the chair from the beginning
room-from-item = from item { $number }
room-until-item = until item { $number }
room-at-item = at item { $number }
room-here = Members here: { $count }
room-in-attendance = In attendance: { $count }
room-gone = Left: { $count }
room-awaited = Not here: { $count }
room-answered = Everybody who said so is here
room-is-here = Here
room-leaves = Leaves
room-returns = Back
room-undo = Undo
room-came = came
room-went = left
room-substitute = Substitute
room-substitute-here = { $name } is here
room-substitute-name = Name of the substitute
room-guest = Add a guest, officer or observer
room-guest-name = Name
room-guest-description = Who they are
room-guest-as = As
room-guest-agreement = What the chair agreed
room-guest-agreement-hint = For a guest, where the terms ask for the chair's agreement
room-guest-add = Add to the room
room-apologies-too = Apologies also from { $names }
attends-member = member
attends-substitute = substitute
attends-guest = guest
attends-officer = supporting officer
attends-observer = observer
attends-listed = named as present
attends-unclear = capacity unclear
in-place-of = in place of { $name }
presides-chair = chair
presides-vice-chair = vice-chair
presides-elected = elected for this meeting
sub-group-answer = What came from the group
sub-group-reported = It reported
sub-group-nothing-received = Nothing received
sub-group-has-not-met = It has not met
sub-group-nothing-to-report = Nothing to report
room-updates = From the sub-groups
sub-group-report-title = { $group }: what do you report to { $body }?
sub-group-report-of = Sub-group
sub-group-report-to = Reports to
sub-group-report-legend = What do you report?
sub-group-report-not-met = We have not met
sub-group-report-this = We report this
sub-group-report-words = Your report
sub-group-report-words-hint = A few sentences. A longer paper goes to the secretariat by answering the letter
sub-group-report-send = Send
sub-group-report-done = Your answer is on the record. You can change it until the meeting is over.
sub-group-report-over = The meeting is over, so that nothing more can be reported to it.
sub-group-report-missing = Write what the group reports, or choose “Nothing to report”.
sub-group-answer-missing = Choose what the group reports.
event-item-sub-group-reported = A sub-group said what it reports
terms-none-recorded = no terms of reference are recorded for that day
lamp-no-terms = No terms of reference are recorded, so no quorum can be told.
roll-not-open = Open the meeting first: the roll and the notes are kept while it is open.
arrival-already-here = { $name } is here already.
arrival-namesakes = More than one person on record is called { $name }. Write the name as it tells them apart, or say who the substitute is on the page that prepares the meeting.
arrival-name-missing = Write the name.
seat-taken = { $name } sits in this seat now, and a seat counts once. Whoever else comes for it looks on, or takes it when it is free.
seat-elsewhere = This seat is not one of this body's.
member-seat-missing = Choose the seat.
room-second-here = { $name } is here
member-takes-seat-back = { $name } was sitting in this seat as a substitute.
guest-needs-ruling = The terms ask for the chair's agreement. Write what the chair agreed.
departure-not-here = { $name } is not here.
departure-when-missing = Give the hour or the item.
departure-before-arrival = { $name } came at { $from }. Give a later hour.
departure-before-arrival-item = { $name } came at a later item.
presiding-not-here = Whoever is in the chair must be on the roll first.
presiding-has-left = { $name } has left the room.
presiding-no-seat = { $name } neither sits on this body nor holds its chair. Choose a member or a substitute.
presiding-not-office = Somebody else holds this office. { $name } is in the chair as elected for this meeting.
room-preside-undo = Take this back
item-number-unknown = There is no item { $typed } on this agenda.
room-other-time = At another time
room-hour = Hour
room-item-number = Item number
room-at-now = At item { $number } now
event-meeting-presiding-undone = Who took the chair was taken back
presiding-who-missing = Choose who is in the chair.

room-interests = Interests
room-interests-declare = Declare an interest in this item
room-interests-go = Declare an interest, or rule on one
room-not-ruled = Not ruled on
room-barred = Barred from deciding ({ $clause })
room-minutes = Minutes to take
room-minutes-of = Minutes of { $day }
room-minutes-approve = Record the approval of the minutes of { $day }
room-minutes-draft = not sent yet
room-minutes-cleared = cleared, not sent yet
room-minutes-circulated = wait for approval
room-minutes-approved = approved
room-arising = Actions from earlier meetings
room-arising-none = Nothing is owed from earlier meetings.
room-arising-report = Last report: { $words }
room-part-leave = Leaves the room
room-part-discuss = Discusses, does not decide
room-part-discuss-then-stay = Discusses, stays, does not decide
room-part-discuss-then-leave = Discusses, then leaves
room-part-stay = Stays, takes no part
room-part-full = Takes part
room-decisions = Decisions
room-decide = Put a recommendation or a motion, and decide it
room-undecided = Not decided yet
room-outcome-agreed = Agreed
room-outcome-amended = Agreed as amended
room-outcome-not-carried = Not carried
room-outcome-noted = Noted
room-outcome-deferred = Deferred
room-outcome-withdrawn = Withdrawn
room-actions = Actions
room-act = Record an action
room-all-partners = all partners

# Closing
close-title = Close the meeting
close-here = { $count ->
    [one] One person is in the room to the end.
   *[other] { $count } people are in the room to the end.
}
close-answers = Answers and the roll change no more; links in letters stop working.
close-again = You can open it again if something was forgotten.
close-nobody-presided = Nobody is recorded in the chair.
close-silent = Nothing is recorded of these members
close-without-notes = Items without notes
close-ended = Ended at
close-ended-hint = Leave it empty where nobody knows

# Letters
mail-agenda-subject = Agenda: { $body }, { $day }
mail-agenda-again-subject = Changed agenda: { $body }, { $day }
mail-for-member = This letter comes to you because you assist { $name }. Your answer counts as theirs.
mail-late = This agenda goes out late. The reason: { $reason }
mail-changes = What changed
mail-items = Agenda
mail-answer-coming = Coming
mail-declare = I declare an interest
mail-answer-apologies = Apologies
mail-answer-substitute = Apologies, and a substitute comes
mail-read-pack = Read the pack of papers
mail-read-supplement = Read what is new
mail-read-agenda = Read the agenda and papers
mail-for-second-name = You and { $name } share one seat. Either of you answers for it, and one of you sits.
mail-for-standing-substitute = This letter comes to you because you stand in for { $name } whenever needed.
mail-why-member = You get this letter because you sit on { $body }, or assist somebody who does.
mail-why-list = You get this letter because you are on the distribution list of { $body }.
mail-moved-subject = Changed: { $body }, { $day }
mail-moved-says = The meeting of { $body } that was called for { $day } has changed. This holds now.
mail-moved-answered-coming = You said that you come. That stands until you change it.
mail-moved-answered-apologies = You sent apologies. They stand until you change them.
mail-moved-answered-substitute = You said that a substitute comes. That stands until you change it.
mail-cancelled-subject = Called off: { $body }, { $day }
mail-cancelled-says = The meeting of { $body } on { $day } was called off.
mail-returned-subject = The item you asked for: { $body }, { $day }
mail-returned-says = “{ $title }” was not taken for the meeting of { $body } on { $day }.
mail-reason = Reason
mail-see-meeting = See the meeting
letter-purpose-invitation = Agenda and invitation
letter-purpose-cancelled = Called off
letter-purpose-item-returned = Item returned

# History
event-meeting-planned = Dates planned
event-meeting-arranged = Day, time or place changed
event-meeting-cancelled = Meeting called off
event-meeting-opened = Meeting opened
event-meeting-closed = Meeting closed
event-meeting-reopened = Meeting opened again
event-meeting-presided = Somebody took the chair
event-meeting-apology-recorded = Apology written down
event-item-added = Item added
event-item-requested = Item asked for
event-item-accepted = Item taken
event-item-returned = Item returned
event-item-changed = Item changed
event-item-moved = Item moved
event-item-withdrawn = Item taken off
event-item-late-ruled = Ruling on a late item
event-item-sub-group-answered = Answer of a sub-group written down
event-item-reached = Item reached
event-item-noted = Notes saved
event-agenda-sent = Agenda sent
event-invitation-substitute-recognised = Substitute recognised
event-invitation-answered = Invitation answered
event-roll-arrived = Somebody came
event-roll-left = Somebody left
event-roll-undone = Coming or going undone

own-calendar-title = Your meetings in your own calendar
own-calendar-name = Your meetings
own-calendar-private = Give this address to your calendar program as a subscription. It follows every change. Whoever has it can read when and where you meet: keep it to yourself.
own-calendar-offer = An address of your own shows your meetings in your calendar program, with their places and joining links.
own-calendar-make = Make an address for my calendar
own-calendar-end = End this address
own-calendar-body = Body
own-calendar-ahead = What it holds
own-calendar-none = Meetings of the bodies on which you sit will stand here as soon as they are planned.
letter-purpose-moved = Day, time or place changed
event-meeting-calendar-made = Address for a calendar of meetings made
event-meeting-calendar-ended = Address for a calendar of meetings ended
event-charter-proposed = Terms put to a meeting
event-charter-taken-back = Terms taken back before their meeting

# Putting terms of reference to a meeting
propose-title = Put it to a meeting
propose-changed = { $number ->
    [0] Nothing is changed against the terms in force.
    [one] One clause differs from the terms in force.
   *[other] { $number } clauses differ from the terms in force.
}
propose-decided = How it is decided: { $rule }
propose-not-yet = It cannot be put to a meeting yet
propose-lays = The text is laid as a version as it stands now. It is not changed any more: the meeting decides on what it was shown.
propose-item = An item stands on the agenda with the motion that it be adopted, and with a paper that says what changes and what that would have meant.
propose-decides = Nothing is in force until the meeting agrees it and its adoption is recorded.
propose-meeting = Which meeting?
propose-late = After the deadline for items: { $sentence }.
propose-button = Put it to this meeting
charter-waiting = Version { $number } waits for the meeting of { $day }. Only one version waits at a time: take that one back, or wait for the decision.
charter-forbidden = The terms in force forbid this change: { $sentence }.
charter-meeting-not-ahead = Choose a meeting that is still ahead.
charter-no-meeting = No meeting ahead takes an item. Plan a date first.
charter-not-waiting = No meeting is waiting for it.
charter-under-way = The meeting is under way. Record there what it decides: an item can be put off or withdrawn.
take-back-title = Take it back and change it
take-back-says = Version { $number } comes off the agenda of { $day }, with its motion and its papers.
take-back-draft = It is marked as not pursued, and a draft is begun from it that you can change and put to a meeting again.
take-back-sent = The agenda has gone out with it. Send the agenda again, so that everybody hears of it.
take-back-unsent = The agenda has not gone out yet, so nobody needs to be told.
take-back-button = Take it back
terms-item = Terms of reference: version { $number } for adoption
terms-item-of = Terms of reference of { $body }: version { $number } for adoption
terms-motion = That version { $number } of the terms of reference be adopted as laid.
terms-motion-of = That version { $number } of the terms of reference of { $body } be adopted as laid.
terms-taken-back = The terms were taken back before the meeting.
terms-paper-says = Version { $number } of the terms of reference of { $body } is put for adoption. The whole text:
terms-paper-changes = What changes
terms-paper-before = Until now:
terms-paper-before-none = Until now there is no such clause.
terms-paper-after = Proposed:
terms-paper-after-none = The clause is left out.
terms-paper-meant = What it would have meant
terms-paper-meant-nothing = Judged by the { $meetings } meetings in the record, nothing would have come out otherwise.
terms-paper-clause = Clause { $clause }. By the terms in force: { $were }. As proposed: { $would }.
terms-paper-nothing-asked = nothing asked
terms-paper-days = Otherwise at the meetings of { $days }.
terms-paper-decided = How it is decided

ask-title-of = An item for { $body }, { $day }
ask-done = “{ $title }” was asked for. The secretariat answers you by letter.
meeting-after-the-body = { $day } is after the end of this body. Choose a day on which it still is, or correct what is said of its end.
