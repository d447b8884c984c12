"""Sheets: YAML with positions, claims, defaults and the structure of quantities."""
