"""English is read as English, short or long; what is surely another language is told."""

from __future__ import annotations

import pytest

from truce.sources.languages import detect_language, is_foreign


@pytest.mark.parametrize(
    "text",
    [
        "At least 12 dead.",
        "Ceasefire now",
        "Gaza: 12 killed",
        "KHARTOUM, Nov 3 (Reuters) - RSF",
        "Hamas",
        "HAITI",
        "COLOMBIA",
        "JERUSALEM 1996-08-31",
        "Voodoo Vendetta",
        "by Zhu Jianhui",
        "(Reporting by Rafiq Shirzad in Jalalabad; Writing by Andrew MacAskill)",
        "————",
        "1,754",
        "OK",
        "The two commands have extended their truce by ten days, the mediator’s office said.",
        "Les Cayes, Port-au-Prince and Jérémie were calm, the mayor of Cap-Haïtien said.",
    ],
)
def test_english_and_what_is_too_short_to_tell_is_not_rejected(text: str) -> None:
    assert not is_foreign(detect_language(text))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Au moins douze personnes ont été tuées mercredi dans la vallée.", "fr"),
        ("Die Bundesregierung fordert eine sofortige Waffenruhe, teilte ein Sprecher mit.", "de"),
        ("El ministerio de salud informó el miércoles que la tregua se mantiene.", "es"),
        ("مقتل تسعة عشر شخصا في غارة على السوق", "ar"),
        ("Внаслідок обстрілу загинули дев’ятнадцять людей, повідомили в області.", "uk"),
        ("שבעה בני אדם נהרגו בירי על השוק, מסר המושל", "he"),
        ("Çarşıya düşen top mermileri yedi kişiyi öldürdü, dedi vali.", "tr"),
    ],
)
def test_other_languages_are_told(text: str, language: str) -> None:
    assert detect_language(text) == language
    assert is_foreign(language)


@pytest.mark.parametrize(
    ("language", "foreign"), [(None, False), ("en", False), ("en-GB", False), ("EN", False), ("fr", True), ("enm", True)]
)
def test_only_another_language_is_foreign(language: str | None, foreign: bool) -> None:
    assert is_foreign(language) is foreign
