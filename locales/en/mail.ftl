# Letters: the outbox of a body, and the folder of a demonstration.

outbox-title = Letters
outbox-letters = Letters of this body
outbox-to = To
outbox-subject = Letter
outbox-when = When
outbox-act = What you can do
outbox-stop = Hold back
outbox-send = Send now
outbox-last-error = The mail server said: { $error }
outbox-empty = Letters that { $body } sends will stand here: waiting, sent or failed.
outbox-more = These are the latest { $number }. Older ones are kept in the history of what they were about.
outbox-count-waiting = { $number ->
    [one] One letter waits.
   *[other] { $number } letters wait.
}
outbox-count-sent = { $number ->
    [one] One was sent.
   *[other] { $number } were sent.
}
outbox-count-failed = { $number ->
    [one] One could not be sent.
   *[other] { $number } could not be sent.
}
outbox-count-stopped = { $number ->
    [one] One is held back.
   *[other] { $number } are held back.
}
letter-state-waiting = Waiting
letter-state-sent = Sent
letter-state-failed = Failed
letter-state-stopped = Held back

letter-address-unreadable = “{ $address }” is not an e-mail address that mail can be sent to. Correct it.
letter-header-broken = A name or a subject holds a line break or another control character, so no letter was written. Correct it.
letter-not-waiting = This letter does not wait any more: it has left, failed or been held back.
letter-already-waiting = This letter has left, or waits already.

event-letter-stopped = held back a letter
event-letter-requeued = sent a letter again
event-letter-sent = sent a letter
event-letter-failed = could not send a letter

folder-title = Mail of this demonstration
folder-says = Nothing leaves this machine. What would have been sent is kept here, with its links working.
folder-subject = Subject
folder-from = From
folder-empty = Mails will stand here as soon as something is sent.
