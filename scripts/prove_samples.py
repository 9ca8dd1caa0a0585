"""Counts the faults of data tables without any code of the product, and holds its report against the counts.

Started by prove-samples.js. Standard library only. The rules below are written from what the tables declare (types, lengths, code lists,
keys, check digits of GB 32100 and GB 11714), not from the product.

    python3 prove_samples.py REPORT.json TABLES.json

TABLES.json: [{path, columns: [{name, aliases, type, required, ...}], primaryKey, nullWords}]. REPORT.json: `concordat check --format json`.
Every cause of the report about cells, rows and keys must be found here with the same count, the same first places, and the other way round.
"""

import csv
import datetime
import gzip
import io
import json
import re
import sys
import unicodedata
import xml.etree.ElementTree
import zipfile

FIRST = 5
BLANK = "".join(
    map(chr, [*range(0x21), *range(0x7F, 0xA1), *range(0x2000, 0x2010), *range(0x2028, 0x2030), *range(0x205F, 0x2070), 0x3000, 0xFEFF])
)
CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PROVINCES = "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split()
AUTHORITIES = {"1": "1239", "2": "19", "3": "123459", "4": "19", "5": "1239", "6": "129", "7": "129", "8": "19", "9": "123", "A": "19", "N": "1239", "Y": "1"}


def narrow(text):
    return "".join(unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" or c == "\u3000" else c for c in text)


# -- types ---------------------------------------------------------------------------------------------------------------------------------


def day_exists(year, month, day):
    try:
        datetime.date(int(year), int(month), int(day))
        return True
    except ValueError:
        return False


DATE_STYLES = [
    ("CCYY-M-D", r"(\d{4})-(\d{1,2})-(\d{1,2})"),
    ("CCYY/M/D", r"(\d{4})/(\d{1,2})/(\d{1,2})"),
    ("CCYYMMDD", r"(\d{4})(\d{2})(\d{2})"),
    ("CCYY年M月D日", r"(\d{4})年(\d{1,2})月(\d{1,2})日"),
]


def date_fault(text, _column):
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.A):
        return None if day_exists(*text.split("-")) else ("cell/type", "no-such-day")
    plain = unicodedata.normalize("NFKC", text)
    for style, shape in DATE_STYLES:
        found = re.fullmatch(shape, plain, re.A)
        if found:
            return ("cell/type", style if day_exists(*found.groups()) else "no-such-day")
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?", plain, re.A):
        return ("cell/type", "CCYY-MM-DD hh:mm:ss")
    if re.fullmatch(r"\d{4}", plain, re.A):
        return ("cell/type", "CCYY")
    if re.fullmatch(r"[2-5]\d{4}", plain, re.A):
        return ("cell/type", "excel-serial")
    if re.fullmatch(r"1?\d{12}", plain, re.A):
        return ("cell/type", "epoch-milliseconds")
    return ("cell/type", "not-date")


def moment_fault(text, _column):
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):(\d{2})", text, re.A)
    if found and day_exists(*found[1].split("-")) and int(found[2]) < 24 and int(found[3]) < 60 and int(found[4]) < 60:
        return None
    return ("cell/type", "CCYY/M/D hh:mm:ss" if re.match(r"\d{4}/\d{1,2}/\d{1,2} ", text) else "not-date-time")


def number_fault(text, column):
    whole = column["type"] == "integer"
    if re.fullmatch(r"[+-]?\d+", text, re.A):
        return None
    if re.fullmatch(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text, re.A):
        return ("cell/type", "decimals") if whole else None
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.\d+)?", text, re.A):
        return ("cell/type", "thousands")
    if re.fullmatch(r"[\d,.]+\s?[^\W\d_]{1,10}", text):
        return ("cell/type", "unit")
    return ("cell/type", "not-integer" if whole else "not-number")


# -- formats -------------------------------------------------------------------------------------------------------------------------------


def credit_fault(text):
    if re.fullmatch(r"\d(\.\d+)?E\+\d+", text):
        return "spreadsheet-number"
    if not re.fullmatch(r"[0-9A-Za-z]*", text, re.A):
        return "character"
    if text != text.upper():
        return "lower-case"
    if len(text) != 18:
        return "length"
    if not set(text) <= set(CREDIT):
        return "letter-not-allowed"
    if text[0] not in AUTHORITIES or text[1] not in AUTHORITIES[text[0]]:
        return "authority"
    if not text[2:8].isdigit() or text[2:4] not in PROVINCES:
        return "division"
    total = sum(CREDIT.index(c) * pow(3, at, 31) for at, c in enumerate(text[:17]))
    if CREDIT[-total % 31] != text[17]:
        return "check-character"
    value = lambda c: int(c, 36)
    body = 11 - sum(value(c) * w for c, w in zip(text[8:16], (3, 7, 9, 10, 5, 8, 4, 2))) % 11
    return None if {10: "X", 11: "0"}.get(body, str(body)) == text[16] else "organisation-code"


def division_fault(text):
    if not re.fullmatch(r"\d*", text, re.A):
        return "character"
    if len(text) != 6:
        return "length"
    return None if text[:2] in PROVINCES else "province"


def phone_fault(text):
    if re.fullmatch(r"1[3-9]\d{9}|0\d{2,3}-?\d{7,8}", text, re.A):
        return None
    return "dash" if "—" in text else "shape"


def plate_fault(text):
    if "·" in text:
        return "separator"
    return None if re.fullmatch(r"[\u4e00-\u9fff][A-Z][A-HJ-NP-Z0-9]{5,6}", text) else "shape"


def uri_fault(text):
    return None if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:\S*$", text) else "shape"


FORMATS = {"uscc": credit_fault, "division-code": division_fault, "cn-phone": phone_fault, "cn-plate": plate_fault, "uri": uri_fault}
TYPES = {"date": date_fault, "date-time": moment_fault, "number": number_fault, "integer": number_fault}


def size_of(text, column, encoding):
    return len(text.encode(encoding)) if column.get("unit") == "bytes" else len(text)


def content_fault(text, column, encoding):
    """What is wrong with what a filled cell says: (check, detail)."""
    codes = column.get("codes")
    if codes is not None and text not in codes:
        labels = {label: code for code, label in codes.items() if label}
        return ("cell/code", "label " + labels[text] if text in labels else "unknown")
    fault = TYPES[column["type"]](text, column) if column["type"] in TYPES else None
    if fault:
        return fault
    reason = FORMATS[column["format"]](text) if column.get("format") in FORMATS else None
    if reason:
        return ("cell/format", reason)
    if "max" in column and size_of(text, column, encoding) > column["max"]:
        return ("cell/length", "too-long")
    if "pattern" in column and not re.fullmatch(column["pattern"], text):
        return ("cell/pattern", "pattern")
    return None


def cell_fault(text, column, table, encoding):
    if column["type"] == "any" and not any(k in column for k in ("codes", "format", "max", "pattern")) and text not in table["nullWords"]:
        return ("cell/blank", "empty") if text == "" and column["required"] else None
    bare = text.strip(BLANK)
    if bare == "":
        if column["required"]:
            return ("cell/blank", "empty")
        return ("cell/text-quality", "edge-space") if text else None
    if bare in table["nullWords"] and bare not in column.get("codes", {}):
        return ("cell/blank", "null-word")
    fault = content_fault(bare, column, encoding)
    if bare != text and fault is None:
        return ("cell/text-quality", "edge-space")
    if fault and narrow(bare) != bare and content_fault(narrow(bare), column, encoding) is None:
        return ("cell/text-quality", "full-width")
    return fault


# -- tables --------------------------------------------------------------------------------------------------------------------------------


def decoded(path):
    raw = open(path, "rb").read()
    if path.endswith(".gz"):
        raw = gzip.decompress(raw)
    try:
        return raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return raw.decode("gb18030"), "gb18030"


def sheet_rows(path, heading):
    """(row number, cells) of the first sheet from the row that starts with `heading` on."""
    book = zipfile.ZipFile(path)
    parse = lambda name: xml.etree.ElementTree.fromstring(book.read(name))
    tag = lambda element: element.tag.split("}")[1]
    shared = []
    if "xl/sharedStrings.xml" in book.namelist():
        shared = ["".join(t.text or "" for t in item.iter() if tag(t) == "t") for item in parse("xl/sharedStrings.xml")]
    found = []
    for row in (e for e in parse("xl/worksheets/sheet1.xml").iter() if tag(e) == "row"):
        cells = {}
        for cell in row:
            letters = re.match("[A-Z]+", cell.get("r"))[0]
            text = "".join(t.text or "" for t in cell.iter() if tag(t) in "vt")
            cells[ord(letters) - 65] = shared[int(text)] if cell.get("t") == "s" else text
        found.append((int(row.get("r")), [cells.get(at, "") for at in range(max(cells) + 1)]))
    start = next(at for at, (_, cells) in enumerate(found) if cells[0] == heading)
    width = len(found[start][1])
    return [(number, (cells + [""] * width)[:width]) for number, cells in found[start:]]


def rows_of(path, heading):
    """(line, cells) of each record that is not an empty line, headings first, and the encoding."""
    if path.endswith(".xlsx"):
        return iter(sheet_rows(path, heading)), "utf-8"
    text, encoding = decoded(path)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if path.endswith(".tsv") else ",")
    return records_of(reader), encoding


def records_of(reader):
    before = 0
    for cells in reader:
        if cells:
            yield before + 1, cells
        before = reader.line_num


class Counts:
    def __init__(self):
        self.causes = {}

    def note(self, key, line, count=1):
        cause = self.causes.setdefault(key, {"count": 0, "first": []})
        cause["count"] += count
        if len(cause["first"]) < FIRST:
            cause["first"].append(str(line))


def count_table(table):
    """Causes by (check, column, detail) of one table."""
    first = table["columns"][0]
    rows, encoding = rows_of(table["path"], [first["name"], *first.get("aliases", [])][-1])
    is_sheet = table["path"].endswith(".xlsx")
    names = next(rows)[1]
    judged = 0
    columns = {name: column for column in table["columns"] for name in [column["name"], *column.get("aliases", [])]}
    held = [(at, columns[name]) for at, name in enumerate(names) if name in columns]
    counts, known = Counts(), {}
    filled = dict.fromkeys((name for name in names), 0)
    keys = {}
    key_at = [names.index(name) for name in table.get("primaryKey", []) if name in names]
    for line, cells in rows:
        if len(cells) != len(names):
            counts.note(("row/ragged", "", str(len(cells))), line)
            continue
        judged += 1
        for at, column in held:
            text = cells[at]
            filled[names[at]] += text != ""
            memo = (at, text)
            fault = known[memo] if memo in known else cell_fault(text, column, table, encoding)
            if len(known) < 200_000:
                known[memo] = fault
            if fault:
                # A cell stands below the line breaks inside of the cells before it.
                below = 0 if is_sheet else len(re.findall("\r\n|\r|\n", "".join(cells[:at])))
                counts.note((fault[0], names[at], fault[1]), f"{chr(65 + at)}{line}" if is_sheet else line + below)
        key = tuple(cells[at] for at in key_at)
        if key and "" not in key:
            keys.setdefault(key, []).append(line)
    repeated = {key: lines for key, lines in keys.items() if len(lines) > 1}
    if repeated:
        seconds = sorted(line for lines in repeated.values() for line in lines[1:2])
        cause = {"count": sum(map(len, repeated.values())), "first": [str(line) for line in seconds[:FIRST]], "groups": len(repeated)}
        counts.causes[("key/duplicate", "", "")] = cause
    return counts.causes, filled, judged


# -- the report ----------------------------------------------------------------------------------------------------------------------------

def detail_of(divergence):
    check, facts = divergence["check"], divergence["facts"]
    if check == "row/ragged":
        return str(facts["cells"])
    if check == "key/duplicate":
        return ""
    if check == "cell/code":
        return f"label {facts['nearest']}" if facts["reason"] == "label" else facts["reason"]
    if check == "cell/type":
        told = ("no-such-day",)
        return facts["reason"] if facts["reason"] in told else facts.get("style") or facts["reason"]
    return facts["reason"]


def reported(report, path):
    causes = {}
    for divergence in report["divergences"]:
        if divergence["path"] != path or not re.match(r"cell/|row/ragged|key/", divergence["check"]):
            continue
        facts = divergence["facts"]
        key = (divergence["check"], facts.get("column", ""), detail_of(divergence))
        cause = causes.setdefault(key, {"count": 0, "first": [], "of": facts["of"]})
        cause["count"] += facts["count"]
        # One way of being wrong may be told twice, once for what can be converted and once for what cannot.
        cause["first"] = sorted([*cause["first"], *facts["first"]], key=lambda place: int(place.lstrip("ABCDEFGH")))[:FIRST]
        if "groups" in facts:
            cause["groups"] = facts["groups"]
    return causes


def compare(table, report):
    counted, filled, judged = count_table(table)
    told = reported(report, table["reported"])
    wrong = []
    for key in sorted({*counted, *told}):
        here, there = counted.get(key), told.get(key)
        same = here and there and all(there.get(name) == here[name] for name in here)
        if same and key[0].startswith("cell/"):
            of = judged if key[0] == "cell/blank" else filled[key[1]]
            same = there["of"] == of
        if not same:
            wrong.append(f"  {key}: counted {here}, reported {there}")
    cells = sum(cause["count"] for cause in counted.values())
    print(f"{'ok ' if not wrong else 'NOT'} {table['reported']}: {len(counted)} causes, {cells} places counted, {len(told)} reported")
    print("\n".join(wrong), end="\n" if wrong else "")
    return counted, not wrong


def main():
    report = json.load(open(sys.argv[1], encoding="utf-8"))
    tables = json.load(open(sys.argv[2], encoding="utf-8"))
    csv.field_size_limit(1 << 30)
    agree = True
    for table in tables:
        counted, same = compare(table, report)
        agree = agree and same
        planted = table.get("planted")
        if planted:
            agree = check_planted(planted, counted) and agree
    sys.exit(0 if agree else 1)


def check_planted(planted, counted):
    """Every planted fault is among the counted ones: {kind: [[check, column, detail], …]} and its number."""
    agree = True
    for kinds, keys, count in planted:
        found = sum(counted.get(tuple(key), {"count": 0})["count"] for key in keys)
        if found != count:
            agree = False
            print(f"  planted {kinds} {count} times, counted {found}")
    print(f"{'ok ' if agree else 'NOT'} {len(planted)} kinds of planted faults")
    return agree


main()
