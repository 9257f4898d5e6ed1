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
packs-minutes-pdf = Minutes as PDF
packs-decisions-pdf = Decisions as PDF
packs-actions-pdf = Actions as PDF
packs-open-actions-pdf = Action list as PDF
packs-terms-pdf = Terms of reference as PDF
