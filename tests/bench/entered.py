"""When the synthetic records were entered."""

from datetime import UTC, datetime

ENTERED_AT = datetime(2026, 1, 1, tzinfo=UTC)
