# Actions: what is owed, by whom, by when.

actions-title = Actions
actions-by-state = By state
actions-by-date = By date
actions-shown-open = Open
actions-shown-overdue = Overdue
actions-shown-done = Done
actions-shown-all = All
actions-any-date = Any date
actions-due-today = Due by today
actions-due-this-month = Due by the end of this month
actions-narrowed = Only:
actions-narrowed-undo = (show all)
actions-one-body = one body
actions-one-person = one person
actions-one-organisation = one organisation
actions-count = { $count ->
    [one] One action
   *[other] { $count } actions
}
actions-none = Actions set by meetings will stand here, with who owes them and by when. None fit this choice.
actions-pages = Pages
actions-page-before = Previous page
actions-page-after = Next page

action-caption = Action
action-words = Action
action-words-hint = What is to be done, so that somebody who was not there understands it.
action-owners = Who owes it
action-owners-hint = One or several.
action-owner-words = Somebody else, in words
action-owner-words-hint = As the meeting worded it.
action-owner-all-partners = All partners
action-owner-office = { $office } ({ $name })
action-owner-through = { $organisation }, through { $name }
action-office-chair = Chair
action-office-vice-chair = Vice-chair
action-office-secretary = Secretary
action-office-co-ordinator = Co-ordinator
action-due = By when
action-due-none = No date was set
action-due-on = By a day
action-due-otherwise = Or
action-due-by-day = By the day above, or no date
action-due-next = By the next meeting
action-due-next-known = next meeting ({ $day })
action-due-printed = { $day } (“{ $printed }”)
action-due-words = As the record words it
action-due-words-hint = For example, “April meeting”. Leave empty where the date says it.
action-state = State
action-body = Body
action-set = Set at
action-set-at-item = { $day }, item{ $number }
action-set-at = { $day }
action-meeting-of = Meeting of { $day }
action-state-open = Open
action-state-overdue = Overdue
action-state-done = Done
action-state-dropped = Dropped
action-state-not-recorded = Outcome not recorded
action-exempt = Keep this action from the public
action-exempt-hint = It is left out of every public page.
action-exempt-word = Exempt
action-ground = Ground
action-ground-none = Choose a ground
action-last-report = Last report: { $words }
action-new-title = Record an action
action-record = Record the action
action-change-title = Change the action
action-change = Change or drop this action
action-save = Save the action
action-drop-title = Drop this action
action-drop-says = Nobody owes it any longer. It stays in the record with your reason.
action-drop-reason = Reason
action-drop = Drop the action
action-report-title = Report on it
action-report-kind = How it stands
action-report-done = It is done
action-report-needs-until = It needs until another day
action-report-needs-until-hint = The day that the meeting set stays; the chair sees both.
action-report-progress = It is under way
action-report-until = Until when
action-report-words = In your words
action-report-words-hint = What was done, or what it waits for. The other members can read it.
action-report-send = Send the report
action-reports-title = Reports
action-reports-none = Nothing has been reported yet.
action-reported-done = Reported done
action-reported-needs-until = Needs until { $until }
action-reported-progress = Reported on
action-history-title = History
action-link-title = Your action
action-link-for = You report as { $name }. Whoever has this link can report for this action only.
action-link-done = It was reported done on { $day }. There is nothing more to do.
action-link-dropped = This action was dropped. Nobody owes it any longer.
action-link-exempt = What is to be done is exempt from publication, so it is not shown here. Sign in to read it.

action-letter-report = Report on it

field-words = the words
field-owners = who owes it
field-owner_words = somebody else, in words
field-due_on = the day
field-due_words = the date as the record words it
field-until = until when

action-overtaken = Somebody else changed this action after you opened the form. It now reads: { $words } Save again to put yours in its place.
action-overtaken-owners = It is now owed by: { $owners }
action-overtaken-due = It is now due: { $due }
action-words-missing = Say what is to be done.
action-owner-missing = Choose who owes it, or name them in words.
action-owner-twice = The same owner is chosen twice.
action-owner-unknown = One of the owners is not on the list. Choose them again.
action-due-twice = Choose a day or the next meeting, not both.
action-due-before-made = { $due } is before { $made }, when the action was set. Check the date.
action-dropped = This action was dropped, so nothing can be reported on it.
action-already-done = This action is done already.
report-words-missing = Say how it stands, in a sentence.
report-until-missing = Say until when it is needed.
report-until-past = { $until } has passed. Choose a day from today on.

event-action-recorded = Action recorded
event-action-changed = Action changed
event-action-dropped = Action dropped
event-action-reported = Report made
event-action-reminded = Reminder sent

# Answers by mail.

action-answers-wait = { $number ->
    [one] An answer came by mail
   *[other] { $number } answers came by mail
}
action-answer-read = Read what { $name } wrote on { $day }
action-answer-title = { $name } answered by mail
action-answer-came = From { $name }, { $at }, in answer to the letter about this action. Nothing is reported before you take it.
action-answer-left-out = These were attached and are not kept: { $names }. Papers come to the secretariat.
action-answer-legend = Take it as
action-answer-leave = Leave it
action-answer-leave-hint = It reports nothing
action-answer-save = Save
action-answer-was-taken = It was taken as a report.
action-answer-was-left = It was left.
action-answer-unsaid = Choose what it is taken as, or that it is left.
action-answer-settled = This answer was taken or left already.
action-answer-letter-subject = { $name } answered about an action of { $body }
action-answer-letter-says = { $name } has answered the letter about an action by mail. Nothing is reported before you take it.
action-answer-letter-see = Read the answer
action-answer-letter-why = You get this letter because you are of the secretariat of { $body }.
letter-purpose-action-answer = Answer by mail
event-action-answer-filed = Answer by mail filed
event-action-answer-taken = Answer by mail taken as a report
event-action-answer-left = Answer by mail left
