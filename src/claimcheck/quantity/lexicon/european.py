"""Words beside numbers in German, French, Spanish and their like, read where decimals take a comma, and for de-CH."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

# Percent and points, in one word or in two; these no English text holds, so that every locale reads them.
PERCENT = words("prozent procent prosent prosenttia procenta procenten")
PERCENT_PAIRS = {("pour", "cent"), ("por", "ciento"), ("por", "cento"), ("per", "cento")}
POINTS = words(
    "prozentpunkt prozentpunkte prozentpunkten procentpoint procentenheter procentpunten prosentpoeng prosenttiyksikköä"
)
HUNDREDTHS = words("basispunkt basispunkte basispunkten")
HUNDREDTH_PHRASES = (("points", "de", "base"), ("point", "de", "base"), ("puntos", "básicos"), ("punto", "básico"))
POINT_PAIRS = {
    ("punto", "porcentual"), ("puntos", "porcentuales"), ("ponto", "percentual"), ("pontos", "percentuais"),
    ("punto", "percentuale"), ("punti", "percentuali"),
}  # fmt: skip
# Abbreviated magnitudes, whose point ends no sentence before a unit: "5 Mrd. Euro".
ABBREVIATED = words("mio mrd tsd mld mln md mill mia")
MAGNITUDES = {"mil": 3, "mille": 3, "mill": 6, "mia": 9}  # which are other words in English
OF = words("de di d")  # "millones de euros", "milliards d'euros"

HEDGES = {
    "about": ("rund", "etwa", "ungefähr", "zirka", "environ", "autour de", "unos", "unas", "alrededor de",
              "cerca de", "aproximadamente", "en torno a"),
    "nearly": ("knapp", "fast", "beinahe", "nahezu", "près de", "presque", "casi"),
    "just over": ("gut", "etwas mehr als", "etwas über", "un peu plus de", "algo más de", "poco más de"),
    "more than": ("mehr als", "über", "plus de", "plus que", "más de", "oltre", "più di", "meer dan"),
    "less than": ("weniger als", "unter", "moins de", "menos de", "meno di", "minder dan"),
    "at least": ("mindestens", "wenigstens", "au moins", "al menos", "por lo menos", "como mínimo"),
    "at most": ("höchstens", "maximal", "bis zu", "au plus", "au maximum", "como máximo"),
    "exactly": ("genau", "exactement", "exactamente"),
}  # fmt: skip

UP = words(
    """
    stieg stiegen gestiegen steigt wuchs wuchsen gewachsen wächst erhöhte erhöhten erhöht kletterte kletterten anstieg
    zuwachs zunahme steigerung wachstum verbesserte verbesserten augmenté augmente augmentation hausse progressé
    progresse progression croissance bondi aumentó aumentaron aumento creció crecieron crecimiento subió subieron subida
    alza incremento incrementó avanzó grimpé grimpe accru accroissement accélération augmentent progressent aumenta
    aumentan aumentado crece crecen crecido creciendo sube suben subido incrementa incrementan incrementado elevó
    elevaron eleva elevado disparó dispararon repuntó repunte avance avanzaron avanza steigen wachsen erhöhen klettert
    zugelegt
    """
)
DOWN = words(
    """
    sank sanken gesunken sinkt fiel fielen gefallen schrumpfte schrumpften geschrumpft verringerte verringerten
    rückgang abnahme einbruch zurückgegangen baissé baisse diminué diminue diminution recul reculé recule chuté chute
    repli cayó cayeron caída bajó bajaron bajada descendió descendieron descenso disminuyó disminuyeron disminución
    redujo redujeron reducción retrocedió replié repliée repliés retrait recule reculent diminuent baissent cae caen
    caído baja bajan bajado desciende descienden descendido disminuye disminuyen disminuido reduce reducen reducido
    retrocede retroceso desplomó contrajo contracción sinken fallen schrumpfen
    """
)
ARTICLES = words("une un una")
# Nouns, or the ends of compounds, with which "über" says how much they are for, and no "more than".
FOR_SO_MUCH = (
    "auftrag", "auftrags", "aufträge", "aufträgen", "vertrag", "vertrags", "verträge", "verträgen", "kredit", "kredits",
    "kredite", "krediten", "darlehen", "anleihe", "anleihen", "rechnung", "rechnungen", "scheck", "schecks",
    "bestellung", "bestellungen", "bescheid", "bescheide", "bürgschaft", "bürgschaften", "gutschein", "gutscheine",
    "hypothek", "hypotheken", "kreditlinie", "kreditlinien", "überweisung", "überweisungen", "vereinbarung",
)  # fmt: skip
# Right behind a number: "3,2 % mehr", "um 3,2 % gestiegen", "3,2 % de moins".
UP_BEHIND = words(
    "mehr höher gestiegen gewachsen gesteigert steigern zugelegt zugenommen zulegen mayor superior más supérieur"
    " supérieure"
)
DOWN_BEHIND = words(
    "weniger niedriger geringer tiefer gesunken gefallen geschrumpft zurückgegangen reduziert verringert gesenkt"
    " abgenommen eingebrochen menos menor inferior inférieur inférieure moins"
)
# The end of a German verb, behind "um 3,2 %": "nahm ... zu", "ging ... zurück".
PARTICLES = {"zu": "up", "an": "up", "ab": "down", "ein": "down", "zurück": "down", "über": "up", "unter": "down"}
LINKS = {"um": "by", "auf": "to", "de": "by", "d": "by", "à": "to", "un": "by", "del": "by", "en": "by",
         "hasta": "to", "von": "", "el": "by"}  # fmt: skip
CURRENCIES = {"dólar": "USD", "dólares": "USD", "yenes": "JPY", "yens": "JPY", "roubles": "RUB", "rublos": "RUB"}
PER = words("je pro par por")
NOT_PER = words("rapport exemple encima debajo ejemplo lo")  # "par rapport à" compares
FIRST = words("ersten letzten premiers premières derniers dernières primeros primeras últimos últimas")
MONTHS = words(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember janvier février mars
    avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto
    septiembre setiembre octubre noviembre diciembre
    """
)
STOPS = words(  # what ends a noun behind a number
    """
    un una une el la los las le les auparavant antes después frente contre tras que hasta y et o ou en dans sur pour por
    para con avec al au aux se durante pendant desde depuis dont soit
    """
)
RANKED = words(  # behind "2."
    """
    quartal quartals halbjahr halbjahres halbjahrs jahr jahres woche monat jahrhundert jahrhunderts platz
    rang tag mal trimester
    """
)
ORDINAL_ENDINGS = words("er ère re e ème eme nd nde º ª o a")
NUMBERS = {
    "ein": 1, "eine": 1, "einer": 1, "einem": 1, "un": 1, "une": 1, "uno": 1,
    "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10, "elf": 11,
    "zwölf": 12, "fünfzehn": 15, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11,
    "doce": 12, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
}  # fmt: skip
# Measures that are other words in an English text: "12 tag teams", "50 metros".
ENGLISH = words("tag metros jour pt pts punto puntos")
MEASURES = {
    "kilomètre": "km", "kilomètres": "km", "kilómetro": "km", "kilómetros": "km", "kilometern": "km",
    "mètre": "m", "mètres": "m", "metros": "m", "metern": "m", "tonnen": "t", "tonelada": "t", "toneladas": "t",
    "kilogramm": "kg", "kilogrammes": "kg", "kilogramos": "kg", "gramm": "g", "gramos": "g", "litern": "L",
    "litro": "L", "litros": "L", "hektar": "ha", "hectárea": "ha", "hectáreas": "ha",
    "minuten": "minute", "minutos": "minute", "stunde": "hour", "stunden": "hour", "heure": "hour", "heures": "hour",
    "hora": "hour", "horas": "hour", "tag": "day", "tage": "day", "tagen": "day", "jour": "day", "jours": "day",
    "día": "day", "días": "day", "woche": "week", "wochen": "week", "semaines": "week", "semanas": "week",
    "monat": "month", "monate": "month", "monaten": "month", "meses": "month", "jahr": "year", "jahre": "year",
    "jahren": "year", "ans": "year", "année": "year", "années": "year", "año": "year", "años": "year",
    "punkt": "point", "punkte": "point", "punkten": "point", "punto": "point", "puntos": "point", "pt": "point",
    "pts": "point", "mois": "month",
    "nuits": "night", "noches": "night", "nächte": "night", "nächten": "night",
}  # fmt: skip
