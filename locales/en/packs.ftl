# The record as files: agendas, minutes, notices, lists and terms as PDF and Word.

packs-foot = Page { $page } of { $pages }
packs-draft = Draft. This agenda has not gone out yet.
packs-agenda-title = Agenda for { $day }
packs-public-edition = This is the public edition. Exempt items stand by their public title and the ground on which they are kept back.
packs-exempt-because = Exempt: { $ground }
packs-exempt-paper = A paper that is exempt from publication
packs-withdrawn = withdrawn on { $day }: { $reason }
packs-kept = not published by this body
packs-correction-earlier = Earlier words
packs-correction-later = Words that take their place
packs-decisions-title = Decisions of { $day }
packs-decisions-says = What the meeting of { $day } decided.
packs-decisions-none = No decision is recorded.
packs-decision-elsewhere = Under no item
packs-actions-set-title = Actions set on { $day }
packs-actions-set-says = What the meeting of { $day } asked to be done.
packs-actions-owed-title = Action list, { $day }
packs-actions-owed-says = What is owed to the body on { $day }, and what was done since it last met.
packs-actions-none = There are none.
packs-terms-rules = The rules that the program reads beneath the clauses, and their cases, stand on the page of the terms.

# Links to the files
packs-agenda-pdf = Agenda as PDF
packs-agenda-word = Agenda in Word
packs-minutes-pdf = Minutes as PDF
packs-minutes-word = Minutes in Word
packs-decisions-pdf = Decisions as PDF
packs-decisions-word = Decisions in Word
packs-actions-pdf = Actions as PDF
packs-actions-word = Actions in Word
packs-open-actions-pdf = Action list as PDF
packs-open-actions-word = Action list in Word
packs-terms-pdf = Terms of reference as PDF

# The pack
pack-page = page { $pages }
pack-pages = pages { $pages }
packs-title = Agenda pack for { $day }
packs-page-title = Pack of papers for { $day }
packs-stamp = Page { $page }
packs-stamp-item = Page { $page } · item { $item }
packs-cover-public = Public edition
packs-cover-public-skips = Its page numbers are those of the members’ edition. Pages that are exempt are not in it, so that some numbers are left out.
packs-cover-members = Members’ edition. It may hold exempt papers: it is not for publication.
packs-not-tagged = The papers in this file come from many hands and are not all tagged for assistive technology. The agenda is to be had as a tagged file of its own.
packs-sheet-item = Item { $number }: { $title }
packs-sheet-exempt = Exempt, and not in this edition: { $pages }. Ground: { $ground }.
packs-sheet-exempt-plain = Exempt, and not in this edition: { $pages }.
packs-sheet-withdrawn = This paper was withdrawn on { $day }: { $reason }
packs-sheet-replaced = This paper was replaced. The newer one has page numbers { $pages }.
packs-supplement = Supplement { $number }
packs-supplement-title = Supplement { $number } to the agenda pack for { $day }
packs-supplement-says = For the meeting on { $day }. Sent at { $sent }.
packs-supplement-pages = It holds what came since the pack was sent, and only that. Its pages are numbered on from the last page before.
packs-supplements = Supplements
packs-from-supplement = supplement { $number }
packs-says = The papers stand behind their items, with bookmarks. Page numbers run to { $pages } and are the same on the agenda, in both editions and in the minutes.
packs-read = Pack as one file (PDF)
packs-all-files = Pack, supplements and editions
packs-members-pdf = Members’ edition (PDF)
packs-public-pdf = Public edition of the pack (PDF)
packs-public-page = See the public edition
packs-sent-page = Pack as it was sent
packs-draft-pdf = See the pack as it would go out now (PDF)
packs-draft-says = This is how the pack stands with the agenda and the papers of this moment. Nobody is told.
packs-agenda-alone = The agenda on its own
packs-agenda-why = It is tagged for assistive technology (PDF/UA). The pack makes no such claim, because the papers in it come from many hands and are taken as they are.
packs-in-it = What is in it
packs-no-papers = No pages behind this item.
packs-none-yet = No pack has gone out. One goes out with the agenda as soon as a paper has arrived.
packs-before = Before it goes out
packs-earlier = As it was sent earlier
packs-version = Pack with agenda { $number }
packs-what-exempt = Exempt
packs-what-withdrawn = Withdrawn
packs-what-replaced = Replaced
packs-terms-word = Terms of reference in Word

# Minutes that come back from Word
packs-edited-title = Bring in minutes edited in Word
packs-edited-says = Edit the minutes in Word and bring the file back. You see what changed, item by item, before anything is taken.
packs-edited-field = The file from Word
packs-edited-hint = A .docx file, up to 20 MB. It is compared and not kept.
packs-edited-compare = Show what changed
packs-edited-again = Compare another file
packs-edited-found = “{ $name }”: { $changed ->
    [0] no part of your prose changed
    [one] one part of your prose changed
   *[other] { $changed } parts of your prose changed
  }, { $same ->
    [0] none is the same
    [one] one is the same
   *[other] { $same } are the same
  }.
packs-edited-nothing = There is nothing to take: the prose in the file is the prose of the minutes.
packs-edited-to-minutes = To the minutes
packs-edited-introduction = Introduction
packs-edited-before-items = Before the items
packs-edited-stands = As it stands
packs-edited-came = As it came
packs-edited-take = Take “{ $title }” as it came
packs-edited-take-button = Take what is ticked
packs-edited-left-title = Changed in Word, and not taken
packs-edited-left-says = These lines are drawn from the record: who was there, decisions, actions. Change them where they are recorded.
packs-edited-record = In the record:
packs-edited-file = In the file:
packs-edited-file-nothing = left out
packs-edited-loose-title = Found nowhere in the minutes
packs-edited-loose-says = These parts of the file belong to no item. Copy from here what you need: they are not kept.
packs-edited-absent-title = Not in the file
packs-edited-absent-says = The file does not have these items. Their notes stay as they are.
packs-edited-tracked = { $count ->
    [one] The file has one tracked change.
   *[other] The file has { $count } tracked changes.
  } It was read as if they had all been accepted.
packs-edited-drawn = { $count ->
    [one] One picture or drawing in the file is not taken.
   *[other] { $count } pictures or drawings in the file are not taken.
  }
packs-edited-footnotes = { $count ->
    [one] One footnote in the file is not taken.
   *[other] { $count } footnotes in the file are not taken.
  }
packs-edited-comments = { $count ->
    [one] One comment in the margin is not taken.
   *[other] { $count } comments in the margin are not taken.
  }
packs-edited-approved = These minutes are approved. What is wrong in them is put right by a correction, which keeps the earlier words.
packs-edited-not-draft = These minutes have been cleared. Take them back to the desk before you bring in a file.
packs-edited-no-file = Choose the file from Word.
packs-edited-none-ticked = Tick what is to be taken.
packs-edited-too-large = The file is larger than { $megabytes } MB. Take the pictures out and save it again.
packs-edited-empty = The file is empty.
packs-edited-not-word = This is not a Word file. Save it as a Word document (.docx).
packs-edited-broken = The file is damaged. Open it in Word and save it again.
packs-edited-macros = The file brings a program (macros) with it and is not opened. Save it as a Word document without macros (.docx).
packs-edited-older = The file has a password, or comes from Word before 2007. Save it as a Word document (.docx) without a password.
packs-edited-bomb = Unpacked, the file would be larger than any minutes. It is not opened.

# Papers written here
write-title = Write a paper
write-add = Write one here
write-edit = Edit the text
write-edit-title = Edit a paper
write-text = The report
write-text-hint = In Markdown: “# Heading”, “**strong**”, “- a list”, “[words](https://…)”, tables with “|”. Tags of HTML are shown as they are typed.
write-options = Options
write-options-hint = What could be done, and what speaks for each.
write-implications = Implications
write-implications-hint = A part left empty is left out of the paper.
write-money = Money
write-legal = Law
write-equality = Equality
write-risk = Risk
write-environment = Environment
write-preview = Preview
write-preview-title = Preview
write-preview-says = Not saved yet. As a PDF it has { $pages ->
    [one] one page
   *[other] { $pages } pages
  }.
write-lodge = Lodge this paper
write-save = Save
write-nothing = Write the report, or at least one of its parts.

# Reading a pack
read-title = Pack for { $day }
read-open = Read the pack
read-go-on = Go on where you were
read-contents = Items
read-file = Open “{ $title }” (PDF)
read-page = About this paper
read-pack-pdf = The pack as one file, to print (PDF)
read-sheets = Pages of “{ $title }”
read-sheet = Page { $page }
read-sheet-of-paper = Page { $page } of the paper
read-sheets-failed = The pages cannot be shown here. Open the file.
read-sheets-changed = A newer file has come since this page was opened. Reload the page to read it.
read-sheets-print = “{ $title }” is printed from its own file.
read-sheets-print-pack = It is also in the pack as one file ({ $pages }).
read-nothing = Nothing stands on the agenda yet.
read-loose = Papers under no item
read-note = Note
read-note-on = Note to “{ $excerpt }”
read-notes = Your notes
read-marked = Marked
read-note-words = Your note
read-note-hint = Only you read it. Left empty, the place is marked.
read-note-save = Keep
read-note-remove = Remove
read-note-edit = Change
read-note-sending = Being sent
read-note-unsent = Not yet sent: it is kept on this device, and goes when the connection comes back
read-note-refused = Not taken: { $why }
read-note-ended = Your session has ended. Sign in again: what you noted waits on this device and is sent then.
read-note-unkept = There is no connection, and this browser cannot keep the note. Leave this page open and press Keep again when the connection is back.
read-note-remove-away = There is no connection. Remove this note when it is back.
read-note-nowhere = This place is not in the pack any more. Reload the page.
read-left = Notes left over
read-left-says = What these notes were about is not in the paper any more.
read-left-agenda = These notes belong to what is not on the agenda any more.
read-private = Your marks and notes are yours alone: nobody else reads them, not even an administrator.
read-keeping = Being kept for reading without a connection
read-kept = Kept on this device: it opens without a connection until you sign out
read-kept-public = Kept on this device: it opens without a connection
read-kept-not = This browser cannot keep it for reading without a connection
read-away = No connection: this is the pack as it was kept

packs-print = On paper
packs-print-says = { $count ->
    [one] Print one copy of the members’ edition, for:
   *[other] Print { $count } copies of the members’ edition, for:
 }
packs-print-none = Nobody who is expected asked for papers in print. The mark stands on a person’s record.
packs-plates = Name plates (PDF)
packs-plates-title = Name plates for { $day }
packs-sign = Sign-in sheet (PDF)
packs-sign-title = Sign-in sheet for { $day }
packs-sign-says = Who is at the meeting on { $day }.
packs-sign-name = Name
packs-sign-seat = Seat or organisation
packs-sign-here = Signature
packs-sign-private = Kept by the secretariat with the record of the meeting.
