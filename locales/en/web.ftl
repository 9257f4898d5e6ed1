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
timeline-as = as { $capacity }
filters-label = Filter
chart-title = Structure chart
chart-says = { $bodies ->
    [one] One body
   *[other] { $bodies } bodies
}. A line leads from a body down to those that answer to it; a dashed line joins bodies that work with each other. The list beneath says the same.
chart-list = The same as a list
chart-works-with = works with { $names }
progress-says = { $done } of { $all } done
duties-late = Late
duties-today = Today
duties-due = Due
