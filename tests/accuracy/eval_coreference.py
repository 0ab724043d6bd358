#!/usr/bin/env python3
"""Scores coreference of `annals extract --cast`.

    eval_coreference.py input CHAINS.jsonl > IN.jsonl           texts of MEANTIME, for `annals extract --input jsonl --cast`
    eval_coreference.py chains CHAINS.jsonl EXTRACTED.jsonl [--show] [--all] [--json]
    eval_coreference.py table TABLE.tsv EXTRACTED.jsonl FOLDER [FOLDER] [--show] [--json]

chains   CoNLL F1 (the mean of MUC, B-cubed and entity CEAF; Pradhan et al. 2014) on the given entity mentions of
         persons, organisations and places, within an article; --all takes products and amounts as well. A gold mention stands for the actor
         of the found mention that has its words, or shares most of them; one that no mention meets stands alone. Mentions of one
         chain that lie inside each other count once, the longest.
table    rows of article, offset (code points), length, accepted names separated by |: how many of the words are read as one of
         these (by name or alias; "-": as nobody). The texts are looked for in the folders.
"""
import collections, json, os, sys

TYPES = ("PER", "ORG", "LOC")


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def mentions_of(article, text):
    """(start, end, actor index, by), offsets in code points."""
    raw = text.encode("utf-8")
    place = {}
    at = lambda b: place.setdefault(b, len(raw[:b].decode("utf-8", "ignore")))
    return [(at(m["start"]), at(m["end"]), i, m["by"])
            for i, actor in enumerate(article["actors"]) for m in actor["mentions"]]


def strip(text, start, end):
    for word in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(word, start) and start + len(word) < end:
            return start + len(word), end
    return start, end


def reading(text, start, end, found):
    """The actor that the words [start, end) stand for: of the mention with these borders, else of the one that shares most
    of them and more than half."""
    start, end = strip(text, start, end)
    best, best_share = None, 0.5
    for s, e, actor, by in found:
        s, e = strip(text, s, e)
        share = (min(e, end) - max(s, start)) / max(1, max(e, end) - min(s, start))
        if share > best_share:
            best, best_share = actor, share
    return best


def f1(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def muc_part(keys, of_other):
    """Links of `keys` that the other side has as well, and how many there are."""
    kept = total = 0
    for chain in keys:
        parts = {of_other.get(m, ("alone", m)) for m in chain}
        kept += len(chain) - len(parts)
        total += len(chain) - 1
    return kept, total


def best_alignment(weights):
    """The greatest sum of a one to one choice (Kuhn and Munkres), for a list of rows."""
    if not weights:
        return 0.0
    size = max(len(weights), len(weights[0]))
    cost = [[-(weights[i][j] if i < len(weights) and j < len(weights[0]) else 0.0) for j in range(size)] for i in range(size)]
    u, v, match, way = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1), [0] * (size + 1)
    for i in range(1, size + 1):
        match[0], j0 = i, 0
        low, used = [float("inf")] * (size + 1), [False] * (size + 1)
        while True:
            used[j0] = True
            i0, delta, j1 = match[j0], float("inf"), 0
            for j in range(1, size + 1):
                if used[j]:
                    continue
                now = cost[i0 - 1][j - 1] - u[i0] - v[j]
                if now < low[j]:
                    low[j], way[j] = now, j0
                if low[j] < delta:
                    delta, j1 = low[j], j
            for j in range(size + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    low[j] -= delta
            j0 = j1
            if match[j0] == 0:
                break
        while j0:
            match[j0] = match[way[j0]]
            j0 = way[j0]
    return -sum(cost[match[j] - 1][j - 1] for j in range(1, size + 1))


class Conll:
    def __init__(self):
        self.sums = collections.Counter()

    def add(self, gold, system):
        """Chains of one article over the same mentions."""
        of_gold = {m: i for i, chain in enumerate(gold) for m in chain}
        of_system = {m: i for i, chain in enumerate(system) for m in chain}
        c = self.sums
        kept, total = muc_part(gold, of_system)
        c["muc_r"], c["muc_rn"] = c["muc_r"] + kept, c["muc_rn"] + total
        kept, total = muc_part(system, of_gold)
        c["muc_p"], c["muc_pn"] = c["muc_p"] + kept, c["muc_pn"] + total
        for m in of_gold:
            both = len(set(gold[of_gold[m]]) & set(system[of_system[m]]))
            c["b3_r"] += both / len(gold[of_gold[m]])
            c["b3_p"] += both / len(system[of_system[m]])
            c["b3_n"] += 1
        weights = [[2 * len(set(g) & set(s)) / (len(g) + len(s)) for s in system] for g in gold]
        c["ceaf"] += best_alignment(weights)
        c["ceaf_rn"] += len(gold)
        c["ceaf_pn"] += len(system)

    def figures(self):
        c = self.sums
        muc = f1(c["muc_p"] / max(1, c["muc_pn"]), c["muc_r"] / max(1, c["muc_rn"]))
        b3 = f1(c["b3_p"] / max(1, c["b3_n"]), c["b3_r"] / max(1, c["b3_n"]))
        ceaf = f1(c["ceaf"] / max(1, c["ceaf_pn"]), c["ceaf"] / max(1, c["ceaf_rn"]))
        return {"muc": round(muc, 4), "b3": round(b3, 4), "ceafe": round(ceaf, 4), "conll": round((muc + b3 + ceaf) / 3, 4)}


def chains(gold_path, found_path, show, types):
    found = {a["article"]["id"]: a for a in load(found_path)}
    total = Conll()
    for article in load(gold_path):
        text, cast = article["text"], found.get(article["id"], {"actors": []})
        mentions = mentions_of(cast, text)
        by_instance = collections.defaultdict(list)
        for e in article["entities"]:
            if types and e["type"] not in types:
                continue
            by_instance[e["instance"]].append((e["start"], e["end"]))
        gold, all_mentions = [], set()
        for instance in sorted(by_instance):
            spans = sorted(set(by_instance[instance]), key=lambda s: (s[0] - s[1], s))
            kept = []
            for s in spans:
                if not any(k[0] <= s[0] and s[1] <= k[1] for k in kept):
                    kept.append(s)
            chain = [(s, instance) for s in sorted(kept)]
            gold.append(chain)
            all_mentions.update(chain)
        by_actor = collections.defaultdict(list)
        for m in sorted(all_mentions):
            actor = reading(text, m[0][0], m[0][1], mentions)
            by_actor[("actor", actor) if actor is not None else ("alone", m)].append(m)
        total.add(gold, list(by_actor.values()))
        if show:
            for chain in gold:
                if len(chain) > 1:
                    print(article["id"], [(text[s:e], (lambda a: cast["actors"][a]["name"] if a is not None else None)(
                        reading(text, s, e, mentions))) for (s, e), _ in chain])
    return total.figures()


def table(table_path, found_path, folders, show):
    found = {}
    for a in load(found_path):
        found[a["article"]["id"]] = a
        found[os.path.basename(a["article"]["path"] or "")] = a
    right = rows = 0
    texts = {}
    for line in open(table_path, encoding="utf-8"):
        if line.startswith("#") or not line.strip():
            continue
        name, start, length, accepted = line.rstrip("\n").split("\t")
        article = found.get(name)
        if article is None:
            continue
        if name not in texts:
            path = next(p for p in (os.path.join(f, name) for f in folders) if os.path.exists(p))
            texts[name] = open(path, encoding="utf-8", newline="").read()
        start, end = int(start), int(start) + int(length)
        actor = reading(texts[name], start, end, mentions_of(article, texts[name]))
        names = set()
        if actor is not None:
            a = article["actors"][actor]
            names = {a["name"].lower()} | {x.lower() for x in a["aliases"]}
        ok = any(x.lower() in names for x in accepted.split("|")) or (accepted == "-" and actor is None)
        rows += 1
        right += ok
        if show and not ok:
            print("WRONG", name, start, repr(texts[name][max(0, start - 60):start] + "[[" + texts[name][start:end] + "]]" +
                  texts[name][end:end + 40]), "want", accepted, "got", sorted(names) or "-")
    return {"rows": rows, "right": right, "accuracy": round(right / max(1, rows), 4)}


def main():
    mode = sys.argv[1]
    if mode == "input":
        for article in load(sys.argv[2]):
            print(json.dumps({"id": article["id"], "date": article["dct"], "text": article["text"]}, ensure_ascii=False))
        return
    show = "--show" in sys.argv
    if mode == "chains":
        scores = chains(sys.argv[2], sys.argv[3], show, () if "--all" in sys.argv else TYPES)
    else:
        folders = [a for a in sys.argv[4:] if not a.startswith("--")]
        scores = table(sys.argv[2], sys.argv[3], folders, show)
    print(json.dumps(scores) if "--json" in sys.argv else "  ".join(f"{k} {v}" for k, v in scores.items()))


if __name__ == "__main__":
    main()
