#!/usr/bin/env python3
"""peers.py sqlite|networkx|igraph TABLE FOLDER: puts the questions of tests/bench/plain.h to a peer.

Prints key, milliseconds of CPU a question (median), rows and sum, tab separated. What Python itself costs is in the figures.
"""
import collections
import os
import sqlite3
import sys
import time

from questions import Table


def say(key, ms, rows, total):
    print(key, f"{ms:.4f}", rows, total, sep="\t", flush=True)


def measure(key, questions, ask, seconds=3):
    answer, found, begin = ask(), [], time.process_time()
    while len(found) < 3 or (len(found) < 30 and time.process_time() - begin < seconds):
        before = time.process_time()
        ask()
        found.append((time.process_time() - before) * 1e3 / questions)
    say(key, sorted(found)[len(found) // 2], *answer)



def ask_all(ask, values):
    rows = total = 0
    for value in values:
        found = ask(value)
        rows += len(found)
        total += sum(row[0] for row in found)
    return rows, total


def timelines(table):
    return (("Q3-hub-w90", table.hub, table.w90), ("Q3-act-w90", table.active, table.w90),
            ("Q3-med-full", table.middling, table.all))


def sqlite(table, folder):
    path = os.path.join(folder, "peer.sqlite")
    if os.path.exists(path):
        os.remove(path)
    begin = time.process_time()
    db = sqlite3.connect(path)
    db.executescript("PRAGMA journal_mode=WAL; PRAGMA cache_size=-262144;"
                     "CREATE TABLE event(id INTEGER PRIMARY KEY, day INT, who INT, code INT, root INT, whom INT)")
    db.executemany("INSERT INTO event VALUES(?,?,?,?,?,?)",
                   ((i, day, who, int(code), int(code[:2]), whom) for i, (day, who, code, whom) in enumerate(table.events)))
    db.executescript("CREATE INDEX of_who ON event(who,day,id,code,whom); CREATE INDEX of_whom ON event(whom,day,id,code,who);"
                     "CREATE INDEX of_root ON event(root,day,who,whom); CREATE INDEX of_day ON event(day,who,whom);"
                     "CREATE INDEX of_pair ON event(who,whom,day,id,code); ANALYZE")
    db.commit()
    say("Q1-load", (time.process_time() - begin) * 1e3, len(table.events), os.path.getsize(path))
    window = "day BETWEEN ? AND ?"

    def met():
        rows = db.execute(f"SELECT min(who,whom), max(who,whom), count(*) n FROM event WHERE root=4 AND {window} AND who<>whom "
                          "GROUP BY 1,2 ORDER BY n DESC,1,2", table.w30).fetchall()
        return len(rows), sum(row[2] for row in rows)
    measure("Q2", 1, met)
    for key, actors, days in timelines(table):
        def timeline(actor, days=days):
            return db.execute(f"SELECT day, id, code, whom FROM event WHERE who=? AND {window} UNION ALL "
                              f"SELECT day, id, code, who FROM event WHERE whom=? AND who<>? AND {window} ORDER BY 1,2",
                              (actor, *days, actor, actor, *days)).fetchall()
        measure(key, len(actors), lambda: ask_all(timeline, actors))

    def between(pair):
        return db.execute("SELECT day, id, code FROM event WHERE who=? AND whom=? UNION ALL "
                          "SELECT day, id, code FROM event WHERE who=? AND whom=? ORDER BY 1,2", pair + pair[::-1]).fetchall()
    measure("Q4-top", 1, lambda: ask_all(between, [table.top]))

    def walk(kind, value, step, order):
        sql = (f"WITH RECURSIVE arc(a,b,d) AS MATERIALIZED (SELECT who,whom,day FROM event WHERE root=4 AND {window} UNION "
               f"SELECT whom,who,day FROM event WHERE root=4 AND {window}), "
               f"found(n,v) AS (SELECT ?,{value} UNION SELECT b,{step} FROM found JOIN arc ON a=n AND {order}) "
               "SELECT min(v) FROM found WHERE n=?")
        rows = total = 0
        for start, goal in table.pairs[:10]:
            value_found = db.execute(sql, (*table.w30, *table.w30, start, goal)).fetchone()[0]
            rows += value_found is not None
            total += -1 if value_found is None else value_found
        return rows, total
    measure("Q5-typed-10", 10, lambda: walk("hops", "0", "v+1", "v<12"))
    measure("Q6-typed-10", 10, lambda: walk("arrival", "0", f"d-{table.w30[0]}", f"d-{table.w30[0]}>=v"))

    def degree():
        rows = db.execute(f"SELECT a, count(*) n FROM (SELECT who a, whom b FROM event WHERE {window} AND who<>whom UNION "
                          f"SELECT whom, who FROM event WHERE {window} AND who<>whom) GROUP BY a ORDER BY n DESC, a LIMIT 10",
                          (*table.w30, *table.w30)).fetchall()
        return len(rows), sum(row[1] for row in rows)
    measure("Q7-degree-any", 1, degree)


def python_arrivals(table, consulting, count):
    rows = total = 0
    for start, goal in table.pairs[:count]:
        days = collections.defaultdict(list)
        for event in table.window(consulting):
            days[event[0]].append(event)
        there, arrival = {start}, -1
        for day in sorted(days):
            changed = True
            while changed:
                changed = False
                for _, who, _, whom in days[day]:
                    if (who in there) != (whom in there):
                        there.update((who, whom))
                        changed = True
            if goal in there:
                arrival = day - table.w30[0]
                break
        rows += arrival >= 0
        total += arrival
    return rows, total


def networkx(table, _):
    import networkx as nx
    begin = time.process_time()
    whole = nx.MultiDiGraph()
    whole.add_nodes_from(range(len(table.names)))
    for i, (day, who, code, whom) in enumerate(table.events):
        whole.add_edge(who, whom, key=i, day=day, code=code)
    say("Q1-load", (time.process_time() - begin) * 1e3, len(table.events), 0)

    def met():
        counts = collections.Counter()
        for who, whom, edge in whole.edges(data=True):
            if table.w30[0] <= edge["day"] <= table.w30[1] and who != whom and edge["code"].startswith("04"):
                counts[min(who, whom), max(who, whom)] += 1
        rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return len(rows), sum(row[1] for row in rows)
    measure("Q2", 1, met)
    for key, actors, days in timelines(table):
        def timeline(actor, days=days):
            rows = [(edge["day"], i, other) for _, other, i, edge in whole.out_edges(actor, keys=True, data=True)
                    if days[0] <= edge["day"] <= days[1]]
            rows += [(edge["day"], i, other) for other, _, i, edge in whole.in_edges(actor, keys=True, data=True)
                     if days[0] <= edge["day"] <= days[1] and other != actor]
            return sorted(rows)
        measure(key, len(actors), lambda: ask_all(timeline, actors))

    def between(pair):
        return sorted((edge["day"], i) for a, b in (pair, pair[::-1]) for i, edge in (whole.get_edge_data(a, b) or {}).items())
    measure("Q4-top", 1, lambda: ask_all(between, [table.top]))
    for key, consulting in (("typed", True), ("any", False)):
        def build(consulting=consulting):
            graph = nx.Graph()
            graph.add_edges_from((who, whom) for _, who, _, whom in table.window(consulting))
            return graph
        kept = build()

        def hops(graph, pairs):
            rows = total = 0
            for start, goal in pairs:
                try:
                    total += nx.shortest_path_length(graph, start, goal)
                    rows += 1
                except (nx.NetworkXNoPath, nx.NodeNotFound):
                    total -= 1
            return rows, total
        measure(f"Q5-{key}-prebuilt", 50, lambda: hops(kept, table.pairs))
        measure(f"Q5-{key}-1", 1, lambda: hops(build(), table.pairs[:1]))
        measure(f"Q6-{key}-10", 10, lambda: python_arrivals(table, consulting, 10))

    def degree():
        graph = nx.Graph((who, whom) for _, who, _, whom in table.window(False) if who != whom)
        best = sorted((count for _, count in graph.degree()), reverse=True)[:10]
        return len(best), sum(best)
    measure("Q7-degree-any", 1, degree)

    def betweenness():
        graph = nx.Graph((who, whom) for _, who, _, whom in table.window(True) if who != whom)
        best = sorted(nx.betweenness_centrality(graph, normalized=False).values(), reverse=True)[:10]
        return len(best), sum(int(value + 0.5) for value in best)
    before = time.process_time()
    answer = betweenness()
    say("Q7-betw-typed", (time.process_time() - before) * 1e3, *answer)


def igraph(table, _):
    import igraph as ig
    begin = time.process_time()
    whole = ig.Graph(n=len(table.names), edges=[(who, whom) for _, who, _, whom in table.events], directed=True)
    whole.es["day"] = [event[0] for event in table.events]
    say("Q1-load", (time.process_time() - begin) * 1e3, len(table.events), 0)
    days_of = whole.es["day"]
    for key, actors, days in timelines(table):
        def timeline(actor, days=days):
            return sorted({(days_of[i], i) for i in whole.incident(actor, mode="all") if days[0] <= days_of[i] <= days[1]})
        measure(key, len(actors), lambda: ask_all(timeline, actors))
    for key, consulting in (("typed", True), ("any", False)):
        def build(consulting=consulting):
            return ig.Graph(n=len(table.names), edges=[(who, whom) for _, who, _, whom in table.window(consulting)])
        kept = build()

        def hops(graph, pairs):
            rows = total = 0
            for start, goal in pairs:
                steps = graph.distances(start, goal)[0][0]
                rows += steps != float("inf")
                total += -1 if steps == float("inf") else int(steps)
            return rows, total
        measure(f"Q5-{key}-prebuilt", 50, lambda: hops(kept, table.pairs))
        measure(f"Q5-{key}-1", 1, lambda: hops(build(), table.pairs[:1]))

    def degree():
        best = sorted(ig.Graph(n=len(table.names), edges=[(who, whom) for _, who, _, whom in table.window(False)])
                      .simplify().degree(), reverse=True)[:10]
        return len(best), sum(best)
    measure("Q7-degree-any", 1, degree)

    def betweenness():
        graph = ig.Graph(n=len(table.names), edges=[(who, whom) for _, who, _, whom in table.window(True)]).simplify()
        best = sorted(graph.betweenness(directed=False), reverse=True)[:10]
        return len(best), sum(int(value + 0.5) for value in best)
    measure("Q7-betw-typed", 1, betweenness)


if __name__ == "__main__":
    {"sqlite": sqlite, "networkx": networkx, "igraph": igraph}[sys.argv[1]](Table(sys.argv[2]), sys.argv[3])
