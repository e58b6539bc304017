"""Full-text search, views that show the words, triggers that keep both true."""

from __future__ import annotations

from sqlite3 import complete_statement

from alembic import op

revision = "2"
down_revision = "1"

# English stems, so that `strikes` finds `strike`; accents do not count.
TOKENS = "tokenize = 'porter unicode61 remove_diacritics 2'"
WORDS = 'substr(a.text, s.start + 1, s."end" - s.start)'

VIEWS = f"""
CREATE VIEW evidence AS
SELECT s.id, s.article_id, s.kind, s.record_id, s.field, s.position, s.is_ground, s.start, s."end", {WORDS} AS words
FROM evidence_spans s JOIN articles a ON a.id = s.article_id;

CREATE VIEW claim_texts AS
SELECT c.id, c.article_id, c.speaker,
  (SELECT {WORDS} FROM evidence_spans s JOIN articles a ON a.id = s.article_id
   WHERE s.kind = 'claims' AND s.record_id = c.id AND s.field = 'cue' AND NOT s.is_ground) AS cue,
  (SELECT group_concat(words, ' … ') FROM (
     SELECT {WORDS} AS words FROM evidence_spans s JOIN articles a ON a.id = s.article_id
     WHERE s.kind = 'claims' AND s.record_id = c.id AND s.field = 'content' AND NOT s.is_ground ORDER BY s.position
  )) AS content
FROM claims c;

CREATE VIEW actors_in_use AS
SELECT a.id, a.name, a.kind, a.key, a.folded, a.same_as_id, a.is_split FROM actors a
WHERE EXISTS (SELECT 1 FROM mentions WHERE actor_id = a.id)
  OR EXISTS (SELECT 1 FROM claims WHERE speaker_id = a.id)
  OR EXISTS (SELECT 1 FROM claim_subjects WHERE actor_id = a.id)
  OR EXISTS (SELECT 1 FROM casualties WHERE affiliation_id = a.id)
  OR EXISTS (SELECT 1 FROM casualties WHERE source_id = a.id)
  OR EXISTS (SELECT 1 FROM truce_parties WHERE actor_id = a.id)
  OR EXISTS (SELECT 1 FROM affiliations WHERE affiliation_id = a.id)
  OR EXISTS (SELECT 1 FROM actors WHERE same_as_id = a.id);
"""

# sqlite-utils and Datasette know a search table by content="...", written in just this way.
SEARCH = f"""
CREATE VIRTUAL TABLE articles_search USING fts5(title, text, content="articles", content_rowid="id", {TOKENS});
CREATE VIRTUAL TABLE claims_search USING fts5(speaker, content, content="claim_texts", content_rowid="id", {TOKENS});
"""

ARTICLE_TRIGGERS = """
CREATE TRIGGER articles_text_is_final BEFORE UPDATE OF text ON articles WHEN OLD.text IS NOT NEW.text BEGIN
  SELECT raise(ABORT, 'the text of a stored article never changes');
END;
CREATE TRIGGER articles_search_insert AFTER INSERT ON articles BEGIN
  INSERT INTO articles_search(rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;
CREATE TRIGGER articles_search_update AFTER UPDATE OF title ON articles BEGIN
  INSERT INTO articles_search(articles_search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
  INSERT INTO articles_search(rowid, title, text) VALUES (NEW.id, NEW.title, NEW.text);
END;
CREATE TRIGGER articles_search_delete AFTER DELETE ON articles BEGIN
  INSERT INTO articles_search(articles_search, rowid, title, text) VALUES ('delete', OLD.id, OLD.title, OLD.text);
END;
CREATE TRIGGER articles_evidence_delete BEFORE DELETE ON articles BEGIN
  DELETE FROM evidence_spans WHERE article_id = OLD.id;
END;
"""

FORGET = """INSERT INTO claims_search(claims_search, rowid, speaker, content)
  SELECT 'delete', id, speaker, content FROM claim_texts WHERE id = """
LEARN = "INSERT INTO claims_search(rowid, speaker, content) SELECT id, speaker, content FROM claim_texts WHERE id = "


def claim_triggers() -> str:
    """A claim's words are known once its spans are: each change of either takes the old words out and the new ones in."""
    content = "kind = 'claims' AND {row}.field = 'content' AND NOT {row}.is_ground"
    return f"""
CREATE TRIGGER claims_search_insert AFTER INSERT ON claims BEGIN {LEARN} NEW.id; END;
CREATE TRIGGER claims_search_forget BEFORE UPDATE OF speaker ON claims BEGIN {FORGET} OLD.id; END;
CREATE TRIGGER claims_search_learn AFTER UPDATE OF speaker ON claims BEGIN {LEARN} NEW.id; END;
CREATE TRIGGER claims_search_delete BEFORE DELETE ON claims BEGIN {FORGET} OLD.id; END;
""" + "".join(
        f"""
CREATE TRIGGER evidence_spans_search_before_{event} BEFORE {event.upper()} ON evidence_spans
WHEN {row}.{content.format(row=row)} BEGIN {FORGET} {row}.record_id; END;
CREATE TRIGGER evidence_spans_search_after_{event} AFTER {event.upper()} ON evidence_spans
WHEN {row}.{content.format(row=row)} BEGIN {LEARN} {row}.record_id; END;
"""
        for event, row in (("insert", "NEW"), ("update", "OLD"), ("delete", "OLD"))
    )


def finding_triggers() -> str:
    """The spans of a finding go with it."""
    return "".join(
        f"""
CREATE TRIGGER {table}_evidence_delete AFTER DELETE ON {table} BEGIN
  DELETE FROM evidence_spans WHERE kind = '{table}' AND record_id = OLD.id;
END;
"""
        for table in ("mentions", "claims", "casualties", "dates", "truces")
    )


def upgrade() -> None:
    """Make the views first, since the search over claims reads one."""
    for script in (VIEWS, SEARCH, ARTICLE_TRIGGERS, claim_triggers(), finding_triggers()):
        for statement in statements(script):
            op.execute(statement)


def statements(script: str) -> list[str]:
    """The statements of a script, one by one: a script run as a whole would end the transaction."""
    found, waiting = [], ""
    for line in script.splitlines():
        waiting += line + "\n"
        if waiting.strip() and complete_statement(waiting):
            found.append(waiting.strip())
            waiting = ""
    return found
