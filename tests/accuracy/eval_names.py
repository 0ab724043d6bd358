#!/usr/bin/env python3
"""Scores the names that `annals extract --cast` finds against the entities of re3d (Dstl).

    eval_names.py input DIR > IN.jsonl
    eval_names.py score DIR EXTRACTED.jsonl [--show missed|extra|type] [--json]
    eval_names.py codes GOLD.jsonl EXTRACTED.jsonl [--show] [--json]

codes: of the actors that a gold file of single sentences gives with words and code, how many the words' actor has with the
right country or organisation (first three letters), and with the right sector after it as well (the next three).

score:

DIR holds one folder a source with documents.json.gz and entities.json.gz. Counted are spans of Person, Organisation and
Location that hold a name (a capital letter) and that a person confirmed (confidence above 0); pronouns, descriptions without a
name and spans of nationalities or of confidence 0, which are unchecked output of a tagger, are neither asked for nor held against
a system. Articles (the, a) and a possessive 's are set aside:

    span      the span is found, whatever it is taken for
    type      ... and taken for the same kind: person, place, organisation (groups of people and countries that act count
              as organisations, countries as places too, peoples and adjectives as nationality or either)

Gold nests ("Pakistan's army" holds "Pakistan") and so do mentions. A mention with a capital letter that has the borders of no gold
span is extra, unless it lies inside a gold span of its own actor's phrase ("Iraqi" in "Iraqi security forces").
"""
import collections, glob, gzip, json, os, re, sys

KINDS = {"Person": "person", "Organisation": "organisation", "Location": "place", "Nationality": "nationality"}

PRONOUNS = set("i we he she it they you us our his her its their them this these those who".split())


def read(folder, name):
    for path in sorted(glob.glob(os.path.join(folder, "*", name + ".json.gz"))):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)


def trim(text, start, end):
    """Without articles and numbers before and 's behind."""
    while True:
        words = text[start:end]
        head = re.match(r"(?i)(the|an?|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|some|several|many|all|other)\s+|\s+|[\"“‘'(]", words)
        tail = re.search(r"(['’]s?|\s+|[,.;:)\"”])$", words)
        if head and head.end() < len(words):
            start += head.end()
        elif tail and tail.start() > 0 and not re.search(r"\b[A-Z]\.$", words):
            end = start + tail.start()
        else:
            return start, end


def is_kind(gold, actor, words):
    kind = actor["kind"]
    if gold == "nationality":
        return kind in ("country", "role_group", "organization", "place")
    if gold == "place":
        return kind in ("place", "country") or (kind == "organization" and actor["name"].endswith(" government"))
    if gold == "person":
        return kind == "person" or kind == "role_group"
    return kind in ("organization", "armed_group", "role_group", "country")


def reading(text, start, end, found):
    """The actor whose mention shares most of the words [start, end), and more than half."""
    start, end = trim(text, start, end)
    best, best_share = None, 0.5
    for s, e, actor in found:
        s, e = trim(text, s, e)
        share = (min(e, end) - max(s, start)) / max(1, max(e, end) - min(s, start))
        if share > best_share:
            best, best_share = actor, share
    if best is None:  # "[former president] Carlos Menem"
        around = [f for f in found if f[0] <= start and f[1] == end]
        best = max(around, key=lambda f: f[0])[2] if around else None
    if best is None:  # the last words of a longer phrase name it
        inside = [f for f in found if start <= f[0] and f[1] <= end]
        best = max(inside, key=lambda f: (f[1] - f[0], f[1]))[2] if inside else None
    return best


def codes(gold_path, found_path, show):
    found = {}
    for line in open(found_path, encoding="utf-8"):
        a = json.loads(line)
        found[a["article"]["id"]] = a
    count = collections.Counter()
    for line in open(gold_path, encoding="utf-8"):
        gold = json.loads(line)
        article, text = found.get(gold["id"], {"actors": []}), gold["text"]
        raw = text.encode("utf-8")
        at = lambda b: len(raw[:b].decode("utf-8", "ignore"))
        cast = [(at(m["start"]), at(m["end"]), a) for a in article["actors"] for m in a["mentions"]]
        for event in gold["events"]:
            for side in ("source", "target"):
                code, words = event.get(side), event.get(side + "_text")
                if not code or code == "---" or not words or words not in text:
                    continue
                start = text.index(words)
                actor = reading(text, start, start + len(words), cast)
                got = (actor or {}).get("code") or "---"
                count["actors"] += 1
                count["country"] += got[:3] == code[:3]
                count["sector"] += got[:6] == code[:6]
                if show and got[:6] != code[:6]:
                    print("COUNTRY" if got[:3] != code[:3] else "SECTOR ", code, got, repr(words), (actor or {}).get("name"), "--", text[:90])
    n = max(1, count["actors"])
    return {"actors": count["actors"], "country": round(count["country"] / n, 4), "sector": round(count["sector"] / n, 4)}


def main():
    mode, folder = sys.argv[1], sys.argv[2]
    if mode == "codes":
        scores = codes(folder, sys.argv[3], "--show" in sys.argv)
        print(json.dumps(scores) if "--json" in sys.argv else "  ".join(f"{k} {v}" for k, v in scores.items()))
        return
    documents = {d["_id"]: d for d in read(folder, "documents")}
    if mode == "input":
        for key in sorted(documents):
            print(json.dumps({"id": key, "text": documents[key]["text"]}, ensure_ascii=False))
        return
    show = sys.argv[sys.argv.index("--show") + 1] if "--show" in sys.argv else ""
    gold = collections.defaultdict(dict)
    other = collections.defaultdict(set)
    for e in read(folder, "entities"):
        if e["documentId"] not in documents:
            continue
        span = trim(documents[e["documentId"]]["text"], e["begin"], e["end"])
        words = documents[e["documentId"]]["text"][span[0]:span[1]]
        named = re.search(r"[A-Z]", words) and words.lower() not in PRONOUNS
        if e["type"] in KINDS and e["type"] != "Nationality" and e["confidence"] > 0 and named:
            gold[e["documentId"]].setdefault(span, set()).add(KINDS[e["type"]])
        else:
            other[e["documentId"]].add(span)
    count = collections.Counter()
    for line in open(sys.argv[3], encoding="utf-8"):
        article = json.loads(line)
        key = article["article"]["id"]
        text = documents[key]["text"]
        raw = text.encode("utf-8")
        at = lambda b: len(raw[:b].decode("utf-8", "ignore"))
        found = collections.defaultdict(list)
        for actor in article["actors"]:
            for m in actor["mentions"]:
                if m["by"] == "pronoun":
                    continue
                found[trim(text, at(m["start"]), at(m["end"]))].append((actor, m))
        count["gold"] += len(gold[key])
        for span, kinds in gold[key].items():
            words = text[span[0]:span[1]]
            if span not in found:
                if show == "missed":
                    print("MISSED", "|".join(kinds), repr(words), "--", repr(text[max(0, span[0] - 40):span[1] + 30]))
                continue
            count["span"] += 1
            if any(is_kind(k, actor, words) for k in kinds for actor, _ in found[span]):
                count["type"] += 1
            elif show == "type":
                print("TYPE", "|".join(kinds), repr(words), [(a["name"], a["kind"]) for a, _ in found[span]])
        for span, who in found.items():
            if span in gold[key] or span in other[key]:
                continue
            if not re.search(r"[A-Z]", text[span[0]:span[1]]):
                continue
            if any(g[0] <= span[0] and span[1] <= g[1] for g in gold[key]) and who[0][0]["kind"] == "country":
                continue
            count["extra"] += 1
            if show == "extra":
                print("EXTRA", who[0][0]["kind"], repr(text[span[0]:span[1]]), "--", repr(text[max(0, span[0] - 40):span[1] + 30]))
    scores = {}
    for level in ("span", "type"):
        p = count[level] / max(1, count["span"] + count["extra"])
        r = count[level] / max(1, count["gold"])
        scores[level] = {"precision": round(p, 4), "recall": round(r, 4), "f1": round(2 * p * r / (p + r), 4) if p + r else 0.0}
    if "--json" in sys.argv:
        print(json.dumps(scores))
        return
    print(dict(count))
    for level, s in scores.items():
        print("%-5s P %.3f  R %.3f  F1 %.3f" % (level, s["precision"], s["recall"], s["f1"]))


if __name__ == "__main__":
    main()
