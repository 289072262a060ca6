import { createIndexTerms, type IndexTerms } from './index-terms.ts'
import { createPostingLists, type PostingLists } from './posting-lists.ts'
import { createWordsAdding, createWordsReading } from './read-words.ts'
import { createTextRows, REMOVED, type TextRows } from './text-rows.ts'

export type WordsRow = { readonly id: number; readonly document: number; readonly text: string }

/**
 * How well each row fits a question, computed once for any number of looks at it. A row that is added afterwards is not found
 * yet, and one that is removed may still be found: who asks looks each of them up.
 */
export type WordScores = {
  /** BM25 scores by row id, best first. */
  best(limit: number, filter?: RowFilter): ReadonlyMap<number, number>
}

export type RowFilter = {
  readonly documents?: readonly number[] | undefined
  readonly ids?: readonly number[] | undefined
}

/** What a question names ("LVEF"), and how else a row may name it ("ejection fraction"). */
export type AskedThing = { readonly asked: string; readonly others: readonly string[] }

/** Rows of text in memory, found by their words. What it finds depends on the rows that are there, never on those that were. */
export interface WordsIndex extends Disposable {
  add(rows: readonly WordsRow[]): void
  /** The words of some texts, to be kept and added: that takes a fraction of the time that reading the texts takes. */
  read(texts: readonly string[]): Uint8Array
  /** Adds rows of a document whose texts were read, by this index or another: one id for each text. */
  addRead(ids: readonly number[], document: number, words: Uint8Array): void
  removeDocument(document: number): void
  /**
   * Words of no row find nothing. A word that stands twice in the question counts twice. A row that has another name of a thing, and not
   * the one that is asked for, gains what a word gives that is as rare as all names of the thing together.
   */
  search(question: string, things?: readonly AskedThing[]): WordScores
  /** Documents that have any of the words, those that have them most often first. */
  documentsWith(words: string, limit: number): readonly number[]
}

const K1 = 1.2
const B = 0.75
/** Once more rows than this are removed, and more than are left, their lists are made anew. */
const REMOVED_AT_MOST = 1000

type Parts = { readonly rows: TextRows; readonly postings: PostingLists }

export function createWordsIndex(): WordsIndex {
  const terms = createIndexTerms()
  const read = createWordsReading(terms)
  const addRead = createWordsAdding(terms)
  let parts = noParts()
  return {
    add(rows) {
      for (const { id, document, text } of rows) addRead(parts, [id], document, read([text]))
    },
    read,
    addRead: (ids, document, words) => addRead(parts, ids, document, words),
    removeDocument(document) {
      const { rows } = parts
      rows.removeDocument(document)
      if (rows.count - rows.left > Math.max(REMOVED_AT_MOST, rows.left)) parts = compacted(parts, terms)
    },
    search(question, things = []) {
      const { rows } = parts
      const scores = scoresOf(terms.find(question), parts)
      for (const thing of things) addThing(thing, terms, parts, scores)
      return { best: (limit, filter = {}) => bestOf(scores, rows, limit, filter) }
    },
    documentsWith(words, limit) {
      const best = createBest<number>(limit)
      for (const [document, times] of timesOf(new Set(terms.find(words)), parts)) best.offer(document, times)
      return best.list().map(([document]) => document)
    },
    [Symbol.dispose]() {
      parts.postings.clear()
      terms.clear()
      parts = noParts()
    },
  }
}

function bestOf(scores: Float64Array, rows: TextRows, limit: number, filter: RowFilter): ReadonlyMap<number, number> {
  const { ids, documents } = rows
  const isSought = soughtBy(filter)
  const best = createBest<number>(limit)
  for (let row = 0; row < scores.length; row += 1) {
    const [score, document] = [scores[row]!, documents[row]!]
    if (score === 0 || document === REMOVED || !best.takes(score)) continue
    if (isSought(ids[row]!, document)) best.offer(ids[row]!, score)
  }
  return new Map(best.list())
}

/** Whether a row is one of those looked among. */
export function soughtBy({ documents, ids }: RowFilter): (id: number, document: number) => boolean {
  const [ofDocuments, ofIds] = [documents && new Set(documents), ids && new Set(ids)]
  return (id, document) => (ofDocuments?.has(document) ?? true) && (ofIds?.has(id) ?? true)
}

function noParts(): Parts {
  return { rows: createTextRows(), postings: createPostingLists() }
}

/** What is left of the rows, with lists of their own; terms that none of them has are forgotten. */
function compacted({ rows: oldRows, postings: oldPostings }: Parts, terms: IndexTerms): Parts {
  const { rows, postings } = noParts()
  const isLeft = (row: number) => oldRows.documents[row] !== REMOVED
  const moved = Int32Array.from({ length: oldRows.count }, (_, row) =>
    isLeft(row) ? rows.add(oldRows.ids[row]!, oldRows.documents[row]!, oldRows.lengths[row]!) : -1,
  )
  const termCount = terms.count
  const numbers = terms.keep((term) => {
    let isKept = false
    oldPostings.forEach(term, (row) => {
      isKept ||= isLeft(row)
    })
    return isKept
  })
  for (let term = 0; term < termCount; term += 1)
    oldPostings.forEach(term, (row, count) => {
      if (isLeft(row)) postings.append(numbers[term]!, moved[row]!, count)
    })
  oldPostings.clear()
  return { rows, postings }
}

/** BM25 of each row for the terms of a question. */
function scoresOf(asked: readonly number[], parts: Parts): Float64Array {
  const { rows, postings } = parts
  const scores = new Float64Array(rows.count)
  for (const term of asked) {
    const rarity = rarityOf(countHaving(term, parts), rows)
    postings.forEach(term, (row, count) => {
      if (rows.documents[row] !== REMOVED) scores[row]! += rarity * frequencyIn(row, count, rows)
    })
  }
  return scores
}

function rarityOf(having: number, { withTerms }: TextRows): number {
  return Math.log(1 + (withTerms - having + 0.5) / (having + 0.5))
}

/** How much a term that stands `count` times in a row counts there, by how long the row is. */
function frequencyIn(row: number, count: number, { lengths, terms, withTerms }: TextRows): number {
  const average = terms / Math.max(1, withTerms)
  const norm = K1 * (1 - B + (B * lengths[row]!) / average)
  return (count * (K1 + 1)) / (count + norm)
}

/** Adds to the scores what the other names of a thing give. */
function addThing({ asked, others }: AskedThing, terms: IndexTerms, parts: Parts, scores: Float64Array): void {
  const named = timesNamed(asked, terms, parts)
  const otherwise = new Map<number, number>()
  for (const name of others)
    for (const [row, times] of timesNamed(name, terms, parts))
      if (!named.has(row)) otherwise.set(row, (otherwise.get(row) ?? 0) + times)
  const rarity = rarityOf(named.size + otherwise.size, parts.rows)
  for (const [row, times] of otherwise) scores[row]! += rarity * frequencyIn(row, times, parts.rows)
}

/** The rows that have all words of a name, and how often at most. */
function timesNamed(name: string, terms: IndexTerms, { rows, postings }: Parts): ReadonlyMap<number, number> {
  const [first, ...rest] = new Set(terms.findName(name))
  let times = new Map<number, number>()
  if (first === undefined) return times
  postings.forEach(first, (row, count) => {
    if (rows.documents[row] !== REMOVED) times.set(row, count)
  })
  for (const term of rest) {
    const both = new Map<number, number>()
    postings.forEach(term, (row, count) => {
      const before = times.get(row)
      if (before !== undefined) both.set(row, Math.min(before, count))
    })
    times = both
  }
  return times
}

function countHaving(term: number, { rows, postings }: Parts): number {
  if (rows.left === rows.count) return postings.count(term)
  let having = 0
  postings.forEach(term, (row) => {
    if (rows.documents[row] !== REMOVED) having += 1
  })
  return having
}

/** How often each document has any of the terms. */
function timesOf(asked: Iterable<number>, { rows, postings }: Parts): ReadonlyMap<number, number> {
  const { documents } = rows
  const times = new Map<number, number>()
  for (const term of asked)
    postings.forEach(term, (row, count) => {
      const document = documents[row]!
      if (document !== REMOVED) times.set(document, (times.get(document) ?? 0) + count)
    })
  return times
}

/** The best of many things, best first; of equal scores the one that was offered first. */
interface Best<T> {
  /** Whether one of this score would be among them now. */
  takes(score: number): boolean
  offer(thing: T, score: number): void
  list(): readonly (readonly [thing: T, score: number])[]
}

export function createBest<T>(limit: number): Best<T> {
  const best: (readonly [T, number])[] = []
  const takes = (score: number) => best.length < limit || (limit > 0 && score > best[limit - 1]![1])
  return {
    takes,
    offer(thing, score) {
      if (!takes(score)) return
      let [from, to] = [0, best.length]
      while (from < to) {
        const middle = (from + to) >>> 1
        if (best[middle]![1] >= score) from = middle + 1
        else to = middle
      }
      best.splice(from, 0, [thing, score])
      if (best.length > limit) best.pop()
    },
    list: () => best,
  }
}
