"""What LaTeX commands show: signs, arguments that are no text, and numbers with the units of siunitx."""

from __future__ import annotations

import re

SHOWN = {
    "%": "%", "$": "$", "&": "&", "#": "#", "_": "_", "{": "{", "}": "}", ",": "\u2009",
    ";": " ", ":": " ", " ": " ", "!": "", "/": "", "-": "\xad", "\\": "\n\n", "pounds": "£",
    "euro": "€", "EUR": "€", "texteuro": "€", "textsterling": "£", "textyen": "¥", "textdollar": "$", "percent": "%",
    "times": "×", "texttimes": "×", "pm": "±", "textpm": "±", "sim": "~", "approx": "≈",
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "cdot": "·", "ldots": "…", "dots": "…", "quad": " ",
    "qquad": " ", "item": "\n\n", "par": "\n\n", "newline": "\n\n", "tabularnewline": "\n\n", "textminus": "−",
    "textasciitilde": "~", "textendash": "–", "textemdash": "—", "degree": "°", "textdegree": "°",
    "textperthousand": "‰",
}  # fmt: skip

# How many arguments of a command are no text: names, files, lengths.
_SILENT = (
    (
        1,
        """
        label ref eqref pageref cref Cref vref nameref autoref cite citep citet citealp citeauthor citeyear parencite
        textcite autocite footcite bibliography bibliographystyle input include includegraphics graphicspath usepackage
        documentclass hspace vspace href url hypersetup color textcolor colorbox pagestyle thispagestyle pagenumbering
        cline cmidrule parbox raisebox scalebox column phantom hphantom vphantom setstretch geometry linespread
        sout xout st deleted DIFdel
        """,
    ),
    (2, "setlength addtolength setcounter addtocounter multicolumn multirow fontsize rule resizebox newtheorem"),
    (2, "newcommand renewcommand"),
    (3, "definecolor"),
)
ARGUMENTS = {name: count for count, names in _SILENT for name in names.split()}

# The same of environments, and those that show nothing.
COLUMNS = {
    "tabular": 1, "tabular*": 2, "tabularx": 2, "tabulary": 2, "longtable": 1, "array": 1, "supertabular": 1,
    "thebibliography": 1, "minipage": 1, "multicols": 1, "wrapfigure": 2, "wraptable": 2, "subfigure": 1,
}  # fmt: skip
BLOCKS = frozenset(
    ("part", "chapter", "section", "subsection", "subsubsection", "paragraph", "caption", "title", "author", "date")
)
HIDDEN = frozenset(("comment", "tikzpicture", "filecontents"))
MOST_HIDDEN = 64

# siunitx
_PREFIXES = {"kilo": "k", "mega": "M", "giga": "G", "tera": "T", "milli": "m", "micro": "μ", "nano": "n", "centi": "c"}
_UNITS = {
    "gram": "g", "kilogram": "kg", "tonne": "t", "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km",
    "second": "s", "minute": "min", "hour": "h", "day": "days", "litre": "L", "liter": "L", "hectare": "ha",
    "watt": "W", "joule": "J", "hertz": "Hz", "pascal": "Pa", "volt": "V", "ampere": "A", "kelvin": "K", "bar": "bar",
    "percent": "%", "degree": "°", "degreeCelsius": "°C", "celsius": "°C", "squared": "²", "cubed": "³", "per": "/",
    "kg": "kg", "km": "km", "cm": "cm", "mm": "mm", "mg": "mg",
}  # fmt: skip
_RAISING = {"square": "²", "cubic": "³"}
_UNCERTAIN = re.compile(r"([\d.,]*\d)\s*(?:\((\d+)\)|(?:\+-|\\pm)\s*([\d.,]+))")
_VALUES = {"SI": 1, "qty": 1, "num": 1, "SIrange": 2, "qtyrange": 2, "numrange": 2}
_GROUP = re.compile(r"\s*+\{([^{}]*+)\}")


def quantity(name: str, source: str, at: int) -> tuple[str, int] | None:
    r"""Return what `\qty{8}{\giga\watt\hour}` shows, "8 GWh", and where it ends; `None` of other commands."""
    values = []
    for _ in range(_VALUES.get(name, 0)):
        found = _GROUP.match(source, at)
        if found is None:
            return None
        values.append(found[1].strip())
        at = found.end()
    if not values:
        return None
    shown = "–".join(_UNCERTAIN.sub(_uncertain, value) for value in values)
    unit = None if name.startswith("num") else _GROUP.match(source, at)
    if unit is None:
        return (shown, at) if name.startswith("num") else None
    named = _unit(unit[1].strip())
    return f"{shown}{'' if named[:1] in ('%', '°') else ' '}{named}".rstrip(), unit.end()


def _uncertain(found: re.Match[str]) -> str:
    """Return "12.3 ± 0.4" of "12.3(4)", whose digits in parentheses are of the last places, and of "12.3 +- 0.4"."""
    number, last, width = found.groups()
    places = len(number.partition(".")[2])
    if last:
        digits = last.zfill(places + 1)
        width = f"{digits[:-places]}.{digits[-places:]}" if places else last
    return f"{number} ± {width}"


def _unit(text: str) -> str:
    r"""Return the symbol that macros make: "kg" of `\kilo\gram`, "m²" of `\square\metre`; else the text."""
    parts = re.findall(r"\\([a-zA-Z]+)|([^\\\s]+)", text)
    shown, raised = "", ""
    for macro, plain in parts:
        if macro in _RAISING:
            raised = _RAISING[macro]
            continue
        named = _PREFIXES.get(macro) or _UNITS.get(macro, macro or plain)
        shown += named
        if macro not in _PREFIXES:
            shown, raised = shown + raised, ""
    return shown
