"""Words of German, French, Spanish and Chinese by which a change is none that the levels beside it show.

The English ones stand where they are asked for; these are looked for in sentences of the other languages alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy

if TYPE_CHECKING:
    from claimcheck.extraction.text.passage import Sentence

_RESULT = lazy(  # what may be below 0
    r"\b\w*(?:gewinn|ergebnis|verlust|überschuss|fehlbetrag|defizit)\w*|\b(?:saldo|bilanz|ebit|résultat|bénéfice|perte"
    r"|excédent|déficit|solde|beneficio|resultado|pérdida|superávit|ganancia)\w*"
    r"|利润|利潤|溢利|盈利|亏损|虧損|净利|淨利|收益|顺差|逆差|赤字|盈余|净额|结余",
    re.IGNORECASE,
)
_LOSS = lazy(
    r"\b\w*(?:verlust|fehlbetrag|defizit)\w*|\b(?:perte|déficit|pérdida|minus)\w*|亏损|虧損|逆差|赤字|净流出",
    re.IGNORECASE,
)
_BETTER = lazy(
    r"\b(?:verbesser|verschlechter|amélior|dégrad|détérior|mejor|empeor|deterior)|改善|好转|恶化|扭亏|收窄|扩大",
    re.IGNORECASE,
)
_OTHER_BASIS = lazy(
    r"\b\w*bereinigt\w*|\borganisch\w*|\b(?:vergleichbar|konstant|wechselkurs)\w*|\b(?:real|nominal|ohne|inflation)\b"
    r"|\b(?:comparables?|constante?s?|organiques?|hors|corrigée?s?|réele?s?|réelles?|nominale?s?|volume|valeur)\b"
    r"|\b(?:orgánic[oa]s?|homogéne[oa]s?|excluyendo|(?:descontad|deflactad|desestacionalizad|ajustad)[oa]s?)\b"
    r"|\ben\s+términos\b|\bsin\s+(?:contar|incluir|tener)\b"
    r"|扣除|剔除|实际(?=增|下|上|提|减|降)|名义|可比|不变价|固定汇率|恒定汇率|同口径|调整后|经调整|不含|不包括",
    re.IGNORECASE,
)


_OTHERWISE = lazy(  # where a smaller number is more of it, or nothing went that way
    r"\b(?:nicht|nie|keine?|ohne|falls|wenn|falsch\w*|würde\w*|könnte\w*|rang|platz|position|tabellen\w*|\w*kurs\w*|tiefe|pegel"
    r"|grundwasser\w*|\w*rendite\w*|\w*anleihen?|leistung|effizienz|\w*verbrauch|note|unter\s+null"
    r"|ne|pas|jamais|sans|si|fausse|faux|rang|place|taux\s+de\s+change|profondeur|nappe|rendements?|obligations?|efficacité"
    r"|consommation|no|nunca|sin|fals[oa]s?|puesto|posición|tipo\s+de\s+cambio|profundidad|rentabilidad|bonos?|eficiencia"
    r"|consumo|bajo\s+cero|(?:der|den|dem|das|die|l['’]|le|la|el|du|al|del|zum)\s*(?:euro|dollar|dólar|yen|franken|franc|pfund"
    r"|livre|libra|peso|yuan|rubel|rouble|rublo|lira|zloty|forint|real))\b|汇率|兑|未|没|不|如果|若|排名|名次|第\d|深度|收益率|水位",
    re.IGNORECASE,
)


def tells_otherwise(sentence: Sentence) -> bool:
    """Whether more may be a smaller number in a sentence, or what it tells may not have happened."""
    return any(_said(sentence, pattern) for pattern in (_OTHERWISE, _LOSS, _BETTER))


def tells_result(sentence: Sentence) -> bool:
    """Whether a sentence speaks of what may be below 0."""
    return _said(sentence, _RESULT)


def tells_loss(sentence: Sentence) -> bool:
    """Whether a sentence speaks of a loss."""
    return _said(sentence, _LOSS)


def tells_better(sentence: Sentence) -> bool:
    """Whether a sentence says that something became better or worse, whichever way its number went."""
    return _said(sentence, _BETTER)


def tells_other_basis(sentence: Sentence) -> bool:
    """Whether growth of a sentence may be of another basis than its levels: "währungsbereinigt", 按可比价格计算."""
    return _said(sentence, _OTHER_BASIS)


def _said(sentence: Sentence, pattern: re.Pattern[str]) -> bool:
    return bool(sentence.instead) and bool(pattern.search(sentence.words))
