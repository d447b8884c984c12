"""What Markdown and HTML share: tags, entities, and digits that are raised or lowered."""

from __future__ import annotations

# Patterns as text: `re` compiles one when the first such mark is met, and keeps it.
TAG = (
    r"""<(?:(?P<link>[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*+|[\w.+-]++@[\w.-]++)>"""
    r"""|/?(?P<name>[a-zA-Z][\w:-]*+)(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+>)"""  # no `<` inside: keeps it linear
)
ENTITY = r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"

CELLS = frozenset(("td", "th"))
STRUCK = frozenset(("del", "s", "strike"))  # what is struck out is said no more
BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hr", "html", "legend", "li", "main", "nav", "ol", "option", "p", "pre", "section", "summary",
    "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_COMMON = {
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&nbsp;": "\xa0", "&#160;": "\xa0",
    "&ndash;": "–", "&mdash;": "—", "&minus;": "−", "&euro;": "€", "&pound;": "£", "&plusmn;": "±",
    "&thinsp;": "\u2009", "&#8239;": "\u202f", "&shy;": "\xad",
    "&lsquo;": "‘", "&rsquo;": "’", "&ldquo;": "“", "&rdquo;": "”",
}  # fmt: skip
_SMALL = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}


def decoded(entity: str) -> str:
    """Return the character an entity stands for, or the entity where there is none."""
    if entity in _COMMON:
        return _COMMON[entity]
    from html import unescape

    return unescape(entity)


def shown_for_tag(name: str) -> str:
    """Return what a tag shows in place of itself: a tab between cells, a new line between blocks."""
    name = name.lower()
    return "\t" if name in CELLS else "\n" if name in BLOCKS else ""


def small_digits(text: str, name: str) -> str:
    """Return `text` with its digits raised ("sup") or lowered ("sub"): 14.1 with a note's mark 1 is no 14.11."""
    return text.translate(_SMALL[name])
