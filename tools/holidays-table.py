"""Writes what the PyPI package `holidays` says, as a table the calendar's tests are held against.

    pip install holidays==0.109
    python tools/holidays-table.py > crates/calendar/tests/data/pypi-holidays.txt

One line for each day from Monday to Friday that is a holiday in at least one nation: the date, then E (England and
Wales), S (Scotland) and N (Northern Ireland), with - where it is none. The years are those of the bank holiday table.
"""

import holidays

NATIONS = {"E": ("ENG", "WLS"), "S": ("SCT",), "N": ("NIR",)}
YEARS = range(2000, 2036)

free = {}
for letter, parts in NATIONS.items():
    for part in parts:
        for day in holidays.UnitedKingdom(subdiv=part, years=YEARS):
            if day.weekday() < 5 and day.year in YEARS:
                free.setdefault(day, set()).add(letter)

print(f"# Written by tools/holidays-table.py from holidays {holidays.__version__} (PyPI).")
for day in sorted(free):
    print(day, "".join(letter if letter in free[day] else "-" for letter in NATIONS))
