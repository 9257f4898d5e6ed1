# How a body stands to its own terms.

compliance-title = How it stands to its terms
compliance-says = What the record shows as at { $day }, judged by
compliance-of-draft = No terms are in force. This is what the draft would ask, had it been adopted.
compliance-as-at = As at
compliance-show = Show
compliance-against = { $number ->
    [one] One thing is not as the terms ask
   *[other] { $number } things are not as the terms ask
}
compliance-against-hint = The terms and the record disagree. Which of them is right, the record does not say.
compliance-unknown = { $number ->
    [one] One thing nobody can tell
   *[other] { $number } things nobody can tell
}
compliance-open = { $number ->
    [one] One thing is still to be done, or only hoped for
   *[other] { $number } things are still to be done, or only hoped for
}
compliance-met = { $number ->
    [one] One thing is as the terms ask
   *[other] { $number } things are as the terms ask
}
compliance-missing = Missing: { $facts }
compliance-missing-more = { $number ->
    [one] And one more.
   *[other] And { $number } more.
}
compliance-more = { $number ->
    [one] Everything under clause { $clause }, one more
   *[other] Everything under clause { $clause }, { $number } more
}
compliance-more-against = { $number ->
    [one] One more, under its clause.
   *[other] { $number } more, each under its clause.
}
compliance-all-clauses = All clauses
compliance-outward = What happened inside meetings is judged on the same page for those who sit on this body.
compliance-none = { $body } has no terms of reference in this record, so there is nothing to judge it by.
compliance-state-met = As the terms ask
compliance-state-expected = Hoped for, and not so
compliance-state-due = Still to be done
compliance-state-late = Late
compliance-state-breached = Not as the terms ask
compliance-state-excused = Allowed by those whom the terms name
compliance-state-cannot_tell = Cannot tell
compliance-state-none_given = The terms say nothing
compliance-against-title = What is not as the terms ask
compliance-noted = What those who keep the record have noted
compliance-clauses = Clause by clause
compliance-quiet-allows = It only allows something, so there is nothing to judge.
compliance-quiet-nothing-asked = Nothing has come about for which it asks anything.
compliance-quiet-cannot-tell = Whether anything has come about for which it asks something, nobody can tell: the record is not whole for { $missing }.
compliance-statements = { $number ->
    [one] One more clause is a statement, from which no rule follows.
   *[other] { $number } more clauses are statements, from which no rule follows.
}
compliance-evidence-meeting = Meeting of { $day }
compliance-evidence-members = Members as at { $day }
compliance-to-duties = What is due, and by when

# Calendars of duties.
duties-title = What is due
duties-mine-title = What is due from you
duties-says-body = What the terms of reference in force ask of somebody by a day.
duties-says-partnership = What the terms of reference of every body ask of somebody by a day.
duties-says-mine = What the terms of reference of your bodies ask of you, by the seats and offices you hold. Whoever keeps a body sees all that is due in it.
duties-near-title = About to lapse
duties-none = Nothing is due. Where the terms of reference in force ask for something by a day, it stands here.
duties-none-mine = Nothing is due from you. Where the terms of your bodies ask something of you by a day, it stands here.
duties-late-title = { $number ->
    [one] One thing is late
   *[other] { $number } things are late
}
duties-ahead-title = To come
duties-done-title = Done lately
duties-was-done = done on { $day }
duties-feed-title = In your own calendar
duties-feed-says = Give this address to a calendar program as a subscription. It follows every change.
duties-feed-private = Give this address to your calendar program as a subscription. Whoever has it can read what is due from you: keep it to yourself.
duties-feed-offer = An address of your own shows what is due from you, and your meetings, in your calendar program.
duties-feed-make = Make an address for my calendar
duties-feed-end = End this address
duties-feed-of = { $name }: what is due
duties-feed-clause = { $body }, clause { $clause }
duties-feed-who = By { $who }
duties-feed-letter = The last day by the letter is { $day }
duties-mail-title = Your letters
duties-mail-choose = Choose which letters you get, and when
duties-letter-subject = { $partnership }: what is due, { $day }
duties-letter-late = Late
duties-letter-week = This week
duties-letter-month = In the four weeks after it
duties-letter-more = and { $number } more
duties-letter-see = See everything that is due
duties-letter-why = You get this letter because you are of a secretariat of { $partnership }.
letter-purpose-duties = What is due
event-duties-feed-made = Address for a calendar of duties made
event-duties-feed-ended = Address for a calendar of duties ended
event-duties-mail-stopped = Weekly letter stopped
event-duties-mail-resumed = Weekly letter asked for again
event-duties-letter = Weekly letter sent

# What is noticed, and proposed.
proposal-term-says = The term of { $name } in the seat “{ $seat }” ended on { $day }
proposal-office-says = { $name } has been { $office } since { $since }; the time that the terms give ended on { $day }
proposal-title-lapse = A seat lapses by absence
proposal-title-nominee = Another nominee may be asked for
proposal-title-term-over = A term is over
proposal-title-office-over = An office is to pass on
proposal-title-review = A review falls due
proposal-title-report = A report falls due
proposal-does-lapse = The button ends the appointment of { $name } on the day below, as lapsed under this clause. Nothing has been ended yet.
proposal-does-nominee = The button records that another nominee was asked for in place of { $name }, under this clause. Nobody has been asked yet.
proposal-does-term-over = The button ends the appointment of { $name } on the day below, because the term is over. Nothing has been ended yet.
proposal-does-office-over = The button ends the time of { $name } in the office on the day below, under this clause. Somebody else can then take the office.
proposal-does-review = The button records that the review was made on the day below, under this clause.
proposal-does-report = The button records that the report was made on the day below, under this clause.
proposal-on-lapse = Last day in the seat
proposal-on-nominee = Asked on
proposal-on-term-over = The day on which the appointment ends
proposal-on-office-over = Last day in the office
proposal-on-review = Reviewed on
proposal-on-report = Reported on
proposal-button-lapse = End the appointment
proposal-button-nominee = Record that a nominee was asked for
proposal-button-term-over = End the appointment now that the term is over
proposal-button-office-over = End the time in office
proposal-button-review = Record the review
proposal-button-report = Record the report
proposal-words = Words for the record
proposal-words-hint = Needed where you leave it: why.
proposal-leave = Leave it
proposal-nobody-can = The one whom the clause names is the one concerned, and the terms name nobody else. Settle with the body who is to act, and record it here.
proposal-settled-done = This was done.
proposal-settled-left = This was left.
proposal-settled-past = This no longer follows from the record.
proposal-reason-missing = Say why it is left.
proposal-settled = This was settled already.
ask-proposal = Only whoever the terms name can do this. Ask the secretariat.
event-proposal-noticed = Noticed and proposed
event-proposal-done = Done as proposed
event-proposal-left = Proposal left
duties-unsaid = The form did not say what it wants. Open the page again and press the button once more.

# What goes out by itself.

chasers-title = What goes out by itself
chasers-says = These letters are written on the morning of a working day, one to a person, when a deadline of the terms or the day of a meeting or an action comes near. Each is told beforehand under Letters, and can be stopped there one by one.
chasers-legend = Which go out for this body?
chasers-save = Save
chasers-kind-items = Call for items
chasers-kind-items-hint = To members, five working days before the terms’ last day for items
chasers-kind-papers = Papers that are to follow
chasers-kind-papers-hint = To whoever asked for the item, or the secretariat, three working days before the papers go out
chasers-kind-apologies = Answers to invitations
chasers-kind-apologies-hint = To whoever has not answered, three working days before the meeting
chasers-kind-sub-group = Updates of sub-groups
chasers-kind-sub-group-hint = To the chair of each sub-group, three working days before the papers go out
chasers-kind-action-ahead = Actions that fall due
chasers-kind-action-ahead-hint = To whoever owes them, five working days before their day
chasers-kind-action-over = Actions that are overdue
chasers-kind-action-over-hint = To whoever owes them, on the working day after their day
chasers-kind-minutes = Minutes to be sent round
chasers-kind-minutes-hint = To the secretariat, two working days before the day that the terms give
chasers-kind-clearance = The chair’s word on draft minutes
chasers-kind-clearance-hint = To whoever was asked to clear them, three working days later
chaser-exempt = what the page says
chaser-items = Items for the meeting of { $day } are wanted by { $by }.
chaser-papers = The paper “{ $words }” for the meeting of { $day } is to follow. It is wanted by { $by }.
chaser-apologies = Say whether you come to the meeting of { $day }.
chaser-sub-group = Say what { $words } reports to the meeting of { $day }.
chaser-action-ahead = By { $day }: { $words }
chaser-action-over = This was due on { $day }: { $words }
chaser-minutes = The minutes of { $day } are to be sent round by { $by }.
chaser-clearance = The draft minutes of { $day } wait for your word.
chaser-subject-items = Items wanted: { $body }, { $day }
chaser-subject-papers = A paper is to follow: { $body }, { $day }
chaser-subject-apologies = Are you coming? { $body }, { $day }
chaser-subject-sub-group = What do you report? { $body }, { $day }
chaser-subject-action-ahead = An action falls due on { $day }: { $body }
chaser-subject-action-over = An action was due on { $day }: { $body }
chaser-subject-minutes = Minutes to be sent round: { $body }, { $day }
chaser-subject-clearance = Draft minutes: { $body }, { $day }
chaser-subject-several = { $partnership }: { $count } things are wanted from you
chaser-for = For { $name }, for whom you read and answer:
chaser-ask-item = Ask for an item
chaser-send-paper = Send it to the secretariat by answering this letter.
chaser-sub-group-button = Say what the group reports
chaser-see-minutes = See the minutes
chaser-why = You get this letter because something is wanted from you for { $bodies }.
chaser-unsaid = The form did not say what is to be stopped. Open the page again and press the button once more.
letter-purpose-chaser = Reminder
event-chasers-sent = Reminders written
event-chaser-stopped = Reminder stopped
event-chaser-let-go = Reminder let go after all
event-chasers-chosen = What goes out by itself chosen

# Whether nominees are still these.

nominees-title = Are the nominees still these?
nominees-says = Ask every organisation by letter whether the people who sit for it are still these. Each answers on a page of its own, without an account, and you see here who has not replied. Nothing changes by itself: what has changed you put on the record.
nominees-none = Organisations that have a seat in this partnership will stand here.
nominees-stand = { $answered } of { $all } have answered.
nominees-were-asked = Asked on { $day }. Answers are wanted by { $by }.
nominees-ask-again = { $number ->
    [one] Ask the one again that has not answered
   *[other] Ask the { $number } again that have not answered
}
nominees-organisations = Organisations with seats
nominees-organisation = Organisation and who sits for it
nominees-asked = Who is asked
nominees-answer = Answer
nominees-nobody = Nobody to ask
nominees-choose-contact = Choose who is asked
nominees-state-waiting = Not answered
nominees-state-changed = Something has changed
nominees-state-settled = Changed, and on the record
nominees-state-still-these = Still these
nominees-state-not-asked = Not asked
nominees-answered-by = { $name }, { $day }
nominees-seats-of = Seats of { $body }
nominees-settle = It is on the record now
nominees-anew = Ask everybody anew
nominees-will-ask = { $number ->
    [one] A letter goes to one organisation.
   *[other] Letters go to { $number } organisations, one to each.
}
nominees-will-not-ask = { $number ->
    [one] One has nobody with an address to ask. Choose somebody for it first, or it is left out.
   *[other] { $number } have nobody with an address to ask. Choose somebody for them first, or they are left out.
}
nominees-reply-by = Answer wanted by
nominees-send = { $number ->
    [one] Send to one organisation
   *[other] Send to { $number } organisations
}
nominees-people = { $number ->
    [one] One seat
   *[other] { $number } seats
}
nominees-line = { $body }: { $name }
nominees-line-deputy = { $body }: { $name }, deputy
nominees-line-vacant = { $body }: vacant ({ $seat })
nominees-letter-subject = Are these still your people? { $organisation } in { $partnership }
nominees-letter-says = These people sit in { $partnership } for { $organisation }, by our record. Tell us whether they are still these.
nominees-letter-still = They are still these
nominees-letter-changed = Something has changed
nominees-letter-why = You get this letter because you answer for { $organisation } in { $partnership }. The buttons need no account.
nominees-contact-title = Who answers for { $organisation }?
nominees-contact-says = Whoever you choose is asked whether the people who sit for { $organisation } are still these. If you choose nobody, the first of those people is asked.
nominees-contact-now = Now { $name } is asked.
nominees-contact-address = There is no address for them: add one
nominees-contact-person = Name
nominees-contact-address-hint = Only for somebody who is not on record yet
nominees-contact-save = Save
nominees-confirm-title = { $organisation }: are these still your people?
nominees-confirm-for = You answer as { $name } for { $organisation }.
nominees-confirm-for-another = You answer for { $name }, who was asked for { $organisation }.
nominees-confirm-these = In { $partnership } by our record
nominees-confirm-no-seats = No seat is recorded for this organisation now.
nominees-confirm-legend = Are they still these?
nominees-still-these = Yes, they are still these
nominees-changed = Something has changed
nominees-words = What has changed
nominees-words-hint = Who has gone, since when, and who comes in their place with an e-mail address. The secretariat puts it on the record.
nominees-confirm-send = Send the answer
nominees-confirm-done = Your answer is with the secretariat. You can change it here.
nominees-confirm-until = An answer is wanted by { $day }.
nominees-over = Everybody has been asked anew since. Answer the later letter.
nominees-reply-missing = Choose whether they are still these.
nominees-words-missing = Say what has changed.
nominees-reply-by-past = The day by which answers are wanted must be a day to come.
nominees-nobody-to-ask = There is no organisation with somebody to ask.
nominees-all-answered = Everybody has answered.
nominees-asked-today = They were asked today. Ask them again tomorrow.
letter-purpose-nominees = Are nominees still these
event-nominees-asked = Organisations asked whether their nominees are still these
event-nominees-asked-again = Organisations asked again
event-nominees-answered = Organisation said whether its nominees are still these
event-nominees-settled = Changed nominees put on the record
event-nominees-contact-named = Said who answers for an organisation
chasers-kind-nominees = Whether nominees are still these
chasers-kind-nominees-hint = To organisations that have not answered, three working days before the day on which answers are wanted
chaser-nominees = Say whether the people who sit for { $words } are still these. An answer is wanted by { $by }.
chaser-subject-nominees = Are these still your people? { $body }
chaser-nominees-button = See them and answer
field-reply_by = the day by which answers are wanted
chasers-kind-key-messages = A note of key messages
chasers-kind-key-messages-hint = To the secretariat, on the working day after a meeting
chaser-key-messages = The note of what the meeting of { $day } came to is drafted. Read it, change it and send it.
chaser-subject-key-messages = Key messages: { $body }, { $day }
chaser-see-note = Read the note
