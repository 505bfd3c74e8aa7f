"""Building blocks that know no law: text, dates, records, filters, pages, errors."""
