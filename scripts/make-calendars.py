"""Holiday calendars of the pack "Legal time". Run: pip install holidays==0.109; python scripts/make-calendars.py

Writes kb/packs/legal-time/calendars.yaml from the package `holidays` (MIT), of which the app needs nothing. Beyond `LAST` the
calendars are refused by the rules: later holidays may still be proclaimed. The courts of California are not in the package, whose
list for that state is the one of its employees (Susan B. Anthony Day and Diwali, but neither Lincoln Day nor Native American Day):
their days are written here as the statutes say them.
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
MONDAY, THURSDAY, FRIDAY = 0, 3, 4
COURT_SOURCE = (
    "Cal. Code Civ. Proc. § 135 and Gov. Code § 6700 as in force in each year, with the Friday before for a Saturday and the Monday after "
    "for a Sunday (Cal. Rules of Court, rule 1.11), read on {today}; compared with lists of the courts for 2022 to 2026; "
    "no days that a governor proclaims and no closures of a single court (§ 12b)"
)


def days_of(country, part):
    found = holidays.country_holidays(country, subdiv=part, years=range(FIRST.year, LAST.year + 2), language="en_US")
    # Observed days of 1 January may lie in the year before, so one year more is asked for than is kept.
    return found.items()


def nth(year, month, weekday, count):
    """The `count`th of a weekday in a month; -1: the last."""
    if count < 0:
        day = date(year, month + 1, 1) - timedelta(1)
        return day - timedelta((day.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (count - 1))


def court_days_of(year):
    """Every full day of Gov. Code § 6700 but those that § 135 excepts, and the day after Thanksgiving."""
    thanksgiving = nth(year, 11, THURSDAY, 4)
    yield date(year, 1, 1), "New Year's Day"
    yield nth(year, 1, MONDAY, 3), "Dr. Martin Luther King, Jr. Day"
    yield date(year, 2, 12), "Lincoln Day"
    yield nth(year, 2, MONDAY, 3), "Presidents' Day"
    yield date(year, 3, 31), "Cesar Chavez Day"
    yield nth(year, 5, MONDAY, -1), "Memorial Day"
    if year >= 2023:  # AB 1655 of 2022.
        yield date(year, 6, 19), "Juneteenth"
    yield date(year, 7, 4), "Independence Day"
    yield nth(year, 9, MONDAY, 1), "Labor Day"
    if year >= 2022:  # AB 855 of 2021 took the one for the other.
        yield nth(year, 9, FRIDAY, 4), "Native American Day"
    else:
        yield nth(year, 10, MONDAY, 2), "Columbus Day"
    yield date(year, 11, 11), "Veterans Day"
    yield thanksgiving, "Thanksgiving Day"
    yield thanksgiving + timedelta(1), "Day after Thanksgiving"
    yield date(year, 12, 25), "Christmas Day"


def court_days():
    """With the days on which they are observed; that of a New Year's Day may lie in the year before."""
    for year in range(FIRST.year, LAST.year + 2):
        for day, name in court_days_of(year):
            yield day, name
            if day.weekday() > FRIDAY:
                yield day + timedelta(-1 if day.weekday() == 5 else 1), f"{name} (observed)"


def calendar_lines(name, title, source, days):
    yield f"  {name}:"
    yield f"    title: {title}"
    yield "    weekend: [saturday, sunday]"
    yield f"    from: {FIRST}"
    yield f"    to: {LAST}"
    yield f'    source: "{source}"'
    kept = [(day, holiday) for day, holiday in sorted(days) if FIRST <= day <= LAST]
    yield "    holidays:" if kept else "    holidays: {}"
    for day, holiday in kept:
        yield f'      {day}: "{holiday}"'


def lines():
    yield f"# Made by scripts/make-calendars.py from the package holidays {holidays.__version__} (MIT) on {date.today()}. Not to be edited by hand."
    yield "calendars:"
    for name, title, country, part, note in CALENDARS:
        source = f"package holidays {holidays.__version__} of {date.today()}, not compared with the official list: {note}"
        yield from calendar_lines(name, title, source, days_of(country, part))
    yield from calendar_lines("weekends", "Saturdays and Sundays alone", "no holidays are known: for places whose holidays are entered by hand", [])
    yield from calendar_lines("california_courts", "California, courts", COURT_SOURCE.format(today=date.today()), court_days())


path = Path(__file__).parents[1] / "kb/packs/legal-time/calendars.yaml"
path.write_text("\n".join(lines()) + "\n", encoding="utf-8")
