#!/usr/bin/python3
"""Bakes the window's font from Inter: tabular figures by default, under a family name of our own.

Usage: bake_font.py SOURCE_FOLDER TARGET_FOLDER

Qt 6.4 cannot switch on a font's OpenType features, and columns of numbers must not dance while a threshold
is dragged. So the digits of each weight are mapped to the glyphs of Inter's "tnum" feature. Inter is under the
SIL Open Font License 1.1; the licence stays in the files' name tables.
"""
import os
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Reckoner Sans"
STYLES = {"Regular": 400, "Medium": 500, "SemiBold": 600}


def tabular_glyphs(font):
    """Glyph name -> its tabular form, from the lookups of the tnum feature."""
    table = font["GSUB"].table
    forms = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for subtable in table.LookupList.Lookup[index].SubTable:
                subtable = getattr(subtable, "ExtSubTable", subtable)
                forms.update(getattr(subtable, "mapping", {}))
    return forms


def map_digits(font):
    forms = tabular_glyphs(font)
    for table in font["cmap"].tables:
        if not table.isUnicode():
            continue
        for digit in range(ord("0"), ord("9") + 1):
            if digit in table.cmap:
                glyph = table.cmap[digit]
                table.cmap[digit] = forms.get(glyph, glyph)


def equalise_digits(font):
    """Inter 3.19 draws the tabular 4 of its heavier weights three units narrower than the other digits."""
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    width = metrics[cmap[ord("0")]][0]
    for digit in range(ord("0"), ord("9") + 1):
        metrics[cmap[digit]] = (width, metrics[cmap[digit]][1])


def rename(font, style):
    names = font["name"]
    postscript = f"{FAMILY.replace(' ', '')}-{style}"
    texts = {1: FAMILY, 2: style, 3: postscript, 4: f"{FAMILY} {style}", 6: postscript}
    for record in list(names.names):
        if record.nameID in (1, 2, 3, 4, 6, 16, 17, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    for name_id, text in texts.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [postscript]
        top.topDictIndex[0].FullName = texts[4]
        top.topDictIndex[0].FamilyName = FAMILY
    font["OS/2"].usWeightClass = STYLES[style]


def keep_plain_forms(font):
    """Drops the glyphs only optional features reach: a third of the size, the same text."""
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=font.getBestCmap().keys())
    subsetter.subset(font)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    source, target = sys.argv[1:]
    os.makedirs(target, exist_ok=True)
    for style in STYLES:
        font = TTFont(os.path.join(source, f"Inter-{style}.otf"), recalcTimestamp=False)
        map_digits(font)
        equalise_digits(font)
        keep_plain_forms(font)
        rename(font, style)
        font.save(os.path.join(target, f"ReckonerSans-{style}.otf"))


if __name__ == "__main__":
    main()
