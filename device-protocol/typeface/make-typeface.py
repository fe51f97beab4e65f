#!/usr/bin/env python3
"""Cuts Noto Sans CJK SC down to GB 2312, punctuation and Latin, with TrueType outlines.

Needs Debian's fonts-noto-cjk and python3-fonttools.   make-typeface.py Regular|Bold OUTPUT [FOLDER OF THE SOURCE]
"""
import sys

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont, newTable

WEIGHT = sys.argv[1]
FOLDER = sys.argv[3] if len(sys.argv) > 3 else "/usr/share/fonts/opentype/noto"
SOURCE = f"{FOLDER}/NotoSansCJK-{WEIGHT}.ttc"
SIMPLIFIED_CHINESE = 2
NAME = "TetherKey Sans SC"
OUTLINE_ERROR = 1.2  # in thousandths of the em


def wanted():
    signs = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                signs.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    for first, last in ((0x20, 0x7E), (0xA0, 0xFF), (0x2010, 0x2027), (0x2030, 0x203B)):
        signs.update(range(first, last + 1))
    signs.update(map(ord, "€¥￥←→↑↓✓✗·…⟨⟩"))
    return signs


def as_wide_as_they_are(font):
    """Quotation marks and the ellipsis as Latin sets them: English has the same signs, and gaps beside them look broken."""
    signs = font["GSUB"].table
    narrow = {}
    for record in signs.FeatureList.FeatureRecord:
        if record.FeatureTag == "pwid":
            for index in record.Feature.LookupListIndex:
                for part in signs.LookupList.Lookup[index].SubTable:
                    narrow.update(getattr(getattr(part, "ExtSubTable", part), "mapping", {}))
    for table in font["cmap"].tables:
        for sign in map(ord, "‘’“”…"):
            if sign in getattr(table, "cmap", {}):
                table.cmap[sign] = narrow.get(table.cmap[sign], table.cmap[sign])


def to_truetype(font):
    order = font.getGlyphOrder()
    drawn = font.getGlyphSet()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, OUTLINE_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = glyphs
    for name in order:
        advance, _ = font["hmtx"][name]
        glyphs[name].recalcBounds(glyf)
        font["hmtx"][name] = (advance, getattr(glyphs[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field in ("maxZones", "maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs",
                  "maxStackElements", "maxSizeOfInstructions", "maxComponentElements"):
        setattr(maxp, field, 1 if field == "maxZones" else 0)
    font["post"].formatType = 3.0
    for table in ("CFF ", "VORG", "vhea", "vmtx", "GPOS", "GSUB", "BASE", "GDEF"):
        if table in font:
            del font[table]
    font.sfntVersion = "\x00\x01\x00\x00"


def rename(font):
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 5, 8, 9, 10, 11, 12, 13, 14) and n.langID == 0x409]
    for identifier, text in ((1, NAME), (2, WEIGHT), (3, f"TetherKeySansSC-{WEIGHT}"),
                             (4, NAME if WEIGHT == "Regular" else f"{NAME} {WEIGHT}"), (6, f"TetherKeySansSC-{WEIGHT}")):
        table.setName(text, identifier, 3, 1, 0x409)


font = TTFont(SOURCE, fontNumber=SIMPLIFIED_CHINESE, recalcTimestamp=False)
as_wide_as_they_are(font)
options = Options()
options.layout_features = []
options.hinting = False
options.notdef_outline = True
cut = Subsetter(options)
cut.populate(unicodes=wanted())
cut.subset(font)
to_truetype(font)
rename(font)
font.save(sys.argv[2])
