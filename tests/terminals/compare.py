"""Whether two terminals show the same glyphs in the same cells.

Each cell of a picture is reduced to a small grid of ink, so that the size of cells and the way of smoothing matter
little. A cell is taken for the same if, of all cells of the reference's row, none is much more like it than the one at
its own place: so a row in the wrong order, or an unjoined letter, is told from one that is only drawn otherwise.
"""

import functools
import subprocess

COLUMNS, ROWS = 6, 10
# The share of a row's cells that must be the same. Terminals differ in weight and in how they fit wide letters into
# cells: at the worst 85 % of a picture were found the same where every letter stood in its place. A row in the wrong
# order has about 25 %.
ENOUGH = 0.6
# Rows of fewer inked cells prove nothing.
TELLING = 6
# Cells this much alike are the same, whatever else the row holds.
ALIKE = 0.8
# How much more like another cell of the row a cell may be.
TOLERANCE = 0.05


@functools.lru_cache(maxsize=None)
def pixels(path, x, y, width, height):
    """The grey pixels of a part of a picture, one row after the other."""
    command = ["convert", path, "-crop", f"{width}x{height}+{x}+{y}", "+repage", "-colorspace", "Gray", "-depth", "8", "gray:-"]
    return subprocess.run(command, capture_output=True, check=True).stdout


def cells(result, size):
    """The cells of a picture, row by row, each as a tuple of ink from 0 to 1."""
    columns, rows = map(int, size.split("x"))
    _, _, width, height = result["grid"]
    # `shoot` crops to the grid unless told otherwise.
    grey = pixels(result["out"], 0, 0, width, height)
    cell_width, cell_height = result["cell"]
    table = []
    for row in range(rows):
        line = []
        for column in range(columns):
            left, top = round(column * cell_width), round(row * cell_height)
            right, bottom = round((column + 1) * cell_width), round((row + 1) * cell_height)
            line.append(ink(grey, width, left, top, right, bottom))
        table.append(line)
    return table


def ink(grey, stride, left, top, right, bottom):
    """How much each field of a cell differs from the cell's background, which is what most of it shows."""
    values = [grey[y * stride + left : y * stride + right] for y in range(top, bottom)]
    flat = b"".join(values)
    background = max(set(flat), key=flat.count)
    spread = max(abs(max(flat) - background), abs(min(flat) - background))
    if spread < 40:
        return (0.0,) * (COLUMNS * ROWS)
    fields = [[0.0, 0] for _ in range(COLUMNS * ROWS)]
    height, width = len(values), len(values[0])
    for y, line in enumerate(values):
        for x, value in enumerate(line):
            field = fields[y * ROWS // height * COLUMNS + x * COLUMNS // width]
            field[0] += abs(value - background) / spread
            field[1] += 1
    return tuple(total / max(count, 1) for total, count in fields)


def likeness(one, other):
    """From 0 to 1: how alike the ink of two cells is, a shift of one field up or down allowed."""
    return max(overlap(one, shifted(other, by)) for by in (-COLUMNS, 0, COLUMNS))


def shifted(fields, by):
    if by == 0:
        return fields
    blank = (0.0,) * abs(by)
    return fields[by:] + blank if by > 0 else blank + fields[:by]


def overlap(one, other):
    total = sum(max(a, b) for a, b in zip(one, other))
    return 1.0 if total == 0 else sum(min(a, b) for a, b in zip(one, other)) / total


def rows(reference, result, size):
    """For each row how many inked cells of the reference are shown in their place, and how many there are."""
    for expected, got in zip(cells(reference, size), cells(result, size)):
        inked = [column for column, cell in enumerate(expected) if any(cell)]
        same = 0
        for column in inked:
            own = likeness(expected[column], got[column])
            if own < ALIKE:
                best = max(likeness(expected[other], got[column]) for other in inked)
                same += any(got[column]) and own + TOLERANCE >= best
            else:
                same += 1
        yield same, len(inked)


def wrong_rows(counts):
    """The rows, counted from 1, that are not as in the reference."""
    return [row for row, (same, inked) in enumerate(counts, 1) if inked >= TELLING and same < ENOUGH * inked]
