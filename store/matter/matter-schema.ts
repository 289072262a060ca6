import { EVALUATION_TABLES } from '../evaluation-rows.ts'
import type { StoreKind } from '../store-file.ts'

/** What jobs over whole documents have written so far (JSON), a piece of one reading each, so that one that was cut off goes on. */
const SURVEY_CELLS = `
    CREATE TABLE survey_cells (
      document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      json TEXT NOT NULL,
      PRIMARY KEY (document, key)
    ) WITHOUT ROWID;
    CREATE INDEX survey_cells_text_version ON survey_cells (text_version);
    `

/** matters/<id>.db. Ids that the index outside keeps (text versions, passages) are never used twice: AUTOINCREMENT. */
export const MATTER_STORE: StoreKind = {
  notThis: 'failures.store.notStoreOfMatter',
  applicationId: 0x436f_4d61,
  cacheBytes: 128 * 2 ** 20,
  migrations: [
    `
    CREATE TABLE settings (key TEXT PRIMARY KEY, json TEXT NOT NULL) WITHOUT ROWID;

    -- sha256 is null while the bytes are being written, and again once no document has them any more.
    CREATE TABLE content (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sha256 TEXT UNIQUE,
      bytes INTEGER NOT NULL DEFAULT 0,
      media_type TEXT NOT NULL
    );
    CREATE TABLE chunks (
      content INTEGER NOT NULL REFERENCES content (id),
      ordinal INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      UNIQUE (content, ordinal)
    );

    CREATE TABLE text_versions (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      content INTEGER NOT NULL REFERENCES content (id),
      reader TEXT NOT NULL,
      options TEXT NOT NULL,
      superseded INTEGER NOT NULL DEFAULT 0,
      complete INTEGER NOT NULL DEFAULT 0,
      characters INTEGER NOT NULL DEFAULT 0,
      passages INTEGER NOT NULL DEFAULT 0
    );
    CREATE UNIQUE INDEX text_versions_current ON text_versions (content, reader, options) WHERE NOT superseded;
    CREATE INDEX text_versions_content ON text_versions (content);

    CREATE TABLE pages (
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      number INTEGER,
      label TEXT,
      state TEXT NOT NULL CHECK (state IN ('text', 'ocr', 'empty', 'failed')),
      reason TEXT,
      characters INTEGER NOT NULL,
      width REAL,
      height REAL,
      text TEXT NOT NULL,
      words BLOB,
      -- Headings, paragraphs, tables: what a later splitting needs (JSON).
      blocks TEXT NOT NULL,
      UNIQUE (text_version, ordinal)
    );

    CREATE TABLE passages (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      page INTEGER,
      section TEXT NOT NULL,
      index_text TEXT NOT NULL,
      ends_with_text INTEGER NOT NULL,
      UNIQUE (text_version, ordinal)
    );

    CREATE TABLE embedders (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      revision TEXT NOT NULL UNIQUE,
      dimensions INTEGER NOT NULL
    );
    CREATE TABLE vectors (
      embedder INTEGER NOT NULL REFERENCES embedders (id),
      passage INTEGER NOT NULL REFERENCES passages (id) ON DELETE CASCADE,
      vector BLOB NOT NULL,
      UNIQUE (passage, embedder)
    );
    -- How many passages of a text version have a vector, so that listing documents need not count.
    CREATE TABLE embedded (
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      embedder INTEGER NOT NULL REFERENCES embedders (id),
      passages INTEGER NOT NULL,
      PRIMARY KEY (text_version, embedder)
    ) WITHOUT ROWID;

    CREATE TABLE documents (
      id TEXT PRIMARY KEY,
      root TEXT NOT NULL,
      path TEXT NOT NULL,
      content INTEGER REFERENCES content (id),
      text_version INTEGER REFERENCES text_versions (id),
      state TEXT NOT NULL,
      error TEXT,
      warnings TEXT NOT NULL DEFAULT '[]',
      media_type TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      added_at TEXT NOT NULL,
      pages INTEGER NOT NULL DEFAULT 0,
      pages_done INTEGER NOT NULL DEFAULT 0,
      pages_with_text INTEGER NOT NULL DEFAULT 0,
      pages_by_ocr INTEGER NOT NULL DEFAULT 0,
      pages_empty INTEGER NOT NULL DEFAULT 0,
      pages_failed INTEGER NOT NULL DEFAULT 0,
      UNIQUE (root, path)
    );
    CREATE INDEX documents_path ON documents (path);
    CREATE INDEX documents_content ON documents (content);
    CREATE INDEX documents_text_version ON documents (text_version);

    -- Content that a document had before its file changed; kept while an answer cites it.
    CREATE TABLE earlier_content (
      document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
      PRIMARY KEY (document, content)
    ) WITHOUT ROWID;
    CREATE INDEX earlier_content_content ON earlier_content (content);

    CREATE TABLE jobs (
      id TEXT PRIMARY KEY,
      document TEXT REFERENCES documents (id) ON DELETE CASCADE,
      path TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'paused', 'cancelled', 'done', 'failed')),
      stage TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      error TEXT,
      queue_order INTEGER NOT NULL,
      queued_at TEXT NOT NULL,
      started_at TEXT,
      ended_at TEXT
    );
    CREATE INDEX jobs_state ON jobs (state, queue_order);
    CREATE INDEX jobs_order ON jobs (queue_order);
    CREATE INDEX jobs_document ON jobs (document);

    CREATE TABLE answers (
      id TEXT PRIMARY KEY,
      asked_at TEXT NOT NULL,
      question TEXT NOT NULL,
      follows TEXT,
      model_sha256 TEXT,
      json TEXT NOT NULL
    );
    CREATE INDEX answers_asked_at ON answers (asked_at);
    CREATE TABLE answer_text_versions (
      answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      PRIMARY KEY (answer, text_version)
    ) WITHOUT ROWID;
    CREATE INDEX answer_text_versions_text_version ON answer_text_versions (text_version);

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
    -- The message or archive that a document lies in. Its own reading settings, and the password that opens it.
    ALTER TABLE documents ADD COLUMN parent TEXT REFERENCES documents (id);
    ALTER TABLE documents ADD COLUMN ocr TEXT CHECK (ocr IN ('auto', 'never', 'always'));
    ALTER TABLE documents ADD COLUMN password TEXT;
    -- When its file was last changed, in ms since 1970, as it was when it was queued; null where there is no file.
    ALTER TABLE documents ADD COLUMN modified_ms INTEGER;
    CREATE INDEX documents_parent ON documents (parent);

    -- How sure the recognition was of each word, one byte a word; null where the letters come from the file.
    ALTER TABLE pages ADD COLUMN confidences BLOB;

    -- The files inside a document, as one reading found them.
    CREATE TABLE attachments (
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      content INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
      PRIMARY KEY (text_version, name)
    ) WITHOUT ROWID;
    CREATE INDEX attachments_content ON attachments (content);

    -- "see clause 7.3": where it stands in the whole text, and the part that it names.
    CREATE TABLE cross_references (
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      start INTEGER NOT NULL,
      "end" INTEGER NOT NULL,
      target_start INTEGER NOT NULL,
      target_end INTEGER NOT NULL,
      PRIMARY KEY (text_version, start)
    ) WITHOUT ROWID;
    `,
    `
    -- args: JSON, as they were written. Of a fact from a document, where it stands; of one that a person entered, by whom.
    CREATE TABLE facts (
      ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      relation TEXT NOT NULL,
      args TEXT NOT NULL,
      holds TEXT NOT NULL CHECK (holds IN ('yes', 'no', 'unknown')),
      at TEXT,
      valid_from TEXT,
      valid_to TEXT,
      state TEXT NOT NULL CHECK (state IN ('proposed', 'confirmed', 'rejected')),
      entered_at TEXT NOT NULL,
      entered_by TEXT,
      decided_by TEXT,
      decided_at TEXT,
      document TEXT REFERENCES documents (id) ON DELETE SET NULL,
      text_version INTEGER REFERENCES text_versions (id) ON DELETE SET NULL,
      page INTEGER,
      start INTEGER,
      "end" INTEGER,
      quote TEXT,
      by_ocr INTEGER,
      model TEXT
    );
    CREATE INDEX facts_document ON facts (document);
    CREATE INDEX facts_text_version ON facts (text_version);

    -- What was read for proposals already, so that an interrupted reading goes on and nothing is proposed twice.
    CREATE TABLE proposals_read (
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      PRIMARY KEY (text_version, key)
    ) WITHOUT ROWID;
    `,
    `
    -- What the user has accepted as it is: its state and contents at that time, so that any change asks anew.
    ALTER TABLE documents ADD COLUMN accepted TEXT;
    -- How long this reading may take, where the user gave it longer.
    ALTER TABLE jobs ADD COLUMN limit_ms INTEGER;
    -- What a reading found out beside the text (JSON); it holds for every document that has the same bytes.
    ALTER TABLE text_versions ADD COLUMN found TEXT;
    `,
    `
    -- What stands for whom in what leaves (JSON). Never sent; it dies with the matter.
    CREATE TABLE pseudonyms (pseudonym TEXT PRIMARY KEY, ordinal INTEGER NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;

    -- The matter's own list of what must never leave. term_key is the term as it is compared.
    CREATE TABLE known_terms (
      term_key TEXT PRIMARY KEY,
      term TEXT NOT NULL,
      type TEXT NOT NULL,
      added_at TEXT NOT NULL
    ) WITHOUT ROWID;

    -- Packets with their exact outgoing bytes, whatever became of them; and what came back (JSON).
    CREATE TABLE packets (
      id TEXT PRIMARY KEY,
      consultation TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at TEXT NOT NULL,
      json TEXT NOT NULL
    );
    CREATE INDEX packets_consultation ON packets (consultation);
    CREATE TABLE opinions (
      id TEXT PRIMARY KEY,
      consultation TEXT NOT NULL,
      packet TEXT NOT NULL REFERENCES packets (id),
      sent_at TEXT NOT NULL,
      json TEXT NOT NULL
    );
    CREATE INDEX opinions_consultation ON opinions (consultation);
    CREATE INDEX opinions_packet ON opinions (packet);
    `,
    `
    -- What each page adds to the warnings of its document (JSON), for a reading that goes on after an interruption.
    ALTER TABLE pages ADD COLUMN noticed TEXT;
    `,
    `
    -- Numbers of the pages (JSON) that a person wants recognised instead of their own text. They hold for these bytes only.
    ALTER TABLE documents ADD COLUMN ocr_pages TEXT NOT NULL DEFAULT '[]';
    `,
    `
    -- Questions that were answered wrong, with what is right (JSON). Cards, which are general, know only their ids.
    CREATE TABLE corrections (id TEXT PRIMARY KEY, created_at TEXT NOT NULL, json TEXT NOT NULL) WITHOUT ROWID;
    ${EVALUATION_TABLES}
    ${SURVEY_CELLS}
    `,
    `
    -- What was made of a consultation here (JSON): how sentences stand to each other, what may explain it. It can be made again.
    CREATE TABLE consultation_results (
      consultation TEXT NOT NULL,
      key TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (consultation, key)
    ) WITHOUT ROWID;

    -- Who turned out to be right where opinions differ (JSON).
    CREATE TABLE decisions (
      id TEXT PRIMARY KEY,
      consultation TEXT NOT NULL,
      decided_at TEXT NOT NULL,
      json TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE INDEX decisions_consultation ON decisions (consultation);

    -- Whether a second opinion was suggested for an answer, why, and what the user did (JSON).
    CREATE TABLE routings (
      answer TEXT PRIMARY KEY REFERENCES answers (id) ON DELETE CASCADE,
      json TEXT NOT NULL
    ) WITHOUT ROWID;
    `,
    `
    -- Words of a document that a person marked, with a note. Its place is in the text that the document shows; null: the words no
    -- longer stand there.
    CREATE TABLE highlights (
      ordinal INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
      quote TEXT NOT NULL,
      before TEXT NOT NULL,
      behind TEXT NOT NULL,
      note TEXT NOT NULL,
      is_evidence INTEGER NOT NULL,
      made_at TEXT NOT NULL,
      made_by TEXT NOT NULL,
      page INTEGER,
      start INTEGER,
      "end" INTEGER
    );
    CREATE INDEX highlights_document ON highlights (document);
    `,
    `
    -- Texts under test. No documents: nothing here is indexed, cited or counted. pages, result: JSON.
    CREATE TABLE drafts (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      media_type TEXT NOT NULL,
      sha256 TEXT NOT NULL,
      added_at TEXT NOT NULL,
      pages TEXT NOT NULL,
      result TEXT,
      bytes BLOB NOT NULL
    );
    -- What was found of pieces of a draft (JSON), under what it depends on: a check that was cut off goes on. It quotes documents.
    CREATE TABLE draft_pieces (
      draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (draft, key)
    ) WITHOUT ROWID;
    CREATE TABLE draft_decisions (
      draft TEXT NOT NULL REFERENCES drafts (id) ON DELETE CASCADE,
      finding TEXT NOT NULL,
      json TEXT NOT NULL,
      PRIMARY KEY (draft, finding)
    ) WITHOUT ROWID;
    `,
    `
    -- What a document showed before its file was replaced by one with other bytes, to compare the two, and since when no longer.
    ALTER TABLE documents ADD COLUMN previous_version INTEGER REFERENCES text_versions (id) ON DELETE SET NULL;
    ALTER TABLE documents ADD COLUMN replaced_at TEXT;
    CREATE INDEX documents_previous_version ON documents (previous_version);
    `,
    `
    -- What the index has made of a text, so that opening a matter need not read all of it again. It can be made again.
    CREATE TABLE index_parts (
      text_version INTEGER NOT NULL REFERENCES text_versions (id) ON DELETE CASCADE,
      kind TEXT NOT NULL,
      form TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      bytes BLOB NOT NULL,
      UNIQUE (text_version, kind, ordinal)
    );
    `,
  ],
}
