// DuckDB as a peer of tests/bench/run: prints one JSON object. Only the work itself is timed.
//   peer_duckdb.mjs import DATA.csv FILE    a table of the file, checkpointed
//   peer_duckdb.mjs open FILE               label, score and three categories as arrays
import { DuckDBInstance } from "@duckdb/node-api";

const [action, ...files] = process.argv.slice(2);
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

async function importFile(data, file) {
  const began = performance.now();
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  await connection.run(
    `CREATE TABLE run AS SELECT * FROM read_csv(${quoted(data)}, header = true, columns = {id: 'VARCHAR',
     label: 'VARCHAR', score: 'DOUBLE', country: 'VARCHAR', plan: 'VARCHAR', channel: 'VARCHAR',
     amount: 'DOUBLE', comment: 'VARCHAR'})`,
  );
  await connection.run("CHECKPOINT");
  const seconds = (performance.now() - began) / 1000;
  const rows = (await connection.runAndReadAll("SELECT count(*) FROM run")).getRows()[0][0];
  return { seconds, rows: Number(rows) };
}

// Categories become codes, as in ours. DuckDB does the coding itself (enums): several times faster than making a
// string of each value here.
async function openTable(file) {
  const instance = await DuckDBInstance.create(file, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const began = performance.now();
  const categories = ["label", "country", "plan", "channel"];
  for (const name of categories)
    await connection.run(`CREATE TEMP TYPE ${name}_code AS ENUM (SELECT DISTINCT ${name} FROM run ORDER BY 1)`);
  const rows = Number((await connection.runAndReadAll("SELECT count(*) FROM run")).getRows()[0][0]);
  const score = new Float64Array(rows);
  const codes = categories.map(() => new Uint8Array(rows));
  const coded = categories.map((name) => `enum_code(${name}::${name}_code)`);
  const result = await connection.stream(`SELECT score, ${coded.join(", ")} FROM run`);
  let at = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) break;
    const scores = chunk.getColumnVector(0);
    for (let i = 0; i < chunk.rowCount; ++i) score[at + i] = scores.getItem(i);
    codes.forEach((out, column) => {
      const values = chunk.getColumnVector(column + 1);
      for (let i = 0; i < chunk.rowCount; ++i) out[at + i] = values.getItem(i);
    });
    at += chunk.rowCount;
  }
  return { seconds: (performance.now() - began) / 1000, rows: at, check: [score[7], ...codes.map((c) => c[7])] };
}

console.log(JSON.stringify(action === "import" ? await importFile(...files) : await openTable(...files)));
