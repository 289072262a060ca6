/**
 * Numbers words from 0. A `Map` of strings took three times as long over the twelve million words of 100,000 passages, since each of
 * them had to be cut out of its text first; here a word is compared where it lies, from `start` to `end` of some UTF-16 units.
 */
export interface WordNumbers {
  readonly size: number
  /** The number of a word, given to it if it has none. */
  number(units: Uint16Array, start: number, end: number): number
  /** -1 for a word that has none. */
  find(units: Uint16Array, start: number, end: number): number
  /** Of a word; good until a word is added. */
  unitsOf(number: number): Uint16Array
  /** Forgets all words, and overwrites them. */
  clear(): void
}

const PLACES_AT_FIRST = 1024
const UNITS_A_WORD = 8

export function createWordNumbers(): WordNumbers {
  /** Pairs of a hash and a number plus 1, each where its hash leads or behind; 0 and 0 where there is none. At most half are taken. */
  let places = new Int32Array(2 * PLACES_AT_FIRST)
  /** Word n lies from ends[n] to ends[n + 1] of what is kept. */
  let ends = new Int32Array(PLACES_AT_FIRST)
  let kept = new Uint16Array(PLACES_AT_FIRST * UNITS_A_WORD)
  let size = 0

  /** Where the pair of a word is, or the empty place where it belongs. */
  function placeOf(units: Uint16Array, start: number, end: number, hash: number): number {
    // Read once: a variable that others change is read again at every use.
    const all = places
    const last = all.length - 1
    for (let place = (2 * hash) & last; ; place = (place + 2) & last) {
      const number = all[place + 1]! - 1
      if (number < 0 || (all[place] === hash && isWord(number, units, start, end))) return place
    }
  }
  function isWord(number: number, units: Uint16Array, start: number, end: number): boolean {
    const words = kept
    const shift = ends[number]! - start
    if (ends[number + 1]! - shift !== end) return false
    for (let at = start; at < end; at += 1) if (words[at + shift] !== units[at]) return false
    return true
  }
  function add(units: Uint16Array, start: number, end: number): void {
    const from = ends[size]!
    const to = from + end - start
    if (to > kept.length) kept = grown(kept, new Uint16Array(kept.length + to))
    if (size + 2 > ends.length) ends = grown(ends, new Int32Array(2 * ends.length))
    for (let at = start; at < end; at += 1) kept[from + at - start] = units[at]!
    size += 1
    ends[size] = to
  }

  return {
    get size() {
      return size
    },
    number(units, start, end) {
      const hash = hashOf(units, start, end)
      const place = placeOf(units, start, end, hash)
      const number = places[place + 1]! - 1
      if (number >= 0) return number
      add(units, start, end)
      places[place] = hash
      places[place + 1] = size
      if (4 * size >= places.length) places = withRoom(places)
      return size - 1
    },
    find: (units, start, end) => places[placeOf(units, start, end, hashOf(units, start, end)) + 1]! - 1,
    unitsOf: (number) => kept.subarray(ends[number], ends[number + 1]),
    clear() {
      for (const array of [places, ends, kept]) array.fill(0)
      size = 0
    },
  }
}

/** The same pairs in a table of twice the size. */
function withRoom(old: Int32Array): Int32Array<ArrayBuffer> {
  const places = new Int32Array(2 * old.length)
  const last = places.length - 1
  for (let at = 0; at < old.length; at += 2) {
    if (old[at + 1] === 0) continue
    let place = (2 * old[at]!) & last
    while (places[place + 1] !== 0) place = (place + 2) & last
    places[place] = old[at]!
    places[place + 1] = old[at + 1]!
  }
  return places
}

/** FNV-1a, its upper bits mixed into the lower ones, which choose the place. */
function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 0x81_1c_9d_c5
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ units[at]!, 0x01_00_01_93)
  return hash ^ (hash >>> 15)
}

function grown<A extends Int32Array | Uint16Array>(old: A, larger: A): A {
  larger.set(old)
  old.fill(0)
  return larger
}
