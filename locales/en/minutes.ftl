# Minutes: from what happened to approved and closed.

minutes-title = Minutes of { $day }
minutes-state-draft = Draft
minutes-state-cleared = Cleared by the chair
minutes-state-circulated = Sent to the members
minutes-state-approved = Approved
minutes-says-draft = They follow the record of the meeting as it stands.
minutes-says-cleared = Cleared by { $name } on { $day }.
minutes-says-cleared-unknown = Cleared; by whom and when is not recorded.
minutes-says-circulated = Sent to the members on { $day }. The next meeting approves them.
minutes-says-circulated-unknown = Sent to the members; when is not recorded. That they were approved is not recorded either.
minutes-says-approved = Approved on { $day }. Nothing in them changes any more.
minutes-says-approved-amended = Approved with amendments on { $day }. Nothing in them changes any more.
minutes-not-over = The meeting is not closed yet. The chair can clear its minutes once it is.
minutes-follow = Decisions, actions, interests and attendance come from the record of the meeting. Change them, and the notes of each item, there.
minutes-to-meeting = Go to the meeting
minutes-introduction = Before the first item
minutes-introduction-hint = What the chair said on opening, if it should be told. It may stay empty.
minutes-introduction-save = Save these words
minutes-ask-clearance = Ask the chair to clear them
minutes-record-clearance = Record that the chair has cleared them
minutes-clear = Clear these minutes
minutes-circulate = Send them to the members
minutes-circulate-says = Everybody this body writes to gets a letter with a link to agree the minutes or to propose a change.
minutes-circulate-kept = What they say now is kept as a version.
minutes-reopen = Take them back to change them
minutes-approve-title = Record their approval
minutes-approve = Record the approval
minutes-approve-later = They are approved at a later meeting. Once one is held, its approval is recorded here.
minutes-approved-at = Approved at the meeting of
minutes-choose-meeting = Choose a meeting
minutes-amended = With amendments
minutes-amended-hint = Bring the amendments in first: take the minutes back, change the notes, and send them again.
minutes-manner-consensus = by consensus
minutes-manner-not-recorded = the notes do not say
minutes-motion = The minutes of the meeting of { $day } are approved as an accurate record.
minutes-motion-amended = The minutes of the meeting of { $day } are approved as amended.
minutes-replies = What members answered
minutes-reply-agreed = agrees them.
minutes-reply-change = proposes a change:
minutes-reply-title = Do you agree these minutes?
minutes-reply-ask = Your answer
minutes-reply-yes = I agree the minutes
minutes-reply-no = I propose a change
minutes-reply-words = The change, or a remark
minutes-reply-send = Send the answer
minutes-link-for = You answer as { $name }. Whoever has this link can answer for these minutes only.
minutes-link-clear-says = Read them below. Items that are exempt are shown by their public title only; sign in to read them whole. To have something changed, answer the secretariat.
minutes-link-cleared = The minutes are cleared. The secretariat sends them to the members.
minutes-link-over = These minutes are no longer open for answers.
minutes-link-agreed = You agreed the minutes.
minutes-link-proposed = Your change was sent to the secretariat.
minutes-versions = { $count ->
    [one] One version is kept: see what changed
   *[other] { $count } versions are kept: see what changed
}
minutes-versions-title = Versions of the minutes
minutes-versions-none = A version is kept whenever minutes are cleared, sent or approved. None has been.
minutes-version-cleared = Version { $number }, as cleared
minutes-version-circulated = Version { $number }, as sent
minutes-version-approved = Version { $number }, as approved
minutes-version-draft = The draft as it stands
minutes-version-compare = Compare with the one before
minutes-version-changes = What changed
minutes-version-same = Nothing changed between these two.

minutes-body = Body
minutes-day = Date
minutes-time = Time
minutes-place = Place
minutes-presided = In the chair
minutes-present = Present
minutes-present-none = Nobody is recorded as present.
minutes-apologies = Apologies
minutes-in-attendance = In attendance
minutes-in-place-of = in place of { $name }
minutes-capacity-guest = guest
minutes-capacity-officer = officer
minutes-capacity-observer = observer
minutes-capacity-listed = in which capacity is not recorded
minutes-capacity-unclear = capacity not clear from the record
minutes-capacity-presenter = presenting
minutes-from-item = from item { $item }
minutes-from-hour = from { $hour }
minutes-from-item-hour = from item { $item } ({ $hour })
minutes-until-item = until item { $item }
minutes-until-hour = until { $hour }
minutes-until-item-hour = until item { $item } ({ $hour })
minutes-exempt = Exempt
minutes-ground = Kept from the public: { $ground }
minutes-presides = { $name } took the chair.
minutes-presenter = Presented by { $name }
minutes-late = Taken although it was notified late. { $reason }
minutes-interest = { $name } declared an interest ({ $kind }).
minutes-ruling = { $name } ruled: { $part }.
minutes-barred = The terms bar from the decision.
minutes-agreed-by = { $name } agreed: { $words }
minutes-agreed = Agreed: { $words }
minutes-reported-done = reported done.
minutes-reported-needs-until = reported to need until { $until }.
minutes-reported-progress = reported on.
minutes-decision-agreed = Agreed:
minutes-decision-amended = Agreed with changes:
minutes-decision-not-carried = Not carried:
minutes-decision-noted = Noted:
minutes-decision-deferred = Deferred:
minutes-decision-withdrawn = Withdrawn:
minutes-decision-exempt = A decision that is exempt from publication.
minutes-how = Decided { $how }.
minutes-moved = Moved by { $mover }, seconded by { $seconder }.
minutes-moved-only = Moved by { $mover }.
minutes-reason = Reason: { $reason }
minutes-actions = Actions
minutes-next = Next meetings

corrections-record-here = Record a correction of these minutes
minutes-not-out = The minutes of this meeting are being written. Members can read them once the secretariat sends them round.
corrections-title = Corrections of minutes
corrections-none = Corrections of approved minutes will stand here, beside the words they take the place of.
correction-of = Minutes of { $minutes }: { $place }
correction-made = Made on { $day }.
correction-earlier-not-held = The earlier words are not held. What stands now, with what was marked:
correction-record-title = Record a correction
correction-record = Record the correction
correction-of-meeting = Minutes that are held here
correction-of-meeting-none = None of these
correction-of-words = Or which minutes, in words
correction-of-words-hint = For example, October 2006
correction-place = Where in them
correction-place-hint = For example, item 5, second paragraph
correction-earlier-held = Are the earlier words held?
correction-held-yes = Yes
correction-held-no = No, they are not held
correction-earlier = The earlier words
correction-later = The words that take their place
correction-later-hint = Put what was marked between two asterisks, **like this**.
correction-made-at = Made at the meeting of
correction-made-at-none = At no meeting, or none of these
correction-note = Note

minutes-letter-clear-subject = { $body }: minutes of { $day } to clear
minutes-letter-clear-title = Minutes wait for you
minutes-letter-clear-says = { $name }, the minutes of { $body } of { $day } are ready for you to clear.
minutes-letter-clear-button = Read and clear them
minutes-letter-sent-subject = { $body }: minutes of { $day }
minutes-letter-sent-says = { $name }, the minutes of { $body } of { $day } are ready. Agree them, or propose a change, before the next meeting approves them.
minutes-letter-sent-told = { $name }, the minutes of { $body } of { $day } are ready.
minutes-letter-sent-button = Read them and answer
minutes-letter-sent-page = Read them signed in
minutes-letter-why = You get this letter because { $body } writes to you about its meetings. The button needs no account.

field-introduction = the introduction
field-at_meeting = the meeting
field-place = the place
field-later = the new words
field-earlier = the earlier words
field-of_words = which minutes

minutes-circulated = The minutes were sent to the members. Take them back before changing them.
minutes-cleared = The chair has cleared the minutes. Take them back before changing them.
minutes-draft = The minutes are a draft.
minutes-not-cleared = The chair has not cleared the minutes yet.
minutes-not-circulated = The minutes were not sent to the members yet.
minutes-nobody-clears = Nobody is recorded as having presided, and the body has no chair. Record who presided first.
minutes-chair-no-address = The chair has no e-mail address here. Record the clearance yourself when the chair has given it.
minutes-meeting-not-over = Close the meeting first. Its minutes are cleared once it is over.
approval-other-body = Minutes are approved by a meeting of the same body.
approval-before-meeting = { $approved } is not after { $held }, when the meeting was held. Minutes are approved at a later meeting.
approval-no-decision = That meeting has no such decision that it agreed.
approval-no-item = That meeting has no item for the minutes. Put one on its agenda first.
reply-words-missing = Say what should be changed.
reply-nobody = An answer comes from a person.
correction-place-missing = Say where in the minutes it stands.
correction-words-missing = Give the words that stand there now.
correction-earlier-missing = Give the earlier words, or say that they are not held.
correction-minutes-missing = Say which minutes are corrected.
correction-changes-nothing = The new words are the same as the earlier ones.

event-minutes-introduced = Introduction of the minutes changed
event-minutes-taken-from-word = Minutes edited in Word were taken in
event-minutes-clearance-asked = Chair asked to clear the minutes
event-minutes-cleared = Minutes cleared
event-minutes-circulated = Minutes sent to the members
event-minutes-reopened = Minutes taken back
event-minutes-replied = Answer to the minutes
event-minutes-approved = Minutes approved
event-minutes-corrected = Correction of minutes recorded

# The note of key messages.

key-messages-title = Key messages of { $day }
key-messages-link = Key messages for members to report back with
key-messages-says = This is drafted from the decisions and actions of the meeting. What is exempt is left out, for a note like this is passed on. Change what you like.
key-messages-words = The note
key-messages-words-hint = A page at most. A line that begins with a dash is a point of a list
key-messages-goes-to = { $number ->
    [0] This body has nobody with an address to send it to.
    [one] It goes to one person: who sits on the body, serves it, or is on its distribution list.
   *[other] It goes to { $number } people: who sit on the body, serve it, or are on its distribution list.
}
key-messages-send = { $number ->
    [one] Send to one person
   *[other] Send to { $number } people
}
key-messages-keep = Save, and send later
key-messages-was-sent = { $number ->
    [one] It went to one person at { $at }.
   *[other] It went to { $number } people at { $at }.
}
key-messages-decided = Decided
key-messages-to-do = To be done
key-messages-decision = { $item }: { $words } ({ $outcome })
key-messages-action = { $words }: { $owners }
key-messages-action-by = { $words }: { $owners }, { $due }
key-messages-more = { $number } more, in the minutes
key-messages-nothing = The meeting came to no decision that can be passed on.
key-messages-exempt = { $number ->
    [one] One matter was taken in private and is left out here.
   *[other] { $number } matters were taken in private and are left out here.
}
key-messages-next = The next meeting is on { $day }.
key-messages-not-over = The note is drafted when the meeting is over.
key-messages-were-sent = The note was sent already.
key-messages-empty = Write the note.
key-messages-nobody = There is nobody with an address to send it to.
key-messages-unsaid = The form did not say whether the note is to be sent. Press the button once more.
key-messages-letter-subject = Key messages: { $body }, { $day }
key-messages-letter-why = You get this note because you sit on { $body }, serve it, or are on its distribution list. Pass it on to those you report to.
letter-purpose-key-messages = Key messages
event-key-messages-written = Note of key messages written
event-key-messages-sent = Note of key messages sent
