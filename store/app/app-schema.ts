import { EVALUATION_TABLES } from '../evaluation-rows.ts'
import type { StoreKind } from '../store-file.ts'

/** app.db. */
export const APP_STORE: StoreKind = {
  notThis: 'failures.store.notStoreOfApp',
  applicationId: 0x436f_4170,
  cacheBytes: 8 * 2 ** 20,
  migrations: [
    `
    CREATE TABLE settings (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;

    -- name_key is the name as it is compared. The key of a matter that is being deleted is gone already.
    CREATE TABLE matters (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      name_key TEXT NOT NULL UNIQUE,
      subtitle TEXT NOT NULL,
      wrapped_key BLOB,
      state TEXT NOT NULL CHECK (state IN ('creating', 'ready', 'deleting')),
      created_at TEXT NOT NULL,
      archived INTEGER NOT NULL DEFAULT 0,
      sample INTEGER NOT NULL,
      documents INTEGER NOT NULL DEFAULT 0,
      bytes INTEGER NOT NULL DEFAULT 0,
      CHECK ((wrapped_key IS NULL) = (state = 'deleting'))
    );

    -- Outlives the matter, so that a deletion cannot hide that there was a record.
    CREATE TABLE ledger_heads (matter TEXT PRIMARY KEY, seq INTEGER NOT NULL, hash TEXT NOT NULL) WITHOUT ROWID;

    CREATE TABLE ledger (
      seq INTEGER PRIMARY KEY,
      time TEXT NOT NULL,
      kind TEXT NOT NULL,
      data TEXT NOT NULL,
      previous TEXT NOT NULL,
      hash TEXT NOT NULL
    );
    `,
    `
    -- Knowledge packs that were taken in, as the files of their folders.
    CREATE TABLE packs (name TEXT PRIMARY KEY, added_at TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE pack_files (
      pack TEXT NOT NULL REFERENCES packs (name) ON DELETE CASCADE,
      path TEXT NOT NULL,
      text TEXT NOT NULL,
      PRIMARY KEY (pack, path)
    ) WITHOUT ROWID;
    `,
    `
    -- Cloud models that the user set up (JSON), each with the key that opens it.
    CREATE TABLE providers (name TEXT PRIMARY KEY, json TEXT NOT NULL, key TEXT) WITHOUT ROWID;
    `,
    `
    -- Knowledge cards (JSON). What they did is counted for ever: no count can be lowered, and no card with one be removed.
    CREATE TABLE cards (
      id TEXT PRIMARY KEY,
      created_at TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('draft', 'tested', 'approved', 'retired')),
      json TEXT NOT NULL,
      retrieved INTEGER NOT NULL DEFAULT 0,
      helped INTEGER NOT NULL DEFAULT 0,
      hurt INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID;
    CREATE INDEX cards_status ON cards (status);
    CREATE TRIGGER cards_counts_grow BEFORE UPDATE ON cards
    WHEN new.retrieved < old.retrieved OR new.helped < old.helped OR new.hurt < old.hurt
    BEGIN SELECT raise(ABORT, 'what a card did is counted for ever'); END;
    CREATE TRIGGER cards_used_stay BEFORE DELETE ON cards WHEN old.retrieved + old.helped + old.hurt > 0
    BEGIN SELECT raise(ABORT, 'what a card did is counted for ever'); END;
    ${EVALUATION_TABLES}
    `,
  ],
}
