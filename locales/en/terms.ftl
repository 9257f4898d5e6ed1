# Terms of reference: the charter of a body, in versions.

charter-title = Terms of reference
charter-caption = { $body }: terms of reference
charter-standing = How it stands
charter-standing-draft = Draft, for decision
charter-standing-in-force = In force
charter-standing-adoption-not-recorded = Adoption not recorded
charter-standing-to-come = Adopted, not yet in force
charter-standing-dated-later = Dated later; adoption not recorded
charter-standing-superseded = Superseded
charter-standing-withdrawn = Not pursued
charter-says-draft = This is a draft. It binds nobody until it is adopted.
charter-says-in-force = Adopted on { $adopted }, in force from { $starts }.
charter-says-adoption-not-recorded = It is used as the body’s terms, but no record shows when or by whom it was adopted.
charter-says-to-come = Adopted on { $adopted }. It will be in force from { $starts }.
charter-says-dated-later = The text bears a later date than this day. What applied before it is not recorded, nor whether it was adopted.
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
charter-from-model = Begin with a model
charter-adopt = Record its adoption
charter-adopt-title = Record the adoption of version { $number }
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
charter-text = Text
charter-text-hint = A Markdown document: clauses begin with their number in bold, and rules stand beneath their clause.
charter-title-field = Title
charter-title-hint = Leave empty to use the text’s own first heading.
charter-dated-hint = Leave empty to use the date in the head of the text.
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
charter-models-none = No model comes with this installation.
charter-model-size = { $clauses ->
    [one] One clause
   *[other] { $clauses } clauses
}, { $blanks ->
    [one] one blank to fill in.
   *[other] { $blanks } blanks to fill in.
}
charter-blank-where = In { $clauses }.
charter-blank-list = One on each line.
blank-missing = Fill in the { $blank }.
blank-unknown = This model has no blank named “{ $blank }”. Open the model again.
blank-not-a-number = Write the { $blank } as a whole number from 1 to 9999.
blank-not-one-line = Write the { $blank } on one line, without brackets and quotation marks.
charter-adoption-how = Write by what it was adopted, or choose the decision.
charter-starts-before = It cannot be in force before { $adopted }, the day it was adopted.
charter-adopted-before-dated = The text bears a later date, { $dated }.
charter-ends-before = It cannot end before { $begins }, the day it begins.
charter-not-in-force = This version is not in force, so it cannot be ended.
charter-no-draft = This version is no draft, so it cannot be set aside.
field-text = the text
field-title = the title
field-source = the source
field-number = the number of the clause
field-heading = the heading
field-rules = the rules

charter-write = Write terms of reference
charter-lay = Bring in terms that are in use
charter-lay-says = For terms that the body works by already, though nobody recorded here when they were adopted. They are laid as they stand. Anything new is written as a draft:
charter-lay-button = Bring them in
charter-models-says = A model is a text with blanks. Fill them in, and go on from there as with any draft.
charter-model-says = { $blanks ->
    [one] Fill in the one blank.
   *[other] Fill in the { $blanks } blanks.
} The text becomes the draft of this body.
charter-model-fill = Begin the draft
charter-already-decided = This version is no draft any more, so its adoption cannot be recorded.
charter-adopt-says = “{ $title }” becomes the terms of { $body }.
charter-not-proposed = A draft is adopted by the decision of a meeting. Put it on an agenda first.
charter-undecided = The meeting has not decided on it yet. Once its decision is recorded under the item, the adoption can be recorded here.
charter-not-agreed = The meeting did not agree it, so it cannot be adopted. Begin a new draft from it, or do not pursue it.
charter-amended = The meeting agreed it with changes. Write those changes in: the text with them is what is adopted.
charter-not-amended = This draft was not begun from a version that a meeting agreed with changes.
charter-on-agenda = It is on the agenda of { $day }. Take it back from there first.

# Writing a draft.
draft-title = Draft terms of reference
draft-crumb = Draft
draft-back = Back to the draft
draft-begin-title = Write terms of reference
draft-begin-says = A draft of { $body } is written here, clause by clause. It binds nobody: a meeting decides on it.
draft-begin-from = What do you begin from?
draft-begin-version = Version { $number }
draft-begin-empty = Nothing
draft-begin-empty-hint = An empty text with the name of the body.
draft-begin-button = Begin the draft
draft-begin-otherwise = Or
draft-begin-this = Change these terms
draft-go-on = Go on with the draft
charter-draft-there = A draft is being written already. Go on with it, or set it aside first.
draft-saved = Saved { $at }.
draft-saved-by = Saved { $at } by { $name }.
draft-save = Save
draft-against = { $changes ->
    [0] Nothing is changed yet against version { $number } ({ $standing }).
    [one] One clause differs from version { $number } ({ $standing }).
   *[other] { $changes } clauses differ from version { $number } ({ $standing }).
}
draft-against-none = There are no terms in force beside which it stands.
draft-lamp-read = { $clauses ->
    [one] Its one clause can be read, and nothing stands against putting it to a meeting
   *[other] All { $clauses } clauses can be read, and nothing stands against putting it to a meeting
}
draft-lamp-failing = { $number ->
    [one] Every line of its { $clauses } clauses can be read, but one case comes out otherwise than it says. It can be put to a meeting as it is
   *[other] Every line of its { $clauses } clauses can be read, but { $number } cases come out otherwise than they say. It can be put to a meeting as it is
}
draft-lamp-unread = { $number ->
    [one] One line cannot be read yet, so it cannot be put to a meeting
   *[other] { $number } lines cannot be read yet, so it cannot be put to a meeting
}
charter-draft-unreadable = { $number ->
    [one] One line cannot be read. Mend it first; the draft is kept as it is.
   *[other] { $number } lines cannot be read. Mend them first; the draft is kept as it is.
}
charter-draft-contradicts = { $number ->
    [one] One rule cannot hold together with another. Change one of them first.
   *[other] { $number } rules cannot hold together with others. Change them first.
}
charter-draft-unfilled = { $number ->
    [one] One clause has a rule with a blank. Fill it in first.
   *[other] { $number } clauses have rules with blanks. Fill them in first.
}
charter-draft-empty = It has no clause yet.
draft-empty = The clauses will stand here, each with its rules beneath.
draft-waiting = Version { $number } waits for the meeting of { $day }. This draft can be put to a meeting once that has decided, or when it is taken back:
draft-propose = Propose for adoption
draft-changes-title = What changes
draft-whole = The whole text
draft-whole-says = Everything at once, for those who like to write it so. It is saved even where lines cannot be read; they are then shown here.
draft-aside-title = Set the draft aside
draft-aside-says = Nobody writes on this draft of { $body } any more.
draft-aside-kept = Its text stays readable among the versions, as one that is not pursued.
draft-aside-button = Set it aside
draft-unread = Cannot be read
draft-clause-new = New
draft-clause-changed = Changed
draft-case-fails = The case “{ $case }” comes out otherwise: { $answer }.
draft-cases-hold = { $number ->
    [one] One case holds
   *[other] { $number } cases hold
}
draft-by-form = Form: { $family }
draft-words-stayed = Its rules changed and its words did not. See that the words still say what the rules say.
draft-gone = Left out
draft-gone-line = { $number }: { $words }

clause-add = Add a clause
clause-add-below = Add a clause below
clause-change = Change clause { $number }
clause-number = Number
clause-number-hint = Such as 4.10 or 5.4 A.
clause-words = Words
clause-words-hint = What people read and cite. An empty line begins a new paragraph.
clause-rules = Rules
clause-rules-hint = What the program keeps to, one rule on each line. Leave empty for a clause that is only stated.
clause-rules-help = How a rule is written
clause-rules-help-says = In plain words, of one of a few forms, with a full stop. For example:
clause-cases-help = A line that begins with “Case:” tests the rules above it: “Case: 15 members, 7 present: not quorate.”
clause-place = Where it stands
clause-behind = Stands
clause-first = At the beginning
clause-behind-this = After { $number }: { $words }
clause-heading = Heading above it
clause-heading-hint = Only where a part of the terms begins with this clause.
clause-save = Save the clause
clause-no-words = No words yet.
clause-still-unread = { $number ->
    [one] One rule cannot be read yet. It is kept as you wrote it and shown beneath the field.
   *[other] { $number } rules cannot be read yet. They are kept as you wrote them and shown beneath the field.
}
clause-number-odd = Write a number of at most 20 characters with a figure in it, such as 4.10, or a letter.
clause-words-begin-another = The line “{ $line }” would begin a heading or another clause. Add that as a clause of its own, or begin the line otherwise.
clause-changed-meanwhile = Somebody changed this clause while you were writing
clause-gone-meanwhile = Somebody took this clause out while you were writing
clause-theirs-by = Saved { $at } by { $name }.
clause-theirs-says = Nothing is lost: what you wrote is still in the form below. Saving it takes the place of what they wrote.
clause-theirs-gone = Nothing is lost: what you wrote is still in the form below. Saving it adds the clause again.
clause-remove-title = Remove clause { $number }
clause-remove-says = Clause { $number } is taken out of the draft, with its rules and cases. The terms in force are not touched.
clause-remove-refers = Whatever refers to it by its number is not changed.
clause-remove-button = Remove the clause

changes-title = Lay it as the meeting agreed it
changes-begin = Write the meeting’s changes in
changes-says = The meeting of { $day } agreed version { $number } with changes. This draft is to hold exactly those changes, and nothing else.
changes-shown = Version { $number }, as the meeting was shown it
changes-button = Lay it as agreed

# What a draft would have meant.
meant-title = What it would have meant
meant-says = What the record holds is judged by the draft, beside version { $number }, which is in force.
meant-says-none = What the record holds is judged by the draft. No terms are in force beside which it stands.
meant-meetings = { $number ->
    [one] One meeting is judged, of { $from }.
   *[other] { $number } meetings are judged, from { $from } to { $until }.
}
meant-failing = { $number ->
    [one] One case of the draft comes out otherwise than it says: its rule and its case do not agree.
   *[other] { $number } cases of the draft come out otherwise than they say: their rules and their cases do not agree.
}
meant-same = Nothing in the record would have come out otherwise
meant-no-record = No meeting is recorded yet by which it could be judged
meant-differs = { $touched ->
    [0] { $clauses ->
        [one] One clause
       *[other] { $clauses } clauses
    } would have come out otherwise
    [one] One of { $meetings } meetings would have come out otherwise
   *[other] { $touched } of { $meetings } meetings would have come out otherwise
}
meant-unread = { $number ->
    [one] One line of the draft cannot be read and is left out here.
   *[other] { $number } lines of the draft cannot be read and are left out here.
}
meant-decided = How the terms in force let themselves be changed
meant-forbidden = The terms in force forbid this.
meant-renumbered = Clause { $after }, until now { $before }
meant-new = Clause { $number }, new
meant-gone = Clause { $number }, left out
meant-counts = By the terms in force:
meant-counts-draft = By the draft:
meant-meeting = Meeting of { $day }
meant-body = The body as it stands
meant-in-force = By the terms in force
meant-draft = By the draft
meant-asks-nothing = Nothing asked
meant-state-met = { $number } met
meant-state-expected = { $number } hoped for and not so
meant-state-due = { $number } due
meant-state-late = { $number } late
meant-state-breached = { $number } not met
meant-state-excused = { $number } excused
meant-state-cannot_tell = { $number } that nobody can tell
meant-state-none_given = { $number } not given

charter-compare-says = { $changed ->
    [0] No clause differs.
    [one] One clause differs.
   *[other] { $changed } clauses differ.
} { $same ->
    [0] {""}
    [one] One is the same.
   *[other] { $same } are the same.
} What only the earlier text says is struck out; what only the later one says is underlined.
compare-opening = Title and introduction
compare-new = New
compare-gone = Left out
compare-not-there = Not there yet.
compare-not-there-now = Left out.
compare-same = The same in both: { $clauses }.
compare-with-in-force = What it changes in the terms in force

proposed-waiting = On an agenda
proposed-agreed = Agreed
proposed-amended = Agreed with changes
proposed-refused = Not agreed
proposed-deferred = Put off
proposed-says-deferred = { $body } put it off on { $day }.
proposed-says-waiting = { $body } decides on it on { $day }.
proposed-says-agreed = { $body } agreed it on { $day }.
proposed-says-amended = { $body } agreed it on { $day }, with changes of its own.
proposed-says-refused = { $body } did not agree it on { $day }.
proposed-meeting = Meeting of { $day }

event-charter-draft-begun = Draft of the terms begun
event-charter-draft-changed = Draft of the terms changed
event-charter-draft-set-aside = Draft of the terms set aside
event-charter-changes-written = Changes of a meeting written into the terms
event-charter-laid = Version of the terms laid
event-charter-adopted = Adoption of the terms recorded
event-charter-superseded = Version of the terms ended
event-charter-withdrawn = Draft of the terms set aside
