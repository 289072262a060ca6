import type { CipherDatabase } from '../cipher-database.ts'
import { jsonRows } from '../json-rows.ts'

/** What the store must know of an opinion; the rest of the object is kept with it and comes back as it was. */
export type StoredOpinion = {
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
  /** Newest first. */
  list(): readonly StoredOpinion[]
  /** Of one consultation, newest first. */
  of(consultation: string): readonly StoredOpinion[]
}

export function createOpinions(database: CipherDatabase): Opinions {
  const put = database.prepare(
    'INSERT OR REPLACE INTO opinions (id, consultation, packet, sent_at, json) VALUES (?, ?, ?, ?, ?)',
  )
  const list = database.prepare<{ json: string }>('SELECT json FROM opinions ORDER BY sent_at DESC, rowid DESC')
  const of = database.prepare<{ json: string }>(
    'SELECT json FROM opinions WHERE consultation = ? ORDER BY sent_at DESC, rowid DESC',
  )
  return {
    save(opinion) {
      const { opinionId, consultation, packetId, sentAt } = opinion
      put.run(opinionId, consultation, packetId, sentAt, JSON.stringify(opinion))
    },
    list: () => jsonRows<StoredOpinion>(list.all()),
    of: (consultation) => jsonRows<StoredOpinion>(of.all(consultation)),
  }
}
