"""Number words of English, signs of fractions, and magnitudes."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "nought": 0, "naught": 0,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "lakh": 5,
    "crore": 7,
}  # fmt: skip
# "hundreds of", "millions of".
VAGUE = {
    "tens": 1, "hundreds": 2, "thousands": 3, "millions": 6, "billions": 9, "trillions": 12,
}  # fmt: skip
DOZENS = {
    "dozen": 12, "dozens": 12,
}  # fmt: skip
# The parts of a whole: "two-thirds", "a quarter".
PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "fifteenth": 15, "twentieth": 20, "hundredth": 100,
    "thousandth": 1000, "thirds": 3, "quarters": 4, "fourths": 4, "fifths": 5, "sixths": 6, "sevenths": 7,
    "eighths": 8, "ninths": 9, "tenths": 10, "twelfths": 12, "fifteenths": 15, "twentieths": 20, "hundredths": 100,
    "thousandths": 1000,
}  # fmt: skip
GLYPHS = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth")

# Magnitudes: the words and letters that multiply by a power of ten.
MAGNITUDES = {
    "hundred": 2, "hundreds": 2, "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "billion": 9,
    "billions": 9, "trillion": 12, "trillions": 12, "quadrillion": 15, "lakh": 5, "lakhs": 5, "lac": 5, "lacs": 5,
    "crore": 7, "crores": 7, "bn": 9, "bln": 9, "mln": 6, "mn": 6, "mio": 6, "mrd": 9, "tn": 12, "trn": 12,
    "tln": 12, "mil": 6, "thsd": 3,
    # of other languages, where the word is none of English
    "tausend": 3, "tsd": 3, "millionen": 6, "milliarde": 9, "milliarden": 9, "billionen": 12, "milliard": 9,
    "milliards": 9, "millón": 6, "millones": 6, "billones": 12, "milione": 6, "milioni": 6, "miliardo": 9,
    "miliardi": 9, "mld": 9, "milhão": 6, "milhões": 6, "bilhão": 9, "bilhões": 9, "miljoen": 6, "miljard": 9,
    "miljon": 6, "miljoner": 6, "miljarder": 9, "millioner": 6, "milliarder": 9, "miljoonaa": 6, "miljardia": 9,
    "milion": 6, "miliony": 6, "milionów": 6, "milionů": 6, "miliard": 9, "miliardy": 9, "miliardów": 9, "miliardů": 9,
    "milyon": 6, "milyar": 9, "тыс": 3, "млн": 6, "млрд": 9, "миллион": 6, "миллиона": 6, "миллионов": 6,
    "миллиард": 9, "миллиарда": 9, "миллиардов": 9,
}  # fmt: skip
# Letters that are magnitudes only where they touch the digits: "45m", "3.4B", "10K".
GLUED_MAGNITUDES = {
    "k": 3, "K": 3, "m": 6, "M": 6, "B": 9, "Bn": 9, "bn": 9, "T": 12, "MM": 6, "Mn": 6, "Tn": 12, "cr": 7, "Cr": 7,
}  # fmt: skip
# Magnitudes that are told from their misspellings, and words as near to them that are none.
SPELT_OUT = tuple(
    f"{name}{plural}" for name in ("hundred", "thousand", "million", "billion", "trillion") for plural in ("", "s")
)
NOT_MISSPELT = words("bullion billon mullion mullions pillion pillions zillion zillions jillion gillion")
# And these only beside a currency: "$5b", "$1.2t", "£3 m", "Rs 20 cr".
PRICED_MAGNITUDES = {
    "b": 9, "t": 12, "m": 6, "M": 6, "B": 9, "k": 3, "K": 3, "T": 12, "mm": 6, "MM": 6, "cr": 7, "Cr": 7, "tr": 12,
}  # fmt: skip
CHINESE_MAGNITUDES = {
    "十": 1, "拾": 1, "百": 2, "佰": 2, "千": 3, "仟": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "兆": 12,
}  # fmt: skip
MORE_CHINESE = frozenset("多余餘来來几幾")  # behind a number: 20多万
# Arabic, Persian and Urdu, without hamza and vowel signs and with the Arabic ye and kaf, as `magnitudes` looks them up.
ARABIC_MAGNITUDES = {
    "الف": 3, "الفا": 3, "الاف": 3, "مليون": 6, "مليونا": 6, "ملايين": 6, "مليار": 9, "مليارا": 9, "مليارات": 9,
    "بليون": 9, "بليونا": 9, "بلايين": 9, "تريليون": 12, "تريليونا": 12, "تريليونات": 12, "ترليون": 12,
    "هزار": 3, "ميليون": 6, "ميليارد": 9,
    "ہزار": 3, "لاكھ": 5, "ملين": 6, "كروڑ": 7, "ارب": 9, "كھرب": 11,
}  # fmt: skip
# Behind "1.8m" they tell metres.
LENGTHS = words(
    """
    above apart away below dash deep depth freestyle height high hurdles long race radius relay sprint tall thick
    wide x
    """
)

# Words that are multiples, with the direction that they say; "halved" is 1/2.
MULTIPLES = {
    "doubled": (2, "up"), "doubles": (2, "up"), "doubling": (2, "up"), "tripled": (3, "up"), "triples": (3, "up"),
    "tripling": (3, "up"), "trebled": (3, "up"), "trebling": (3, "up"), "quadrupled": (4, "up"),
    "quadrupling": (4, "up"), "quintupled": (5, "up"), "twofold": (2, ""), "threefold": (3, ""),
    "fourfold": (4, ""), "fivefold": (5, ""), "sixfold": (6, ""), "sevenfold": (7, ""), "eightfold": (8, ""),
    "ninefold": (9, ""), "tenfold": (10, ""), "twentyfold": (20, ""), "hundredfold": (100, ""),
    "thousandfold": (1000, ""), "twice": (2, ""), "thrice": (3, ""), "double": (2, ""), "triple": (3, ""),
    "quadruple": (4, ""), "treble": (3, ""), "halved": (0, "down"), "halving": (0, "down"),
    # of other languages, where the word is none of English
    "verdoppelt": (2, "up"), "verdoppelte": (2, "up"), "verdoppelten": (2, "up"), "verdreifacht": (3, "up"),
    "verdreifachte": (3, "up"), "verdreifachten": (3, "up"), "vervierfacht": (4, "up"), "vervierfachte": (4, "up"),
    "halbiert": (0, "down"), "halbierte": (0, "down"), "halbierten": (0, "down"), "doublé": (2, "up"),
    "triplé": (3, "up"), "quadruplé": (4, "up"), "duplicó": (2, "up"), "duplicaron": (2, "up"),
    "duplicado": (2, "up"), "triplicó": (3, "up"), "triplicaron": (3, "up"), "triplicado": (3, "up"),
}  # fmt: skip
START_WORDS = frozenset().union(SMALL, TENS, PARTS, DOZENS, SCALES, VAGUE)
