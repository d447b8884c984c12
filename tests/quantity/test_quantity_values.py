from __future__ import annotations

import pytest

from support_numbers import values

AMOUNTS = {
    # digits and their separators
    "Output came to 1,234,567 units.": ["1234567 unit"],
    "It sold 12,34,567 tickets.": ["1234567 ticket"],
    "Exports were 816 000 t in all.": ["816000 t"],
    "Deaths fell to 409 000. Births were 512 000, as before.": ["409000", "512000"],
    "The town has 1\u202f234\u202f567 inhabitants.": ["1234567 inhabitant"],
    "It weighs 1'250 kg.": ["1250 kg"],
    "The tax is .5% of it.": ["1/200 %"],
    "They found 1.3e6 cells and 2.5 × 10^3 more.": ["1300000 cell", "2500"],
    "Prices of 1.234,56 EUR were paid.": ["30864/25 EUR"],
    "A full-width ４３％ was printed.": ["43/100 %"],
    "It was 45·6% (95% CI 0·72), not 3·10⁶.": ["57/125 %", "19/20 %", "18/25", "3000000"],
    "النسبة ٣٫٥% و ١٬٢٣٤٫٥ و ۲۰٫۷٪": ["7/200 %", "2469/2", "207/1000 %"],
    "بلغت ١٬٢٣٤٬٥٦٧ طنا و ۱٬۲۳۴٫۵": ["1234567", "2469/2"],
    "بين ٣-٥ مليون و ٢٠–٢٥٪": ["3000000..5000000", "1/5..1/4 %"],
    "انخفض -٣٫٥٪ (٩٫٤٪) $٣٫٥": ["-7/200 %", "-47/500 %", "7/2 USD"],
    "الربع ٢٣/٤٢ و ٣٫٥ × 10^3": ["23/42", "3500"],
    "A two- to threefold rise, a 20- to 25-percent cut.": ["2..3 x", "1/5..1/4 %"],
    "A three- or four-week delay, a 5- to 7-fold rise.": ["3..4 week", "5..7 x"],
    "From a 3- to be sure, 5% - to 7% of it.": ["3", "1/20 %", "7/100 %"],
    "It hit one in three to one in two, one in 3 or 4.": ["1/3..1/2", "1/4..1/3"],
    # magnitudes
    "Sales of 3.4bn, 45m and 10k were booked.": ["3400000000", "45000000", "10000"],
    "A fund of $1.5-billion was set up.": ["1500000000 USD"],
    "The budget was Rs 3.2 lakh crore.": ["3200000000000 INR"],
    "It lent 35 lakh rupees.": ["3500000 INR"],
    "A deal of 30 MUSD was signed.": ["30000000 USD"],
    "It paid 75 USD million.": ["75000000 USD"],
    "They have 2 million and a half.": ["2500000"],
    "بلغت الصادرات ٣٫٥ مليون": ["3500000"],
    "٢٠ ألف و ٣ آلاف و ٢٠ الفا و ١٥ ألفًا": ["20000", "3000", "20000", "15000"],
    "3.5 مليون، ٥ ملايين، ١٢ مليوناً": ["3500000", "5000000", "12000000"],
    "٢ مليار، ٤ مليارات، ١١ ملياراً، ٢ بليون": ["2000000000", "4000000000", "11000000000", "2000000000"],
    "١٫٢ تريليون، ٣ تريليونات، $٣ مليارات": ["1200000000000", "3000000000000", "3000000000 USD"],
    "٥ آلاف مليون": ["5000000000"],
    "٣٫٥\u200f مليون، ۲۰\u200cهزار": ["3500000", "20000"],
    "۳٫۵ میلیون، ۲۰ هزار، ۴ میلیارد، ۱ تریلیون": ["3500000", "20000", "4000000000", "1000000000000"],
    "۵ لاکھ، ۲ کروڑ، ۳ ارب": ["500000", "20000000", "3000000000"],
    # what something is per
    "It paid 20-25 cents for every kWh and 5 dollars for every win.": ["20..25 cent/kWh", "5 USD"],
    "There are 321 doctors for every 100,000 people.": ["321 doctor/100,000 people"],
    "Costs are between $570 and $580 per person.": ["570..580 USD/person"],
    "Rates of between 5% and 7% a year are common.": ["1/20..7/100 %/year"],
    "Sales rise by 5% annually, by 6% every year, and by 700 kg annually.": ["1/20 %/year", "3/50 %/year", "700 kg"],
    "Funds made 5% yearly, 6.1% annualised and 7.2% pa, and 700 kg yearly.": [
        "1/20 %/year",
        "61/1000 %/year",
        "9/125 %/year",
        "700 kg",
    ],
    "It takes 6.8 l/100 km, scores 2.7 goals a match, and 4 l/2 is a note.": [
        "34/5 L/100 km",
        "27/10 goal/match",
        "4",
        "2",
    ],
    "34.2 per 100 000 population, 5.1/100,000, 4 cases/1,000, and 412/1,000 of them": [
        "171/5 /100,000 population",
        "51/10 /100,000",
        "4 case/1,000",
        "412",
        "1000",
    ],
    "24,000 m³/d, 5.1 t/a and 6 kg/d-1": ["24000 m³/day", "51/10 t/year", "6 kg"],
    "33.3 m/s, 12 t/mo and 5 MB per s": ["333/10 m/second", "12 t/month", "5 MB/second"],
    "One in 350 is ill, and two in 350.": ["1/350", "2", "350"],
    "One person in eight agreed, one firm in 3 cities did.": ["1/8", "3 city"],
    "It made half as many again as the 100 of before, and a fifth fewer.": ["3/2 x", "100", "1/5"],
    "Rates fell by a quarter of a point, or three-tenths of a point.": ["1/400 pp", "3/1000 pp"],
    # products of two units
    "Rail moved 12 tonne-kilometres, 3.4 billion ton-miles and 5.5 tkm.": ["12 t-km", "3400000000 ton-mi", "11/2 t-km"],
    "It flew 12.5 billion revenue passenger kilometres at 5.2 cents per available seat-kilometre.": [
        "12500000000 passenger-km",
        "26/5 cent/seat-km",
    ],
    "It flew 17.97 billion revenue pax-kilometers, or RPKs, on 22.05 billion ASKs.": [
        "17970000000 passenger-km",
        "22050000000 seat-km",
    ],
    "341 man-hours, 341 person years, 1,204 bed days and 341 working hours.": [
        "341 person-hour",
        "341 person-year",
        "1204 bed-day",
        "341 hour",
    ],
    "300 MW hours, 45 Nm, 3.2 N·m, 2,410 degree days.": ["300 MWh", "45 N⋅m", "16/5 N⋅m", "2410 degree-day"],
    "4.2 injuries per 1,000 person-years, a 12-tonne truck, 8-hour days.": [
        "21/5 injury/1,000 person-year",
        "12 t",
        "8 hour",
    ],
    # several units that make one number
    "3 minutes 20 seconds, 3 min 20.5 s, 2h 15m and 5 ft 11 in": [
        "10/3 minute",
        "401/120 minute",
        "9/4 hour",
        "71/12 ft",
    ],
    "2 years and 6 months; between 2 weeks and 3 days; 2 hours 75 minutes": [
        "5/2 year",
        "2 week",
        "3 day",
        "2 hour",
        "75 minute",
    ],
    # a factor, a plus, an article before a hundred
    "It grew by a factor of about 3 and fell by a factor of 4.": ["3 x", "4 x"],
    "A hundred and twenty people, a thousand two hundred; between a hundred and two hundred.": [
        "120 people",
        "1200",
        "100",
        "200",
    ],
    "It was 12 degrees below zero, then 3.5 °C below freezing, and 5 people stood below.": [
        "-12 degree",
        "-7/2 °C",
        "5 people",
    ],
    "12 to 15 degrees below zero; minus 3 degrees below zero; 5 degrees below freezing": [
        "-15..-12 degree",
        "-3 degree",
        "5 degree",
    ],
    # hyphens before function words
    "A 20-per-cent rise, 15 per-cent, a 5-per-cent-point rise, 5-over-par, a 3-for-2 offer and 2-from-3": [
        "1/5 %",
        "3/20 %",
        "1/20 pp",
        "5",
        "3",
        "3",
    ],
    "He is 6'2\" tall on 3 ft2.": ["37/6 ft", "3 sq ft"],
    "They took 2 years and 3 months, respectively.": ["2 year", "3 month"],
    "One in 10,000 is ill, 1 in 350 and two in 10,000.": ["1/10000", "1/350", "2", "10000"],
    "Power at 5.2 ct/kWh, a 1.5 ct stone.": ["26/5 cent/kWh", "3/2"],
    "3,000 sq. ft. at 350 g CO2/km.": ["3000 sq ft", "350 g/km"],
    "2 h 15 min, 36 h, 3.2 s and 1 h 20 min 30.5 s; in the 1990 s": [
        "9/4 hour",
        "36 hour",
        "16/5 second",
        "9661/7200 hour",
    ],
    "9.81 m/s², 9.82 m/s2, 9.83 m/s^2, 5 kg/m^3 and 3 m/s2x": [
        "981/100 m/s²",
        "491/50 m/s²",
        "983/100 m/s²",
        "5 kg/m³",
        "3 m/second",
    ],
    "Wheat at €18.40/dt, or 18.50 €/dt, not 5 €/use": ["92/5 EUR/dt", "37/2 EUR/dt", "5 EUR"],
    "It flew 2.1 m RPK for 3.5 m EUR with 12 m tonnes, 3 m wide, 10 m nights, 2 m cables.": [
        "2100000 passenger-km",
        "3500000 EUR",
        "12000000 t",
        "3 m",
        "10 m",
        "2 m",
    ],
    "421 parts per million, 15 parts per billion": ["421 ppm", "15 ppb"],
    "A third as much, a quarter the price; in a quarter the price fell, a third as president.": ["1/3", "1/4"],
    "3 milllion people, $5 bilion, 3 bullion dealers": ["3", "5 USD", "3 dealer"],
    # currencies
    "US$4.7 billion, HK$3bn and A$20 were offered.": ["4700000000 USD", "3000000000 HKD", "20 AUD"],
    "USD34.6 million or RMB 220 million.": ["34600000 USD", "220000000 CNY"],
    "It cost 340 million Swiss francs.": ["340000000 CHF"],
    "Loans of 12 million Hong Kong dollars.": ["12000000 HKD"],
    "He got u.s. $ 500 for it.": ["500 USD"],
    "They gave away 3 USD50 cards.": ["3", "50 USD"],
    "ALL 5 solutions failed.": ["5 solution"],
    "It was 3 dollars and 50 cents.": ["7/2 USD"],
    "Shares were bought at 470 pence.": ["470 penny"],
    "It made 5 trillion won, and won 5 prizes.": ["5000000000000 KRW", "5 prize"],
    # percent, points, multiples
    "A rate of 43 per cent, or 43 pct, or forty-three percent.": ["43/100 %", "43/100 %", "43/100 %"],
    "It moved 0.3 percentage points, 20 basis points, 15bp.": ["3/1000 pp", "1/500 pp", "3/2000 pp"],
    "Margins gained 3 points.": ["3/100 pp"],
    "The index gained 190 points.": ["190 point"],
    "The index gained 12.5 points, or 0.3%.": ["25/2 point", "3/1000 %"],
    "A margin of error of plus or minus 3 percentage points, or +/-3.": ["3/100 pp", "3"],
    "The gap was 0.4 of a percentage point.": ["1/250 pp"],
    "There were 8.3 per 1,000 live births.": ["83/10 /1,000 live births"],
    "It was 1.4 times as large, 3x as dear.": ["7/5 x", "3 x"],
    "Sales rose 10-fold.": ["10 x"],
    # measures and what stands behind "per"
    "Pipes of 5 km, 3 square kilometres, 20 (kg).": ["5 km", "3 km²", "20 kg"],
    "Areas of 24m2 and 7 m³.": ["24 m²", "7 m³"],
    "A 10-year plan and a 3-inch pipe.": ["10 year", "3 inch"],
    "He is 5 ft 2 in tall.": ["31/6 ft"],
    "The plant makes 1.2m barrels per day.": ["1200000 bbl/day"],
    "It earned $1.21 per diluted share.": ["121/100 USD/share"],
    "Pressure fell by 14.2 mm Hg to 138 mmHg.": ["71/5 mmHg", "138 mmHg"],
    "Speed fell to 13.4 km/h from 15 km/h, and 3 km a year from now.": ["67/5 km/hour", "15 km/hour", "3 km"],
    "Oil fell to $71 a barrel from $78 and pay rose to £15 an hour from £14.": [
        "71 USD/bbl",
        "78 USD",
        "15 GBP/hour",
        "14 GBP",
    ],
    "LDL was 2.9 mmol/l, TSH 1.4 mIU/L, zinc 12 µmol/l; 30 ng/ml.": [
        "29/10 mmol/L",
        "7/5 mIU/L",
        "12 μmol/L",
        "30 ng/mL",
    ],
    "The dose was 3 mSv, with 5 mol of it and 400 MBq.": ["3 mSv", "5 mol", "400 MBq"],
    "It is more than 2022's 12' ladder.": ["12 ft"],
    "It is 10.95 per 1,000, 3.4 people per km², £15.50 an hour.": ["219/20 /1,000", "17/5 people/km²", "31/2 GBP/hour"],
    "It yields 3.5 kg/ha, 85 km/h, $85/barrel.": ["7/2 kg/ha", "85 km/hour", "85 USD/bbl"],
    "It cost $281.76 billion a year earlier.": ["281760000000 USD"],
    # words
    "Twenty-one firms and one hundred and twenty banks.": ["21 firm", "120 bank"],
    "two million three hundred thousand people": ["2300000 people"],
    "two million and a half, and dozens of others": ["2500000", "12"],
    "One and a half million users.": ["1500000 user"],
    "a quarter of a million dollars": ["250000 USD"],
    "half a percentage point": ["1/200 pp"],
    "A dozen schools.": ["12 school"],
    "Two-thirds of them, a fifth of those, three quarters of these.": ["2/3", "1/5", "3/4"],
    "One in five households; 3 out of 4; nine out of every ten; a one-in-five chance.": ["1/5", "3/4", "9/10", "1/5"],
    "A two-and-a-half-year wait of 3 and a half months.": ["5/2 year", "7/2 month"],
    "It doubled, then tripled, then rose tenfold, then halved.": ["2 x", "3 x", "10 x", "1/2 x"],
    "It more than doubled the output.": ["2 x"],
    # signs
    "It was -0.3%, −0.4%, minus 0.5% and –0.6%.": ["-3/1000 %", "-1/250 %", "-1/200 %", "-3/500 %"],
    "The result was $-5 million.": ["-5000000 USD"],
    "A loss of (1,234) thousand.": ["-1234000"],
    # counted nouns, with what stands between
    "There are 200,000 cross-border e-commerce companies.": ["200000 company"],
    "These are seven major categories.": ["7 category"],
    "It named 15 of the 27 member states.": ["15", "27 state"],
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.items(), ids=AMOUNTS)
def test_values_are_exact_and_carry_their_unit(text: str, expected: list[str]) -> None:
    assert values(text) == expected


RANGES = {
    "Growth of 20-25% is expected.": ["1/5..1/4 %"],
    "Growth of 4.5% to 5% is expected.": ["9/200..1/20 %"],
    "Growth between 4.5% and 5% is expected.": ["9/200..1/20 %"],
    "Sales of $10-12 million.": ["10000000..12000000 USD"],
    "Sales of $10 million to $12 million.": ["10000000..12000000 USD"],
    "Some 3.2 to 3.5 million tonnes.": ["3200000..3500000 t"],
    "Aged 18 to 65 years.": ["18..65 year"],
    "It is 5.2 ± 0.3 kg.": ["26/5..11/2 kg"],
    "Between 700,000 and 1.2 million people came.": ["700000..1200000 people"],
    "Some 700,000 to 1.2 million.": ["700000..1200000"],
    "It costs $700,000 to $1.2 million.": ["700000..1200000 USD"],
    "Between 700 thousand and 1.2 million.": ["700000..1200000"],
    # not ranges
    "It rose from 2% to 8%.": ["1/50 %", "2/25 %"],
    "Yields rose 25 basis points to 5.25%.": ["1/400 pp", "21/400 %"],
    "Inflation rose 0.3% to 5.2%.": ["3/1000 %", "13/250 %"],
    "Prices rose 4% to 5%.": ["1/25..1/20 %"],
    "Weight fell by 5.0 kg to 85.0 kg.": ["5 kg", "85 kg"],
    "Spending was cut by $5 million to $45 million.": ["5000000 USD", "45000000 USD"],
    "It rose by 2% to 8%.": ["1/50 %", "2/25 %"],
    "It fell by 200 to 1,900.": ["200", "1900"],
    "Prices fell by 5 to 10%.": ["1/20..1/10 %"],
    "It will grow by 10 to 15 firms.": ["10..15 firm"],
    "The vote was 52-48.": ["52", "48"],
    "It grew by 8 pp. 12 firms left.": ["2/25 pp", "12 firm"],
    "It sold 3 cars and 5 boats.": ["3 car", "5 boat"],
    "Between 500 and 1.2 million came.": ["500", "1200000"],
    "The number rose by 74,000 to 1.62 million.": ["74000", "1620000"],
    "Jobs rose by 21,000 to 33.58 million from 33.56 million.": ["21000", "33580000", "33560000"],
    "It narrowed by $2.0 million to $3.3 million from $5.3 million.": ["2000000 USD", "3300000 USD", "5300000 USD"],
    "It will rise by 40 cm to 60 cm by 2100.": ["40..60 cm"],
    "It fell by $10 million to $15 million from 2014.": ["10000000..15000000 USD"],
    "Sales rose by 10 to 15 percent from a year earlier.": ["1/10..3/20 %"],
    "It rose by a record 74,000 to 1.62 million.": ["74000", "1620000"],
    "It will grow by 5 to 10 million tonnes.": ["5000000..10000000 t"],
    "It is 3-4 times higher.": ["3..4 x"],
    "Demand was 99.8 mb/d, of which 850 kb/d and 3 b/d.": ["99800000 bbl/day", "850000 bbl/day", "3 bbl/day"],
    # no number crosses a border of cells, paragraphs or items
    "1200\t€ 1,300": ["1200", "1300 EUR"],
    "20\t–\t30": ["20", "30"],
    "$5\tmillion": ["5 USD"],
    "5\n\nmillion people": ["5"],
    "5\n- million people": ["5"],
    "We sold 5\nmillion cars.": ["5000000 car"],
    "\tWe sold 5\n\tmillion cars.": ["5000000 car"],
    "It is in\n\nBillion euros": [],
    "It was\n\nHundred thousand euros": ["100000 EUR"],
    # parentheses around the digits alone
    "It lost $(5.2) million.": ["-5200000 USD"],
    "It lost $(52).": ["-52 USD"],
    "A margin of (3.1)%.": ["-31/1000 %"],
    # the marks of notes and of quotations are no part of a number, those of powers are
    "It was 5.6 million¹ in all.": ["5600000"],
    "It was 12 tonnes² in all.": ["12 t"],
    "It is 12 m² in all.": ["12 m²"],
    "There are 10⁶ users.": ["1000000 user"],
    "The number four PC vendor sold 61.7 million PC units. UP 5 PC": ["4", "61700000 unit", "1/20 %"],
    "Cases: 72 / 469 / 242, and 10 / 20 of them.": ["72", "469", "242", "1/2"],
    "He led with 77 double-doubles and was second in triple-doubles.": ["77 double"],
    "Payments of K12 billion, and the A4 paper.": ["12000000000"],
    "- $20 million for new roads\n- 2.5 million": ["20000000 USD", "-2500000"],
    "From 10 mg to 10(-3) mg, and 2 x 10(5) cells.": ["10 mg", "1/1000 mg", "200000 cell"],
    "The first--98% of all--and the second, 82%.": ["49/50 %", "41/50 %"],
    "There are 10¹ firms.": ["10"],
    "It fell by 4 kg at week 52, by day 28 and after visit 3; in week 6 12 people came.": ["4 kg", "6", "12 people"],
    'It said "up to 1,200" and "5".': ["1200", "5"],
    'A 27" screen, the "12" inch.': ["27 inch", "12"],
    # the start of a move has the magnitude and the unit that only its end prints
    "It rose from 10 to 12 million.": ["10000000", "12000000"],
    "It fell from $12 to $10 million.": ["12000000 USD", "10000000 USD"],
    "It rose from 2 to 8%.": ["1/50 %", "2/25 %"],
    "It rose from 500 to 1.2 million.": ["500", "1200000"],
    "It rose from 700,000 to 1.2 million.": ["700000", "1200000"],
    "It rose from 10 to 12 million people.": ["10000000", "12000000 people"],
    "The index fell from 120 to 95 points.": ["120", "19/20 pp"],
    # zero at either end of one
    "Output fell to zero.": ["0"],
    "It went from 5.0 tonnes to zero.": ["5 t", "0"],
    "It went from 2 to 4 million.": ["2000000", "4000000"],
    "It doubled, from 2.1 million to 4.2 million.": ["2 x", "2100000", "4200000"],
    "It rose by 20% between 2022 and 2023, from 5 to 6 million.": ["1/5 %", "5000000", "6000000"],
    "It rose from zero to 12%.": ["0 %", "3/25 %"],
}


@pytest.mark.parametrize(("text", "expected"), RANGES.items(), ids=RANGES)
def test_ranges_are_one_number_and_moves_are_two(text: str, expected: list[str]) -> None:
    assert values(text) == expected


NOTHING = (
    "The double decline went on, and the first half was no better.",
    "The plants went to double shifts, and staff are paid twice a month.",
    "A third party came in the third quarter, one of many.",
    "He won a second term; no one knew.",
    "The half-year report is due.",
    "The twenty-first century.",
    "It was cut to zero-carbon power, and turned to zero in on ground zero.",
)


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_count_nothing_are_no_numbers(text: str) -> None:
    assert values(text) == []


GLUED = (
    ("USD34.6 million", ["34600000 USD"]),
    ("€3.4bn", ["3400000000 EUR"]),
    ("24.1% is not 4.1%", ["241/1000 %", "41/1000 %"]),
    ("1.234,56 EUR", ["30864/25 EUR"]),
    ("24703L202 and A4 and COVID-19", []),
)


@pytest.mark.parametrize(("text", "expected"), GLUED)
def test_no_match_begins_inside_a_number(text: str, expected: list[str]) -> None:
    assert values(text) == expected


def test_a_comma_is_the_decimal_sign_where_the_locale_says_so() -> None:
    from claimcheck.quantity.written import read

    assert read("1.234,56", "de").value * 100 == 123456
    assert read("20,7 %", "fr").value * 1000 == 207
    assert read("1.234.567", "es").value == 1234567
    assert read("1,234.56", "de").value * 100 == 123456, "two signs tell which is which"


def test_small_alternatives_are_a_range_and_large_ones_are_two_numbers() -> None:
    assert values("It takes two or three weeks.") == ["2..3 week"]
    assert values("It is 41,300 or 42,000.") == ["41300", "42000"]
    assert values("It will cost $2 or 3 million.") == ["2000000..3000000 USD"]
    assert values("Shares rose $3 or 5%.") == ["3 USD", "1/20 %"]


def test_the_scale_of_a_table_is_no_number() -> None:
    assert values("All figures in thousands of dollars.") == []
    assert values("Tens of thousands of dollars were lost.") == ["10000 USD"]
