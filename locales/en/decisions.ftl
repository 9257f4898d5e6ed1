# Decisions: motions, votes, and why they carry.

decisions-title = Decisions
decisions-count = { $count ->
    [one] One decision
   *[other] { $count } decisions
}
decisions-none = Decisions of this body will stand here, newest first. None has been recorded.
decisions-pages = Pages
decisions-page-before = Newer decisions
decisions-page-after = Older decisions
decision-title = Decision
decision-open = Not decided yet
decision-outcome = Outcome
decision-outcome-agreed = Agreed
decision-outcome-amended = Agreed with changes
decision-outcome-not-carried = Not carried
decision-outcome-noted = Noted
decision-outcome-deferred = Deferred
decision-outcome-withdrawn = Withdrawn
decision-how = How
decision-how-consensus = by consensus
decision-how-counted = by a vote
decision-how-named = by a vote by name
decision-how-delegated = by those it was left to
decision-how-not-recorded = how is not recorded
decision-how-count = { $how }: { $for } for, { $against } against, { $abstained } abstained
decision-manner-consensus = By consensus
decision-manner-counted = By a vote, counted
decision-manner-named = By a vote, by name
decision-manner-delegated = Left to the chair or to others
decision-manner-not-recorded = The notes do not say
decision-words = Words decided on
decision-words-hint = Leave empty where the motion was decided as it stands.
decision-words-column = Decision
decision-reason = Reason
decision-reason-hint = Where one was given.
decision-at = Taken at
decision-body = Body
decision-exempt-word = Exempt
decide-title = Record the decision
decide-again-title = Record it anew
decide = Record the decision
motion-title = Motion
motion-as-put = As it was put
motion-moved-by = Moved by
motion-seconded-by = Seconded by
motion-nobody = Not recorded
motion-put-title = Put a motion
motion-put = Put it
motion-recommendation = Recommendation of a paper
motion-words = What the body is asked to decide
motion-words-hint = Leave empty to put a recommendation as it stands.
motion-about = Class of matter
motion-about-hint = Where the terms treat some matters otherwise: for example, membership. Separate several by commas.
motion-exempt = Keep this motion from the public
motion-remove = Take this motion away
motion-between-title = Put a motion between meetings
vote-count-title = Votes, where they were counted
vote-for = For
vote-against = Against
vote-abstained = Abstained
vote-none = No vote
vote-seat = Seat
vote-person = Cast by
vote-cast = Vote
votes-title = Votes by name
votes-by-name = Votes by name and seat

field-outcome = the outcome
field-how = how it was decided
field-votes_for = the votes for
field-votes_against = the votes against
field-abstained = the abstentions
field-votes = the votes by name
field-recommendation = the recommendation
field-moved_by = who moved it
field-seconded_by = who seconded it
field-about = what it is about

decision-overtaken = Somebody else recorded this decision after you opened the form. What they recorded stands above, outcome and reason; what you chose stands below. Record yours to put it in its place, or leave the page.
motion-put-already = These words were put on this item already. Tick the box below to put them a second time, or go back to the motion that stands.
motion-put-again = Put the same words again
motion-words-missing = Say what the body is asked to decide, or choose a recommendation.
motion-seconded-by-mover = The same person is given as mover and seconder.
motion-decided = This motion is decided. Record the decision anew instead.
recommendation-already-put = This recommendation was put already.
vote-count-missing = Give the votes for and against.
vote-names-missing = Give the votes by name.
vote-figures-without-vote = There are votes, and the manner is not a vote. Choose “by a vote”, or take the votes out.
vote-without-decision = Votes belong to a decision. Choose whether it was agreed or not carried.
vote-not-a-number = “{ $typed }” is not a number of votes.
vote-not-given = The terms give no vote here: { $sentence }.
vote-by-absent = One of the votes is by somebody who was not in the room in that seat.
vote-without-voting-seat = { $name } sits in a seat without a vote.
vote-twice = There are two votes for the seat of { $name }.
vote-more-than-voters = { $votes } votes are given, and { $voters ->
    [one] one person was
   *[other] { $voters } people were
} in the room who could vote.
vote-by-barred = { $name } may not decide this item: { $sentence }.
vote-before-ruling = { $name } declared an interest, and the { $office } has not ruled on it. Record the ruling first.
vote-not-carried = It was not carried: { $sentence }.
vote-carried = It was carried: { $sentence }.
consensus-against = A consensus agrees. What was not carried was put to a vote, or the notes do not say how.
amended-words-missing = Give the words as they were changed.
decision-without-quorum = There is no quorum, and the terms require one: { $sentence }. It can be noted or deferred.
motion-terms = Version { $number } of the terms of reference, as it was put
decision-adopted-terms = Version { $number } of the terms was adopted by this decision. End that version first.
decision-in-future = The meeting is on { $day }. A decision is recorded once it has been taken.

event-motion-put = Motion put
event-motion-reworded = Motion reworded
event-motion-removed = Motion taken away
event-motion-decided = Decision recorded
