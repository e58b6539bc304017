"""Dictionary forms of words: lists first, then the rules of English inflection.

The lists are the exceptions of WordNet and the forms that the treebanks show with one lemma; the rules cut endings
and keep what a dictionary knows. No tree is learned, so an unseen `ramped` is `ramp`, never `ram`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.lang.en import English
from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Token
from thinc.api import Model

TABLES = ["lemma_lists", "lemma_rules", "lemma_exc", "lemma_index"]
# Penn tags whose words already are dictionary forms, and the inflected ones with the part of speech of their rules.
BASE_TAGS = frozenset({"VB", "VBP", "NN", "JJ", "RB", "MD"})
INFLECTED_TAGS = {
    "VBD": "verb",
    "VBN": "verb",
    "VBG": "verb",
    "VBZ": "verb",
    "NNS": "noun",
    "JJR": "adj",
    "JJS": "adj",
    "RBR": "adv",
    "RBS": "adv",
}
VOWELS = frozenset("aeiou")


class ListLemmatizer(Lemmatizer):
    """A lemmatizer that trusts lists before rules, and the tag before both."""

    @classmethod
    def get_lookups_config(cls, mode: str) -> tuple[list[str], list[str]]:
        """The tables that the component needs, whatever the mode."""
        return TABLES, []

    def rule_lemmatize(self, token: Token) -> list[str]:
        """The dictionary form of a token, alone in a list."""
        key = (token.orth, token.tag, token.pos)
        if key not in self.cache:
            self.cache[key] = [self.lemma_of(token.text, token.tag_, token.pos_)]
        return list(self.cache[key])

    def lemma_of(self, text: str, tag: str, kind: str) -> str:
        """The dictionary form of a word with its Penn tag and universal part of speech."""
        form = text.replace("’", "'").lower()
        listed = self.lookups.get_table("lemma_lists").get(kind, {}).get(form)
        if listed is not None:
            return str(listed)
        if kind == "PROPN" or tag in ("NNP", "NNPS"):
            return text
        rules = INFLECTED_TAGS.get(tag)
        if rules is None or tag in BASE_TAGS:
            return form
        exceptions = self.lookups.get_table("lemma_exc").get(rules, {}).get(form)
        return str(exceptions[0]) if exceptions else self.cut_ending(form, rules, tag)

    def cut_ending(self, form: str, rules: str, tag: str) -> str:
        """The form without its ending: the first cut that the dictionary knows, else the likeliest one."""
        known = self.lookups.get_table("lemma_index").get(rules, {})
        cuts = [
            form[: len(form) - len(old)] + new for old, new in self.lookups.get_table("lemma_rules")[rules] if form.endswith(old)
        ]
        doubled = [form[: -len(ending) - 1] for ending in ("ing", "ed", "er", "est") if has_doubled_letter(form, ending)]
        candidates: list[str] = [*cuts, *doubled]
        for candidate in candidates:
            if candidate in known and candidate != form:
                return candidate
        if form in known or not cuts:
            return form
        return likely_stem(form, tag)


def has_doubled_letter(form: str, ending: str) -> bool:
    """Whether the ending follows a doubled consonant: `planned`, `cutting`."""
    stem = form[: -len(ending)]
    return form.endswith(ending) and len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in VOWELS


def likely_stem(form: str, tag: str) -> str:
    """The stem of a word that no dictionary knows (`strafed`, `weaponising`, `technicals`)."""
    if tag in ("NNS", "VBZ"):
        if form.endswith("ies") and len(form) > 4:
            return form[:-3] + "y"
        if form.endswith(("ses", "xes", "zes", "ches", "shes")):
            return form[:-2]
        return form.removesuffix("s")
    for ending in ("ing", "ied", "ed", "est", "er"):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            stem = form[: -len(ending)]
            if ending == "ied":
                return stem + "y"
            if has_doubled_letter(form, ending) and stem[-1] not in "ls":
                return stem[:-1]
            needs_e = stem[-1] in "vuc" or stem.endswith(("at", "is", "iz", "ag", "dg", "rg", "as"))
            return stem + "e" if needs_e else stem
    return form


def make_lemmatizer(nlp: Language, name: str) -> ListLemmatizer:
    """The component of an empty pipeline, before its tables are loaded."""
    model: Model[Any, Any] | None = None
    return ListLemmatizer(nlp.vocab, model, name, mode="rule", overwrite=True)


English.factory("truce_lemmatizer", default_config={}, func=make_lemmatizer, assigns=["token.lemma"])


def lists_from(
    tokens: Iterable[tuple[str, str, str]], *, closed: frozenset[str], least: int = 2
) -> Iterator[tuple[str, str, str]]:
    """From (form, part of speech, lemma): the forms with one clear lemma, as (part of speech, form, lemma).

    Closed classes are listed whole, the others from `least` uses on.
    """
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for form, kind, lemma in tokens:
        lemmas = counts.setdefault((kind, form.replace("’", "'").lower()), {})
        lemmas[lemma] = lemmas.get(lemma, 0) + 1
    for (kind, form), lemmas in counts.items():
        lemma, uses = max(lemmas.items(), key=lambda item: (item[1], item[0]))
        if uses >= 0.6 * sum(lemmas.values()) and (kind in closed or uses >= least):
            yield kind, form, lemma
