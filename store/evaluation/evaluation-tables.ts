/**
 * Question sets and their runs; in app.db those that belong to no matter, in a matter's file its own, for they hold its
 * words. Part of the migrations of both, so it is never changed.
 */
export const EVALUATION_TABLES = `
  CREATE TABLE evaluation_sets (id TEXT PRIMARY KEY, added_at TEXT NOT NULL, json TEXT NOT NULL);
  CREATE TABLE evaluation_questions (
    ordinal INTEGER PRIMARY KEY,
    set_id TEXT NOT NULL REFERENCES evaluation_sets (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (set_id, id)
  );
  CREATE TABLE evaluation_runs (id TEXT PRIMARY KEY, number INTEGER NOT NULL UNIQUE, json TEXT NOT NULL);
  CREATE TABLE evaluation_rows (
    ordinal INTEGER PRIMARY KEY,
    run TEXT NOT NULL REFERENCES evaluation_runs (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    json TEXT NOT NULL,
    UNIQUE (run, id)
  );
`
