"""The API's building blocks: errors, filters, pages, rows, schema, views."""
