import type { CipherDatabase } from '../cipher-database.ts'

/** A reference inside a text and the part that it names, in UTF-16 offsets of the whole text. */
export type CrossReference = {
  readonly start: number
  readonly end: number
  readonly targetStart: number
  readonly targetEnd: number
}

export interface CrossReferences {
  /** Keeps those of a text in place of what was known of them. */
  write(textVersionId: number, references: readonly CrossReference[]): void
  /** Those that begin between `start` and `end` (exclusive), in order. */
  between(textVersionId: number, start: number, end: number): readonly CrossReference[]
}

export function createCrossReferences(database: CipherDatabase): CrossReferences {
  const forget = database.prepare('DELETE FROM cross_references WHERE text_version = ?')
  const insert = database.prepare('INSERT INTO cross_references VALUES (?, ?, ?, ?, ?)')
  const between = database.prepare<CrossReference>(`
    SELECT start, "end", target_start AS targetStart, target_end AS targetEnd FROM cross_references
    WHERE text_version = ? AND start >= ? AND start < ? ORDER BY start`)
  return {
    write: (textVersionId, references) =>
      database.transaction(() => {
        forget.run(textVersionId)
        for (const { start, end, targetStart, targetEnd } of references)
          insert.run(textVersionId, start, end, targetStart, targetEnd)
      }),
    between: (textVersionId, start, end) => between.all(textVersionId, start, end),
  }
}
