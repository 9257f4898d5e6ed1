# Terms of reference: the charter of a body, in versions.

charter-title = Terms of reference
charter-caption = { $body }: terms of reference
charter-standing = How it stands
charter-standing-draft = Draft, for decision
charter-standing-in-force = In force
charter-standing-adoption-not-recorded = Adoption not recorded
charter-standing-to-come = Adopted, not yet in force
charter-standing-superseded = Superseded
charter-standing-withdrawn = Not pursued
charter-says-draft = This is a draft. It binds nobody until it is adopted.
charter-says-in-force = Adopted on { $adopted }, in force from { $starts }.
charter-says-adoption-not-recorded = It is used as the body’s terms, but no record shows when or by whom it was adopted.
charter-says-to-come = Adopted on { $adopted }. It will be in force from { $starts }.
charter-says-superseded = It was in force until { $ended }, when it was superseded.
charter-says-withdrawn = This draft was not pursued.
charter-dated = Date of the text
charter-adopted-by = Adopted by
charter-adopted-by-hint = The meeting and item, or the decision: “Annual meeting of 18 June 2026, item 5”.
charter-adopted-on = Day of adoption
charter-starts-on = In force from
charter-starts-on-hint = Leave empty when it is in force from the day of adoption.
charter-ended-on = No longer in force from
charter-ended-on-hint = On the day before it still applies.
charter-within = Accountable to
charter-works-with = Works with
charter-source = Source
charter-source-hint = Where the text is taken from. Leave empty to use what the text itself says.
charter-note = Note
charter-version = Version
charter-versions = Versions
charter-number = Version { $number }
charter-in-force = In force
charter-from = From { $from }
charter-from-until = From { $from } until { $until }
charter-contents = Parts of the terms
charter-compare = Compare
charter-compare-with-this = Compare with this one
charter-compare-title = Version { $from } and version { $to }
charter-compare-says = The two texts beside each other. What only the earlier one says is struck out; what only the later one says is underlined.
charter-how-to-read = { $clauses ->
    [one] One clause
   *[other] { $clauses } clauses
}, { $rules ->
    [0] none of them with a rule
    [one] with one rule
   *[other] with { $rules } rules
}. A rule is checked by the program. A clause without one is a statement: it is shown and cited, never executed.
charter-rule = Rule
charter-read-as = Read as: { $words }
charter-taken-from = Taken over from the terms of { $body }, clause { $number }.
charter-unfilled = Rule with a blank
charter-cases = { $number ->
    [one] One case that this rule is tested with
   *[other] { $number } cases that these rules are tested with
}
charter-none = { $body } has no terms of reference in this record. They will stand here, clause by clause.
charter-lay = Lay a new version
charter-lay-button = Lay this version
charter-from-model = Begin with a model
charter-adopt = Record its adoption
charter-adopt-title = Record the adoption of version { $number }
charter-adopt-says = “{ $title }” becomes the terms of { $body }.
charter-adopt-supersedes = Whatever was in force before is superseded from the day this one starts, and stays readable.
charter-adopt-never-edited = Its text is not changed, now or later. Meetings are judged by the version in force on their day.
charter-adopt-button = Record the adoption
charter-end = End this version
charter-end-title = End version { $number }
charter-end-says = “{ $title }” is no longer the terms of { $body } from the day you write. Unless another version is in force, there are then none.
charter-end-button = End this version
charter-withdraw = Do not pursue this draft
charter-withdraw-says = The draft “{ $title }” of { $body } is marked as not pursued. It stays readable.
charter-withdraw-button = Do not pursue this draft
charter-draft-title = Lay a new version of the terms
charter-draft-says = Write or paste the text. It is laid as it stands; nothing is in force until its adoption is recorded.
charter-draft-from-model = The blanks are filled. Read the text, change what you need, and lay it.
charter-text = Text
charter-text-hint = A Markdown document: clauses begin with their number in bold, and rules stand beneath their clause.
charter-title-field = Title
charter-title-hint = Leave empty to use the text’s own first heading.
charter-dated-hint = Leave empty to use the date in the head of the text.
charter-standing-draft-hint = It waits for a decision.
charter-standing-adoption-not-recorded-hint = It is used already, and nobody can say when it was adopted.
charter-troubles = { $number ->
    [one] One line cannot be read
   *[other] { $number } lines cannot be read
}
charter-trouble-line = Line { $line }
charter-trouble-suggestion = Did you mean “{ $words }”?
charter-trouble-expected = Here may stand: { $words }
charter-problems = { $number ->
    [one] One line of the text cannot be read. It is shown above the form, with what may stand there.
   *[other] { $number } lines of the text cannot be read. They are shown above the form, with what may stand there.
}
charter-models-title = Model terms of reference
charter-models-says = A model is a text with blanks. Fill them in, read the result, and lay it as a draft.
charter-models-none = No model comes with this installation.
charter-model-size = { $clauses ->
    [one] One clause
   *[other] { $clauses } clauses
}, { $blanks ->
    [one] one blank to fill in.
   *[other] { $blanks } blanks to fill in.
}
charter-model-says = { $blanks ->
    [one] Fill in the one blank.
   *[other] Fill in the { $blanks } blanks.
} Nothing is kept until you have read the text and laid it.
charter-model-fill = Show the text
charter-blank-where = In { $clauses }.
charter-blank-list = One on each line.
blank-missing = Fill in the { $blank }.
blank-unknown = This model has no blank named “{ $blank }”. Open the model again.
blank-not-a-number = Write the { $blank } as a whole number from 1 to 9999.
blank-not-one-line = Write the { $blank } on one line, without brackets and quotation marks.
charter-already-decided = This version is no draft any more, so its adoption cannot be recorded.
charter-adoption-how = Write by what it was adopted, or choose the decision.
charter-starts-before = It cannot be in force before { $adopted }, the day it was adopted.
charter-adopted-before-dated = The text bears a later date, { $dated }.
charter-ends-before = It cannot end before { $begins }, the day it begins.
charter-not-in-force = This version is not in force, so it cannot be ended.
charter-no-draft = This version is no draft, so it cannot be set aside.
field-text = the text
field-title = the title
field-source = the source

event-charter-laid = laid a version of the terms
event-charter-adopted = recorded the adoption of terms
event-charter-superseded = ended a version of the terms
event-charter-withdrawn = set a draft of the terms aside
