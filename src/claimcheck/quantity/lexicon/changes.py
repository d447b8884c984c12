"""Directions: verbs and nouns of change."""

from __future__ import annotations

from claimcheck.quantity.lexicon import words

UP = words(
    """
    rise rises rose risen rising raise raised raises raising increase increases increased increasing grow grows grew
    grown growing growth climb climbs climbed climbing gain gains gained gaining jump jumps jumped jumping surge
    surges surged surging soar soars soared soaring up expand expands expanded expanding expansion advance advances
    advanced advancing improve improves improved improving improvement accelerate accelerated lift lifted lifts
    boost boosted boosts higher uptick upturn rebound rebounded rebounding rally rallied leap leapt leaped swelled
    swell widened widen hike hiked hikes strengthened appreciated appreciation increment skyrocketed rocketed spike
    spiked added lengthened extended prolonged more greater larger bigger faster multiplied
    """
)

DOWN = words(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing down slip slips slipped slipping shrink shrinks shrank shrunk shrinking contract
    contracts contracted contracting contraction slump slumps slumped slumping tumble tumbles tumbled tumbling
    plunge plunges plunged plunging sink sinks sank sunk sinking slide slides slid sliding dip dips dipped dipping
    cut cuts cutting reduce reduces reduced reducing reduction lower lowered lowers lowering narrowed narrow
    narrowing ease eased easing slow slowed slowing lose loses lost losing loss losses less fewer smaller shed sheds
    shedding off plummet plummeted plummets downturn weakened weaken depreciated depreciation diminished retreated
    retreat crashed collapsed collapse halve tightened dwindled trimmed trim slashed slash erosion eroded shortfall
    slower sag sags sagged sagging soften softens softened softening recede recedes receded receding ebb ebbed
    subside subsided dwindling waned shorten shortens shortened shortening
    """
)

# What a text that tells of a loss has, as parts of its words.
LOSSES = ("loss", "lost", "lose", "losing", "deficit", "shortfall", "亏损", "虧損", "逆差", "赤字")

# Verbs of which no other sense is near: a change beside one of them is a fall, or the sentence is not plain.
FALLS = words(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
    decreased decreasing shrank shrunk shrinking contracted slumped tumbled plunged sank slid
    """
)

# Words that praise or blame, or say that something moved, and not which way: a combined ratio improves as it falls.
JUDGED = words(
    """
    improve improves improved improving improvement improvements better worse worsen worsens worsened worsening
    deteriorate deteriorates deteriorated deteriorating deterioration weaken weakens weakened weakening weaker
    strengthen strengthens strengthened strengthening stronger appreciated appreciation depreciated depreciation
    moved swung swing shifted changed
    """
)

# Behind a number: "a 5% increase", "1.8% less than", "8 percent higher".
UP_AFTER = words(
    """
    increase increases rise rises growth gain gains jump jumps surge expansion advance improvement boost higher uptick
    upturn rebound rally leap hike hikes appreciation increment spike more greater larger bigger faster up climb
    stronger above ahead warmer hotter longer older heavier taller wider deeper dearer
    """
)
DOWN_AFTER = words(
    """
    decrease decreases decline declines drop drops fall falls reduction contraction slump plunge slide dip cut cuts
    lower loss losses less fewer smaller downturn depreciation retreat collapse down slower shortfall
    discount off slowdown weaker cheaper below behind cooler colder shorter younger lighter
    """
)

# What may stand between a number and its "increase": "a 5% year-on-year increase".
BETWEEN = words(
    """
    - annual annualised annualized average compound for further like month monthly net nominal on organic over
    overall pay price profit quarter quarterly rate real revenue sales same sharp steep store tax total wage year
    yearly yoy
    """
)

# And between a verb and its number: "fell sharply to".
ADVERBS = words(
    """
    - a additional again almost also an annually another considerably dramatically estimated even extra further
    gradually just marginally markedly moderately modestly month nearly notably on only or over overall quickly
    rapidly rate rates sharply significantly slightly slowly steadily steeply strongly substantially the total year
    yoy
    """
)

# What may stand right before a number, behind the verb or its "by": "by only", "by another", "a record".
BESIDE = words(
    """
    a additional an another combined cumulative extra full further huge just massive mere mild moderate modest net only
    paltry record remarkable same sharp slight small solid staggering steep the tiny total whole whopping
    """
)
# And a phrase that does: "by a total of", "by an average of".
BESIDE_OF = words("average equivalent maximum minimum total")

CHINESE = {
    "增长": "up", "增長": "up", "增加": "up", "上升": "up", "上涨": "up",
    "上漲": "up", "提高": "up", "增幅": "up", "涨": "up", "增": "up", "上调": "up",
    "扩大": "up", "涨幅": "up", "升": "up", "上升了": "up", "提升": "up", "增多": "up", "升幅": "up",
    "擴大": "up", "漲幅": "up",
    "下降": "down", "减少": "down", "減少": "down", "下跌": "down", "降低": "down",
    "回落": "down", "降幅": "down", "跌": "down", "降": "down", "下滑": "down",
    "下调": "down", "萎缩": "down", "跌幅": "down", "缩小": "down", "减": "down", "收窄": "down", "缩减": "down",
    "縮小": "down", "減": "down",
}  # fmt: skip

# 增长达25% and 增长达到25% tell by how much, 增长到 and 增至 to what.
CHINESE_LINKS = {
    "到了": "to", "到": "to", "至": "to", "为": "", "為": "", "了": "by", "達": "", "达": "", "达到": "", "達到": "",
    "約": "", "约": "",
}  # fmt: skip
