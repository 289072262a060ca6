import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObjectOrNull, jsonRows } from '../stored-json.ts'

/** What the store must know of an opinion; the rest of the object is kept with it and comes back as it was. */
type StoredOpinion = {
  readonly opinionId: string
  readonly consultation: string
  /** The packet that it answers. */
  readonly packetId: string
  /** ISO time. */
  readonly sentAt: string
}

/** What came back for a packet; removed with it. */
export interface Opinions {
  /** Replaces an opinion of the same id. */
  save(opinion: StoredOpinion): void
  /** Newest first. Of one that is damaged nothing but its consultation is sure to be there. */
  list(): readonly StoredOpinion[]
  /** Of one consultation, newest first. */
  of(consultation: string): readonly StoredOpinion[]
}

export function createOpinions(database: CipherDatabase): Opinions {
  const put = database.prepare(
    'INSERT OR REPLACE INTO opinions (id, consultation, packet, sent_at, json) VALUES (?, ?, ?, ?, ?)',
  )
  type Row = { readonly consultation: string; readonly json: string }
  const list = database.prepare<Row>('SELECT consultation, json FROM opinions ORDER BY sent_at DESC, rowid DESC')
  const of = database.prepare<Row>(
    'SELECT consultation, json FROM opinions WHERE consultation = ? ORDER BY sent_at DESC, rowid DESC',
  )
  const toOpinion = ({ consultation, json }: Row) =>
    ({ ...jsonObjectOrNull<object>(json), consultation }) as StoredOpinion
  return {
    save(opinion) {
      const { opinionId, consultation, packetId, sentAt } = opinion
      put.run(opinionId, consultation, packetId, sentAt, JSON.stringify(opinion))
    },
    list: () => list.all().map(toOpinion),
    of: (consultation) => of.all(consultation).map(toOpinion),
  }
}

/** What was made of a consultation here, under keys that the caller makes of what went in. It goes with the consultation. */
export interface ConsultationResults {
  /** As JSON holds it; null where there is none. */
  find(consultation: string, key: string): object | null
  /** In the place of what stood under the same key. */
  keep(consultation: string, key: string, result: object): void
  /** All of one consultation. */
  forget(consultation: string): void
}

export function createConsultationResults(database: CipherDatabase): ConsultationResults {
  const find = database.prepare<{ readonly json: string }>(
    'SELECT json FROM consultation_results WHERE consultation = ? AND key = ?',
  )
  const keep = database.prepare(
    'INSERT OR REPLACE INTO consultation_results (consultation, key, json) VALUES (?, ?, ?)',
  )
  const forget = database.prepare('DELETE FROM consultation_results WHERE consultation = ?')
  return {
    find(consultation, key) {
      return jsonObjectOrNull<object>(find.get(consultation, key)?.json)
    },
    keep: (consultation, key, result) => void keep.run(consultation, key, JSON.stringify(result)),
    forget: (consultation) => void forget.run(consultation),
  }
}

/** What the store must know of a routing; the rest of the object is kept with it and comes back as it was. */
type StoredRouting = { readonly answerId: string }

/** Whether a second opinion was suggested for an answer, and what the user did. They go with the answer. */
export interface Routings {
  /** Null where nothing was recorded. */
  find(answerId: string): StoredRouting | null
  list(): readonly StoredRouting[]
  /** In the place of the same one; nothing where the answer was removed meanwhile. */
  save(routing: StoredRouting): void
}

export function createRoutings(database: CipherDatabase): Routings {
  const find = database.prepare<{ readonly json: string }>('SELECT json FROM routings WHERE answer = ?')
  const list = database.prepare<{ readonly json: string }>(
    'SELECT routings.json FROM routings JOIN answers ON answers.id = routings.answer ORDER BY answers.asked_at, answers.id',
  )
  const put = database.prepare('INSERT OR REPLACE INTO routings (answer, json) SELECT id, ? FROM answers WHERE id = ?')
  return {
    find(answerId) {
      return jsonObjectOrNull<StoredRouting>(find.get(answerId)?.json)
    },
    list: () => jsonRows<StoredRouting>(list.all()),
    save: (routing) => void put.run(JSON.stringify(routing), routing.answerId),
  }
}

/** What the store must know of a decision; the rest of the object is kept with it and comes back as it was. */
type StoredDecision = {
  readonly decisionId: string
  readonly consultation: string
  /** ISO time. */
  readonly decidedAt: string
}

/** Who turned out to be right where opinions differ. They go with their consultation. */
export interface Decisions {
  /** Oldest first. */
  list(): readonly StoredDecision[]
  /** In the place of the same one. */
  save(decision: StoredDecision): void
  /** All of one consultation. */
  forget(consultation: string): void
}

export function createDecisions(database: CipherDatabase): Decisions {
  const list = database.prepare<{ readonly json: string }>('SELECT json FROM decisions ORDER BY decided_at, id')
  const put = database.prepare(
    'INSERT OR REPLACE INTO decisions (id, consultation, decided_at, json) VALUES (?, ?, ?, ?)',
  )
  const forget = database.prepare('DELETE FROM decisions WHERE consultation = ?')
  return {
    list: () => jsonRows<StoredDecision>(list.all()),
    save(decision) {
      const { decisionId, consultation, decidedAt } = decision
      put.run(decisionId, consultation, decidedAt, JSON.stringify(decision))
    },
    forget: (consultation) => void forget.run(consultation),
  }
}
