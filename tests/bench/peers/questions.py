"""The parameters of the questions of tests/bench/plain.h, for the peers that are asked them too."""
import datetime
import gzip
import json
import sys

EPOCH = datetime.date(1970, 1, 1).toordinal()


class Table:
    def __init__(self, path):
        opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
        ids, self.names, self.events, days = {}, [], [], {}

        def number(name):
            if name not in ids:
                ids[name] = len(self.names)
                self.names.append(name)
            return ids[name]
        with opened as lines:
            for line in lines:
                date, who, code, whom = line.rstrip("\n").split("\t")
                if date not in days:
                    days[date] = datetime.date.fromisoformat(date).toordinal() - EPOCH
                self.events.append((days[date], number(who), code, number(whom)))
        first = self.events[0][0]
        self.w30, self.w90 = (first + 120, first + 149), (first + 90, first + 179)
        self.all = (first, self.events[-1][0])
        degree, pairs = [0] * len(self.names), {}
        for _, who, _, whom in self.events:
            degree[who] += 1
            if who != whom:
                degree[whom] += 1
                pair = (min(who, whom), max(who, whom))
                pairs[pair] = pairs.get(pair, 0) + 1
        order = sorted(range(len(self.names)), key=lambda actor: (degree[actor], actor))
        self.hub = [max(range(len(self.names)), key=lambda actor: (degree[actor], -actor))]
        half, tenth = len(order) // 2, len(order) * 9 // 10
        self.middling, self.active = order[half - 50:half + 50], order[tenth - 50:tenth + 50]
        self.top = max(pairs, key=lambda pair: (pairs[pair], -pair[0], -pair[1]))
        them = sorted({actor for _, who, _, whom in self.window(True) if who != whom for actor in (who, whom)})
        self.pairs, state = [], 12345
        while len(self.pairs) < 50:
            ends = []
            for _ in range(2):
                state = (state * 1103515245 + 12345) % 2147483648
                ends.append(them[(state >> 8) % len(them)])
            if ends[0] != ends[1]:
                self.pairs.append(tuple(ends))

    def window(self, consulting):
        return [event for event in self.events
                if self.w30[0] <= event[0] <= self.w30[1] and (not consulting or event[2].startswith("04"))]


def main():
    """questions.py TABLE OUT: events as CSV and the parameters as JSON, for peers in other languages."""
    table, out = Table(sys.argv[1]), sys.argv[2]
    with open(out + "/events.csv", "w", encoding="utf-8") as csv:
        for i, (day, who, code, whom) in enumerate(table.events):
            csv.write(f"{who},{whom},{i},{day},{int(code)},{int(code[:2])}\n")
    with open(out + "/actors.csv", "w", encoding="utf-8") as csv:
        csv.writelines(f"{i}\n" for i in range(len(table.names)))
    with open(out + "/questions.json", "w", encoding="utf-8") as text:
        json.dump({"w30": table.w30, "w90": table.w90, "all": table.all, "hub": table.hub, "middling": table.middling,
                   "active": table.active, "top": table.top, "pairs": table.pairs}, text)


if __name__ == "__main__":
    main()
