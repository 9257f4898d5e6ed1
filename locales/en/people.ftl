# People and organisations.

# Names and addresses
name-missing = Write { $field }.
name-too-long = Shorten { $field }: it has { $length } characters and can hold { $most }.
name-with-line-break = Write { $field } on one line.
address-not-one = Write an e-mail address like name@example.org.
field-address = the e-mail address
field-person = the person’s name
field-organisation = the organisation’s name
field-label = what the seat is called

# Choosing by name
choose-legend = Who or what is “{ $name }”?
choose-which = Choose which “{ $name }” is meant.
choose-unknown = Nothing is recorded under “{ $name }”. Check the spelling, or choose to record it now.
choose-new = Record “{ $name }” as new
choose-namesake = Somebody else of the same name?
choose-ended = ended { $day }
event-person-recorded = recorded a person
event-person-renamed = gave a person another name
event-person-addressed = recorded an address
event-person-address-forgotten = took an address off a person’s record
event-organisation-recorded = recorded an organisation
event-organisation-succeeded = recorded which organisation followed another
event-person-assistant-named = named an assistant
event-person-assistant-ended = ended an assistant’s reading and answering
