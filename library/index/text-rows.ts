/** What is known of the rows of an index, numbered as they come, besides their words. */
export interface TextRows {
  /** With those that were removed. */
  readonly count: number
  /** Those that were not removed, those of them that have terms, and their terms together. */
  readonly left: number
  readonly withTerms: number
  readonly terms: number
  /** By row. The document of one that was removed is `REMOVED`. A column is good until a row is added. */
  readonly ids: Int32Array
  readonly documents: Int32Array
  readonly lengths: Int32Array
  /** `length`: in terms. Gives its number. */
  add(id: number, document: number, length: number): number
  removeDocument(document: number): void
}

/** The number of no document. */
export const REMOVED = 0

export function createTextRows(): TextRows {
  const columns = { ids: new Int32Array(1024), documents: new Int32Array(1024), lengths: new Int32Array(1024) }
  const sums = { count: 0, left: 0, withTerms: 0, terms: 0 }

  function sum(sign: 1 | -1, length: number): void {
    sums.left += sign
    if (length > 0) sums.withTerms += sign
    sums.terms += sign * length
  }
  return {
    get count() {
      return sums.count
    },
    get left() {
      return sums.left
    },
    get withTerms() {
      return sums.withTerms
    },
    get terms() {
      return sums.terms
    },
    get ids() {
      return columns.ids
    },
    get documents() {
      return columns.documents
    },
    get lengths() {
      return columns.lengths
    },
    add(id, document, length) {
      const row = sums.count
      for (const name of ['ids', 'documents', 'lengths'] as const)
        if (columns[name].length === row) columns[name] = twiceAsLong(columns[name])
      columns.ids[row] = id
      columns.documents[row] = document
      columns.lengths[row] = length
      sums.count += 1
      sum(1, length)
      return row
    },
    removeDocument(document) {
      const { documents, lengths } = columns
      for (let row = 0; row < sums.count; row += 1) {
        if (documents[row] !== document) continue
        documents[row] = REMOVED
        sum(-1, lengths[row]!)
      }
    },
  }
}

function twiceAsLong(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * column.length)
  larger.set(column)
  return larger
}
