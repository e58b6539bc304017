"""The steps that bring a database of an older truce forward; Alembic runs them, never a query."""
