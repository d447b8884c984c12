"""The page in a real browser: what people see, reach by keyboard, hear, and print."""

from __future__ import annotations

from pathlib import Path

import pytest

import claimcheck
from support_reports import HOSTILE_BRIEF, HOSTILE_SHEET, many, rendered, report_of

ROOT = Path(__file__).parents[2]
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The addresses of some pages by name."""
    folder = tmp_path_factory.mktemp("pages")
    example = claimcheck.verify(ROOT / "examples" / "market-report" / "claims.yaml")
    texts = {
        "small": rendered("html", report_of()),
        "example": claimcheck.render(example, "html"),
        "hostile": rendered("html", report_of(HOSTILE_SHEET, HOSTILE_BRIEF), verbose=True),
        "many": rendered("html", report_of(*many(2001))),
        "several": claimcheck.render([example, claimcheck.verify(ROOT / "claims.yaml")], "html"),
        "wide": rendered("html", report_of(*wide())),
    }
    for name, text in texts.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in texts}


@pytest.fixture
def open_page(browser, pages):
    """Open a page by name in a fresh context, and keep what went wrong in it."""
    contexts = []

    def run(name, **options):
        context = browser.new_context(**{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.problems = []
        page.on("console", lambda message: page.problems.append(message.text))
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.on("dialog", lambda dialog: page.problems.append(dialog.message))
        page.on("request", lambda request: request.url != pages[name] and page.problems.append(request.url))
        page.goto(pages[name])
        return page

    yield run
    for context in contexts:
        context.close()


def wide():
    """A sheet and its document: a table far wider than a narrow screen, with a mark in every cell."""
    numbers = range(101, 109)
    heads, cells = (" | ".join(map(str, each)) for each in (range(2001, 2009), numbers))
    claims = "".join(f"  - id: c{each}\n    quote: '{each}'\n    value: {{of: s{each}}}\n" for each in numbers)
    return f"document: brief.md\nclaims:\n{claims}", f"| {heads} |\n|{'---|' * 8}\n| {cells} |\n"


def width_of(page):
    return page.evaluate("document.documentElement.scrollWidth")


def test_a_page_asks_for_nothing_and_says_nothing_to_the_console(open_page):
    for name in ("small", "example", "several", "hostile"):
        assert open_page(name).problems == []


def test_a_page_can_be_read_without_script(open_page):
    page = open_page("small", java_script_enabled=False)
    facts = page.get_by_text("fails by")
    assert not facts.first.is_visible()
    page.locator("details.k summary").first.click()
    assert facts.first.is_visible()


def test_following_a_number_opens_its_claim(open_page):
    page = open_page("small")
    page.locator("a.m", has_text="43%").click()
    assert page.locator("#c3").is_visible()
    assert page.evaluate("location.hash") == "#c3"


def test_the_keyboard_reaches_the_report_and_opens_a_claim(open_page):
    page = open_page("small")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the report"
    page.keyboard.press("Enter")
    page.locator("details.k summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("#c1").is_visible()


def test_a_screen_reader_hears_each_number_with_its_verdict(open_page):
    heard = open_page("small").locator("main").aria_snapshot()
    assert 'link "up 43% contradicted"' in heard or 'link "43% contradicted"' in heard
    assert "7 schools not covered" in heard
    assert 'heading "Contradiction 1" [level=4]' in heard
    assert 'img "sales[2015] is' in heard


def violations(page, axe, *rules):
    """Return what axe-core finds in a page with everything opened: all its rules, or some."""
    page.add_script_tag(content=axe)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    only = {"runOnly": list(rules)} if rules else {}
    result = page.evaluate("options => axe.run(document, options)", {"resultTypes": ["violations"], **only})
    return [(each["id"], each["nodes"][0]["html"][:200]) for each in result["violations"]]


@pytest.mark.parametrize("name", ["small", "example", "several", "hostile"])
def test_axe_finds_no_violation(open_page, axe, name):
    assert violations(open_page(name, bypass_csp=True), axe) == []


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_axe_finds_contrast_enough_in_dark_mode(open_page, axe, name):
    assert violations(open_page(name, color_scheme="dark", bypass_csp=True), axe, "color-contrast") == []


def test_axe_finds_no_violation_on_a_narrow_screen(open_page, axe):
    assert violations(open_page("small", viewport=NARROW, bypass_csp=True), axe) == []


@pytest.mark.parametrize("name", ["small", "example", "several", "hostile", "wide"])
def test_nothing_runs_out_of_a_screen_of_320_pixels(open_page, name):
    page = open_page(name, viewport=NARROW)
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    assert width_of(page) <= 320


def test_a_conflict_stands_beside_its_lines_where_there_is_room(open_page):
    card, line = (open_page("small").locator(each).bounding_box() for each in ("#x1", "#L3"))
    assert card["x"] > line["x"] + 300
    later = open_page("example").locator("#L6")
    assert later.bounding_box()["y"] < open_page("example").locator("#x1").bounding_box()["y"] + 100
    narrow = open_page("small", viewport=NARROW)
    card, line = (narrow.locator(each).bounding_box() for each in ("#x1", "#L3"))
    assert card["y"] > line["y"]
    assert card["x"] < 40


@pytest.mark.parametrize("width", [320, 900, 1280])
def test_the_words_of_a_drawing_are_about_as_large_as_those_around_it(open_page, width):
    page = open_page("small", viewport={"width": width, "height": 900})
    page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
    sizes = page.evaluate(
        "[...document.querySelectorAll('.card svg text')].map(each => each.getBoundingClientRect().height)"
    )
    assert sizes
    assert max(sizes) < 24


def test_dark_mode_is_dark_and_printing_is_not(open_page):
    page = open_page("small", color_scheme="dark")
    back = "getComputedStyle(document.body).backgroundColor"
    assert page.evaluate(back) == "rgb(21, 23, 26)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(back) == "rgb(255, 255, 255)"


def test_a_verdict_shows_by_its_line_and_not_by_colour_alone(open_page):
    page = open_page("example")
    looks = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.doc .m')].map(each => {
            const style = getComputedStyle(each);
            const after = getComputedStyle(each, '::after').content;
            const shape = [style.borderBottomStyle, style.borderBottomWidth, style.borderTopStyle, after];
            return [each.className, shape.join()];
        }))"""
    )
    assert len(looks) >= 5
    assert len(set(looks.values())) == len(looks)


def test_a_print_has_every_claim_opened(open_page, tmp_path):
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed: the print was not read")
    page = open_page("example", color_scheme="dark")
    page.pdf(path=tmp_path / "page.pdf")
    document = pdfium.PdfDocument(tmp_path / "page.pdf")
    text = "".join(document[i].get_textpage().get_text_bounded() for i in range(len(document)))
    document.close()
    claims = page.locator("details.k").count()
    assert claims == 21
    assert text.count("asserts") == claims
    assert "Which claims bear on which" in text


def test_two_thousand_claims_open(open_page):
    assert open_page("many").locator("details.k").count() == 2001


def test_a_claim_far_down_a_long_page_can_be_reached(open_page):
    page = open_page("many")
    page.locator("a.m").last.click()
    assert page.locator("#c2001").is_visible()
