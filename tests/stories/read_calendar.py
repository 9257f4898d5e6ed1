"""Reads a calendar from standard input as another program does (Debian's python3-icalendar), and says in JSON what it understood.

    python3 read_calendar.py < invitation.ics
"""

import json
import sys
from datetime import datetime, timezone

from icalendar import Calendar


def told(moment):
    """A moment in UTC; a whole day as its date."""
    return moment.astimezone(timezone.utc).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def event(component):
    attendees = component.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    return {
        "uid": str(component["UID"]),
        "sequence": int(component["SEQUENCE"]),
        "summary": str(component["SUMMARY"]),
        "location": str(component.get("LOCATION", "")),
        "description": str(component.get("DESCRIPTION", "")),
        "status": str(component.get("STATUS", "")),
        "start": told(component.decoded("DTSTART")),
        "end": told(component.decoded("DTEND")) if "DTEND" in component else None,
        "organizer": str(component.get("ORGANIZER", "")),
        "attendees": [{"address": str(a), "name": a.params.get("CN"), "answered": a.params.get("PARTSTAT")} for a in attendees],
        "errors": component.errors,
    }


calendar = Calendar.from_ical(sys.stdin.buffer.read())
print(json.dumps({"method": str(calendar.get("METHOD", "")), "errors": calendar.errors, "events": [event(e) for e in calendar.walk("VEVENT")]}))
