"""What measures are worth: for each dimension its units, in multiples of one of them; 0 where that depends.

A US, an imperial and a metric ton differ, as gallons and ounces do; a gigabyte is 1,000 or 1,024 megabytes. Factors are
those of the SI and of the international yard and pound (1959), exact by definition.
"""

from __future__ import annotations

DIMENSIONS = {
    "mass": """pg 1e-15, ng 1e-12, μg 1e-9, mg 1e-6, g 1e-3, kg 1, t 1e3, kt 1e6, Mt 1e9, Gt 1e12,
        lb 0.45359237, stone 6.35029318, carat 2e-4, jin 0.5, liang 0.05, ton 0, oz 0, oz-t 0""",
    "length": """nm 1e-9, μm 1e-6, mm 1e-3, cm 1e-2, dm 1e-1, m 1, km 1e3, inch 0.0254, ft 0.3048, yd 0.9144,
        mi 1609.344, nmi 1852""",
    "area": """cm² 1e-4, m² 1, ha 1e4, km² 1e6, acre 4046.8564224, ac 4046.8564224, sq-ft 0.09290304, in² 0.00064516,
        yd² 0.83612736, sq-mi 2589988.110336, mu 2000/3, dunam 0""",
    "volume": """mL 1e-3, cL 1e-2, dL 1e-1, L 1, hL 1e2, ML 1e6, cm³ 1e-3, m³ 1e3, km³ 1e12, in³ 0.016387064,
        ft³ 28.316846592, yd³ 764.554857984, bbl 158.987294928, bcm 1e12, tcm 0, gal 0, pint 0, qt 0, fl-oz 0,
        bushel 0, cup 0, tablespoon 0, tsp 0, ac-ft 0""",
    "energy": """Wh 1, kWh 1e3, MWh 1e6, GWh 1e9, TWh 1e12, PWh 1e15, J 1/3600, kJ 5/18, MJ 2500/9, GJ 2500000/9,
        TJ 2500000000/9, PJ 2500000000000/9, EJ 2500000000000000/9, Btu 0, cal 0, Cal 0, kilocalorie 0""",
    "oil equivalent": "toe 1, Mtoe 1e6",
    "energy of particles": "eV 1, keV 1e3, MeV 1e6, GeV 1e9, TeV 1e12",
    "voltage": "V 1, kV 1e3",
    "current": "mA 1e-3, A 1",
    "power": "mW 1e-3, W 1, kW 1e3, MW 1e6, GW 1e9, TW 1e12, PS 735.49875, hp 0, bhp 0",
    "duration": "microsecond 1e-6, millisecond 1e-3, second 1, minute 60, hour 3600, day 86400, week 604800",
    "parts": "ppm 1, ppb 1e-3",
    "calendar": "month 1, quarter 3, year 12, decade 120, century 1200",
    "frequency": "Hz 1, kHz 1e3, MHz 1e6, GHz 1e9",
    "substance": "pmol 1e-12, nmol 1e-9, μmol 1e-6, mmol 1e-3, mol 1",
    "dose": "μSv 1e-6, mSv 1e-3, Sv 1",
    "activity": "Bq 1, kBq 1e3, MBq 1e6",
    "international units": "mIU 1e-3, IU 1",
    "pressure": "Pa 1, hPa 1e2, mb 1e2, kPa 1e3, MPa 1e6, GPa 1e9, bar 1e5, atm 0, psi 0, mmHg 0, inHg 0",
    "data": "bit 1, kb 1e3, Mb 1e6, Gb 1e9, Tb 1e12, byte 0, kB 0, MB 0, GB 0, TB 0, PB 0",
    "temperature": "°C 0, °F 0, K 0",
}

# Units whose name does not show per what they are.
RATES = {"Mbps": ("Mb", "second"), "Gbps": ("Gb", "second"), "mph": ("mi", "hour"), "kn": ("nmi", "hour")}

# How units behind a "per" are abbreviated.
ABBREVIATED = {"s": "second", "sec": "second", "min": "minute", "h": "hour", "hr": "hour", "mo": "month", "yr": "year"}

# The hundredth parts of currencies.
HUNDREDTHS = {
    "cent": ("USD", "EUR", "AUD", "CAD", "NZD", "SGD", "HKD", "ZAR"),
    "penny": ("GBP",),
}

# What a sign or a bare word means where nothing else is said, the signs and words, and how the names of currencies end
# that print them too: "$5.00" in a Canadian report is no US dollar.
SHARED = {
    "USD": (("$", "dollar"), ("dollar",)),
    "JPY": (("¥",), ("yuan", "yen")),
    "GBP": (("£", "pound"), ("pound",)),
    "SEK": (("kr",), ("krona", "krone")),
    "INR": (("rs", "rupee", "₨"), ("rupee",)),
    "CHF": (("fr",), ("franc",)),
    "MXN": (("peso",), ("peso",)),
}
