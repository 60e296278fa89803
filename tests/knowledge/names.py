"""Prints the names of arabic-name-romanizer (names.sqlite3, CC0) as `form<TAB>role<TAB>count` lines.

    python3 tests/knowledge/names.py site-packages/arabic_name_romanizer/resources/names.sqlite3 >names.tsv
"""

import sqlite3
import sys

QUERY = "select arabic_key, role, sum(count) from units group by arabic_key, role order by arabic_key, role"

with sqlite3.connect(sys.argv[1]) as database:
    for form, role, count in database.execute(QUERY):
        print(form, role, count, sep="\t")
