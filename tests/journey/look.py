#!/usr/bin/python3
"""Looks at screenshots and settings for tests/journey/run.

    look.py handle SHOT                     "x y length": centre of the slider's handle and pixels right of it
    look.py differs SHOT SHOT X Y W H       per mille of the pixels of a rectangle (in per mille of the size) that differ
    look.py state INI KEY                   a value of the state the window saved, as JSON
"""

import configparser
import json
import subprocess
import sys

# Accent of the light and of the dark palette: the slider's track right of the handle.
ACCENTS = {(0x0A, 0x5F, 0xA8), (0x6D, 0xB3, 0xF2)}


class Picture:
    def __init__(self, file):
        data = subprocess.run(["convert", file, "-depth", "8", "ppm:-"], check=True, stdout=subprocess.PIPE).stdout
        header = data.split(maxsplit=4)
        self.width, self.height = int(header[1]), int(header[2])
        self.pixels = data[-self.width * self.height * 3:]

    def row(self, y):
        start = y * self.width * 3
        return self.pixels[start:start + self.width * 3]

    def at(self, x, y):
        start = (y * self.width + x) * 3
        return tuple(self.pixels[start:start + 3])


def longest_accent_run(row, accent):
    best = (0, 0)
    start = None
    pattern = bytes(accent)
    x = row.find(pattern)
    width = len(row) // 3
    position = 0
    while position < width:
        if row[position * 3:position * 3 + 3] == pattern:
            if start is None:
                start = position
            if position + 1 - start > best[0]:
                best = (position + 1 - start, start)
        else:
            start = None
        position += 1
    return best if x >= 0 else (0, 0)


def handle(file):
    """The track is the longest horizontal accent line in the lower half; the handle is the disc at its left end."""
    picture = Picture(file)
    best = None
    for y in range(picture.height // 2, picture.height):
        for accent in ACCENTS:
            length, left = longest_accent_run(picture.row(y), accent)
            if length >= 60 and (best is None or length > best[0]):
                best = (length, left, y, accent)
    if best is None:
        sys.exit(1)
    _, left, y, accent = best
    # Rows of the track: its middle is the middle of the handle.
    rows = [y]
    while longest_accent_run(picture.row(rows[-1] + 1), accent)[0] >= best[0] - 4:
        rows.append(rows[-1] + 1)
    middle = (rows[0] + rows[-1]) // 2
    # The disc (22 px with a ring in accent) begins left of the track: its left edge is the first accent pixel there.
    start = left
    for x in range(left, max(left - 30, 0), -1):
        if picture.at(x, middle) == accent:
            start = x
    print((start + left) // 2, middle, best[0])


def differs(first, second, x, y, w, h):
    a, b = Picture(first), Picture(second)
    if (a.width, a.height) != (b.width, b.height):
        print(1000)
        return
    x0, x1 = a.width * x // 1000, a.width * (x + w) // 1000
    y0, y1 = a.height * y // 1000, a.height * (y + h) // 1000
    different = 0
    for row in range(y0, y1):
        one, two = a.row(row)[x0 * 3:x1 * 3], b.row(row)[x0 * 3:x1 * 3]
        if one != two:
            different += sum(one[i:i + 3] != two[i:i + 3] for i in range(0, len(one), 3))
    print(different * 1000 // max(1, (x1 - x0) * (y1 - y0)))


def state(file, key):
    parser = configparser.RawConfigParser()
    parser.optionxform = str
    parser.read(file, encoding="utf-8")
    for name, value in parser.items("stores") if parser.has_section("stores") else []:
        if name.endswith(".state"):
            text = value.strip()
            # QSettings writes a text with quotes in it as "...", with \\" and \\\\ inside.
            if text.startswith('"'):
                text = text[1:-1].replace('\\"', '"').replace("\\\\", "\\")
            print(json.dumps(json.loads(text)[key]))
            return
    sys.exit(1)


if __name__ == "__main__":
    command, *rest = sys.argv[1:]
    if command == "handle":
        handle(*rest)
    elif command == "differs":
        differs(rest[0], rest[1], *map(int, rest[2:]))
    elif command == "state":
        state(*rest)
