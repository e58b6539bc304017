"""The tables as they were on the first day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "1"
down_revision: str | None = None


def upgrade() -> None:  # noqa: PLR0915 - a statement for each table and index
    """Make every table with its indexes."""
    op.create_table(
        "actors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("wikidata", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("same_as_id", sa.Integer(), nullable=True),
        sa.Column("is_split", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["same_as_id"], ["actors.id"], name="fk_actors_same_as_id"),
        sa.PrimaryKeyConstraint("id", name="pk_actors"),
        sa.UniqueConstraint("key", name="uq_actors_key"),
    )
    op.create_index("ix_actors_folded", "actors", ["folded"])
    op.create_index("ix_actors_same_as_id", "actors", ["same_as_id"])
    op.create_table(
        "places",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_places"),
        sa.UniqueConstraint("folded", name="uq_places_folded"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.String(), nullable=False),
        sa.Column("ended_at", sa.String(), nullable=True),
        sa.Column("extractor_version", sa.String(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("updated", sa.Integer(), nullable=False),
        sa.Column("unchanged", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("canonical_url", sa.String(), nullable=True),
        sa.Column("path", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("authors", sa.JSON(), nullable=False),
        sa.Column("section", sa.String(), nullable=True),
        sa.Column("agency", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_basis", sa.String(), nullable=False),
        sa.Column("published_not_before", sa.String(), nullable=True),
        sa.Column("published_not_after", sa.String(), nullable=True),
        sa.Column("published_reasons", sa.JSON(), nullable=False),
        sa.Column("date_start", sa.String(), nullable=True),
        sa.Column("date_end", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=True),
        sa.Column("modified", sa.String(), nullable=True),
        sa.Column("given_published", sa.String(), nullable=True),
        sa.Column("given_basis", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("identity", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("origin_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("text_sha256", sa.String(), nullable=False),
        sa.Column("raw_sha256", sa.String(), nullable=True),
        sa.Column("evidence_sha256", sa.String(), nullable=False),
        sa.Column("reader", sa.String(), nullable=True),
        sa.Column("extractor_version", sa.String(), nullable=False),
        sa.Column("ingested_at", sa.String(), nullable=False),
        sa.Column("updated_at", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["origin_id"], ["articles.id"], name="fk_articles_origin_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name="fk_articles_run_id"),
        sa.PrimaryKeyConstraint("id", name="pk_articles"),
        sa.UniqueConstraint("identity", "text_sha256", name="uq_articles_identity_text_sha256"),
        sa.UniqueConstraint("identity", "version", name="uq_articles_identity_version"),
    )
    op.create_index("ix_articles_canonical_url", "articles", ["canonical_url"])
    op.create_index("ix_articles_date_start", "articles", ["date_start"])
    op.create_index("ix_articles_name", "articles", ["name"])
    op.create_index("ix_articles_origin_id", "articles", ["origin_id"])
    op.create_index("ix_articles_path", "articles", ["path"])
    op.create_index("ix_articles_text_sha256", "articles", ["text_sha256"])
    op.create_index("ix_articles_url", "articles", ["url"])
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=True),
        sa.Column("written", sa.String(), nullable=True),
        sa.Column("article_identity", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("made_at", sa.String(), nullable=False),
        sa.Column("undone_at", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_decisions_actor_id"),
        sa.ForeignKeyConstraint(["other_id"], ["actors.id"], name="fk_decisions_other_id"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    op.create_table(
        "place_containments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("within_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_place_containments_place_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["within_id"], ["places.id"], name="fk_place_containments_within_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_place_containments"),
        sa.UniqueConstraint("place_id", "within_id", name="uq_place_containments_place_id_within_id"),
    )
    op.create_index("ix_place_containments_within_id", "place_containments", ["within_id"])
    op.create_table(
        "place_names",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("place_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_place_names_place_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_place_names"),
        sa.UniqueConstraint("folded", name="uq_place_names_folded"),
    )
    op.create_index("ix_place_names_place_id", "place_names", ["place_id"])
    op.create_table(
        "affiliations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("affiliation_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("since", sa.String(), nullable=True),
        sa.Column("until", sa.String(), nullable=True),
        sa.Column("speaks_for", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_affiliations_actor_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["affiliation_id"], ["actors.id"], name="fk_affiliations_affiliation_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_affiliations_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_affiliations"),
    )
    op.create_index("ix_affiliations_actor_id_article_id", "affiliations", ["actor_id", "article_id"])
    op.create_index("ix_affiliations_affiliation_id", "affiliations", ["affiliation_id"])
    op.create_index("ix_affiliations_article_id", "affiliations", ["article_id"])
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("folded", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_aliases_actor_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_aliases_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_aliases"),
    )
    op.create_index("ix_aliases_actor_id", "aliases", ["actor_id"])
    op.create_index("ix_aliases_article_id", "aliases", ["article_id"])
    op.create_index("ix_aliases_folded", "aliases", ["folded"])
    op.create_table(
        "casualties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("count", sa.String(), nullable=True),
        sa.Column("low", sa.Integer(), nullable=True),
        sa.Column("high", sa.Integer(), nullable=True),
        sa.Column("qualifier", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("victims", sa.String(), nullable=True),
        sa.Column("victim_class", sa.String(), nullable=False),
        sa.Column("affiliation", sa.String(), nullable=True),
        sa.Column("affiliation_id", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("place_id", sa.Integer(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("source_id", sa.Integer(), nullable=True),
        sa.Column("scope", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=True),
        sa.Column("subset_of_id", sa.Integer(), nullable=True),
        sa.Column("date_start", sa.String(), nullable=True),
        sa.Column("date_end", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["affiliation_id"], ["actors.id"], name="fk_casualties_affiliation_id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_casualties_article_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["place_id"], ["places.id"], name="fk_casualties_place_id"),
        sa.ForeignKeyConstraint(["source_id"], ["actors.id"], name="fk_casualties_source_id"),
        sa.ForeignKeyConstraint(["subset_of_id"], ["casualties.id"], name="fk_casualties_subset_of_id"),
        sa.PrimaryKeyConstraint("id", name="pk_casualties"),
    )
    op.create_index("ix_casualties_affiliation_id", "casualties", ["affiliation_id"])
    op.create_index("ix_casualties_article_id", "casualties", ["article_id"])
    op.create_index("ix_casualties_date_start", "casualties", ["date_start"])
    op.create_index("ix_casualties_outcome", "casualties", ["outcome"])
    op.create_index("ix_casualties_place_id", "casualties", ["place_id"])
    op.create_index("ix_casualties_source_id", "casualties", ["source_id"])
    op.create_index("ix_casualties_subset_of_id", "casualties", ["subset_of_id"])
    op.create_table(
        "claims",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.String(), nullable=True),
        sa.Column("speaker_id", sa.Integer(), nullable=True),
        sa.Column("mode", sa.String(), nullable=False),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("said_on", sa.String(), nullable=True),
        sa.Column("addressee", sa.String(), nullable=True),
        sa.Column("medium", sa.String(), nullable=True),
        sa.Column("condition", sa.String(), nullable=True),
        sa.Column("topics", sa.JSON(), nullable=False),
        sa.Column("date_start", sa.String(), nullable=True),
        sa.Column("date_end", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_claims_article_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["speaker_id"], ["actors.id"], name="fk_claims_speaker_id"),
        sa.PrimaryKeyConstraint("id", name="pk_claims"),
    )
    op.create_index("ix_claims_article_id", "claims", ["article_id"])
    op.create_index("ix_claims_date_start", "claims", ["date_start"])
    op.create_index("ix_claims_speaker_id", "claims", ["speaker_id"])
    op.create_table(
        "dates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("value", sa.String(), nullable=True),
        sa.Column("date_start", sa.String(), nullable=True),
        sa.Column("date_end", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_dates_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_dates"),
    )
    op.create_index("ix_dates_article_id", "dates", ["article_id"])
    op.create_index("ix_dates_date_start", "dates", ["date_start"])
    op.create_table(
        "evidence_spans",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("is_ground", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_evidence_spans_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_evidence_spans"),
    )
    op.create_index("ix_evidence_spans_article_id", "evidence_spans", ["article_id"])
    op.create_index("ix_evidence_spans_kind_record_id", "evidence_spans", ["kind", "record_id"])
    op.create_table(
        "mentions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("affiliation", sa.String(), nullable=True),
        sa.Column("key", sa.String(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_mentions_actor_id"),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_mentions_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_mentions"),
    )
    op.create_index("ix_mentions_actor_id", "mentions", ["actor_id"])
    op.create_index("ix_mentions_article_id", "mentions", ["article_id"])
    op.create_table(
        "truces",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("duration", sa.String(), nullable=True),
        sa.Column("conditions", sa.String(), nullable=True),
        sa.Column("in_force_on", sa.String(), nullable=True),
        sa.Column("date_start", sa.String(), nullable=True),
        sa.Column("date_end", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=True),
        sa.Column("rule", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name="fk_truces_article_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_truces"),
    )
    op.create_index("ix_truces_article_id", "truces", ["article_id"])
    op.create_index("ix_truces_date_start", "truces", ["date_start"])
    op.create_index("ix_truces_status", "truces", ["status"])
    op.create_table(
        "claim_subjects",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_claim_subjects_actor_id"),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name="fk_claim_subjects_claim_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_claim_subjects"),
    )
    op.create_index("ix_claim_subjects_actor_id", "claim_subjects", ["actor_id"])
    op.create_index("ix_claim_subjects_claim_id", "claim_subjects", ["claim_id"])
    op.create_table(
        "truce_parties",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("truce_id", sa.Integer(), nullable=False),
        sa.Column("part", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("actor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["actor_id"], ["actors.id"], name="fk_truce_parties_actor_id"),
        sa.ForeignKeyConstraint(["truce_id"], ["truces.id"], name="fk_truce_parties_truce_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_truce_parties"),
    )
    op.create_index("ix_truce_parties_actor_id", "truce_parties", ["actor_id"])
    op.create_index("ix_truce_parties_truce_id", "truce_parties", ["truce_id"])
