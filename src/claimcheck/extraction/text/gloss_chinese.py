"""The words that join the numbers of a Chinese text, as English ones: 由A增至B is "from A to B".

Chinese puts the earlier level, and its year, before the verb, and parts no words: what joins two numbers is read as a
whole, between one number and the next, and everything else is left as it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.words import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.quantity.written import Written

Gloss = tuple[int, int, str]

_SIGNS = {"，": ", ", "、": ", ", "；": "; ", "：": ": ", "（": " (", "）": ") ", "。": ". "}
_LAST = r"(?:上年|去年|上一年|前一年)(?:同期|同月|同季)?"
_ABOUT = r"之?(?:大?约|約|将?近|接近|超过?|逾|不足|仅)?(?:人民币|人民幣|港币|港幣)?"
_WORDS = {
    rf"同比|按年|[比较較](?:{_LAST})(?:末|底)?": "year-on-year",  # 环比 and 较2018年底 are from other times
    "预计|预期|预测|目标|计划": "expected",
    "其中": "of which",
}
_PLAIN = lazy("|".join(f"(?P<w{at}>{told})" for at, told in enumerate(_WORDS)) + f"|[{''.join(_SIGNS)}]")
_READ = tuple(_WORDS.values())
_YEAR_ON_YEAR = " year-on-year "
_LONG = lazy(r"年来|年來|年间|年間|以来|以來|累计|累計|期间|[从由從自][12]\d{3}年")  # of more years than one

_TIME = rf"(?:(?:\d{{4}}年(?:度|同期|上半年|下半年)?|{_LAST})(?:[初末底])?|年初)"
_FROM = lazy(rf"[从由從](?:{_TIME}的?)?{_ABOUT}$")
_TO = lazy(rf"(?:[^，,。；;：:、（）()达達得\d]{{0,8}}|[，,](?=[到至]))(?P<to>[到至]了?(?:{_TIME}的?)?){_ABOUT}$")
_LATER = lazy(rf"[，,]?(?:达到|達到|[达達至到]){_ABOUT}$")
_IN_ALL = lazy(r"[，,](?:(?:[一二三四五六七八九十]{1,3}|\d{1,2})年[间間来來])?(?:累计|累計|共)?")
_THAN = lazy(rf"[，,]?(?:同?比|[较較]){_TIME}的?{_ABOUT}$")
_AGAINST = lazy(
    rf"[，,；;]?(?:而|且)?{_LAST}[末底]?(?P<again>[，,]?[^，,。；;：:、（）()\d]{{0,12}}?)(?:则|只|仅)?[为為是]{_ABOUT}$"
)
_INSIDE = lazy(rf"[（(]{_LAST}(?:[为為是：:])?{_ABOUT}$")
_YEAR = lazy(rf"[，,；;]?(?:而|且)?(?P<year>\d{{4}})年(?:度|同期)?(?:[为為是])?{_ABOUT}$")
_VERB = r"(?:增长|增長|增加|上升|提高|下降|减少|減少|降低|下跌|增幅|降幅|涨幅|跌幅|增|升|降|减|跌)"
_OR = lazy(rf"[，,、](?:同比|[比较較](?:{_LAST}))?{_VERB}(?:率)?[了为為达達]?{_ABOUT}$")
_PART = lazy(rf"[，,]?{_ABOUT}[占佔][^，,。；;：:、（）()\d]{{0,20}}$")
_ITS = lazy(rf"的{_ABOUT}$")
_OF_WHICH = lazy(rf"[，,；;]?其中[，,：:]?(?P<noun>[^，,。；;：:、（）()\d]{{0,16}}?)(?:共?有|[为為达達])?{_ABOUT}$")
_LISTED = lazy(rf"[，,、；;和](?P<noun>[^，,。；;：:、（）()占佔\d]{{1,16}}?)(?:共?有|[为為达達])?{_ABOUT}$")
_SHARE = lazy(
    rf"(?P<sign>[，,（(]?){_ABOUT}[占佔](?P<noun>[^，,。；;：:、（）()\d]{{0,16}}?)的?"
    rf"(?:比重|比例|比率|比)?(?:[为為是]|达到?|達到?)?{_ABOUT}$"
)
_ALL = lazy(r"全部|总[数量额值]?|總[數量額值]?|合计|合計|其|的")  # words of a whole that name nothing
_OTHER_TIME = lazy(r"(?:上月|上季度?|上周|上旬|年初|预期)[^，,。；;]{0,6}$")  # what stands before is no level of now
_AMOUNTS_TO = "(?:为|為|是|达到?|達到?|实现)?"
_SIDE = lazy(
    rf"(?:^|[，,。；;：:、（(和])(?P<of>[^，,。；;：:、（）()\d和]{{0,12}}?)(?P<way>(?<!进)(?:出口|进口))(?:贸易)?(?:总?[额值]|总量)?"
    rf"(?:[为為达達]到?|完成|实现)?{_ABOUT}$"
)
_BALANCE = lazy(
    r".*[，,；;](?:(?:进出口|两者|二者)相抵[，,]?)?(?:实现了?|形成|产生)?(?:对外|外贸|货物)*(?:贸易)?"
    rf"(?P<way>[顺逆]差)[额为達达]?{_ABOUT}$"
)
_BALANCES = {"顺差": "surplus", "逆差": "deficit"}
_SIDES = {"出口": "exports", "进口": "imports"}
_WHERE = lazy(r"^[对向自从由于我]|^其中")
_BELIEVED = 2  # times the share that two numbers make; beyond, it is likely to be one of another whole


def is_chinese(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]` is Chinese: some of its characters are, and none is Japanese."""
    piece = text[start:end]
    return bool(re.search(r"[\u4e00-\u9fff]{2}", piece)) and not re.search(r"[\u3041-\u30ff]", piece)


def chinese_glosses(text: str, start: int, end: int, numbers: Sequence[Written]) -> Iterator[Gloss]:
    """Yield what the words of `text[start:end]` are read as, those that join two of its numbers last."""
    told = [number for number in numbers if number.form in ("number", "range", "multiple", "word")]
    joined = [gloss for at in range(len(told)) for gloss in _joined(text, start, told, at)]
    parted = [gloss for at in range(1, len(told)) for gloss in _parted(text, start, told, at)]
    joined = list(_balanced(text, start, told)) or joined
    joined += [gloss for gloss in parted if not any(low < gloss[1] and gloss[0] < high for low, high, _ in joined)]
    for found in _PLAIN.finditer(text, start, end):
        if not any(low < found.end() and found.start() < high for low, high, _ in joined):
            said = _SIGNS.get(found[0]) or f" {_READ[int((found.lastgroup or 'w0')[1:])]} "
            if said != _YEAR_ON_YEAR or not _LONG.search(text[start : found.start()]):
                yield found.start(), found.end(), said
    yield from joined


def _joined(text: str, start: int, numbers: Sequence[Written], at: int) -> Iterator[Gloss]:
    """Yield the glosses of what stands before the number at a place."""
    number = numbers[at]
    low = numbers[at - 1].amount_end if at else start
    gap = text[low : number.amount_start]
    before = numbers[at - 1] if at else None
    behind = numbers[at + 1] if at + 1 < len(numbers) else None
    lead = _FROM.search(gap)
    if behind and lead and (to := _led(text, number, behind)):
        yield low + lead.start(), number.amount_start, " from "
        if to.start() == 0 and to[0][0] in "，,":
            yield number.amount_end, number.amount_end + to.end("to"), " to "
        else:
            yield number.amount_end + to.start("to"), number.amount_end + to.end("to"), " to "
        change = next((later for later in numbers[at + 2 : at + 4] if later.direction), None)
        if change and _IN_ALL.fullmatch(text[behind.amount_end : change.start]):
            yield behind.amount_end, change.start, ", "  # 十年间累计提高2.6个百分点
    later = numbers[at + 2] if at + 2 < len(numbers) else None
    if behind and later and lead and _is_moved_by(text, number, behind, later):
        yield low + lead.start(), number.amount_start, " from "
    if before is None:
        return
    if behind and behind.direction and _THAN.fullmatch(gap) and not text[number.amount_end : behind.start].strip():
        yield low, number.amount_start, ", than the previous year's "
    elif before.direction and before.by_to != "to" and _LATER.fullmatch(gap):
        yield low, number.amount_start, " to "
    elif _is_against(text, start, before, gap):
        yield low, number.amount_start, ", against the previous year's "
    elif _INSIDE.fullmatch(gap):
        told = before.direction and before.by_to != "to"  # 同比下降8.0%（上年同期37.5亿元）
        yield low, number.amount_start, ", against the previous year's " if told else " (previous year: "
    elif _is_said_again(before, number) and _OR.fullmatch(gap):
        yield low, number.amount_start, ", or by "
    elif behind and behind.unit.family == "percent" and _PART.fullmatch(gap) and _is_its(text, number, behind):
        yield low, number.amount_start, " of the "
        yield number.amount_end, behind.amount_start, ", or "


def _balanced(text: str, start: int, numbers: Sequence[Written]) -> Iterator[Gloss]:
    """Yield the glosses of exports, imports and the balance behind them: 出口4931亿元，进口3711亿元，顺差1220亿元."""
    levels = [number for number in numbers if number.unit.family == "currency" and not number.direction]
    said = [_SIDE.search(text[start : level.amount_start]) for level in levels]
    sides = [(level, found) for level, found in zip(levels, said, strict=True) if found]
    if {found["way"] for _, found in sides} != {*_SIDES} or len(sides) != len(_SIDES):
        return
    (first, one), (second, other) = sides
    at = levels.index(second) + 1
    third = levels[at] if at < len(levels) and levels[at - 2] is first else None
    if third is None or len({_WHERE.sub("", found["of"]) for found in (one, other)} | {""}) > len(_SIDES):
        return
    rest = _BALANCE.fullmatch(text[second.amount_end : third.amount_start])
    if rest and all(number.direction for number in numbers if second.start < number.start < third.start):
        for level, found in sides:
            yield start + found.start("of"), level.amount_start, f" {_SIDES[found['way']]} "
        yield second.amount_end, third.amount_start, f", a trade {_BALANCES[rest['way']]} of "


def _parted(text: str, start: int, numbers: Sequence[Written], at: int) -> Iterator[Gloss]:
    """Yield the glosses of what makes a number a part of one before it, and of the share that it makes."""
    before, number = numbers[at - 1 : at + 1]
    low = before.amount_end
    gap = text[low : number.amount_start]
    if first := _OF_WHICH.fullmatch(gap):
        yield low, low + first.start("noun"), ", of which "
        yield from _set_apart(number, low, first)
        share = numbers[at + 1] if at + 1 < len(numbers) else None
        if share and (said := _is_share_of(text, start, before, number, share)):
            yield number.amount_end, share.amount_start, " (" if said["sign"] in ("（", "(") else ", or "
    elif number.unit == before.unit and "其中" in text[start:low] and (listed := _LISTED.fullmatch(gap)):
        yield low, low + 1, ", "
        yield from _set_apart(number, low, listed)


def _set_apart(number: Written, low: int, said: re.Match[str]) -> Iterator[Gloss]:
    """Yield the noun before a number with a space behind it."""
    if noun := said["noun"]:
        yield low + said.end("noun") - 1, number.amount_start, f"{noun[-1]} "


def _is_moved_by(text: str, first: Written, change: Written, second: Written) -> bool:
    """Whether a change stands between the levels it runs between: 从52.6%下降3.0个百分点至49.6%."""
    told = change.direction and change.by_to != "to" and not text[first.amount_end : change.start].strip()
    return bool(told and _LATER.fullmatch(text[change.amount_end : second.amount_start]))


def _led(text: str, first: Written, second: Written) -> re.Match[str] | None:
    """Return what leads from one level to another: 增长到, 提升至, 到2023年的."""
    alike = (first.unit.family == "percent") == (second.unit.family == "percent")
    return _TO.fullmatch(text[first.amount_end : second.amount_start]) if alike else None


def _is_its(text: str, whole: Written, share: Written) -> bool:
    """Whether a share is said to be one of the number before it: 占出口总额4.00万亿元的25%."""
    return bool(_ITS.fullmatch(text[whole.amount_end : share.amount_start]))


def _is_share_of(text: str, start: int, whole: Written, part: Written, share: Written) -> re.Match[str] | None:
    """Return what says which share of the whole before it a part is: 3012所，其中普通高校2756所，占91.5%.

    What it is a share of goes without saying, or was named before the whole: 占GDP的, 占全省的 may be of other wholes.
    """
    said = _SHARE.fullmatch(text[part.amount_end : share.amount_start]) if share.unit.family == "percent" else None
    if said is None or not 0 < part.value <= whole.value or share.value <= 0:
        return None
    named = _ALL.sub("", said["noun"]) in _ALL.sub("", text[start : whole.amount_start])
    off = share.value * whole.value / part.value
    return said if named and 1 <= off * _BELIEVED <= _BELIEVED * _BELIEVED else None


def _is_against(text: str, start: int, before: Written, gap: str) -> bool:
    """Whether a level is one of the year before: 上年同期为, 去年同期净利润仅为 where 净利润 was told, 2021年为."""
    said = _AGAINST.fullmatch(gap)
    if _OTHER_TIME.search(text[start : before.amount_start]):
        return False
    if said is not None:
        again = said["again"].strip("，,")
        return not again or bool(re.search(rf"{re.escape(again)}{_AMOUNTS_TO}\d", text[start : before.amount_end]))
    dated = _YEAR.fullmatch(gap)
    years = re.findall(r"([12]\d{3})年", text[start : before.amount_start])
    return dated is not None and years == [str(int(dated["year"]) + 1)]


def _is_said_again(change: Written, again: Written) -> bool:
    """Whether a percent may say an amount of change over again: 增加102.8万人,增长1.03%."""
    amount = change.unit.family in LEVELS and bool(change.direction) and change.by_to != "to"
    return amount and again.unit.family == "percent" and again.direction == change.direction
