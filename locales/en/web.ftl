# What every page may say: the frame, forms, errors.

language = en
service = Folkmoot
skip = Skip to main content
title-refused = Error:
nav-label = You
nav-desk = Your desk
nav-administration = Administration
nav-sign-in = Sign in
nav-sign-out = Sign out
crumbs-label = Where you are
demonstration-word = Demonstration.
demonstration-says = The people and organisations of the example are invented. Mail goes to a folder, never out.
footer-accessibility = Accessibility
footer-privacy = Privacy
footer-licence = Licence
footer-says = Run with Folkmoot, which is free software.
cancel = Cancel
change = Change
change-what = Change { $what }
clause = clause { $number }
state = State
none-given = Not given

# Saving as you type, and pages that stay live
save-now = Saving…
save-done = Saved at { "{time}" }
save-failed = Not saved. Your words are kept here and will be sent again when the connection returns.
save-conflict = Somebody else changed this meanwhile. Their text stands first, yours beneath. Nothing is lost.
save-keep-mine = Keep mine
save-take-theirs = Take theirs
live-away = The connection is lost. What you see may be out of date.
live-unsent = There is no connection, so this was not sent. What you typed is still here: press the button again when the connection is back.

# Keys
keys-title = Keys on this page
keys-close = Close
notes-waiting = Notes that were written without a connection wait on this device. Sign in as their writer to send them.
notes-waiting-lost = Notes that were written without a connection have not been sent yet. Signing out removes them from this device.

# Forms
errors-title = There is a problem
error-word = Error
severity-refusal = Refused
severity-ruling = Needs a ruling
severity-warning = Mind
field-unnamed = this field
password-show = Show
password-hide = Hide
password-show-label = Show password
password-hide-label = Hide password
password-shown = Your password is visible
password-hidden = Your password is hidden
day-hint = For example, 18 January 2027 or 18/1/2027
hour-hint = For example, 10am or 14:30

day-missing = Write the day.
day-unreadable = “{ $typed }” cannot be read as a day. Write it like 18 January 2027 or 18/1/2027.
day-year-short = Write the year of “{ $typed }” with four figures, like 2027.
day-not-in-calendar = “{ $typed }” is not in the calendar. Check the day and the month.
day-far-away = { $day } is too far away to be meant. Check the year.
day-not-that-weekday = { $day } is not a { $weekday }. Change the day or the date.
hour-missing = Write the time.
hour-unreadable = “{ $typed }” cannot be read as a time. Write it like 10am or 14:30.
hour-which-half = Write whether { $hour } is morning or afternoon, like { $hour }am or { $hour }pm.
pence-missing = Write the amount.
pence-unreadable = “{ $typed }” cannot be read as an amount. Write it like £39,470 or 39470.50.
text-missing = Fill in { $field }.
text-too-long = Shorten { $field } by { $over ->
    [one] one character
   *[other] { $over } characters
}. It can hold { $most }.
text-with-control = Take the hidden control characters out of { $field }. They came in with a copied text.
choice-missing = Choose one.
choice-unknown = “{ $typed }” is not one of the choices. Choose one from the list.
upload-too-large = The file is larger than { $megabytes } MB. Make it smaller, or split it.
upload-broken = The file did not arrive whole. Send it again.
form-key-missing = This form came without its key, so it was not acted upon. Open the page again and send it from there.
form-unreadable = This form could not be read, so nothing was changed. Open the page again and send it from there.
form-too-large = This is more text than one form can hold. Shorten it, or upload it as a file.
form-from-elsewhere = This was sent from another website, or by a browser that does not say from where, so nothing was changed. Open the page here and send it again.
method-not-allowed = This address shows a page, or takes a form, but not in the way it was asked. Nothing was changed.

# Errors
not-found-title = Page not found
not-found-says = There is no page at this address, or none that you can see.
not-found-typed = If you typed the address, check it. If you followed a link, what it led to may have been moved, or may be for others.
not-found-home = Go to the start page
forbidden-title = You cannot do this
refused-title = This cannot be done
refused-nothing = Nothing was changed.
refused-back = Go back in your browser: what you typed is still there.
sign-in-again-title = You were signed out while you wrote
sign-in-again-says = Nothing you typed is lost; it is kept on this page. Sign in in a new tab, come back here and send it again.
sign-in-again-sign-in = Sign in (opens a new tab)
sign-in-again-send = Send it again
sign-in-again-typed = What you typed
conflict-title = Somebody else changed this meanwhile
conflict-says = Both texts are below. Nothing is lost, and nothing is saved until you choose.
conflict-difference = What differs
conflict-theirs = What stands now
conflict-yours = What you typed
conflict-edit = The text to save
conflict-edit-hint = It holds what you typed. Bring in from the other text what should stay.
conflict-save = Save this text
conflict-keep-theirs = Leave what stands now
overtaken-by = { $name } changed this at { $at }, after you opened it. Nothing is saved yet. Where what you have here differs, it says what stands now; saving again replaces that.
overtaken-at = This was changed at { $at }, after you opened it. Nothing is saved yet. Where what you have here differs, it says what stands now; saving again replaces that.
overtaken = This was changed after you opened it. Nothing is saved yet. Where what you have here differs, it says what stands now; saving again replaces that.
changed-meanwhile = Look at { $field } again: it reads otherwise now.
stands-now = What stands now:
stands-empty = nothing
stands-ticked = ticked
stands-unticked = not ticked
fault-title = Something broke
fault-says = It is our fault, not yours. What was saved before is safe. Try again in a few minutes.
fault-reference = If it happens again, tell whoever runs this site the reference { $reference }.
problem-refused = The rules refuse this
problem-forbidden = You may not do this
problem-conflict = Somebody else changed this meanwhile
problem-not-found = There is no such thing, or none that you may see
problem-sign-in-first = Sign in first
problem-repeated = This was already done
problem-fault = Something broke

# Parts
table-sort-up = sorted upwards
table-sort-down = sorted downwards
table-sort-by = sort by { $column }
difference-earlier = Earlier text
difference-later = Later text
difference-gone = taken out:
difference-new = put in:
difference-end = end of change
history-of-this = History of this record
timeline-as = as { $capacity }
filters-label = Filter
chart-title = Structure chart
chart-says = { $bodies ->
    [one] One body
   *[other] { $bodies } bodies
}. A line leads from a body down to those that answer to it; a dashed line joins bodies that work with each other. The list beneath says the same.
chart-scrolls = The chart is wider than the page: scroll it sideways. The list beneath it says the same.
chart-list = The same as a list
chart-works-with = works with { $names }
progress-says = { $done } of { $all } done
duties-late = Late
duties-today = Today
duties-due = Due

# Names of fields, for sentences like "Fill in { $field }"
field-notes = the notes
field-reason = the reason
field-place = the place
field-name = the name
field-title = the title
field-note = the note
field-email = the e-mail address

# The pages that every footer leads to
accessibility-title = Accessibility
accessibility-aim = Everybody who has a seat, and everybody who is governed by those who have one, should be able to use this site. It aims at level AA of the Web Content Accessibility Guidelines 2.2.
accessibility-can-title = What you can do
accessibility-can-keyboard = Use every page with the keyboard alone.
accessibility-can-zoom = Enlarge text to twice its size, or use a screen 320 pixels wide, without scrolling sideways; only structure charts scroll, in a frame of their own, with a list beneath that says the same.
accessibility-can-reader = Listen with a screen reader: headings, tables, fields and their errors are named.
accessibility-can-colour = Use a dark or a light screen. Colour never says anything alone.
accessibility-can-script = Read and send everything without script. Only pages that change by themselves need it.
accessibility-cannot-title = What may not work
accessibility-cannot-uploads = Papers that partners upload are as accessible as their authors made them. Ask the secretariat of the body for another form.
accessibility-tell-title = If something stands in your way
accessibility-tell = Tell the secretariat of the body whose page it is; its page names them.
privacy-title = Privacy
privacy-what = This site keeps who sits on which body, for whom, from when to when, what they attended, declared and undertook, and who changed which record. It keeps the e-mail addresses it writes to.
privacy-public-title = What everybody can see
privacy-public = Names, offices and organisations of those who sit on a public body, and what approved minutes say. E-mail addresses are never shown to the public.
privacy-cookie-title = The one cookie
privacy-cookie = One cookie keeps you signed in. It is set when you sign in and goes when you sign out. Nothing counts or follows visitors, and nothing is loaded from other sites.
privacy-long-title = How long it is kept
privacy-long = What public bodies did, and who took part, is kept as long as their records. E-mail addresses go a year after somebody’s last seat, office and account; the texts of letters and what was written beside an answer go after a year; sign-ins go after a month. This happens by itself.
privacy-ask-title = What is kept about you
privacy-ask = Ask the secretariat of your body for what is kept about you, to correct it, or to erase what need not stay. Names in approved minutes stay: they are the public record.
licence-title = Licence
licence-program = Folkmoot is free software, under the MIT licence or the Apache licence 2.0, as you choose.
licence-govuk = Its pages build on GOV.UK Frontend, under the MIT licence. This is not a service of the United Kingdom government.
licence-holidays = Bank holidays come from GOV.UK, under the Open Government Licence 3.0.
licence-records = What a partnership publishes here is its own.
and-more = and { $number } more
