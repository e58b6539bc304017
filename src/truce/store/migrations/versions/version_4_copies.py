"""Copies told from originals, the same claim known again, pages of paged reports."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from truce.store.claim_keys import claim_key

revision = "4"
down_revision = "3"


def upgrade() -> None:
    """Make the tables of copies, and the columns with what stands in them for older rows."""
    make_copy_tables()
    op.add_column("articles", sa.Column("pages", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("claims", sa.Column("content_key", sa.String(), nullable=True))
    op.create_index("ix_claims_content_key", "claims", ["content_key"])
    op.drop_index("ix_casualties_place_id", "casualties")
    op.create_index("ix_casualties_place_id_outcome_low", "casualties", ["place_id", "outcome", "low"])
    connection = op.get_bind()
    for id, content in connection.exec_driver_sql("SELECT id, content FROM claim_texts").fetchall():
        connection.exec_driver_sql("UPDATE claims SET content_key = ? WHERE id = ?", (claim_key(content or ""), id))


def make_copy_tables() -> None:
    """The tables of what is worked out from many articles."""
    op.create_table(
        "comparisons",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("shingles", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_comparisons_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", name="pk_comparisons"),
    )
    op.create_table(
        "sketches",
        sa.Column("value", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_sketches_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("value", "article_id", name="pk_sketches"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sketches_article_id", "sketches", ["article_id"])
    for table, other, columns in (
        (
            "likenesses",
            "other_id",
            [sa.Column("share", sa.Float(), nullable=False), sa.Column("other_share", sa.Float(), nullable=False)],
        ),
        (
            "copies",
            "origin_id",
            [
                sa.Column("kind", sa.String(), nullable=False),
                sa.Column("share", sa.Float(), nullable=False),
                sa.Column("is_counted", sa.Boolean(), nullable=False),
            ],
        ),
    ):
        op.create_table(
            table,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("article_id", sa.Integer(), nullable=False),
            sa.Column(other, sa.Integer(), nullable=False),
            *columns,
            sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=f"fk_{table}_article_id", ondelete="CASCADE"),
            sa.ForeignKeyConstraint([other], ["articles.id"], name=f"fk_{table}_{other}", ondelete="CASCADE"),
            sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
            sa.UniqueConstraint("article_id", other, name=f"uq_{table}_article_id_{other}"),
        )
        op.create_index(f"ix_{table}_{other}", table, [other])
