import type { IndexTerms } from './index-terms.ts'
import { COUNT_AT_MOST, type PostingLists } from './posting-lists.ts'
import type { TextRows } from './text-rows.ts'

/**
 * How texts are read, part of the name under which their words are kept. It is raised when a text would give other terms (another
 * stemmer, stop words, folding) or the bytes another order: a test compares those of a sample.
 */
export const READING = 1

type Read = { readonly lengths: readonly number[]; readonly lists: ReadonlyMap<number, readonly number[]> }

/**
 * Gives what some texts have of terms, apart from any index, as numbers: how many texts; of each how long it is in terms; and of each
 * term its letters and which texts have it, each text as its distance from the one before, doubled, and 1 more where it has the term
 * more than once, which its number then follows.
 */
export function createWordsReading(terms: IndexTerms): (texts: readonly string[]) => Uint8Array {
  const readText = createTextReading(terms)
  return (texts) => {
    const lengths: number[] = []
    const lists = new Map<number, number[]>()
    for (const [row, text] of texts.entries()) lengths.push(readText(text, row, lists))
    return writeWords({ lengths, lists }, terms)
  }
}

/** Puts how often a text has each of its terms behind what earlier ones have; gives its length in terms. */
function createTextReading(terms: IndexTerms) {
  /** How often the text that is being read has each term; all 0 in between. */
  let counts = new Int32Array(1024)
  return (text: string, row: number, lists: Map<number, number[]>): number => {
    const found = terms.read(text)
    if (counts.length < terms.count) counts = new Int32Array(2 * terms.count)
    // Read once: a variable that others change is read again at every use.
    const times = counts
    for (let at = 0; at < found.length; at += 1) times[found[at]!]! += 1
    for (let at = 0; at < found.length; at += 1) {
      const term = found[at]!
      const count = times[term]!
      times[term] = 0
      if (count === 0) continue
      const list = lists.get(term)
      if (list) list.push(row, count)
      else lists.set(term, [row, count])
    }
    return found.length
  }
}

function writeWords({ lengths, lists }: Read, terms: IndexTerms): Uint8Array {
  const { add, addLong, bytes } = createNumberWriter()
  add(lengths.length)
  for (const length of lengths) addLong(length)
  for (const [term, list] of lists) {
    const units = terms.unitsOf(term)
    add(units.length)
    for (const unit of units) add(unit)
    add(list.length / 2)
    let before = 0
    for (let at = 0; at < list.length; at += 2) {
      const [row, count] = [list[at]!, list[at + 1]!]
      const distance = 2 * (row - before)
      before = row
      add(count === 1 ? distance : distance + 1)
      if (count > 1) add(Math.min(count, COUNT_AT_MOST))
    }
  }
  return bytes()
}

type Lists = { readonly rows: TextRows; readonly postings: PostingLists }

/** Adds to an index what was read of some texts, whose ids are given. */
export function createWordsAdding(terms: IndexTerms) {
  let room = new Uint16Array(4096)
  return ({ rows, postings }: Lists, ids: readonly number[], document: number, words: Uint8Array): void => {
    if (room.length < words.length) room = new Uint16Array(2 * words.length)
    // Read once: a variable that others change is read again at every use.
    const numbers = room
    const end = readNumbers(words, numbers)
    let at = 0
    const count = numbers[at++]!
    if (count !== ids.length) throw new RangeError(`Expected the words of ${ids.length} texts, got those of ${count}`)
    const first = rows.count
    for (const id of ids) {
      rows.add(id, document, longNumber(numbers, at))
      at += 2
    }
    while (at < end) {
      const start = at + 1
      at = start + numbers[at]!
      const term = terms.number(numbers, start, at)
      let row = first
      for (let left = numbers[at++]!; left > 0; left -= 1) {
        const distance = numbers[at++]!
        row += distance >>> 1
        postings.append(term, row, distance & 1 ? numbers[at++]! : 1)
      }
    }
    // The room outlives the index of a matter that is closed.
    numbers.fill(0, 0, end)
  }
}

/** Numbers below 2^16 as bytes, seven bits in each, the lowest first; the last byte of a number has no eighth bit. */
interface NumberWriter {
  /** Throws `RangeError` for a number that is too large. */
  add(number: number): void
  /** In two parts, for one below 2^32. */
  addLong(number: number): void
  /** What was written. */
  bytes(): Uint8Array
}

const NUMBERS = 2 ** 16
const BYTES_A_NUMBER = 3

function createNumberWriter(): NumberWriter {
  let bytes = new Uint8Array(4096)
  let length = 0
  function add(number: number): void {
    if (number >= NUMBERS) throw new RangeError(`Expected a number below ${NUMBERS}, got ${number}`)
    if (length + BYTES_A_NUMBER > bytes.length) {
      const larger = new Uint8Array(2 * bytes.length)
      larger.set(bytes)
      bytes = larger
    }
    let left = number
    while (left > 0x7f) {
      bytes[length++] = (left & 0x7f) | 0x80
      left >>>= 7
    }
    bytes[length++] = left
  }
  return {
    add,
    addLong(number) {
      add(number >>> 16)
      add(number & (NUMBERS - 1))
    },
    bytes: () => bytes.slice(0, length),
  }
}

/** Puts the numbers of the bytes into `numbers`, which has room for one of each byte; gives how many there are. */
function readNumbers(bytes: Uint8Array, numbers: Uint16Array): number {
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    let byte = bytes[at++]!
    let number = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++] ?? 0
      number |= (byte & 0x7f) << shift
    }
    numbers[count++] = number
  }
  return count
}

function longNumber(numbers: Uint16Array, at: number): number {
  return numbers[at]! * NUMBERS + numbers[at + 1]!
}
