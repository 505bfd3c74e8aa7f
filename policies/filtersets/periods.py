"""Words of the filters by period."""

DUE_IN = (
    "due surely within this period: the whole period of the due date lies in it, so "
    "that what is due in 2025 is not due in 2025-Q4"
)
