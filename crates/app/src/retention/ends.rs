//! What ends by itself, and how.

use store::sql;

use super::{Cut, End, Writing};

const YEAR: i64 = 365;

// A cross join is walked from left to right: from the few to what is known of them.
macro_rules! ends {
    ($($(#[$doc:meta])* $name:ident: $days:expr, $from:literal, $cut:ident, $writing:ident, $sql:expr;)*) => {$(
        $(#[$doc])*
        pub(super) static $name: End = {
            sql!(STATEMENT, $sql);
            End { days: $days, from: $from, statement: &STATEMENT, cut: Cut::$cut, writing: Writing::$writing }
        };
    )*};
}

ends! {
    SESSION: 30, "after it ended", Instant, Housekeeping, "delete from session where ends_at < $1";
    TOKEN: 180, "after the link ended", Instant, Housekeeping, "delete from token where ends_at < $1";
    THROTTLE: 1, "after the try", Instant, Housekeeping, "delete from throttle where window_start < $1";
    /// What the history says of an account goes with it.
    ACCOUNT_HISTORY: YEAR, "after the account was closed", Instant, Entry,
        "delete from event_value where event_id in (select e.id from account a cross join event e where e.record_id = a.id and a.closed_at < $1)";
    ACCOUNT: YEAR, "after the account was closed", Instant, Entry, "delete from account where closed_at < $1";
    /// That a letter was written, when, to whom and whether it left stays: it proves that notice was given.
    LETTER: YEAR, "after it was to leave", InstantSince, Entry,
        "update letter set address = '', plain = '', content_json = null, last_error = null
         where state in ('sent', 'failed', 'stopped', 'unwanted') and due_at < $1 and due_at >= $2 and (plain <> '' or address <> '')";
    /// Nobody writes any more to somebody who has had no capacity for a year: a seat, an office, a place on a list, one for whom they
    /// read, an account, a meeting they came to or were to come to; or whose record was changed within it.
    ADDRESS: YEAR, "after their last seat, office, distribution list, meeting and account", Day, Entry,
        "delete from person_address where
           not exists (select 1 from appointment a where a.person_id = person_address.person_id and (a.ends_on is null or a.ends_on >= $1))
           and not exists (select 1 from office o where o.person_id = person_address.person_id and (o.ends_on is null or o.ends_on >= $1))
           and not exists (select 1 from distribution d where d.person_id = person_address.person_id and (d.ends_on is null or d.ends_on >= $1))
           and not exists (select 1 from assistant t where t.assistant_id = person_address.person_id and (t.ends_on is null or t.ends_on >= $1))
           and not exists (select 1 from account c where c.person_id = person_address.person_id and c.closed_at is null)
           and person_id not in (select r.person_id from meeting m join attendance r on r.meeting_id = m.id where m.day >= $1)
           and person_id not in (select i.substitute_id from meeting m join invitation i on i.meeting_id = m.id where m.day >= $1 and i.substitute_id is not null)
           and not exists (select 1 from event e where e.record_id = person_address.person_id and e.happened_at >= $1)";
    /// The entries stay in the chain without what they held; the chain is proved without it.
    ADDRESS_HISTORY: YEAR, "after the entry, once no address of the person is recorded", Instant, Entry,
        "delete from event_value where event_id in (
           select e.id from person p cross join event e join event_value v on v.event_id = e.id
           where e.record_id = p.id and e.happened_at < $1 and (v.before_json like '%@%' or v.after_json like '%@%')
             and not exists (select 1 from person_address a where a.person_id = p.id))";
    CHASER: YEAR, "after it was asked for", Day, Entry, "delete from chaser where happened_on < $1";
    NOTE: YEAR, "after the meeting", DaySince, Entry,
        "update invitation set note = null where note is not null and answered_how <> 'import'
           and meeting_id in (select m.id from meeting m where m.day < $1 and m.day >= $2)";
    NOTE_HISTORY: YEAR, "after the meeting", DaySince, Entry,
        "delete from event_value where event_id in (
           select e.id from meeting m join invitation i on i.meeting_id = m.id join event e on e.record_id = i.id
           where m.day < $1 and m.day >= $2 and e.name = 'invitation.answered' and e.person_id is not null)";
    INTEREST: YEAR, "after the interest ended", Day, Entry, "delete from registered_interest where ends_on < $1";
    READING: YEAR, "after it was last kept", Instant, Housekeeping, "delete from reading_place where at < $1";
    READING_NOTE: 2 * YEAR, "after it was written", Instant, Housekeeping, "delete from reading_note where made_at < $1";
    REPLY: YEAR, "after the reply", Instant, Entry, "update minutes_reply set words = '' where replied_at < $1 and words <> ''";
}
