import { createBest } from './best.ts'
import { createIndexTerms } from './index-terms.ts'
import { createPostingLists } from './posting-lists.ts'

export type WordsRow = { readonly id: number; readonly document: number; readonly text: string }

/** BM25 scores by row id, best first. */
export type WordScores = ReadonlyMap<number, number>

export type RowFilter = {
  readonly documents?: readonly number[] | undefined
  readonly ids?: readonly number[] | undefined
}

/** Rows of text in memory, found by their words. What it finds depends on the rows that are there, never on those that were. */
export interface WordsIndex extends Disposable {
  add(rows: readonly WordsRow[]): void
  removeDocument(document: number): void
  /** Words of no row give an empty map. A word that stands twice in the question counts twice. */
  search(question: string, limit: number, filter?: RowFilter): WordScores
  /** Documents that have any of the words, those that have them most often first. */
  documentsWith(words: string, limit: number): readonly number[]
  readonly count: number
}

const K1 = 1.2
const B = 0.75
/** Once more rows than this are removed, and more than are left, their lists are made anew. */
const REMOVED_AT_MOST = 1000
/** The number of no document. */
const REMOVED = 0

/** Rows are numbered as they come; `ids`, `documents` and `lengths` (in terms) tell of each. */
type Rows = { count: number; ids: Int32Array; documents: Int32Array; lengths: Int32Array }

export function createWordsIndex(): WordsIndex {
  const terms = createIndexTerms()
  let postings = createPostingLists()
  let rows = noRows(1024)
  /** Of what is left: rows, those of them that have terms, and their terms together. */
  const now = { left: 0, withTerms: 0, length: 0 }
  /** How often the text being added has each term; all 0 in between. */
  let counts = new Int32Array(1024)

  function addText({ id, document, text }: WordsRow): void {
    const row = addRow(rows, id, document)
    const found = terms.read(text)
    if (counts.length < terms.count) counts = new Int32Array(2 * terms.count)
    for (let at = 0; at < found.length; at += 1) counts[found[at]!]! += 1
    for (let at = 0; at < found.length; at += 1) {
      const term = found[at]!
      const count = counts[term]!
      if (count > 0) postings.append(term, row, count)
      counts[term] = 0
    }
    rows.lengths[row] = found.length
    now.left += 1
    if (found.length > 0) now.withTerms += 1
    now.length += found.length
  }

  /** What is left of the lists, in lists of their own; terms that no row has any more are forgotten. */
  function compact(): void {
    const old = { postings, rows }
    const moved = new Int32Array(old.rows.count)
    postings = createPostingLists()
    rows = noRows(now.left)
    for (let row = 0; row < old.rows.count; row += 1) {
      if (old.rows.documents[row] === REMOVED) continue
      moved[row] = addRow(rows, old.rows.ids[row]!, old.rows.documents[row]!)
      rows.lengths[moved[row]!] = old.rows.lengths[row]!
    }
    const isLeft = (row: number) => old.rows.documents[row] !== REMOVED
    const termCount = terms.count
    const numbers = terms.keep((term) => {
      let isKept = false
      old.postings.forEach(term, (row) => {
        isKept ||= isLeft(row)
      })
      return isKept
    })
    for (let term = 0; term < termCount; term += 1)
      old.postings.forEach(term, (row, count) => {
        if (isLeft(row)) postings.append(numbers[term]!, moved[row]!, count)
      })
    old.postings.clear()
  }

  function countHaving(term: number): number {
    if (now.left === rows.count) return postings.count(term)
    let having = 0
    postings.forEach(term, (row) => {
      if (rows.documents[row] !== REMOVED) having += 1
    })
    return having
  }

  function scoresOf(question: string): Float64Array {
    const scores = new Float64Array(rows.count)
    const average = now.length / Math.max(1, now.withTerms)
    const { documents, lengths } = rows
    for (const term of terms.find(question)) {
      const having = countHaving(term)
      const rarity = Math.log(1 + (now.withTerms - having + 0.5) / (having + 0.5))
      postings.forEach(term, (row, count) => {
        if (documents[row] === REMOVED) return
        const norm = K1 * (1 - B + (B * lengths[row]!) / average)
        scores[row]! += (rarity * count * (K1 + 1)) / (count + norm)
      })
    }
    return scores
  }

  return {
    add: (all) => {
      for (const row of all) addText(row)
    },
    removeDocument(document) {
      for (let row = 0; row < rows.count; row += 1) {
        if (rows.documents[row] !== document) continue
        rows.documents[row] = REMOVED
        now.left -= 1
        if (rows.lengths[row]! > 0) now.withTerms -= 1
        now.length -= rows.lengths[row]!
      }
      const removed = rows.count - now.left
      if (removed > Math.max(REMOVED_AT_MOST, now.left)) compact()
    },
    search(question, limit, filter = {}) {
      const { ids, documents } = rows
      const isSought = soughtBy(filter)
      const best = createBest<number>(limit)
      const scores = scoresOf(question)
      for (let row = 0; row < scores.length; row += 1) {
        const score = scores[row]!
        if (score > 0 && best.takes(score) && isSought(ids[row]!, documents[row]!)) best.offer(ids[row]!, score)
      }
      return new Map(best.list())
    },
    documentsWith(words, limit) {
      const times = new Map<number, number>()
      for (const term of new Set(terms.find(words)))
        postings.forEach(term, (row, count) => {
          const document = rows.documents[row]!
          if (document !== REMOVED) times.set(document, (times.get(document) ?? 0) + count)
        })
      const best = createBest<number>(limit)
      for (const [document, count] of times) best.offer(document, count)
      return best.list().map(([document]) => document)
    },
    get count() {
      return now.left
    },
    [Symbol.dispose]() {
      postings.clear()
      terms.clear()
      rows = noRows(0)
      Object.assign(now, { left: 0, withTerms: 0, length: 0 })
    },
  }
}

/** Whether a row is one of those looked among. */
export function soughtBy({ documents, ids }: RowFilter): (id: number, document: number) => boolean {
  const [ofDocuments, ofIds] = [documents && new Set(documents), ids && new Set(ids)]
  return (id, document) => (ofDocuments?.has(document) ?? true) && (ofIds?.has(id) ?? true)
}

function addRow(rows: Rows, id: number, document: number): number {
  if (rows.count === rows.ids.length) {
    const size = Math.max(1024, 2 * rows.count)
    for (const column of ['ids', 'documents', 'lengths'] as const) {
      const larger = new Int32Array(size)
      larger.set(rows[column])
      rows[column] = larger
    }
  }
  const row = rows.count
  rows.ids[row] = id
  rows.documents[row] = document
  rows.count += 1
  return row
}

function noRows(size: number): Rows {
  return { count: 0, ids: new Int32Array(size), documents: new Int32Array(size), lengths: new Int32Array(size) }
}
