from __future__ import annotations

import pytest

from support_numbers import classes, quantities, values

AMOUNTS = {
    "交易额为7600亿元。": ["760000000000 CNY"],
    "总额1.2万亿美元": ["1200000000000 USD"],
    "增长百分之四十三": ["43/100 %"],
    "上升1.5个百分点、25个基点": ["3/200 pp", "1/400 pp"],
    "千分之三和万分之五": ["3/1000 %", "1/2000 %"],
    "用户20多万人": ["200000 people"],
    "企业20万家": ["200000 company"],
    "占三分之一": ["1/3"],
    "约三成五、九五折": ["7/20 %", "19/20 %"],
    "一百二十三点五公里": ["247/2 km"],
    "25万6千人": ["256000 people"],
    "3万4000元": ["34000 CNY"],
    "两米半": ["5/2 m"],
    "半年": ["1/2 year"],
    "一半": ["1/2"],
    "七成六": ["19/25 %"],
    "12千米和3千克": ["12 km", "3 kg"],
    "一百千瓦": ["100 kW"],
    "5元3角2分": ["133/25 CNY"],
    "八亿元人民币": ["800000000 CNY"],
    "人民币50元": ["50 CNY"],
    "￥300": ["300 CNY"],
    "负3.9%": ["-39/1000 %"],
    "43％": ["43/100 %"],
    "产量翻番，价格是去年的3倍": ["2 x", "3 x"],
    "四十九兆九千五百九十二億元": ["49959200000000 CNY"],
    "十五美元": ["15 USD"],
    "五十五点五七九万元": ["555790 CNY"],
    "两千多家企业，超过半数": ["2000 company", "1/2"],
    "5至10年": ["5..10 year"],
    "１，１２３个百分点": ["1123/100 pp"],
    "每天有2000万件左右": ["20000000 piece"],
    "1998亿元，2019家，2000多人，约1999年": ["199800000000 CNY", "2019 company", "2000 people"],
    "规模翻了一番，产量翻了两番": ["2 x", "4 x"],
    "数十亿元、几百家": [],
    "截至二零二五年六月三十日": [],
    "港幣三十億四千八百萬元，港币0.63元，新台币5亿元": ["3048000000 HKD", "63/100 HKD", "500000000 TWD"],
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items(), ids=AMOUNTS)
def test_chinese_amounts_are_read_in_digits_and_characters(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize("text", ["一直统一进一步", "十分百姓万一", "五角大楼", "第一", "一带一路", "二三十个百分点"])
def test_characters_that_only_look_like_numbers_are_none(text: str) -> None:
    assert values(text) == []


def test_spaces_between_the_characters_are_passed_and_places_kept() -> None:
    text = "共 百 分 之 一 百二 十点 五 左右"
    (written,) = quantities(text)
    assert written.value * 1000 == 1205
    assert text[written.amount_start : written.amount_end] == "百 分 之 一 百二 十点 五"


@pytest.mark.parametrize(
    "text",
    ["今年上半年", "前三季度", "2015年第三季度", "第3季度", "1—5月份", "1至5月", "7月30日19时", "21世纪", "第3位"],
)
def test_chinese_times_and_ranks_are_no_quantities(text: str) -> None:
    assert values(text) == []


def test_so_many_quarters_and_hours_are_lengths() -> None:
    assert values("连续三个季度、半年、19小时") == ["3 quarter", "1/2 year", "19 hour"]


@pytest.mark.parametrize(
    "text", ["增幅达25%", "增长达25%", "涨幅达到25%", "攀升25%", "回升25%", "收窄25%", "锐减25%", "增长近25%"]
)
def test_a_chinese_change_is_told_by_its_verb(text: str) -> None:
    (written,) = quantities(text)
    assert (written.direction, written.by_to) == ("down" if text[1] in "窄减" else "up", "")


def test_chinese_years_are_years() -> None:
    assert classes("截至2023年底") == [("2023年", "year")]
    assert values("五年间") == ["5 year"]
