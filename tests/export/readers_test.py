"""Loads what the exporters wrote with the programs that people use.

usage: readers_test.py FOLDER      exit 77: none of the readers is installed
"""
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree

FOLDER = pathlib.Path(sys.argv[1])
PROJECTIONS = ["events", "actors", "mentions"]
ANSWERS = ["empty", "small", "hostile", "large"]
failures = []
ran = []


def check(truth, what):
    if not truth:
        failures.append(what)


def files(extension, answers=ANSWERS):
    for answer in answers:
        for projection in PROJECTIONS:
            yield FOLDER / f"{answer}.{projection}.{extension}"


CASTS = {"string": str, "int": int, "double": float, "boolean": lambda text: text == "true"}


def plain_graphml(file):
    """Nodes and edges of a file as plain dictionaries, read by an XML parser alone."""
    space = "{http://graphml.graphdrawing.org/xmlns}"
    root = xml.etree.ElementTree.parse(file).getroot()
    keys = {key.get("id"): (key.get("attr.name"), CASTS[key.get("attr.type")]) for key in root.iter(space + "key")}

    def data(element):
        found = {}
        for one in element.findall(space + "data"):
            name, cast = keys[one.get("key")]
            found[name] = cast(one.text)
        return found

    nodes = {node.get("id"): data(node) for node in root.iter(space + "node")}
    edges = {edge.get("id"): (edge.get("source"), edge.get("target"), data(edge)) for edge in root.iter(space + "edge")}
    return nodes, edges


def with_networkx():
    import networkx

    for file in files("graphml", ["small", "hostile"]):
        graph = networkx.read_graphml(file, force_multigraph=True)
        nodes, edges = plain_graphml(file)
        check(dict(graph.nodes(data=True)) == nodes, f"networkx: nodes of {file.name} differ")
        # an edge comes back with its id as the key; without a direction its ends may change places
        read = {key: (*sorted([a, b]), {k: v for k, v in data.items() if k != "id"})
                for a, b, key, data in graph.edges(keys=True, data=True)}
        check(read == {key: (*sorted([a, b]), data) for key, (a, b, data) in edges.items()},
              f"networkx: edges of {file.name} differ")
    for file in files("graphml"):
        graph = networkx.read_graphml(file, force_multigraph=True)
        text = file.read_text(encoding="utf-8")
        check(graph.number_of_nodes() == text.count("<node "), f"networkx: nodes of {file.name}")
        check(graph.number_of_edges() == text.count("<edge "), f"networkx: edges of {file.name}")
        check(all(d["weight"] > 0 for _, _, d in graph.edges(data=True)), f"networkx: weights of {file.name}")
    graph = networkx.read_graphml(FOLDER / "hostile.events.graphml", force_multigraph=True)
    node = graph.nodes["a:0000000000000003"]
    check(node["label"] == "INF Treaty & INFORMATION Office", "networkx: label")
    quote = graph.nodes["E0000000000000001"]["quote"].replace("\u200b", "")
    check(quote == "They signed the INF Treaty ]]> and X < > Y, it said.", f"networkx: quote {quote!r}")
    from networkx.readwrite.gexf import GEXF

    for file in files("gexf", ["small", "large"] if "1.3" in getattr(GEXF, "versions", {}) else []):
        graph = networkx.read_gexf(file)
        check(graph.number_of_nodes() == file.read_text(encoding="utf-8").count("<node "), f"networkx: {file.name}")


def with_igraph():
    import igraph

    for file in files("graphml"):
        graph = igraph.Graph.Read_GraphML(str(file))
        text = file.read_text(encoding="utf-8")
        check(graph.vcount() == text.count("<node "), f"igraph: nodes of {file.name}")
        check(graph.ecount() == text.count("<edge "), f"igraph: edges of {file.name}")
        if graph.ecount():
            check(min(graph.es["weight"]) > 0, f"igraph: weights of {file.name}")
            check(set(graph.es["symmetric"]) <= {True, False}, f"igraph: booleans of {file.name}")
    for file in files("graphml", ["small", "hostile"]):
        graph = igraph.Graph.Read_GraphML(str(file))
        nodes, edges = plain_graphml(file)
        for vertex in graph.vs:
            for name, value in nodes[vertex["id"]].items():
                check(vertex[name] == value, f"igraph: {name} of {vertex['id']} in {file.name}: {vertex[name]!r}")
        for edge in graph.es:
            source, target, data = edges[edge["id"]]
            check({graph.vs[edge.source]["id"], graph.vs[edge.target]["id"]} == {source, target},
                  f"igraph: ends of {edge['id']} in {file.name}")
            for name, value in data.items():
                check(edge[name] == value, f"igraph: {name} of {edge['id']} in {file.name}: {edge[name]!r}")


def with_xmllint():
    for extension in ["graphml", "gexf"]:
        for file in files(extension):
            run = subprocess.run(["xmllint", "--noout", file], capture_output=True, text=True)
            check(run.returncode == 0, f"xmllint {file.name}: {run.stderr[:200]}")


def with_graphviz():
    for file in files("dot", ["empty", "small", "hostile"]):
        if not file.exists():
            continue
        run = subprocess.run(["dot", "-Tsvg", file], capture_output=True, text=True)
        check(run.returncode == 0 and not run.stderr, f"dot {file.name}: {run.stderr[:200]}")


def with_sqlite():
    for file in files("csv"):
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8"))))
        if not rows:
            continue
        script = f".import --csv {file} t\nselect count(*) from t;"
        run = subprocess.run(["sqlite3", ":memory:"], input=script, capture_output=True, text=True)
        check(run.stdout.strip() == str(len(rows) - 1) and not run.stderr, f"sqlite3 {file.name}: {run.stderr[:200]}")


def with_json():
    for extension in ["json", "geojson", "timelinejs", "jsonld"]:
        for file in files(extension):
            if file.exists():
                json.loads(file.read_text(encoding="utf-8"))
    for extension in ["jsonl", "records", "ftm"]:
        for file in files(extension):
            if file.exists():
                for line in file.read_text(encoding="utf-8").splitlines():
                    json.loads(line)


def main():
    for name, test, needed in [("networkx", with_networkx, None), ("igraph", with_igraph, None),
                               ("xmllint", with_xmllint, "xmllint"), ("graphviz", with_graphviz, "dot"),
                               ("sqlite3", with_sqlite, "sqlite3"), ("json", with_json, "sh")]:
        if needed and not shutil.which(needed):
            print(f"skipped {name}: {needed} is not installed")
            continue
        before = len(failures)
        try:
            test()
        except ModuleNotFoundError as missing:
            print(f"skipped {name}: {missing}")
            continue
        except Exception as error:
            failures.append(f"{name}: {error!r}")
        ran.append(name)
        print(("ok      " if len(failures) == before else "FAILED  ") + name)
    for failure in failures:
        print("  " + failure)
    sys.exit(1 if failures else 0 if len(ran) > 1 else 77)


main()
