"""Holiday calendars of the pack "Legal time". Run: pip install holidays==0.109; python scripts/make-calendars.py

Writes kb/packs/legal-time/calendars.yaml from the package `holidays` (MIT), of which the app needs nothing. Beyond `LAST` the
calendars are refused by the rules: later holidays may still be proclaimed.
"""

from datetime import date, timedelta
from pathlib import Path

import holidays

FIRST, LAST = date(2020, 1, 1), date(2030, 12, 31)
# Name, title, country, part of it, what to know of it.
CALENDARS = [
    (
        "us_federal",
        "United States, federal",
        "US",
        None,
        "federal holidays with the days on which they are observed; no holidays of the states, no days declared by the President",
    ),
    ("england_wales", "England and Wales", "GB", "ENG", "bank holidays, Christmas Day and Good Friday, with substitute days"),
    ("germany", "Germany, nationwide", "DE", None, "the nine holidays of all Länder; those of single Länder are left out"),
    ("belgium", "Belgium", "BE", None, "public holidays of the state"),
]


def days_of(country, part):
    found = holidays.country_holidays(country, subdiv=part, years=range(FIRST.year, LAST.year + 2), language="en_US")
    # Observed days of 1 January may lie in the year before, so one year more is asked for than is kept.
    return sorted((day, name) for day, name in found.items() if FIRST <= day <= LAST)


def lines():
    yield f"# Made by scripts/make-calendars.py from the package holidays {holidays.__version__} (MIT) on {date.today()}. Not to be edited by hand."
    yield "calendars:"
    for name, title, country, part, note in CALENDARS:
        yield f"  {name}:"
        yield f"    title: {title}"
        yield "    weekend: [saturday, sunday]"
        yield f"    from: {FIRST}"
        yield f"    to: {LAST}"
        yield f'    source: "package holidays {holidays.__version__} of {date.today()}, not compared with the official list: {note}"'
        yield "    holidays:"
        for day, holiday in days_of(country, part):
            yield f'      {day}: "{holiday}"'


path = Path(__file__).parents[1] / "kb/packs/legal-time/calendars.yaml"
path.write_text("\n".join(lines()) + "\n", encoding="utf-8")
