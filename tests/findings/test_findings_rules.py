"""The registry of rules: every code and every name once, and each told in full."""

from __future__ import annotations

import re

from claimcheck.sheet.rules import all_rules, known_rule


def test_no_code_and_no_name_stands_twice():
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)


def test_every_rule_has_a_code_of_its_family_a_plain_name_and_a_remedy():
    for rule in all_rules():
        assert re.fullmatch(r"CC[0-3]\d\d", rule.code), rule
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name), rule
        assert rule.what.endswith("."), rule
        assert rule.instead.endswith("."), rule


def test_codes_and_names_lead_to_the_same_rule():
    for rule in all_rules():
        assert known_rule(rule.code) == known_rule(rule.name) == known_rule(rule.code.lower()) == rule.code
    assert known_rule("no-such-rule") == ""


def test_every_rule_is_found_somewhere(root):
    tables = ("rules.py", "sheet_rules.py")
    source = "".join(path.read_text("utf-8") for path in root.glob("src/**/*.py") if path.name not in tables)
    unfound = [rule.name for rule in all_rules() if f'"{rule.name}"' not in source]
    assert unfound == [], "nothing makes such a finding"
