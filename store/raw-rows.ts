import type { CipherDatabase } from './cipher-database.ts'

/** Tables whose rows hold what their readers shape, as JSON in one column; with what names a row among all of its table. */
const RAW_TABLES = {
  answers: { id: 'id', json: 'json' },
  opinions: { id: 'id', json: 'json' },
  packets: { id: 'id', json: 'json' },
  decisions: { id: 'id', json: 'json' },
  corrections: { id: 'id', json: 'json' },
  routings: { id: 'answer', json: 'json' },
  pseudonyms: { id: 'pseudonym', json: 'json' },
  settings: { id: 'key', json: 'json' },
  facts: { id: 'id', json: 'args' },
  drafts: { id: 'name', json: "CASE WHEN json_valid(pages) THEN coalesce(result, 'null') ELSE pages END" },
  cards: { id: 'id', json: 'json' },
  providers: { id: 'name', json: 'json' },
  evaluation_sets: { id: 'id', json: 'json' },
  evaluation_questions: { id: "id || ' of ' || set_id", json: 'json' },
  evaluation_runs: { id: 'id', json: 'json' },
  evaluation_rows: { id: "id || ' of ' || run", json: 'json' },
} as const
export type RawTable = keyof typeof RAW_TABLES

/** A row as it is written, whatever became of it. */
export type RawRow = { readonly id: string; readonly text: string }

export function rawRows(database: CipherDatabase, table: RawTable): readonly RawRow[] {
  const { id, json } = RAW_TABLES[table]
  return database.prepare<RawRow>(`SELECT ${id} AS id, ${json} AS text FROM ${table} ORDER BY 1`).all()
}
