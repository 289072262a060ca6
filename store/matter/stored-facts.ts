import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { CipherDatabase } from '../cipher-database.ts'
import { damagedError, jsonColumn } from '../stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What is said of a matter. What relations and arguments mean is nothing that the store knows of. Days are YYYY-MM-DD. */
export type FactStatement = {
  readonly relation: string
  readonly args: readonly string[]
  readonly holds: 'yes' | 'no' | 'unknown'
  readonly at: string | null
  readonly validFrom: string | null
  readonly validTo: string | null
}

/** Where in a reading of a document it stands, and the model that found it; null: a person did. */
export type FactPlace = {
  readonly documentId: string
  readonly textVersion: number
  readonly page: number | null
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly byOcr: boolean
  readonly model: string | null
}

export type StoredFact = FactStatement & {
  readonly id: string
  readonly state: 'proposed' | 'confirmed' | 'rejected'
  readonly enteredAt: string
  /** Who entered it; null: it was read from a document. */
  readonly enteredBy: string | null
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly place: FactPlace | null
}

/** Functions that take an id throw `NOT_FOUND`. */
export interface Facts {
  /** Another one after every change; for what is derived from facts. */
  readonly revision: string
  /** In the order in which they came. */
  list(): readonly StoredFact[]
  /** Those of a document that say the same, whatever their state and place. */
  sayingSame(statement: FactStatement, documentId: string): readonly StoredFact[]
  get(id: string): StoredFact
  /** Null where it is gone, or damaged. */
  find(id: string): StoredFact | null
  add(fact: Omit<StoredFact, 'id'>): StoredFact
  /** Puts another one in its place and overwrites it. */
  replace(id: string, fact: Omit<StoredFact, 'id'>): StoredFact
  /** `statement`: what it says instead. */
  decide(id: string, decision: FactDecision, statement?: FactStatement): StoredFact
  /** Overwrites it, in the file and in its log. */
  remove(id: string): void
}

type FactDecision = {
  readonly state: 'confirmed' | 'rejected'
  readonly decidedBy: string
  readonly decidedAt: string
}

type Row = Omit<StoredFact, 'args' | 'place'> & {
  readonly args: string
  readonly documentId: string | null
  readonly textVersion: number | null
  readonly page: number | null
  readonly start: number | null
  readonly end: number | null
  readonly quote: string | null
  readonly byOcr: number | null
  readonly model: string | null
}

const SELECT = `
  SELECT id, relation, args, holds, at, valid_from AS validFrom, valid_to AS validTo, state, entered_at AS enteredAt,
    entered_by AS enteredBy, decided_by AS decidedBy, decided_at AS decidedAt, document AS documentId,
    text_version AS textVersion, page, start, "end", quote, by_ocr AS byOcr, model
  FROM facts`
const INSERT = `
  INSERT INTO facts (id, relation, args, holds, at, valid_from, valid_to, state, entered_at, entered_by, decided_by,
    decided_at, document, text_version, page, start, "end", quote, by_ocr, model)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
const STATE = `
  UPDATE facts SET relation = ?, args = ?, holds = ?, at = ?, valid_from = ?, valid_to = ?, state = ?, decided_by = ?,
    decided_at = ?
  WHERE id = ?`

export function createFacts(database: CipherDatabase): Facts {
  const list = database.prepare<Row>(`${SELECT} ORDER BY ordinal`)
  const same = database.prepare<Row>(
    `${SELECT} WHERE document = ? AND relation = ? AND args = ? AND holds = ? AND at IS ? ORDER BY ordinal`,
  )
  const byId = database.prepare<Row>(`${SELECT} WHERE id = ?`)
  const insert = database.prepare(INSERT)
  const update = database.prepare(STATE)
  const remove = database.prepare('DELETE FROM facts WHERE id = ?')
  // Removing a document changes facts as well.
  const version = database.prepare<{ version: string }>(
    "SELECT count(*) || ' ' || coalesce(max(ordinal), 0) || ' ' || coalesce(sum(document IS NULL), 0) AS version FROM facts",
  )
  const opened = randomUUID()
  let changes = 0

  const get = (id: string) => sureFact(byId.get(id))
  const add = (fact: Omit<StoredFact, 'id'>): StoredFact => {
    changes += 1
    const id = randomUUID()
    const { state, enteredAt, enteredBy, decidedBy, decidedAt, place } = fact
    insert.run(id, ...statementColumns(fact), state, enteredAt, enteredBy, decidedBy, decidedAt, ...placeColumns(place))
    return get(id)
  }
  const drop = (id: string) => {
    changes += 1
    if (remove.run(id).changes === 0) throw missing()
  }
  return {
    get revision() {
      return `${opened} ${changes} ${version.get()?.version}`
    },
    find: (id) => foundFact(byId.get(id)),
    list: () => list.all().flatMap((row) => toFact(row) ?? []),
    sayingSame: ({ relation, args, holds, at }, documentId) =>
      same.all(documentId, relation, JSON.stringify(args), holds, at).flatMap((row) => toFact(row) ?? []),
    get,
    add,
    replace(id, fact) {
      const made = database.transaction(() => {
        drop(id)
        return add(fact)
      })
      database.flush()
      return made
    },
    decide(id, { state, decidedBy, decidedAt }, statement) {
      changes += 1
      update.run(...statementColumns(statement ?? get(id)), state, decidedBy, decidedAt, id)
      return get(id)
    },
    remove(id) {
      drop(id)
      database.flush()
    },
  }
}

function statementColumns({ relation, args, holds, at, validFrom, validTo }: FactStatement) {
  return [relation, JSON.stringify(args), holds, at, validFrom, validTo]
}

function placeColumns(place: FactPlace | null) {
  if (!place) return [null, null, null, null, null, null, null, null]
  const { documentId, textVersion, page, start, end, quote, byOcr, model } = place
  return [documentId, textVersion, page, start, end, quote, byOcr ? 1 : 0, model]
}

const Arguments = z.array(z.string())

function sureFact(row: Row | undefined): StoredFact {
  if (!row) throw missing()
  const fact = toFact(row)
  if (!fact) throw damagedError(message('failures.store.theFact'))
  return fact
}

function foundFact(row: Row | undefined): StoredFact | null {
  return row ? toFact(row) : null
}

/** Null where it is damaged. */
function toFact({
  args,
  documentId,
  textVersion,
  page,
  start,
  end,
  quote,
  byOcr,
  model,
  ...row
}: Row): StoredFact | null {
  const read = jsonColumn<readonly string[] | null>(args, Arguments, () => null)
  return read && { ...row, args: read, place: placeOf() }

  function placeOf(): FactPlace | null {
    if (documentId === null || textVersion === null || start === null || end === null || quote === null) return null
    return { documentId, textVersion, page, start, end, quote, byOcr: byOcr === 1, model }
  }
}

function missing(): Failure {
  return new Failure('NOT_FOUND', message('failures.facts.gone'))
}

/** Which pieces of which readings were looked through for facts. The caller makes the keys: piece, model and what was looked for. */
export interface ProposalsRead {
  has(textVersionId: number, key: string): boolean
  add(textVersionId: number, key: string): void
}

export function createProposalsRead(database: CipherDatabase): ProposalsRead {
  const has = database.prepare('SELECT 1 FROM proposals_read WHERE text_version = ? AND key = ?')
  // The reading may have been removed meanwhile.
  const add = database.prepare(
    'INSERT OR IGNORE INTO proposals_read (text_version, key) SELECT id, ? FROM text_versions WHERE id = ?',
  )
  return {
    has: (textVersionId, key) => has.get(textVersionId, key) !== undefined,
    add: (textVersionId, key) => void add.run(key, textVersionId),
  }
}
