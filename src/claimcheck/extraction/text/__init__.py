"""A text as sentences with their numbers, periods and words: what every reading of it rests on."""
