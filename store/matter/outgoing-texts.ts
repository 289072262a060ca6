import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObject, jsonObjectOrNull, jsonRows } from '../stored-json.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** What the store must know of a packet; the rest of the object is kept with it and comes back as it was. */
type StoredPacket = {
  readonly packetId: string
  /** One question with all packets and opinions on it. */
  readonly consultation: string
  readonly state: string
  /** ISO time. */
  readonly createdAt: string
}

/** What was prepared to leave: drafts, and what was sent, refused or given up, with its exact bytes. */
export interface Packets {
  /** Replaces a packet of the same id. On the disk when it returns. */
  save(packet: StoredPacket): void
  /** Newest first. */
  list(): readonly StoredPacket[]
  /** Of one consultation, newest first. */
  of(consultation: string): readonly StoredPacket[]
  /** Newest first. */
  inState(state: string): readonly StoredPacket[]
  /** Throws `NOT_FOUND`. */
  get(packetId: string): StoredPacket
  /** Overwrites it, in the file and in its log, with the opinion on it. Throws `NOT_FOUND`. */
  remove(packetId: string): void
}

export function createPackets(database: CipherDatabase): Packets {
  const put = database.prepare(
    `INSERT INTO packets (id, consultation, state, created_at, json) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET consultation = excluded.consultation, state = excluded.state, json = excluded.json`,
  )
  const list = database.prepare<{ json: string }>('SELECT json FROM packets ORDER BY created_at DESC, rowid DESC')
  const of = database.prepare<{ json: string }>(
    'SELECT json FROM packets WHERE consultation = ? ORDER BY created_at DESC, rowid DESC',
  )
  const inState = database.prepare<{ json: string }>(
    'SELECT json FROM packets WHERE state = ? ORDER BY created_at DESC, rowid DESC',
  )
  const byId = database.prepare<{ json: string }>('SELECT json FROM packets WHERE id = ?')
  const removeOpinions = database.prepare('DELETE FROM opinions WHERE packet = ?')
  const remove = database.prepare('DELETE FROM packets WHERE id = ?')
  return {
    save(packet) {
      const { packetId, consultation, state, createdAt } = packet
      database.durably(() => put.run(packetId, consultation, state, createdAt, JSON.stringify(packet)))
    },
    list: () => jsonRows<StoredPacket>(list.all()),
    of: (consultation) => jsonRows<StoredPacket>(of.all(consultation)),
    inState: (state) => jsonRows<StoredPacket>(inState.all(state)),
    get: (packetId) => jsonObject((byId.get(packetId) ?? missing()).json, message('failures.store.theOutgoingText')),
    remove(packetId) {
      database.transaction(() => {
        removeOpinions.run(packetId)
        if (remove.run(packetId).changes === 0) missing()
      })
      database.flush()
    },
  }
}

function missing(): never {
  throw new Failure('NOT_FOUND', message('failures.outgoing.gone'))
}

/** What the store must know of an entry of the map; the rest of the object is kept with it and comes back as it was. */
export type StoredPseudonym = { readonly pseudonym: string }

/** What stands for whom in what leaves. It is never sent. */
export interface Pseudonyms {
  /** In the order in which they were given out. Of one that is damaged nothing but the pseudonym is there. */
  list(): readonly StoredPseudonym[]
  /** Adds or replaces; one that was given out once is never taken back. */
  save(pseudonyms: readonly StoredPseudonym[]): void
}

export function createPseudonyms(database: CipherDatabase): Pseudonyms {
  const list = database.prepare<StoredPseudonym & { json: string }>(
    'SELECT pseudonym, json FROM pseudonyms ORDER BY ordinal',
  )
  const put = database.prepare(
    `INSERT INTO pseudonyms (pseudonym, ordinal, json)
     VALUES (?, (SELECT coalesce(max(ordinal), 0) + 1 FROM pseudonyms), ?)
     ON CONFLICT (pseudonym) DO UPDATE SET json = excluded.json`,
  )
  return {
    list: () => list.all().map(({ pseudonym, json }) => ({ ...jsonObjectOrNull<object>(json), pseudonym })),
    save: (pseudonyms) =>
      database.transaction(() => {
        for (const one of pseudonyms) put.run(one.pseudonym, JSON.stringify(one))
      }),
  }
}

/** A name, number or place that must never leave, as a person typed it, with the kind of identifier that it is. */
export type StoredTerm = { readonly term: string; readonly type: string; readonly addedAt: string }

/** The matter's own list. Upper and lower case are the same. */
export interface KnownTerms {
  /** In the order of the terms. */
  list(): readonly StoredTerm[]
  /** In the place of the same term. */
  add(term: StoredTerm): void
  /** Overwrites it, in the file and in its log. Throws `NOT_FOUND`. */
  remove(term: string): void
}

export function createKnownTerms(database: CipherDatabase): KnownTerms {
  const list = database.prepare<StoredTerm>('SELECT term, type, added_at AS addedAt FROM known_terms ORDER BY term_key')
  const put = database.prepare(
    'INSERT OR REPLACE INTO known_terms (term_key, term, type, added_at) VALUES (?, ?, ?, ?)',
  )
  const remove = database.prepare('DELETE FROM known_terms WHERE term_key = ?')
  return {
    list: () => list.all(),
    add: ({ term, type, addedAt }) => void put.run(termKey(term), term, type, addedAt),
    remove(term) {
      if (remove.run(termKey(term)).changes === 0)
        throw new Failure('NOT_FOUND', message('failures.outgoing.wordNotListed', { word: term }))
      database.flush()
    },
  }
}

function termKey(term: string): string {
  return term.normalize('NFKC').trim().toLowerCase()
}
