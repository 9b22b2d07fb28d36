"""Typesetting: a Resume or a letter in, pages of positioned text out (`layout`), drawn as PDF bytes (`draw`).

May not change a word of what it is given. Pure but for reading font files of an installed package.
"""
