"""The lists that are followed, and the addresses with what became of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"


def upgrade() -> None:
    """Make the two tables with their indexes."""
    op.create_table(
        "feeds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=True),
        sa.Column("fetched_at", sa.String(), nullable=True),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("last_modified", sa.String(), nullable=True),
        sa.Column("failure", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_feeds"),
        sa.UniqueConstraint("url", name="uq_feeds_url"),
    )
    op.create_table(
        "fetches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("canonical_url", sa.String(), nullable=False),
        sa.Column("feed_id", sa.Integer(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("failure", sa.String(), nullable=True),
        sa.Column("found_at", sa.String(), nullable=False),
        sa.Column("asked_at", sa.String(), nullable=True),
        sa.Column("fetched_at", sa.String(), nullable=True),
        sa.Column("etag", sa.String(), nullable=True),
        sa.Column("last_modified", sa.String(), nullable=True),
        sa.Column("archive_file", sa.String(), nullable=True),
        sa.Column("archive_offset", sa.Integer(), nullable=True),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["feed_id"], ["feeds.id"], name="fk_fetches_feed_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_fetches_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_fetches"),
        sa.UniqueConstraint("canonical_url", name="uq_fetches_canonical_url"),
    )
    op.create_index("ix_fetches_feed_id", "fetches", ["feed_id"])
    op.create_index("ix_fetches_status", "fetches", ["status"])
