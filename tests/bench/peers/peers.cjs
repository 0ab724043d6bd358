// node peers.cjs duckdb|kuzu FOLDER: puts the questions of tests/bench/plain.h to a peer. FOLDER holds what questions.py
// wrote; NODE_PATH must lead to @duckdb/node-api and kuzu. Prints key, milliseconds of CPU a question (median), rows, sum.
const fs = require('fs');
const [peer, folder] = process.argv.slice(2);
const asked = JSON.parse(fs.readFileSync(folder + '/questions.json', 'utf8'));
const cpu = () => { const used = process.cpuUsage(); return (used.user + used.system) / 1e3; };
const say = (key, ms, rows, sum) => console.log([key, ms.toFixed(4), rows, sum].join('\t'));
const [from, to] = asked.w30;

async function measure(key, questions, ask) {
  const answer = await ask();
  const found = [], begin = cpu();
  while (found.length < 3 || (found.length < 30 && cpu() - begin < 3000)) {
    const before = cpu();
    await ask();
    found.push((cpu() - before) / questions);
  }
  found.sort((a, b) => a - b);
  say(key, found[found.length >> 1], ...answer);
}
const sum = (rows) => [rows.length, rows.reduce((total, row) => total + Number(row.v), 0)];
const add = (answers) => answers.reduce((total, one) => [total[0] + one[0], total[1] + one[1]], [0, 0]);
async function each(values, ask) {
  const answers = [];
  for (const value of values) answers.push(sum(await ask(value)));
  return add(answers);
}
const best = (rows) => [rows.filter((row) => row.v !== null && row.v !== undefined).length,
  rows.reduce((total, row) => total + (row.v === null || row.v === undefined ? -1 : Number(row.v)), 0)];

async function duckdb() {
  const { DuckDBInstance } = require('@duckdb/node-api');
  const path = folder + '/peer.duckdb';
  if (fs.existsSync(path)) fs.rmSync(path);
  const begin = cpu();
  const db = await (await DuckDBInstance.create(path, { threads: '1' })).connect();
  const rows = async (sql) => (await db.runAndReadAll(sql)).getRowObjects();
  await db.run(`CREATE TABLE event AS SELECT column0 who, column1 whom, column2 id, column3 AS day, column4 code, column5 root
    FROM read_csv('${folder}/events.csv', header=false)`);
  await db.run('CHECKPOINT');
  say('Q1-load', cpu() - begin, Number((await rows('SELECT count(*) n FROM event'))[0].n), fs.statSync(path).size);
  const window = (days) => `day BETWEEN ${days[0]} AND ${days[1]}`;
  await measure('Q2', 1, async () => sum(await rows(`SELECT least(who,whom) a, greatest(who,whom) b, count(*) v FROM event
    WHERE root=4 AND ${window(asked.w30)} AND who<>whom GROUP BY 1,2 ORDER BY v DESC,1,2`)));
  const timeline = (days) => (actor) => rows(`SELECT day v, id, code, CASE WHEN who=${actor} THEN whom ELSE who END x FROM event
    WHERE (who=${actor} OR whom=${actor}) AND ${window(days)} ORDER BY 1,2`);
  await measure('Q3-hub-w90', 1, () => each(asked.hub, timeline(asked.w90)));
  await measure('Q3-act-w90', 100, () => each(asked.active, timeline(asked.w90)));
  await measure('Q3-med-full', 100, () => each(asked.middling, timeline(asked.all)));
  await measure('Q4-top', 1, () => each([asked.top], ([a, b]) => rows(`SELECT day v, id FROM event
    WHERE (who=${a} AND whom=${b}) OR (who=${b} AND whom=${a}) ORDER BY 1,2`)));
  const arcs = (typed) => { const where = `${typed ? 'root=4 AND ' : ''}${window(asked.w30)}`;
    return `arc AS MATERIALIZED (SELECT who a, whom b, day d FROM event WHERE ${where} UNION SELECT whom, who, day FROM event WHERE ${where})`; };
  for (const [name, typed] of [['typed', true], ['any', false]]) {
    await measure(`Q5-${name}`, 50, async () => { const all = [];
      for (const [a, b] of asked.pairs) all.push(...await rows(`WITH RECURSIVE ${arcs(typed)}, found(n,h) USING KEY (n) AS (
        SELECT ${a}::BIGINT, 0::BIGINT UNION SELECT arc.b, min(found.h+1) FROM found JOIN arc ON arc.a=found.n
        WHERE NOT EXISTS (FROM recurring.found z WHERE z.n=arc.b) GROUP BY arc.b) SELECT min(h) v FROM found WHERE n=${b}`));
      return best(all); });
  }
  await measure('Q6-typed-10', 10, async () => { const all = [];
    for (const [a, b] of asked.pairs.slice(0, 10)) all.push(...await rows(`WITH RECURSIVE ${arcs(true)}, found(n,d) USING KEY (n) AS (
      SELECT ${a}::BIGINT, ${from}::BIGINT UNION SELECT arc.b, min(arc.d) FROM found JOIN arc ON arc.a=found.n AND arc.d>=found.d
      LEFT JOIN recurring.found z ON z.n=arc.b WHERE z.d IS NULL OR arc.d<z.d GROUP BY arc.b) SELECT min(d)-${from} v FROM found WHERE n=${b}`));
    return best(all); });
  await measure('Q7-degree-any', 1, async () => sum(await rows(`SELECT a, count(DISTINCT b) v FROM (
    SELECT who a, whom b FROM event WHERE ${window(asked.w30)} AND who<>whom UNION ALL SELECT whom, who FROM event
    WHERE ${window(asked.w30)} AND who<>whom) GROUP BY a ORDER BY v DESC, a LIMIT 10`)));
}

async function kuzu() {
  const module = require('kuzu');
  const path = folder + '/peer.kuzu';
  for (const old of fs.readdirSync(folder)) if (old.startsWith('peer.kuzu')) fs.rmSync(folder + '/' + old, { recursive: true });
  const begin = cpu();
  const db = new module.Database(path), connection = new module.Connection(db, 1);
  const rows = (cypher) => { const result = connection.querySync(cypher); const all = result.getAllSync(); result.close(); return all; };
  rows('CREATE NODE TABLE Actor(id INT64 PRIMARY KEY)');
  rows('CREATE REL TABLE Event(FROM Actor TO Actor, id INT64, day INT64, code INT64, root INT64)');
  rows(`COPY Actor FROM '${folder}/actors.csv' (HEADER=false)`);
  rows(`COPY Event FROM '${folder}/events.csv' (HEADER=false)`);
  rows('CHECKPOINT');
  say('Q1-load', cpu() - begin, Number(rows('MATCH ()-[e:Event]->() RETURN count(*) AS n')[0].n), fs.statSync(path).size);
  const window = (days) => `e.day >= ${days[0]} AND e.day <= ${days[1]}`;
  await measure('Q2', 1, () => sum(rows(`MATCH (a:Actor)-[e:Event]->(b:Actor) WHERE e.root=4 AND ${window(asked.w30)} AND a.id<>b.id
    RETURN CASE WHEN a.id<b.id THEN a.id ELSE b.id END AS x, CASE WHEN a.id<b.id THEN b.id ELSE a.id END AS y, count(*) AS v ORDER BY v DESC, x, y`)));
  const timeline = (days) => (actor) => rows(`MATCH (a:Actor {id:${actor}})-[e:Event]-(b:Actor) WHERE ${window(days)}
    RETURN e.day AS v, e.id AS i, e.code AS c, b.id AS o ORDER BY v, i`);
  await measure('Q3-hub-w90', 1, () => each(asked.hub, timeline(asked.w90)));
  await measure('Q3-act-w90', 100, () => each(asked.active, timeline(asked.w90)));
  await measure('Q3-med-full', 100, () => each(asked.middling, timeline(asked.all)));
  await measure('Q4-top', 1, () => each([asked.top], ([a, b]) =>
    rows(`MATCH (a:Actor {id:${a}})-[e:Event]-(b:Actor {id:${b}}) RETURN e.day AS v, e.id AS i ORDER BY v, i`)));
  for (const [name, where] of [['typed', 'r.root=4 AND '], ['any', '']]) {
    await measure(`Q5-${name}`, 50, () => best(asked.pairs.map(([a, b]) => rows(`MATCH p = (a:Actor {id:${a}})-[e:Event* SHORTEST 1..30
      (r, n | WHERE ${where}r.day >= ${from} AND r.day <= ${to})]-(b:Actor {id:${b}}) RETURN length(p) AS v LIMIT 1`)[0] || { v: null })));
  }
  await measure('Q7-degree-any', 1, () => sum(rows(`MATCH (a:Actor)-[e:Event]-(b:Actor) WHERE ${window(asked.w30)} AND a.id<>b.id
    RETURN a.id AS i, count(DISTINCT b.id) AS v ORDER BY v DESC, i LIMIT 10`)));
}

({ duckdb, kuzu })[peer]().then(() => process.exit(0), (error) => { console.error(String(error)); process.exit(1); });
