# People and organisations.

# Names and addresses
name-missing = Write { $field }.
name-too-long = Shorten { $field }: it has { $length } characters and can hold { $most }.
name-with-line-break = Write { $field } on one line.
address-not-one = Write an e-mail address like name@example.org.
field-address = the e-mail address
field-person = the name
field-organisation = the organisation’s name
field-label = what the seat is called

# Choosing by name
choose-legend = Who or what is “{ $name }”?
choose-which = Choose which “{ $name }” is meant.
choose-unknown = Nothing is recorded under “{ $name }”. Check the spelling, or choose to record it now.
choose-new = Record “{ $name }” as new
choose-namesake = Another of the same name?
choose-ended = ended { $day }
event-person-recorded = Person recorded
event-person-renamed = Person renamed
event-person-addressed = Address recorded
event-person-address-forgotten = Address taken off
event-person-merged = Two records of one person joined
event-person-separated = Two records that had been joined separated
event-organisation-recorded = Organisation recorded
event-organisation-described = What an organisation is called or is changed
event-organisation-succeeded = Succession of organisations recorded
event-person-assistant-named = Assistant named
event-person-assistant-ended = Assistant ended

person-keep-title = Keep the record of { $name }
person-name-title = Name
person-name = Name without title
person-honorific = Title before the name
person-name-says = The earlier name stays as a spelling under which records know them.
person-name-button = Save name
person-spellings = Also spelt
person-addresses = E-mail addresses
person-addresses-none = No address is recorded, so no letter reaches them.
person-addresses-says = Letters about meetings go to the first. Whoever has an address that is theirs alone can sign in with it.
person-address-forget = Take off
person-address = Another address
person-address-button = Add address
person-assistants = Assistants
person-assistants-says = An assistant reads what this person reads and answers for them. Their letters go to both.
person-assistants-none = Nobody reads and answers for them.
person-assistant-end = End
person-assistant = Name of the assistant
person-assistant-new = This is somebody new, not the person of this name who is recorded already
person-assistant-button = Name assistant
assistant-oneself = Nobody is their own assistant. Name somebody else.
assistant-already = { $name } reads and answers for them already.
organisation-keep-title = Keep the record of { $name }
organisation-face-title = Name and kind
organisation-name = Name of the organisation
organisation-name-says = The earlier name stays as one under which records know it. For a successor, record what followed it instead.
organisation-kind = Kind
organisation-kind-says = For example: district council, police, health, college, charity. Terms that ask for so many councils or districts count by it.
organisation-face-button = Save name and kind
organisation-successions = Before and after
organisation-succession-says = When an organisation is merged, renamed or abolished, say which one followed. Its seats live on until they are changed one by one.
organisation-later = The organisation that followed it
organisation-later-new = This is another organisation of the same name
organisation-on = On
organisation-on-hint = Leave empty when the record does not say. With a day, this organisation is shown as ended from then.
organisation-note = Note
organisation-button = Record what followed
organisation-after-itself = An organisation does not follow itself. Name another.
field-honorific = the title
field-kind = the kind

# One person recorded twice
merge-title = Another record of { $name }?
merge-heading = Recorded twice?
merge-heading-says = When one person has two records, under two spellings perhaps, they can be joined.
merge-go = Join another record to this one
merge-intro = Name the other record. You see both side by side before anything changes. The record of { $name } stays, and the other one leads here.
merge-person = Name on the other record
merge-person-hint = As it is spelt there
merge-compare = Compare the two
merge-look = Are these two records of one person?
merge-kept = This record stays
merge-other = This record leads there
merge-none = None
merge-seats = Appointments to seats
merge-offices = Offices
merge-meetings = Meetings attended
merge-declarations = Interests declared
merge-actions = Actions
merge-letters = Letters
merge-account = Account
merge-account-open = Open
merge-says = Seats, offices, meetings, votes, interests, actions, letters and addresses of { $other } will stand on the record of { $kept }. The name { $other } stays as a spelling. Who did what remains in the history as it was known then, and so do frozen agendas and approved minutes.
merge-undo-says = It can be undone: what was joined goes back to its own record. What is recorded after the joining stays where it was recorded, and the spelling stays too.
merge-do = Join the records
merge-other-way = Keep the record of { $name } instead
merge-joined = { $name }, joined on { $day }
merge-undo = Separate again
merge-same = This is the same record. Name the other one.
merge-already = One of the two leads to another record already. Join the records that are left.
merge-two-accounts = Both have an open account. Close one of the accounts first.
merge-privileged = One of the two has an account as administrator or auditor. Ask an administrator to join them.
merge-assists = One of the two reads and answers for the other, so they are two people. End that first if it was recorded by mistake.
merge-met = Both are on the roll of { $body } on { $day }, so they are two people. Put the roll right first if one of them was not there.
merge-answered = Both are invited to { $body } on { $day }, and the other one has answered. Join them after that meeting, or join this record to the other one.
merge-not-yours = Another secretariat keeps the other record. Ask an administrator to join them.
merge-nobody = Name somebody who is on record.

# Data protection
person-erased-name = Name erased
event-person-erased = What need not stay of a person erased
event-retention-applied = What had been kept for its time erased
person-address-refused = Refused
person-address-refused-says = On { $day } the mail server refused it: { $said }
person-address-refused-warning = Letters to { $address } do not arrive. On { $day } the mail server said: { $said }

# Papers in print
person-paper = Papers in print
person-paper-yes = They asked for the papers of their meetings in print. The page of each pack says how many to print, and for whom.
person-paper-no = They read the papers on a screen.
person-paper-ask = Print papers for them
person-paper-stop = Print no more papers for them
event-person-on-paper = Papers in print asked for or not
