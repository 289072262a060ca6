import type { CipherDatabase } from '../cipher-database.ts'
import { NotFoundError } from '../store-errors.ts'
import { jsonObject, jsonRows } from '../json-rows.ts'

/** What the store must know of a packet; the rest of the object is kept with it and comes back as it was. */
export type StoredPacket = {
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
  /** Throws `NotFoundError`. */
  get(packetId: string): StoredPacket
  /** Overwrites it, in the file and in its log, with the opinion on it. Throws `NotFoundError`. */
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
    get: (packetId) => jsonObject((byId.get(packetId) ?? missing(packetId)).json, `The outgoing text ${packetId}`),
    remove(packetId) {
      database.transaction(() => {
        removeOpinions.run(packetId)
        if (remove.run(packetId).changes === 0) missing(packetId)
      })
      database.flush()
    },
  }
}

function missing(packetId: string): never {
  throw new NotFoundError(`There is no packet ${packetId}.`)
}
