"""Dates inside citations: "ngày 22/12/2024", "dated 22 December 2024", "năm 2025"."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_MONTH: Final = "|".join(f"{name}|{name[:3]}" for name in _MONTHS) + "|sept"
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})"
_LEAD: Final = r"(?:(?:ban hành|ký|ngày|ngay|dated|issued|on|of)\s*){0,3}"
_END: Final = r"(?![\w/-])"
_START: Final = r"(?<![\w/.-])"

_DAY: Final = "(?P<day>[0-9]{1,2})"
_NUMBERED: Final = "(?P<month>[0-9]{1,2})"
_NAMED: Final = rf"(?P<name>{_MONTH})\.?"
_OF_YEAR: Final = rf"(?:năm|nam|/|-)?\s*{_YEAR}{_END}"
_FORMS: Final = (
    rf"{_START}{_DAY}\s?(?P<sep>[/.-])\s?{_NUMBERED}\s?(?P=sep)\s?{_YEAR}{_END}",
    rf"{_START}{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}}){_END}",
    rf"(?<!\w){_DAY}\s*(?:tháng|thang)\s*{_NUMBERED}\s*,?\s*{_OF_YEAR}",
    rf"(?:the\s+)?(?<!\w){_DAY}(?:st|nd|rd|th)?\s+(?:of\s+)?{_NAMED},?\s+{_YEAR}{_END}",
    rf"(?<!\w){_NAMED}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}{_END}",
    rf"(?<!\w)(?:tháng|thang)\s*{_NUMBERED}\s*{_OF_YEAR}",
    rf"(?<!\w){_NAMED},?\s+{_YEAR}{_END}",
)
_DATES: Final = (
    *(re.compile(rf"\(?{_LEAD}{form}\)?", re.IGNORECASE) for form in _FORMS),
    re.compile(rf"(?<!\w)(?:năm|nam|of|in|from)\s+{_YEAR}{_END}", re.IGNORECASE),
    re.compile(rf"\(\s*(?:năm|nam)?\s*{_YEAR}\s*\)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date as far as a citation states it.

    ``possible`` is false where the calendar has no such day (31/02/2024).
    """

    year: int
    month: int | None = None
    day: int | None = None
    possible: bool = True

    @property
    def written(self) -> str:
        """The date in ISO 8601, no more exact than stated: ``2024-12``."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def fits(self, day: date | None) -> bool:
        """Whether a day is the one stated, as far as both are known."""
        if not self.possible or day is None:
            return self.possible
        return (
            self.year == day.year
            and self.month in {None, day.month}
            and self.day in {None, day.day}
        )


def take_date(text: str) -> tuple[StatedDate | None, str]:
    """Give the first date of a text and the text without it."""
    for pattern in _DATES:
        found = pattern.search(text)
        if found is not None:
            rest = f"{text[: found.start()]} {text[found.end() :]}"
            return _stated(found), rest
    return None, text


def _stated(found: re.Match[str]) -> StatedDate:
    parts = found.groupdict()
    year, month = int(parts["year"]), _month(parts)
    day = int(parts["day"]) if parts.get("day") else None
    if month is None:
        return StatedDate(year)
    try:
        date(year, month, day or 1)
    except ValueError:
        return StatedDate(year, month, day, possible=False)
    return StatedDate(year, month, day)


def _month(parts: dict[str, str]) -> int | None:
    if parts.get("name"):
        short = parts["name"].lower()[:3]
        return [name[:3] for name in _MONTHS].index(short) + 1
    return int(parts["month"]) if parts.get("month") else None
