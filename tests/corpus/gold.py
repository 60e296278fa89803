#!/usr/bin/env python3
"""Puts the annotations of annotated.jsonl and the texts of the corpora together.

    gold.py articles DATA OUT         OUT/SET/ID.json, the schema of DATA/dev_gold
    gold.py names DATA OUT SET...     one JSON line a text: `text`, `spans` of PER, LOC and ORG in code points
    gold.py folds DATA OUT SET...     the texts dealt into FOLDS parts: of each, OUT/K/gold/ID.json and OUT/K/text/ID.txt
                                      are the texts of the part, OUT/K/others.jsonl the names of all others

DATA holds ner/news_cc.dev.jsonl and ner/anercorp.{train,dev}.jsonl, whose texts are not kept here.
"""

import json
import os
import sys

ANNOTATED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "annotated.jsonl")
FOLDS = 4
KINDS = ("people", "organisations", "places", "dates", "meetings", "upcoming")


def records(data):
    """Every annotation with its text, which is some lines of a corpus."""
    corpora = {}
    for record in lines_of(ANNOTATED):
        name = record["corpus"]
        if name not in corpora:
            corpora[name] = list(lines_of(os.path.join(data, "ner", name + ".jsonl")))
        record["text"] = "\n".join(corpora[name][line]["text"].strip() for line in record["lines"])
        yield record


def lines_of(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def completed(value, text):
    """The same with the text under every span, and its offsets in bytes."""
    if isinstance(value, list):
        return [completed(part, text) for part in value]
    if not isinstance(value, dict):
        return value
    if "start" in value and "end" in value:
        start, end = value["start"], value["end"]
        in_bytes = {"bstart": len(text[:start].encode()), "bend": len(text[:end].encode())}
        value = {**value, **in_bytes, "text": text[start:end]}
    return {key: completed(part, text) for key, part in value.items()}


def articles(data, out):
    for record in records(data):
        folder = os.path.join(out, record["set"])
        os.makedirs(folder, exist_ok=True)
        write_article(folder, record)


def write_article(folder, record):
    gold = {"id": record["id"], "text": record["text"]}
    gold.update({kind: completed(record[kind], record["text"]) for kind in KINDS})
    with open(os.path.join(folder, record["id"] + ".json"), "w", encoding="utf-8") as file:
        json.dump(gold, file, ensure_ascii=False)


def names(data, out, sets):
    write_names(out, [record for record in records(data) if record["set"] in sets])


def write_names(path, chosen):
    with open(path, "w", encoding="utf-8") as file:
        for record in chosen:
            line = {"text": record["text"], "spans": list(name_spans(record))}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def folds(data, out, sets):
    chosen = [record for record in records(data) if record["set"] in sets]
    for fold in range(FOLDS):
        gold, text = (os.path.join(out, str(fold), name) for name in ("gold", "text"))
        os.makedirs(gold)
        os.makedirs(text)
        for record in chosen[fold::FOLDS]:
            write_article(gold, record)
            with open(os.path.join(text, record["id"] + ".txt"), "w", encoding="utf-8", newline="") as file:
                file.write(record["text"])
        others = [record for index, record in enumerate(chosen) if index % FOLDS != fold]
        write_names(os.path.join(out, str(fold), "others.jsonl"), others)


def name_spans(record):
    """Names, not titles; what an annotator was not sure of is marked as such."""
    for kind, sort in (("people", "PER"), ("places", "LOC"), ("organisations", "ORG")):
        for entity in record[kind]:
            for mention in entity["mentions"]:
                if mention.get("kind") != "title":
                    span = {"start": mention["start"], "end": mention["end"], "type": sort}
                    span["outer"] = not mention.get("nested", False)
                    span["optional"] = mention.get("optional", False)
                    yield span


def main(arguments):
    match arguments:
        case ["articles", data, out]:
            articles(data, out)
        case ["names", data, out, *sets] if sets:
            names(data, out, sets)
        case ["folds", data, out, *sets] if sets:
            folds(data, out, sets)
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
