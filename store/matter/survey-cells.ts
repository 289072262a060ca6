import type { CipherDatabase } from '../cipher-database.ts'
import { jsonObjectOrNull } from '../stored-json.ts'

/** Which piece of which job: the caller makes the keys, of what was asked and of the model that was asked. */
export type SurveyPlace = { readonly documentId: string; readonly textVersionId: number; readonly key: string }

/** What jobs over whole documents have written, a cell of a table or the lines of a section each. They last as long as the reading. */
export interface SurveyCells {
  /** As JSON holds it; null where there is none of this reading. */
  find(place: SurveyPlace): object | null
  /** Replaces what another reading of the document gave. Keeps nothing where document or reading were removed meanwhile. */
  keep(place: SurveyPlace, cell: object): void
  forget(place: SurveyPlace): void
}

export function createSurveyCells(database: CipherDatabase): SurveyCells {
  const find = database.prepare<{ readonly json: string }>(
    'SELECT json FROM survey_cells WHERE document = ? AND key = ? AND text_version = ?',
  )
  const keep = database.prepare(`
    INSERT OR REPLACE INTO survey_cells (document, key, text_version, json)
    SELECT documents.id, ?, text_versions.id, ? FROM documents, text_versions
    WHERE documents.id = ? AND text_versions.id = ?`)
  const forget = database.prepare('DELETE FROM survey_cells WHERE document = ? AND key = ?')
  return {
    find({ documentId, key, textVersionId }) {
      return jsonObjectOrNull<object>(find.get(documentId, key, textVersionId)?.json)
    },
    keep: ({ documentId, key, textVersionId }, cell) =>
      void keep.run(key, JSON.stringify(cell), documentId, textVersionId),
    forget: ({ documentId, key }) => void forget.run(documentId, key),
  }
}
