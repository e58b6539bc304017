"""Text that was decoded wrongly before it came here, put right where nothing can be lost by it."""

from __future__ import annotations

MENDED = "mojibake mended"


def mend(text: str) -> str:
    """A text whose mojibake (`â€™` for `’`) is undone, where the way back gives the very text that came in; else that text.

    >>> mend("the armyâ€™s statement")
    'the army’s statement'
    >>> mend("São Tomé")
    'São Tomé'
    """
    if text.isascii():
        return text
    import ftfy

    mended, plan = ftfy.fix_encoding_and_explain(text)
    if mended == text or not plan:
        return text
    return mended if broken_again(mended, [(action, name) for action, name in plan]) == text else text


def broken_again(mended: str, plan: list[tuple[str, str]]) -> str | None:
    """The mended text taken back through the steps that mended it, None where a step has no way back."""
    value: str | bytes = mended
    for action, name in reversed(plan):
        try:
            if action == "decode" and isinstance(value, str):
                value = value.encode(name)
            elif action == "encode" and isinstance(value, bytes):
                value = value.decode(name)
            else:
                return None
        except (UnicodeError, LookupError):
            return None
    return value if isinstance(value, str) else None
