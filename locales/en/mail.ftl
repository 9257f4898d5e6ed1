# Letters: the outbox of a body, and the folder of a demonstration.

outbox-title = Letters
outbox-letters = Letters of this body
outbox-to = To
outbox-subject = Letter
outbox-when = When
outbox-act = What you can do
outbox-stop = Hold back
outbox-send = Send now
outbox-last-error = The mail server said: { $error }
outbox-empty = Letters that { $body } sends will stand here: waiting, sent or failed.
outbox-more = These are the latest { $number }. Older ones are kept in the history of what they were about.
outbox-count-waiting = { $number ->
    [one] One letter waits.
   *[other] { $number } letters wait.
}
outbox-count-sent = { $number ->
    [one] One was sent.
   *[other] { $number } were sent.
}
outbox-count-failed = { $number ->
    [one] One could not be sent.
   *[other] { $number } could not be sent.
}
outbox-count-stopped = { $number ->
    [one] One is held back.
   *[other] { $number } are held back.
}
outbox-count-gathered = { $number ->
    [one] One goes with the reader’s next gathered letter.
   *[other] { $number } go with their readers’ next gathered letters.
}
outbox-count-unwanted = { $number ->
    [one] One was not wanted.
   *[other] { $number } were not wanted.
}
outbox-coming = Going out by themselves
outbox-coming-says = These are asked for by the deadlines of the terms and of actions. Each is left out by itself once it is answered, and none goes at a weekend or on a bank holiday.
outbox-coming-none = No deadline of the next weeks asks for a letter.
outbox-coming-choose = Choose which letters go out by themselves
outbox-goes-on = Goes on { $day }
outbox-asks = What it asks for
outbox-coming-stop = Stop
outbox-coming-go = Let it go
outbox-coming-stopped = Stopped
outbox-unreached = No address
outbox-written = Written
outbox-leaves = Leaves { $at }
outbox-correct = Correct the address
outbox-said = The mail server said
outbox-says = What it says
outbox-without-links = Links by which the reader answers are left out here.
outbox-says-no-more = What it said is kept for a year, and that time is over.
letter-state-gathered = Goes with others
letter-state-unwanted = Not wanted
letter-state-waiting = Waiting
letter-state-sent = Sent
letter-state-failed = Failed
letter-state-stopped = Held back

letter-address-unreadable = “{ $address }” is not an e-mail address that mail can be sent to. Correct it.
letter-header-broken = A name or a subject holds a line break or another control character, so no letter was written. Correct it.
letter-not-waiting = This letter does not wait any more: it has left, failed or been held back.
letter-already-waiting = This letter has left, or waits already.

letters-title = Your letters
letters-for = Letters to { $name }
letters-says = Agendas and questions of the bodies on which you sit come at once. You choose when the others come.
letters-done = Your choice is kept.
letters-save = Save
letters-choose = Stop these letters, or choose when they come
letters-unsaid = Choose one of the answers that stand here.
letters-class-reminders = Reminders
letters-class-reminders-hint = What is due from you: actions, answers, papers
letters-class-notes = Notes after meetings
letters-class-notes-hint = What a meeting came to, to be passed on
letters-class-copies = Copies
letters-class-copies-hint = Agendas and minutes of bodies on which you do not sit
letters-class-duties = The weekly letter
letters-class-duties-hint = What is due in the bodies whose secretariat you are of
letters-pace-at-once = At once
letters-pace-daily = Gathered into one letter each working day
letters-pace-weekly = Gathered into one letter each week
letters-pace-never = Not at all
letters-pace-duties-at-once = On Mondays
letters-pace-duties-never = Not at all
letters-gathered-subject = { $partnership }: your letters, { $day }
letters-gathered-why = You chose to have these gathered into one letter.
letter-purpose-gathered = Gathered letters
event-letters-chosen = Choice of letters changed
event-letters-gathered = Letters gathered into one
event-letter-stopped = Letter held back
event-letter-requeued = Letter sent again
event-letter-sent = Letter sent
event-letter-failed = Letter not delivered

folder-title = Mail of this demonstration
folder-says = Nothing leaves this machine. What would have been sent is kept here, with its links working.
folder-subject = Subject
folder-from = From
folder-empty = Mails will stand here as soon as something is sent.
