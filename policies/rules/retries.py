"""When a delivery that failed is tried again, and when it is given up."""

from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

# The schedule that Standard Webhooks recommends; the last one repeats.
DELAYS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=5),
    timedelta(hours=10),
)
JITTER = 0.2  # of a delay, so that receivers that fail together are not met together
LONGEST_WAIT = timedelta(days=1)


def delay(failures: int, roll: float) -> timedelta:
    """Give the wait after so many failures in a row.

    Args:
        failures: from 1.
        roll: by chance, from 0 to 1; it lengthens the wait by up to a fifth.

    """
    base = DELAYS[min(failures, len(DELAYS)) - 1]
    return base * (1 + JITTER * roll)


def asked_delay(retry_after: str, now: datetime) -> timedelta | None:
    """Read the header ``Retry-After``: seconds or a date; None if it is neither."""
    if retry_after.isascii() and retry_after.isdigit() and len(retry_after) <= 9:
        wanted = timedelta(seconds=int(retry_after))
    else:
        try:
            day = parsedate_to_datetime(retry_after)
        except (TypeError, ValueError, OverflowError):
            return None
        wanted = (day if day.tzinfo else day.replace(tzinfo=UTC)) - now
    return max(DELAYS[0], min(wanted, LONGEST_WAIT))
