"""Numbers as German, French and Spanish texts write them."""

from __future__ import annotations

import pytest

from claimcheck.quantity.written import Written, scan


def told(written: Written) -> str:
    """Return a number's value and unit, its hedge, and which way it moved."""
    value = f"{float(written.value):.12g}"
    return " ".join(filter(None, (value, written.unit.name, written.hedge, written.direction)))


AMOUNTS = {
    ("de", "Berlin hat 3.755.251 Einwohner und gab 12.450.000,50 Euro aus."): ["3755251", "12450000.5 EUR"],
    ("de", "Erlöst wurden 1.234,5 Mio. Euro, davon 5 Mrd. €."): ["1234500000 EUR", "5000000000 EUR"],
    ("de", "Es waren 12 Tsd. t und 0,5 Prozentpunkte bei 3,2 Prozent."): ["12000 t", "0.005 pp", "0.032 %"],
    ("fr", "12,3 milliards d’euros, 3,4 Md€ et 1 234,5 millions d'euros"): [
        "12300000000 EUR",
        "3400000000 EUR",
        "1234500000 EUR",
    ],
    ("fr", "1\u202f234\u202f567 ventes, 3,2 pour cent, 1,4 point de pourcentage"): [
        "1234567 vente",
        "0.032 %",
        "0.014 pp",
    ],
    ("es", "2,3 mil millones de euros, 45 mil euros, 1.234,5 millones de euros"): [
        "2300000000 EUR",
        "45000 EUR",
        "1234500000 EUR",
    ],
    ("es", "3,2 por ciento y 1,4 puntos porcentuales"): ["0.032 %", "0.014 pp"],
    ("de", "27,32 Cent je kWh und 3 Euro pro Stunde in 12 Stunden 30 Minuten"): ["27.32 cent", "3 EUR", "12.5 hour"],
    ("fr", "28,1 millions de kilomètres à 12 euros par habitant en 3 jours"): ["28100000 km", "12 EUR", "3 day"],
    ("es", "12 euros por turista y 3 noches"): ["12 EUR", "3 night"],
    ("fr", "70,5 millions d'euros par rapport à 2020, 12,5 millions d'euros par an"): [
        "70500000 EUR",
        "2020",
        "12500000 EUR",
    ],
    ("es", "5 puntos por encima de la media"): ["0.05 pp"],
    ("de", "0,2 Punkte, 71 Basispunkte und der DAX bei 13.345 Punkten"): ["0.002 pp", "0.0071 pp", "13345 point"],
    ("fr", "0,1 pt, 100 points de base"): ["0.001 pp", "0.01 pp"],
    ("es", "0,9 puntos y 50 puntos básicos"): ["0.009 pp", "0.005 pp"],
    ("de", "3,4 Mia. Franken und 5,2 Mill. Euro"): ["3400000000 CHF", "5200000 EUR"],
    ("fr", "900 mille personnes, 325,9 ME, les 6 premiers mois"): ["900000 personne", "325900000 EUR", "6 month"],
    ("es", "los 10 primeros meses, 459 millones un año antes"): ["10 month", "459000000"],
    ("de", "um zehn Prozent auf zwölf Millionen Euro, zwei Prozentpunkte"): ["0.1 %", "12000000 EUR", "0.02 pp"],
    ("fr", "dix pour cent de trois milliards d'euros"): ["0.1 %", "3000000000 EUR"],
    ("es", "diez por ciento de once millones de euros"): ["0.1 %", "11000000 EUR"],
    ("de", "im Jahr 2021 (293 400 Gäste), danach 295 300."): ["2021", "293400", "295300"],
    ("de", "14,6 Mio. (plus sieben Prozent), 3,9 Mio. (plus 1,5 %), 3,7 Mill. (- 1 % gegenüber 2002)"): [
        "14600000",
        "0.07 %",
        "3900000",
        "0.015 %",
        "3700000",
        "-0.01 %",
        "2002",
    ],
    ("de", "um ein Prozent, eine Million Euro"): ["0.01 %", "1000000 EUR"],
    ("es", "710 millones de dólares, 7 mil 500 millones de dólares, 4.1% y 2.5 millones"): [
        "710000000 USD",
        "7500000000 USD",
        "0.041 %",
        "2500000",
    ],
    ("de", "im Jahr 2021 (293 400)"): ["2021", "-293400"],  # a minus where nothing else stands before it
    ("en", "Once firms sold dos percent of six million euros"): ["6000000 EUR"],
    ("en", "It earned 5 Mrd. Euro. It sold 5 mn. Profits rose."): ["5000000000 EUR", "5000000"],
}
HEDGES = {
    ("de", "rund 3,2 Mio. Euro, knapp 40 %, mehr als 41 %, höchstens 3 Tage"): [
        "3200000 EUR about",
        "0.4 % nearly",
        "0.41 % more than",
        "3 day at most",
    ],
    ("fr", "plus de 40 %, près de 12 %, environ 300 villes"): ["0.4 % more than", "0.12 % nearly", "300 ville about"],
    ("es", "más de 40 %, casi 12 %, menos de 5 %"): ["0.4 % more than", "0.12 % nearly", "0.05 % less than"],
    ("en", "He was fast 40 times, unter 5."): ["40 x", "5"],
    ("de", "ein Auftrag über 3,2 Mio. Euro, Großkredite über 5 Mio. Euro, mit über 7 % Umsatz über 9 Mio. Euro"): [
        "3200000 EUR",
        "5000000 EUR",
        "0.07 % more than",
        "9000000 EUR more than",
    ],
    ("de-CH", "stieg um rund 4.2% auf knapp 1'250 Mio. Franken, 3 Franken je Tag, 2.5 bis 3 Prozent"): [
        "0.042 % about up",
        "1250000000 CHF nearly",
        "3 CHF",
        "0.025 %",
    ],
}
WAYS = {
    ("de", "stieg im Jahr 2023 um 5,5 %, stieg seit 2013 um 42,5 %"): ["2023", "0.055 % up", "2013", "0.425 %"],
    ("es", "bajó de 3,2 a 2,9 millones"): ["3200000", "2900000"],
    ("fr", "a reculé de 7,9 % à 7,4 %, a reculé de 8 % à 54 euros"): ["0.079 %", "0.074 %", "0.08 % down", "54 EUR"],
    ("de", "5.000 Menschen mehr, 683,5 Mio. Personen weniger, 12 Tage weniger."): [
        "5000 up",
        "683500000 down",
        "12 day down",
    ],
    ("de", "in 5 Jahren mehr als 3.000"): ["5 year", "3000 more than"],
    ("fr", "3 jours de moins"): ["3 day down"],
    ("es", "3 días más"): ["3 day up"],
    ("es", "aumentó de 3 a 5 millones y creció un 4 % a 6 millones"): ["3000000", "5000000", "0.04 % up", "6000000"],
    ("de", "sank um 3,2 % auf 5,1 Mio. Euro"): ["0.032 % down", "5100000 EUR"],
    ("de", "ist um 4,1 Prozent auf 5,2 Mrd. € gestiegen"): ["0.041 % up", "5200000000 EUR"],
    ("de", "ging um 4 % auf 3,2 Mio. Euro zurück"): ["0.04 % down", "3200000 EUR"],
    ("de", "nahm um 4 % zu; ein Minus von 2 %; 3 % mehr als 2023"): ["0.04 % up", "0.02 % down", "0.03 % up", "2023"],
    ("de", "legte um 4 % auf 3 Mio. Euro zu, brach um 5 % auf 2 Mio. Euro ein"): [
        "0.04 % up",
        "3000000 EUR",
        "0.05 % down",
        "2000000 EUR",
    ],
    ("de", "lag um 71,2 Prozent über dem Vorjahreswert und um 5 % unter dem Ziel"): ["0.712 % up", "0.05 % down"],
    ("es", "aumenta un 5%, se elevó un 8,9%, ha crecido un 19,2%, un avance del 10%, un retroceso del 3%"): [
        "0.05 % up",
        "0.089 % up",
        "0.192 % up",
        "0.1 % up",
        "0.03 % down",
    ],
    ("es", "cayó el 27 por ciento, subió hasta el 25%, subió hasta un 25%, casi un 36% más"): [
        "0.27 % down",
        "0.25 % up",
        "0.25 % up",
        "0.36 % nearly up",
    ],
    ("fr", "s'est replié de 0,1 point, en retrait de 5 %, a grimpé de 4 %"): [
        "0.001 pp down",
        "0.05 % down",
        "0.04 % up",
    ],
    ("de", "konnte um 22 Mio. Euro gesteigert werden, wurde um 5 % reduziert"): ["22000000 EUR up", "0.05 % down"],
    ("de", "das mit 5,29 Mio. Euro mehr als verdoppelt wurde"): ["5290000 EUR", "2 x more than up"],
    ("fr", "a plus que doublé, a triplé"): ["2 x more than up", "3 x up"],
    ("es", "se duplicaron, se triplicó"): ["2 x up", "3 x up"],
    ("de", "stieg von 3,1 auf 3,4 Mio. Euro"): ["3100000 EUR", "3400000 EUR"],
    ("fr", "a reculé de 3,2 % à 5,1 millions d’euros"): ["0.032 % down", "5100000 EUR"],
    ("fr", "en hausse de 0,4 point, 3 % de plus, passé de 3,1 à 3,4 Md€"): [
        "0.004 pp up",
        "0.03 % up",
        "3100000000 EUR",
        "3400000000 EUR",
    ],
    ("es", "creció un 3,2 %, una caída del 4 %, cayó un 5 %, hasta 3 millones de euros"): [
        "0.032 % up",
        "0.04 % down",
        "0.05 % down",
        "3000000 EUR",
    ],
}
ALL = AMOUNTS | HEDGES | WAYS


@pytest.mark.parametrize(("locale", "text"), ALL, ids=[text for _, text in ALL])
def test_numbers_of_other_languages_are_read_with_the_words_beside_them(locale: str, text: str) -> None:
    assert [told(written) for written in scan(text, locale)] == ALL[locale, text]


@pytest.mark.parametrize(
    ("locale", "text", "form"),
    [
        ("de", "am 25. Mai 2022", "date"),
        ("fr", "le 31 décembre 2020", "date"),
        ("fr", "le 1er janvier 2024", "date"),
        ("es", "el 31 de diciembre de 2020", "date"),
        ("de", "im 2. Quartal", "ordinal"),
        ("fr", "au 1er semestre", "ordinal"),
        ("fr", "au 3e trimestre", "ordinal"),
        ("es", "en el 3er trimestre", "ordinal"),
    ],
)
def test_dates_and_ranks_of_other_languages_are_no_quantities(locale: str, text: str, form: str) -> None:
    assert [written.form for written in scan(text, locale)] == [form]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de", "Ein Wachstum von 3 bis 4 Prozent"),
        ("de", "zwischen 3 und 4 Prozent"),
        ("fr", "entre 3 et 4 %"),
        ("es", "entre 3 y 4 %"),
        ("fr", "une hausse de 3 à 4 %"),
        ("es", "un aumento del 3 al 4 %"),
        ("de-CH", "ein Plus von 3 bis 4 Prozent"),
    ],
)
def test_a_range_is_one_number(locale: str, text: str) -> None:
    (written,) = scan(text, locale)
    assert (float(written.value), float(written.upper or 0)) == (0.03, 0.04)


def test_a_change_told_by_a_noun_goes_the_way_of_the_noun_and_a_verb_moves() -> None:
    (rise,) = scan("une baisse de 3 à 5 %", "fr")
    assert (rise.direction, rise.form) == ("down", "range")
    assert [written.form for written in scan("a reculé de 8 % à 5 %, une baisse de 3 points", "fr")] == ["number"] * 3


def test_a_long_run_of_articles_before_a_number_is_read() -> None:
    assert [told(written) for written in scan("un " * 5000 + "5 %", "es")] == ["0.05 %"]
