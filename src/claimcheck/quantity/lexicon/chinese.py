"""Chinese: numerals, units, and measure words."""

from __future__ import annotations

DIGITS = {
    "零": 0, "〇": 0, "○": 0, "一": 1, "壹": 1, "二": 2, "贰": 2, "貳": 2,
    "两": 2, "兩": 2, "三": 3, "叁": 3, "參": 3, "四": 4, "肆": 4, "五": 5,
    "伍": 5, "六": 6, "陆": 6, "陸": 6, "七": 7, "柒": 7, "八": 8, "捌": 8,
    "九": 9, "玖": 9,
}  # fmt: skip
PLACES = {
    "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000,
}  # fmt: skip
STEPS = {
    "万": 10000, "萬": 10000, "亿": 100000000, "億": 100000000, "兆": 1000000000000,
}  # fmt: skip
NUMERAL_CHARS = "".join(DIGITS) + "".join(PLACES) + "".join(STEPS) + "点點半"
STARTS = frozenset("".join(DIGITS) + "".join(PLACES) + "半对對翻万萬亿億")

# Units and measure words: what they are called, and of which family they are.
UNITS = {
    "円": ("JPY", "currency"), "ドル": ("USD", "currency"), "ユーロ": ("EUR", "currency"), "社": ("company", "count"),
    '元': ('CNY', 'currency'), '人民币': ('CNY', 'currency'),
    '人民幣': ('CNY', 'currency'), '元人民币': ('CNY', 'currency'),
    '元人民幣': ('CNY', 'currency'), '块': ('CNY', 'currency'),
    '块钱': ('CNY', 'currency'), '圆': ('CNY', 'currency'),
    '美元': ('USD', 'currency'), '美金': ('USD', 'currency'),
    '美圆': ('USD', 'currency'), '美分': ('cent', 'currency'),
    '欧元': ('EUR', 'currency'), '歐元': ('EUR', 'currency'),
    '日元': ('JPY', 'currency'), '日圆': ('JPY', 'currency'),
    '英镑': ('GBP', 'currency'), '港元': ('HKD', 'currency'),
    '港币': ('HKD', 'currency'), '港幣': ('HKD', 'currency'),
    '台币': ('TWD', 'currency'), '新台币': ('TWD', 'currency'),
    '新臺幣': ('TWD', 'currency'), '韩元': ('KRW', 'currency'),
    '卢布': ('RUB', 'currency'), '卢比': ('INR', 'currency'),
    '瑞士法郎': ('CHF', 'currency'), '法郎': ('CHF', 'currency'),
    '澳元': ('AUD', 'currency'), '加元': ('CAD', 'currency'),
    '泰铢': ('THB', 'currency'), '新元': ('SGD', 'currency'),
    '奈拉': ('NGN', 'currency'), '比特币': ('BTC', 'currency'),
    '个比特币': ('BTC', 'currency'), '越南盾': ('VND', 'currency'),
    '倍': ('x', 'multiple'), '人': ('people', 'count'),
    '名': ('people', 'count'), '位': ('people', 'count'),
    '人次': ('visit', 'count'), '家': ('company', 'count'),
    '户': ('household', 'count'), '戶': ('household', 'count'),
    '个': ('', 'count'), '個': ('', 'count'), '台': ('unit', 'count'),
    '臺': ('unit', 'count'), '辆': ('vehicle', 'count'),
    '輛': ('vehicle', 'count'), '件': ('piece', 'count'),
    '套': ('set', 'count'), '项': ('item', 'count'), '項': ('item', 'count'),
    '种': ('kind', 'count'), '種': ('kind', 'count'),
    '次': ('time', 'count'), '所': ('school', 'count'),
    '艘': ('ship', 'count'), '架': ('aircraft', 'count'),
    '座': ('', 'count'), '条': ('', 'count'), '條': ('', 'count'),
    '只': ('', 'count'), '头': ('head', 'count'), '股': ('share', 'count'),
    '例': ('case', 'count'), '岁': ('year', 'measure'),
    '歲': ('year', 'measure'), '年': ('year', 'measure'),
    '个月': ('month', 'measure'), '個月': ('month', 'measure'),
    '天': ('day', 'measure'), '日': ('day', 'measure'),
    '周': ('week', 'measure'), '小时': ('hour', 'measure'),
    '小時': ('hour', 'measure'), '分钟': ('minute', 'measure'),
    '季度': ('quarter', 'measure'), '个季度': ('quarter', 'measure'),
    '吨': ('t', 'measure'), '噸': ('t', 'measure'), '公斤': ('kg', 'measure'),
    '千克': ('kg', 'measure'), '斤': ('jin', 'measure'),
    '两': ('liang', 'measure'), '亩': ('mu', 'measure'),
    '畝': ('mu', 'measure'), '公里': ('km', 'measure'),
    '千米': ('km', 'measure'), '米': ('m', 'measure'),
    '公分': ('cm', 'measure'), '厘米': ('cm', 'measure'),
    '毫米': ('mm', 'measure'), '平方公里': ('km²', 'measure'),
    '平方米': ('m²', 'measure'), '立方米': ('m³', 'measure'),
    '公顷': ('ha', 'measure'), '升': ('L', 'measure'),
    '桶': ('bbl', 'measure'), '度': ('degree', 'measure'),
    '摄氏度': ('°C', 'measure'), '千瓦时': ('kWh', 'measure'),
    '赫兹': ('Hz', 'measure'), '兆赫兹': ('MHz', 'measure'),
    '兆赫': ('MHz', 'measure'), '千赫': ('kHz', 'measure'),
    '千瓦': ('kW', 'measure'), '兆瓦': ('MW', 'measure'),
    '千卡': ('kilocalorie', 'measure'), '克': ('g', 'measure'),
    '毫克': ('mg', 'measure'), '微克': ('μg', 'measure'),
    '比特': ('bit', 'measure'), '千比特': ('kb', 'measure'),
    '字节': ('byte', 'measure'), '千字节': ('kB', 'measure'),
    '兆字节': ('MB', 'measure'), '点': ('point', 'measure'),
    '點': ('point', 'measure'), '标准箱': ('TEU', 'measure'),
    '箱': ('box', 'count'), '票': ('vote', 'count'), '起': ('case', 'count'),
    '笔': ('deal', 'count'), '款': ('model', 'count'),
    '周岁': ('year', 'measure'), '周歲': ('year', 'measure'),
}  # fmt: skip
# Before a number they say whose 元 it is: 港币5亿元.
BEFORE_YUAN = {
    "港币": "HKD", "港幣": "HKD", "新台币": "TWD", "新臺幣": "TWD", "新台幣": "TWD", "台币": "TWD", "澳门币": "MOP",
}  # fmt: skip
LONGEST_UNIT = 6
# What follows a unit of money: 5元3角2分.
MINOR = {
    "角": 10, "毛": 10, "分": 100, "美分": 100, "欧分": 100, "日本銭": 100, "銭": 100,
}  # fmt: skip
PERCENT_UNITS = {
    "个百分点": -2, "個百分點": -2, "百分点": -2, "百分點": -2, "个基点": -4, "個基點": -4,
    "基点": -4, "基點": -4,
}  # fmt: skip
