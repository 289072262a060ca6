export type IndexRow = { readonly passageId: number; readonly documentId: string; readonly document: number }

export type IndexEntry = {
  readonly documentId: string
  /** The document's number in the tables. */
  readonly number: number
  readonly names: ReadonlySet<string>
  /** Row ids by passage id. */
  readonly rows: ReadonlyMap<number, number>
}

/** Which rows of the tables belong to which document. Numbers are never used twice, so a late hit of a removed row finds nothing. */
export interface IndexEntries {
  readonly count: number
  add(documentId: string, names: ReadonlySet<string>, passageIds: readonly number[]): IndexEntry
  /** What was there of it, or undefined. */
  remove(documentId: string): IndexEntry | undefined
  row(id: number): IndexRow | undefined
  of(documentId: string): IndexEntry | undefined
  numbered(document: number): IndexEntry | undefined
  all(): Iterable<IndexEntry>
}

export function createIndexEntries(): IndexEntries {
  const rows = new Map<number, IndexRow>()
  const byDocument = new Map<string, IndexEntry>()
  const byNumber = new Map<number, IndexEntry>()
  let lastRow = 0
  let lastDocument = 0
  return {
    get count() {
      return byDocument.size
    },
    add(documentId, names, passageIds) {
      const number = ++lastDocument
      const entry: IndexEntry = { documentId, number, names, rows: new Map(passageIds.map((id) => [id, ++lastRow])) }
      byDocument.set(documentId, entry)
      byNumber.set(number, entry)
      for (const [passageId, row] of entry.rows) rows.set(row, { passageId, documentId, document: number })
      return entry
    },
    remove(documentId) {
      const entry = byDocument.get(documentId)
      if (!entry) return undefined
      byDocument.delete(documentId)
      byNumber.delete(entry.number)
      for (const row of entry.rows.values()) rows.delete(row)
      return entry
    },
    row: (id) => rows.get(id),
    of: (documentId) => byDocument.get(documentId),
    numbered: (document) => byNumber.get(document),
    all: () => byNumber.values(),
  }
}
