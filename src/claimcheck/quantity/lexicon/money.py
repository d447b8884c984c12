"""Money: what currencies and their small change are called beside the names that CLDR has."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

# What the short words for money mean where nothing else is said.
NAMES = {
    "yuan": "CNY", "rmb": "CNY", "renminbi": "CNY", "kuai": "CNY", "dollar": "USD", "dollars": "USD", "buck": "USD",
    "bucks": "USD", "yen": "JPY", "sterling": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP",
    "quid": "GBP", "rupee": "INR", "rupees": "INR", "franc": "CHF", "francs": "CHF", "franken": "CHF",
    "reais": "BRL", "reals": "BRL",
    "ruble": "RUB", "rubles": "RUB", "rouble": "RUB", "roubles": "RUB", "rand": "ZAR", "rands": "ZAR",
    "krona": "SEK", "kronor": "SEK", "kr": "SEK", "krone": "NOK", "kroner": "NOK", "krones": "NOK", "lira": "TRY",
    "liras": "TRY", "lire": "ITL", "peso": "MXN", "pesos": "MXN", "baht": "THB", "ringgit": "MYR",
    "ringgits": "MYR", "dong": "VND", "rupiah": "IDR", "shekel": "ILS", "shekels": "ILS", "zloty": "PLN",
    "zlotys": "PLN", "forint": "HUF", "forints": "HUF", "dirham": "AED", "dirhams": "AED", "riyal": "SAR",
    "riyals": "SAR", "naira": "NGN", "nairas": "NGN", "bitcoin": "BTC", "bitcoins": "BTC", "peseta": "ESP",
    "pesetas": "ESP", "deutschemark": "DEM", "deutschemarks": "DEM", "deutsche marks": "DEM", "guilder": "NLG",
    "guilders": "NLG", "hryvnia": "UAH", "taka": "BDT", "cedi": "GHS", "cedis": "GHS", "afghani": "AFN",
    "afghanis": "AFN", "u s dollars": "USD", "u s dollar": "USD", "american dollars": "USD", "greenbacks": "USD",
    "markka": "FIM", "escudos": "PTE", "drachmas": "GRD", "british pounds": "GBP", "uk pounds": "GBP",
    "indian rupees": "INR", "chinese rmb": "CNY", "hong kong dollars": "HKD", "nt dollars": "TWD",
    "taiwan dollars": "TWD", "taiwan dollar": "TWD", "south korean won": "KRW", "korean won": "KRW",
    "dutch guilders": "NLG", "russian rubles": "RUB", "canadian dollars": "CAD", "mexican pesos": "MXN",
    "swiss francs": "CHF", "french francs": "FRF", "belgian francs": "BEF", "west german marks": "DEM",
    "german marks": "DEM", "d marks": "DEM", "satoshi": "satoshi", "satoshis": "satoshi", "danish kroner": "DKK",
    "danish crowns": "DKK", "norwegian crowns": "NOK", "swedish crowns": "SEK", "czech crowns": "CZK",
    "swedish kronor": "SEK", "norwegian kroner": "NOK",
}  # fmt: skip

# Ordinary words otherwise: money behind a magnitude only, "5 trillion won".
LARGE_ONLY = {"won": "KRW", "marks": "DEM", "real": "BRL"}

MINOR = {
    "cent": "cent", "cents": "cent", "pence": "penny", "penny": "penny", "pennies": "penny", "p": "penny",
    "c": "cent",
}  # fmt: skip

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₿": "BTC", "₫": "VND",
    "₦": "NGN", "₪": "ILS", "฿": "THB", "₺": "TRY", "₴": "UAH", "₱": "PHP", "₸": "KZT", "₡": "CRC", "₾": "GEL",
    "₭": "LAK", "₮": "MNT", "₲": "PYG", "₵": "GHS", "₼": "AZN", "֏": "AMD", "៛": "KHR", "৳": "BDT", "₨": "INR",
    "¢": "cent",
}  # fmt: skip

# Letters before a dollar sign.
DOLLARS = {
    "US": "USD", "U": "USD", "S": "SGD", "HK": "HKD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD",
    "CDN": "CAD", "CAN": "CAD", "NZ": "NZD", "NT": "TWD", "TW": "TWD", "SG": "SGD", "R": "BRL", "MX": "MXN",
    "MEX": "MXN", "USD": "USD", "AUD": "AUD", "CAD": "CAD", "NZD": "NZD", "MXN": "MXN", "HKD": "HKD", "SGD": "SGD",
    "ARS": "ARS", "CLP": "CLP", "COP": "COP", "J": "JMD", "TT": "TTD", "Z": "ZWD", "FJ": "FJD", "BZ": "BZD",
    "B": "BND", "BN": "BND", "EC": "XCD", "BDS": "BBD", "N": "NAD",
}  # fmt: skip

# Words and abbreviations before a number.
PREFIXES = {
    "rs": "INR", "rmb": "CNY", "dollar": "USD", "euro": "EUR", "r": "ZAR", "fr": "CHF", "sfr": "CHF", "dm": "DEM",
    "sen": "sen", "kr": "SEK", "rp": "IDR", "rm": "MYR", "bitcoin": "BTC", "ffr": "FRF", "skr": "SEK", "nkr": "NOK",
    "dkr": "DKK",
}  # fmt: skip

# Codes that are words in capitals: only where they touch the digits.
WORDLIKE = words(
    """
    ALL ANG BAD BAM BAN CUP GEL GIP LAK LIT MAD MOP PEN SIT SOS STD TOP TRY
    """
)

LOWER_CODES = words(
    """
    aud brl btc cad chf cny dkk eur gbp hkd inr jpy krw mxn nok nzd rub sek sgd twd usd
    """
)
