import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObjectOrNull, jsonRows } from '../json-rows.ts'

/** What the store must know of a routing; the rest of the object is kept with it and comes back as it was. */
export type StoredRouting = { readonly answerId: string }

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
