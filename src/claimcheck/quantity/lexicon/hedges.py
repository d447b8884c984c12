"""Hedges as they are written: before the number, behind it, and in Chinese."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

# What stands before the number, by the hedge that it is.
BEFORE: dict[str, tuple[str, ...]] = {
    "about": (
        "about", "approximately", "approx", "approx .", "around", "roughly", "some", "circa", "ca", "ca .", "c .", "~",
        "≈", "≃", "∼", "an estimated", "estimated", "somewhere around", "in the region of", "in the order of",
        "on the order of", "in the neighborhood of", "in the neighbourhood of", "of the order of",
        "the best part of", "more or less", "an average of about", "or about", "or around", "or roughly",
    ),
    "nearly": (
        "nearly", "almost", "close to", "just under", "just below", "just short of", "not quite",
        "slightly less than", "slightly under", "slightly below", "a little less than", "a little under",
        "a bit less than", "well-nigh", "approaching", "nearing", "near", "just shy of", "shy of", "short of",
        "virtually",
    ),
    "just over": (
        "just over", "just above", "slightly more than", "slightly over", "slightly above", "a little more than",
        "a little over", "a bit more than", "a bit over", "a shade over", "marginally over", "a touch over",
        "just more than", "little more than",
    ),
    "more than": (
        "more than", "over", "greater than", "larger than", "higher than", "bigger than", "above", "in excess of",
        "exceed", "exceeds", "exceeded", "exceeding", "surpass", "surpasses", "surpassed", "surpassing", "topped",
        "topping", "tops", "beyond", "upwards of", "upward of", "well over", "well above", "far more than",
        "well more than", "longer than", "older than", "north of", ">", "broke through",
    ),
    "at least": (
        "at least", "no less than", "not less than", "no fewer than", "not fewer than", "a minimum of",
        "minimum of", "as little as", "as few as", "≥", "> =", "⩾", "no lower than", "not below",
        "greater than or equal to", "more than or equal to", "equal to or more than", "greater or equal than",
        "bigger or equal than", "higher or equal than", "equal to or greater than",
    ),
    "less than": (
        "less than", "fewer than", "lower than", "smaller than", "below", "under", "<", "well under", "well below",
        "south of", "shorter than", "younger than", "far less than", "only just under",
    ),
    "at most": (
        "at most", "no more than", "not more than", "up to", "not exceeding", "a maximum of", "maximum of",
        "as much as", "as many as", "≤", "< =", "⩽", "no greater than", "no higher than", "not over",
        "no larger than", "less than or equal to", "equal to or less than", "smaller or equal than",
        "lower or equal than", "less or equal than", "as high as", "or as much as",
    ),
    "exactly": (
        "exactly", "precisely", "just exactly",
    ),
}  # fmt: skip
# Before "up to" these say that something moved: "went up to 300".
GOES = words("go goes going gone went move moves moved moving edged ticked crept inched nudged shot")
# What stands behind it.
AFTER: dict[str, tuple[str, ...]] = {
    "at least": (
        "- plus", "plus", "+", "or more", "and more", "or higher", "or greater", "or above", "and above",
        "and over", "or over", "or better", "at least", "or older", "and older", "upwards", "以 上",
    ),
    "at most": (
        "or less", "or fewer", "or lower", "or below", "and below",
        "and under", "or under", "at most", "以 内", "以 內",
    ),
    "less than": (
        "以 下",
    ),
    "about": (
        "or so", "or thereabouts", "approximately", "左 右", "上 下", "- ish",
    ),
}  # fmt: skip
# Behind a plus they are, or begin, what is added: "£10,000 plus VAT" is no "10,000 or more".
ADDED = words(
    """
    VAT vat GST gst tax taxes duty duties interest cost costs expenses fee fees charges commission postage shipping
    delivery inflation tips benefits bonus bonuses a an the its his her their any
    """
)
CHINESE: dict[str, tuple[str, ...]] = {
    "about": (
        "约", "約", "大约", "大約", "约为", "約為", "大概", "约合", "左右",
    ),
    "nearly": (
        "近", "将近", "將近", "接近", "逼近",
    ),
    "more than": (
        "超过", "超過", "超", "逾", "高于", "高於", "突破", "多于", "大于", "大於",
        "破", "超出", "远超", "首超",
    ),
    "at least": (
        "至少", "不少于", "不少於", "不低于", "不低於", "不小于", "最少",
    ),
    "less than": (
        "不到", "少于", "少於", "低于", "低於", "不足", "小于", "小於", "未达",
    ),
    "at most": (
        "至多", "最多", "不超过", "不超過", "不高于", "不多于", "不大于", "高达", "高達",
    ),
    "exactly": (
        "正好", "恰好", "刚好",
    ),
}  # fmt: skip
