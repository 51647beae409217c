"""Which rows count: filters, and what the rows connect."""
