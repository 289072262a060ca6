import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObjectOrNull } from '../json-rows.ts'

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
