# One's own desk, a person, an organisation, history, the administrator's page.

desk-title = Your desk
desk-late = { $number ->
    [one] One thing is late.
   *[other] { $number } things are late.
}
desk-waiting = { $number ->
    [one] One thing waits for you.
   *[other] { $number } things wait for you.
}
desk-duties-of-terms = What is due from you under your terms of reference
desk-nothing = Nothing waits for you. What needs your answer, your report or your ruling will stand here.
desk-duties = What needs you
desk-answer = Say whether you are coming to { $body }
desk-answer-for = Say whether { $name } is coming to { $body }
desk-rule = Rule on “{ $title }”
desk-action = Report on: { $words }
desk-next-meeting = by the next meeting
desk-clear = Clear the minutes of { $day }
desk-write-up = Write up the meeting of { $day }
desk-requested = { $number ->
    [one] Answer one request for an item
   *[other] Answer { $number } requests for items
} (meeting of { $day })
desk-to-follow = { $number ->
    [one] One paper is still to follow
   *[other] { $number } papers are still to follow
} (meeting of { $day })
desk-silent = { $number ->
    [one] One person has not answered
   *[other] { $number } people have not answered
} (meeting of { $day })
desk-overdue = { $number ->
    [one] One action is overdue
   *[other] { $number } actions are overdue
}
desk-failed = { $number ->
    [one] One letter could not be sent
   *[other] { $number } letters could not be sent
}
desk-vacant = { $number ->
    [one] One seat is vacant
   *[other] { $number } seats are vacant
}
desk-meetings = Your meetings
desk-meetings-none = No meeting ahead has been planned yet.
desk-calendar = Your meetings in your own calendar
desk-meeting-body = Body
desk-meeting-day = Day
desk-meeting-place = Place
desk-meeting-answer = Your answer
desk-meeting-for = for { $name }
desk-answer-coming = Coming
desk-answer-apologies = Apologies
desk-answer-substitute = Substitute
desk-answer-none = Not answered
desk-answer-not-asked = Not called yet
desk-answer-not-invited = None asked of you
desk-answer-change = Answer
desk-bodies = Your bodies
desk-bodies-none = You hold no seat and no office now.
desk-body-keep = Keep
desk-kept = Other bodies you keep
desk-principals = You read and answer for

person-now = Now
person-recorded = As recorded
person-as-at = As at { $day }
person-before = Earlier
person-none = No seat and no office now.
person-seat = Seat
person-office = Office
person-body = Body
person-organisation = Organisation
person-from = From
person-until = Until
person-unknown-day = Not recorded
person-still = No end recorded
person-spelt = Also spelt
person-letters = Letters go to
person-letters-none = Nowhere: no address is recorded
person-assisted = Assistants
person-assists = Reads and answers for
person-keep = Keep this record
person-history = History
organisation-ended = It ended on { $day }. Its seats live on until they are changed.
organisation-short = Short name
organisation-names = Also known as
organisation-earlier = Before it
organisation-later-ones = After it
organisation-seats = Seats it nominates to
organisation-seats-none = It nominates to no seat that you may know of.
organisation-seat-ended = until { $day }
organisation-holder = Held by
organisation-holder-none = Nobody recorded
organisation-keep = Keep this record

history-title = History
history-named-day = { $name }, { $day }
history-with-letters = Show the letters too
history-without-letters = Leave the letters out
history-more = There are older entries. They are in the export.
history-says = Newest first. Each line says who did what, in which capacity, and what stood before and after.
history-pages = Pages of the history
history-later = Newer entries
history-earlier = Older entries
history-long = { $number } characters
history-none = Nothing has happened to it yet.
history-nobody = The program
history-field = What
history-before = Before
history-after = After
history-page = See it
history-record = Its history
history-kind-person = Person
history-kind-organisation = Organisation
history-kind-seat = Seat
history-kind-body = Body
history-kind-account = Account
history-kind-appointment = Appointment
history-kind-office = Office
history-kind-partnership = Partnership
history-kind-meeting = Meeting
history-kind-item = Item
history-kind-paper = Paper
history-kind-action = Action
history-kind-decision = Decision
history-kind-minutes = Minutes
history-kind-charter = Terms of reference
history-field-name = Name
history-field-label = Seat
history-field-person = Person
history-field-starts-on = From
history-field-ends-on = Until
history-field-term-ends-on = Term over
history-field-words = Words
history-field-organisation = Organisation
history-field-ex-officio-post = Ex officio
history-field-value = Value
history-field-notes = Notes

capacity-secretary = Secretary
capacity-chair = Chair
capacity-vice-chair = Vice-chair
capacity-member = Member
capacity-substitute = Substitute
capacity-assistant = Assistant
capacity-nominator = For an organisation
capacity-owner = Owner
capacity-administrator = Administrator
capacity-auditor = Auditor
capacity-self = Themselves
capacity-public = Visitor
capacity-retention = The daily clearing
capacity-person-erase = An administrator, by command
capacity-set-up = The set-up page
capacity-by-link = { $capacity }, by link
capacity-by-mail = { $capacity }, by mail

administration-title = Administration
administration-accounts = Accounts
administration-accounts-says = Who signs in as administrator or auditor; closing an account
administration-partnerships = Partnerships
administration-partnerships-none = No partnership has been founded yet.
administration-partnerships-more = { $all } in all; these are the first hundred by name.
administration-found = Found a partnership
administration-structure = Structure
administration-office = Office files
administration-office-found = { $name } makes Word, Excel, PowerPoint and OpenDocument papers into PDF. A file may take a minute and a gigabyte of memory, and no more.
administration-office-missing = There is no LibreOffice on this machine, or it does not start. Papers are taken as PDF and pictures; whoever sends an office file is asked for a PDF. Install the packages libreoffice-writer-nogui, libreoffice-calc-nogui and libreoffice-impress-nogui, and start the program again.
