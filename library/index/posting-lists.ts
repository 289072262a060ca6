/**
 * For each term the rows that have it and how often, in the order in which they were put in. The lists lie in blocks that grow with
 * their list, within a few large arrays: an array of its own for each of some hundred thousand terms would take more than what is in it.
 */
export interface PostingLists {
  append(term: number, row: number, count: number): void
  /** How many rows have it. */
  count(term: number): number
  forEach(term: number, visit: (row: number, count: number) => void): void
  clear(): void
}

/** Cells of one array. A block never lies across two. */
const CHUNK_BITS = 18
const CHUNK = 2 ** CHUNK_BITS
const LARGEST_BLOCK = 1024
/** Of a term: where its list begins, how long it is, the cell behind its last entry, and how many more its block has room for. */
const FIELDS = 4
const [HEAD, LENGTH, NEXT, ROOM] = [0, 1, 2, 3]
/** A cell holds a row and, in its lowest eight bits, a count. */
const COUNT_BITS = 8
export const COUNT_AT_MOST = 2 ** COUNT_BITS - 1
const ROWS_AT_MOST = 2 ** (32 - COUNT_BITS)

export function createPostingLists(): PostingLists {
  let chunks: Uint32Array[] = []
  /** The first cell that belongs to no block. */
  let free = 0
  /** `FIELDS` numbers a term, side by side: most terms are not in the processor's cache when they are met. */
  let fields = new Uint32Array(1024 * FIELDS)

  const set = (cell: number, value: number) => {
    chunks[cell >>> CHUNK_BITS]![cell & (CHUNK - 1)] = value
  }
  function newBlock(size: number): number {
    const isAcross = free % CHUNK > 0 && (free % CHUNK) + size > CHUNK
    const start = isAcross ? (Math.floor(free / CHUNK) + 1) * CHUNK : free
    free = start + size
    if (start / CHUNK >= chunks.length) chunks.push(new Uint32Array(CHUNK))
    return start
  }
  /** The last cell of the block that is full says where the new one begins. */
  function beginBlock(of: number): void {
    const length = fields[of + LENGTH]!
    const size = blockSize(length)
    const start = newBlock(size)
    if (length === 0) fields[of + HEAD] = start
    else set(fields[of + NEXT]!, start)
    fields[of + NEXT] = start
    fields[of + ROOM] = size - 1
  }

  return {
    append(term, row, count) {
      if (row >= ROWS_AT_MOST) throw new RangeError(`Expected a row below ${ROWS_AT_MOST}, got ${row}`)
      if (term * FIELDS >= fields.length) fields = grown(fields, (term + 1) * FIELDS)
      const of = term * FIELDS
      if (fields[of + ROOM] === 0) beginBlock(of)
      set(fields[of + NEXT]!, row * (COUNT_AT_MOST + 1) + Math.min(count, COUNT_AT_MOST))
      fields[of + NEXT]! += 1
      fields[of + LENGTH]! += 1
      fields[of + ROOM]! -= 1
    },
    count: (term) => fields[term * FIELDS + LENGTH] ?? 0,
    forEach(term, visit) {
      const length = fields[term * FIELDS + LENGTH] ?? 0
      let cell = fields[term * FIELDS + HEAD] ?? 0
      for (let done = 0; done < length; ) {
        const chunk = chunks[cell >>> CHUNK_BITS]!
        const start = cell & (CHUNK - 1)
        const size = blockSize(done)
        const end = start + Math.min(length - done, size - 1)
        for (let at = start; at < end; at += 1) visit(chunk[at]! >>> COUNT_BITS, chunk[at]! & COUNT_AT_MOST)
        done += end - start
        cell = chunk[start + size - 1]!
      }
    },
    clear() {
      for (const array of [...chunks, fields]) array.fill(0)
      chunks = []
      free = 0
    },
  }
}

/** Cells of the block that begins behind so many entries of a list, with the one that says where the next begins. */
function blockSize(length: number): number {
  return length < 2 ? 2 : Math.min(LARGEST_BLOCK, 2 ** (32 - Math.clz32(length)))
}

function grown(old: Uint32Array, atLeast: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(2 * old.length, atLeast))
  larger.set(old)
  return larger
}
