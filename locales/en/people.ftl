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
event-person-recorded = recorded a person
event-person-renamed = gave a person another name
event-person-addressed = recorded an address
event-person-address-forgotten = took an address off a person’s record
event-organisation-recorded = recorded an organisation
event-organisation-succeeded = recorded which organisation followed another
event-person-assistant-named = named an assistant
event-person-assistant-ended = ended an assistant’s reading and answering

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
