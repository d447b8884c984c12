"""Measures: names and symbols beside those that CLDR has, and what stands behind "per"."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

# Units with their "per" in one word.
COMPOSITE = {
    "bpd": ("bbl", "day"), "b/d": ("bbl", "day"), "kph": ("km", "hour"), "kmph": ("km", "hour"), "kmh": ("km", "hour"),
    "mph": ("mi", "hour"), "gpt": ("g", "t"), "tpa": ("t", "year"), "tpy": ("t", "year"), "tpd": ("t", "day"),
}  # fmt: skip
# Barrels a day by the thousand and the million, as the oil trade writes them: "99.8 mb/d"; powers of ten.
OIL = {"b": 0, "kb": 3, "mb": 6, "mmb": 6}
NAMES = {
    "t": "t", "mt": "Mt", "Mt": "Mt", "kt": "kt", "Gt": "Gt", "TWh": "TWh", "GWh": "GWh", "MWh": "MWh", "TW": "TW",
    "Wh": "Wh", "tonne": "t", "tonnes": "t", "metric ton": "t", "metric tons": "t", "metric tonnes": "t",
    "ton": "ton", "tons": "ton", "sq km": "km²", "sq m": "m²", "sqm": "m²", "sqft": "sq ft", "square km": "km²",
    "square m": "m²", "cubic m": "m³", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kms": "km", "lbs": "lb",
    "inch": "inch", "inches": "inch", "bbl": "bbl", "bbls": "bbl",
    "boe": "boe", "teu": "TEU", "teus": "TEU", "rpm": "rpm", "dB": "dB", "decibels": "dB", "GeV": "GeV",
    "MeV": "MeV", "keV": "keV", "TeV": "TeV", "kV": "kV", "GPa": "GPa", "Mbps": "Mbps", "Gbps": "Gbps", "mcg": "μg",
    "microgramme": "μg", "microgrammes": "μg", "kilogramme": "kg", "kilogrammes": "kg", "gramme": "g",
    "grammes": "g", "years old": "year", "year old": "year", "yrs": "year", "months old": "month",
    "month old": "month", "decades": "decade", "celsius": "°C", "fahrenheit": "°F", "°C": "°C", "°F": "°F",
    "degrees celsius": "°C", "degrees fahrenheit": "°F", "degree celsius": "°C", "degrees centigrade": "°C",
    "degrees c": "°C", "degrees f": "°F", "degree fahrenheit": "°F", "deg c": "°C", "deg f": "°F",
    "deg celsius": "°C", "deg fahrenheit": "°F", "degree c": "°C", "degree f": "°F", "celcius": "°C",
    "centigrade": "°C", "degree": "degree", "degrees": "degree", "deg": "degree", "°": "degree", "yo": "year",
    "degree centigrade": "°C", "degrees celcius": "°C", "° c": "°C", "° f": "°F", "° celsius": "°C",
    "° fahrenheit": "°F", "mL": "mL", "kilowatt hours": "kWh", "megawatt hours": "MWh", "gigawatt hours": "GWh",
    "terawatt hours": "TWh", "megawatt hour": "MWh", "gigawatt hour": "GWh", "terawatt hour": "TWh",
    "petawatt hours": "PWh", "petawatt hour": "PWh", "PWh": "PWh", "PS": "PS",
    "kilotonnes": "kt", "megatonnes": "Mt", "megatons": "Mt", "gigatonnes": "Gt", "gigatons": "Gt", "dwt": "dwt",
    "mbit": "Mb", "kbit": "kb", "mb": "Mb", "gb": "GB", "Mb": "Mb", "KB": "kB", "GB": "GB", "km2": "km²",
    "m2": "m²", "m3": "m³", "ft2": "sq ft", "litres": "L", "litre": "L", "hours": "hour", "hrs": "hour",
    "mins": "minute", "secs": "second", "quarters": "quarter", "quarter": "quarter", "turns": "turn",
    "turn": "turn", "'": 'ft', '"': 'inch', "µg": "μg", "cc": "cm³", "bhp": "bhp", "horses": "horse",
    "lb ft": "lb-ft", "ppm": "ppm", "ppb": "ppb", "parts per million": "ppm",
    "part per million": "ppm", "parts per billion": "ppb", "part per billion": "ppb", "nights": "night",
    "light years": "ly", "acres": "acre",
    "acre": "acre", "h": "hour", "w": "W", "carat": "carat", "carats": "carat", "ounces": "oz", "ounce": "oz",
    "points": "point", "point": "point", "EJ": "EJ", "PJ": "PJ", "TJ": "TJ", "GJ": "GJ", "MJ": "MJ", "bcm": "bcm",
    "tcm": "tcm", "tkm": "t-km", "pkm": "passenger-km", "Nm": "N⋅m", "mm hg": "mmHg", "Mtoe": "Mtoe", "toe": "toe",
    "qm": "m²", "sft": "sq ft", "cbm": "m³", "cms": "cm", "gm": "g", "gms": "g", "ltr": "L", "ltrs": "L", "yds": "yd",
}  # fmt: skip
# What laboratories print: amounts of substance, small weights, international units, doses of radiation.
LABORATORY = {
    **{
        name: name.replace("µ", "μ")
        for name in ("mol", "mmol", "µmol", "μmol", "nmol", "pmol", "ng", "pg", "IU", "mIU")
    },
    **{name: name.replace("µ", "μ") for name in ("Sv", "mSv", "µSv", "μSv", "Bq", "kBq", "MBq")},
}
# Carbon dioxide by its weight, by the words that its symbols are cut into: "407 MtCO2e", "5 kg CO₂".
CARBON = {
    f"{unit}{gap}CO {two}{equivalent}": unit
    for unit in ("g", "kg", "t", "kt", "Mt", "Gt")
    for gap in ("", " ")
    for two in "2₂"
    for equivalent in ("", " e", " eq")
}

# Power by its kind: peak, electric and thermal.
POWER = {f"{unit}{kind}": unit for unit in ("kW", "MW", "GW") for kind in ("p", "e", "th")}

# What airlines print for their products: traffic and capacity of passengers, freight and cargo.
AIRLINES = {
    f"{short}{plural}": f"{of}-km"
    for short, of in (("RPK", "passenger"), ("ASK", "seat"), ("RTK", "t"), ("ATK", "t"), ("FTK", "t"), ("CTK", "t"))
    for plural in ("", "s")
}

# Names of CLDR that mean something else in a report.
DROPPED = words(
    """
    a au bar bars cal cup cups knot l ly rev stone ° 鈥
    """
)

PER = words(
    """
    acre annum barrel bbl bed bottle capita customer day dl dozen employee g gallon game gram gramme h head
    hectare hour household hr hundred inhabitant kg kilogram kilometer kilometre km kwh l lb liter litre m match
    member mg mile million millisecond min minute ml mo month ms mwh night ounce oz passenger patient person piece
    pound pupil quarter resident ride s seat second share sq square student t thousand ticket ton tonne trip unit
    user week woman worker year yr
    """
)

COUNTED_PER = words(
    """
    births inhabitants live men million patients people persons population residents women years
    """
)

LENGTH_UNITS = words("mm cm m km mi nmi ft yd inch")
SPANS_OF_TIME = words("year month week day hour decade minute quarter century night")
# What something is told of as it goes on: "2.1 million spectators over 306 games" are of no more than 306.
OCCASIONS = words(
    """game match race round inning season episode show performance concert event session visit trip flight voyage lap
    stage meeting outing appearance fixture screening lesson rehearsal election"""
)
