// Loads GraphML and GEXF with the parsers of Gephi Lite.
// usage: node graphology_test.cjs FOLDER      exit 77: graphology is not installed
"use strict";
const fs = require("fs");
const path = require("path");
let Graph, gexf, graphml;
try {
  Graph = require("graphology");
  gexf = require("graphology-gexf");
  graphml = require("graphology-graphml");
} catch {
  console.log("graphology is not installed: run .ci/setup test");
  process.exit(77);
}
const problems = [];
const check = (truth, what) => { if (!truth) problems.push(what); };
for (const answer of ["empty", "small", "hostile", "large"]) {
  for (const projection of answer === "large" ? ["actors"] : ["events", "actors", "mentions"]) {
    for (const [extension, parser] of [["graphml", graphml], ["gexf", gexf]]) {
      const file = `${answer}.${projection}.${extension}`;
      const text = fs.readFileSync(path.join(process.argv[2], file), "utf8");
      try {
        const graph = parser.parse(Graph.MultiGraph, text, {addMissingNodes: false});
        check(graph.order === (text.match(/<node /g) || []).length, file + ": nodes");
        check(graph.size === (text.match(/<edge /g) || []).length, file + ": edges");
        if (answer === "hostile" && projection === "events") {
          const quote = graph.getNodeAttribute("E0000000000000001", "quote");
          check(quote.replace(/\u200b/g, "") === "They signed the INF Treaty ]]> and X < > Y, it said.", file + ": quote " + quote);
          check(graph.getNodeAttribute("E0000000000000008", "end") === "2014-08-01", file + ": end");
          check(graph.getNodeAttribute("E0000000000000001", "n_mentions") === 1, file + ": a count is no number");
          graph.forEachEdge((edge, data) => {
            check(typeof data.symmetric === "boolean", file + ": symmetric of " + edge);
            check(+data.weight > 0, file + ": weight of " + edge);
          });
        }
        if (answer === "hostile") {
          check(graph.getNodeAttribute("a:0000000000000001", "label") === "Infinity", file + ": an actor named Infinity");
          check(graph.getNodeAttribute("a:0000000000000004", "label") === "\u0645\u062d\u0645\u062f \u202eabc", file + ": right to left");
          check(graph.getNodeAttribute("a:0000000000000003", "label") === "INF Treaty & INFORMATION Office", file + ": label");
          check(graph.getNodeAttribute("a:0000000000000002", "label") === "A & <B>", file + ": label with markup");
        }
      } catch (error) {
        problems.push(file + ": " + error);
      }
    }
  }
}
for (const problem of problems) console.log(problem);
console.log(problems.length ? "FAILED" : "ok      graphology");
process.exit(problems.length ? 1 : 0);
