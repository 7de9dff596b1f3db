"""Makes Clio Sans from Inter: python3 subset.py Inter-Regular.otf ClioSans-Regular.otf Regular (with fontTools installed)."""
import sys
from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x20, 0x7E), (0xA0, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1A1), (0x1AF, 0x1B0), (0x1CD, 0x1DC), (0x1E6, 0x1EF), (0x1F8, 0x21B), (0x22A, 0x233), (0x259, 0x259),
    (0x2BB, 0x2BC), (0x2C6, 0x2DD), (0x300, 0x304), (0x306, 0x30C), (0x31B, 0x31B), (0x323, 0x328), (0x370, 0x3FF), (0x400, 0x4FF), (0x1E00, 0x1EFF), (0x1F00, 0x1FFF),
    (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A),
    (0x2044, 0x2044), (0x2070, 0x2079), (0x2080, 0x2089), (0x20AC, 0x20AC), (0x20A4, 0x20A4), (0x20BD, 0x20BD), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2193),
    (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0xE030, 0xE039), (0xFFFD, 0xFFFD),
]

def make(source, target, style):
    font = TTFont(source)
    # Figures of one width get codes of their own, from U+E030 on, since resvg asks for no font features.
    swap = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in font["GSUB"].table.LookupList.Lookup[index].SubTable:
                    table = getattr(table, "ExtSubTable", table)
                    swap.update(table.mapping)
    for table in font["cmap"].tables:
        if table.isUnicode():
            for figure in range(10):
                table.cmap[0xE030 + figure] = swap[table.cmap[ord("0") + figure]]
    options = subset.Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    options.hinting = False
    options.desubroutinize = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 9, 11, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    worker = subset.Subsetter(options)
    worker.populate(unicodes=[c for a, b in RANGES for c in range(a, b + 1)])
    worker.subset(font)
    for record in list(font["name"].names):
        text = {1: "Clio Sans", 3: f"Clio Sans {style}", 4: f"Clio Sans {style}", 6: f"ClioSans-{style}"}.get(record.nameID)
        if record.nameID in (16, 17, 21, 22, 25):
            font["name"].removeNames(nameID=record.nameID)
        elif record.nameID == 2:
            record.string = style
        elif text:
            record.string = text
    font.save(target)

make(sys.argv[1], sys.argv[2], sys.argv[3])
