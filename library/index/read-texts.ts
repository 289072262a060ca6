import type { MatterStore } from '../../store/matter/matter-store.ts'
import type { SearchedPassage } from '../../store/matter/passages.ts'
import { cannotWrite } from '../../store/store-errors.ts'
import { READING } from './read-words.ts'
import type { WordsIndex } from './words-index.ts'

/** What the index takes in of a text. */
export type ReadText = {
  /** How it begins, but for its blanks. */
  readonly opening: string
  readonly parts: readonly ReadPart[]
}

export type ReadPart = { readonly passageIds: readonly number[]; readonly words: Uint8Array }

export const PASSAGES_PER_PART = 500
/** More than the head of a document. */
const OPENING = 400
const FORM = String(READING)

/**
 * Reads a text for the index, or takes what was kept of an earlier reading: finding the words of 100,000 passages takes three seconds.
 * Gives how many passages each part had that was read.
 */
export function createTextsReading(store: MatterStore, words: Pick<WordsIndex, 'read'>) {
  function* readAnew(textVersionId: number): Generator<number, ReadText> {
    const all = store.passages.searched(textVersionId)
    const opening = openingOf(all) ?? store.pages.slice(textVersionId, 0, OPENING)
    const parts: ReadPart[] = []
    for (let at = 0; at < all.length; at += PASSAGES_PER_PART) {
      const part = all.slice(at, at + PASSAGES_PER_PART)
      const passageIds = part.map(({ id }) => id)
      parts.push({ passageIds, words: words.read(part.map(({ indexText }) => indexText)) })
      yield part.length
    }
    const text = { opening, parts }
    keep(store, textVersionId, text)
    return text
  }

  return function* (textVersionId: number): Generator<number, ReadText> {
    const [opening, ...parts] = store.indexParts.of(textVersionId, 'words', FORM)
    if (!opening) return yield* readAnew(textVersionId)
    return { opening: new TextDecoder().decode(opening), parts: parts.map(fromBytes) }
  }
}

/** Where nothing can be written it is read again the next time. */
function keep({ indexParts }: MatterStore, textVersionId: number, { opening, parts }: ReadText): void {
  try {
    indexParts.keep(textVersionId, 'words', FORM, [new TextEncoder().encode(opening), ...parts.map(toBytes)])
  } catch (error) {
    if (!cannotWrite(error)) throw error
  }
}

/** How many passages, their ids, and their words. */
function toBytes({ passageIds, words }: ReadPart): Uint8Array {
  const bytes = new Uint8Array(ID_BYTES * (passageIds.length + 1) + words.length)
  const view = new DataView(bytes.buffer)
  for (const [at, number] of [passageIds.length, ...passageIds].entries()) view.setFloat64(ID_BYTES * at, number)
  bytes.set(words, ID_BYTES * (passageIds.length + 1))
  return bytes
}

const ID_BYTES = Float64Array.BYTES_PER_ELEMENT

function fromBytes(bytes: Uint8Array): ReadPart {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getFloat64(0)
  const passageIds = Array.from({ length: count }, (_, at) => view.getFloat64(ID_BYTES * (at + 1)))
  return { passageIds, words: bytes.subarray(ID_BYTES * (count + 1)) }
}

/** From passages that are read anyway; null where they do not tell. */
function openingOf(passages: readonly SearchedPassage[]): string | null {
  let opening = ''
  for (const { start, text } of passages) {
    if (start >= OPENING) break
    if (text === null) return null
    opening = opening.padEnd(start) + text
  }
  return opening.slice(0, OPENING)
}
