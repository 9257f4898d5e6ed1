# How a body stands to its own terms.

standing-title = How it stands to its terms
standing-says = What the record shows as at { $day }, judged by
standing-of-draft = No terms are in force. This is what the draft would ask, had it been adopted.
standing-as-at = As at
standing-show = Show
standing-against = { $number ->
    [one] One thing is not as the terms ask
   *[other] { $number } things are not as the terms ask
}
standing-against-hint = The terms and the record disagree. Which of them is right, the record does not say.
standing-unknown = { $number ->
    [one] One thing nobody can tell
   *[other] { $number } things nobody can tell
}
standing-unknown-hint = The record does not hold what it takes to say.
standing-open = { $number ->
    [one] One thing is still to be done, or only hoped for
   *[other] { $number } things are still to be done, or only hoped for
}
standing-open-hint = What the terms put as “should” is never a breach.
standing-met = { $number ->
    [one] One thing is as the terms ask
   *[other] { $number } things are as the terms ask
}
standing-met-hint = The record shows it.
standing-missing = Missing: { $facts }
standing-outward = What happened inside meetings is judged on the same page for those who sit on this body.
standing-none = { $body } has no terms of reference in this record, so there is nothing to judge it by.
standing-state-met = As the terms ask
standing-state-expected = Hoped for, and not so
standing-state-due = Still to be done
standing-state-late = Late
standing-state-breached = Not as the terms ask
standing-state-excused = Allowed by those whom the terms name
standing-state-cannot_tell = Cannot tell
standing-state-none_given = The terms say nothing
