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
compliance-nothing-yet = Nothing in the record to judge by this, or a rule that only allows.
compliance-statements = { $number ->
    [one] One more clause is a statement, from which no rule follows.
   *[other] { $number } more clauses are statements, from which no rule follows.
}
compliance-evidence-meeting = Meeting of { $day }
compliance-evidence-members = Members as at { $day }
compliance-to-duties = What is due, and by when
