"""What a sentence reckons, as it is told where another number is printed."""


def test_a_small_average_is_told_in_digits_that_say_something(claimcheck, tmp_path) -> None:
    text = "The press sold 412,000 papers for 8,012 euros, an average of 0.0184 euros per paper.\n"
    (tmp_path / "text.md").write_text(text, encoding="utf-8")
    ran = claimcheck("extract", "text.md", "--check", cwd=tmp_path)
    assert (ran.code, "8,012 euros by 412,000 papers is 0.01945 EUR, not 0.0184" in ran.out) == (1, True)
