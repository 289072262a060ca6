/** A word as it was found on the page, in PDF points. */
export type FoundWord = {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where it belongs when it is no part of the body: at the edge of every page, or not to be seen at all. */
  readonly aside?: Aside | undefined
  /** What is written for it, where its own text is known to be wrong. */
  readonly shown?: string | undefined
  /** Of a line that runs up or down among upright ones: which. */
  readonly turnedLine?: number | undefined
}

export type Aside = 'header' | 'footer' | 'hidden'

/** The part of an output token that one found word (or a piece of it) covers. */
export type WordPiece = { readonly start: number; readonly end: number; readonly word: number }
export type AlignedToken = { readonly text: string; readonly pieces: readonly WordPiece[] }

/** How far from the expected place a word is looked for; bounds the cost on pages with very many words. */
const WINDOW_WORDS = 400
/** Marks that the layout adds for emphasis or to escape, and that are not on the page. */
const ADDED_MARKS = new Set(['*', '_', '\\', '~', '`'])
/** How far away on the page a word may come that touches another: a full stop in another font comes with the next line. */
const TOUCHING_WITHIN_WORDS = 40
const HYPHENS = new Set(['-', '\u00ad', '\u2010'])

export interface WordAligner {
  /**
   * The words that make up `token`, in order, among `candidates` (indices into the words, in page order). Text that the
   * layout joined at a line end gets its hyphen back where `hyphenated` has the word with it.
   */
  align(token: string, candidates: readonly number[]): AlignedToken
  /** Starts a new run of tokens: the first is looked for from the first candidate. */
  restart(): void
  /** Indices of words no token has used. */
  unused(): readonly number[]
}

type Match = { readonly aligned: AlignedToken; readonly next: Place; readonly isWordEnd: boolean }
type Place = { index: number; offset: number }

/** Ties text in reading order to words in page order, each word used once. */
export function createWordAligner(words: readonly FoundWord[], hyphenated: ReadonlySet<string>): WordAligner {
  const used = new Uint8Array(words.length)
  const covered = new Int32Array(words.length)
  let everywhere: Everywhere | undefined
  let place: Place = { index: 0, offset: 0 }

  function find(token: string, candidates: readonly number[], atWordEnd: boolean): Match | undefined {
    const search = (from: Place) => {
      const match = matchToken(token, words, candidates, used, from)
      return match && (match.isWordEnd || !atWordEnd) ? match : undefined
    }
    /** Whether the word there may be the first of the token; marks at its start are passed over. */
    const mayBegin = (index: number) =>
      used[candidates[index]!] === 0 && (words[candidates[index]!]!.text[0] === token[0] || ADDED_MARKS.has(token[0]!))
    let match = search(place)
    const last = Math.min(candidates.length, place.index + WINDOW_WORDS)
    for (let index = place.index; !match && index < last; index += 1)
      if (mayBegin(index)) match = search({ index, offset: 0 })
    for (let index = Math.max(0, place.index - WINDOW_WORDS); !match && index < place.index; index += 1)
      if (mayBegin(index)) match = search({ index, offset: 0 })
    return match
  }

  /** Boxes of cells and paragraphs sometimes leave out a line: then any unused words of the page with the same letters. */
  function findAnywhere(token: string): Match | undefined {
    everywhere ??= wordsEverywhere(words)
    for (const index of everywhere.byLetter.get(token[0] ?? '') ?? []) {
      if (used[index] === 1 || !token.startsWith(words[index]!.text)) continue
      const match = matchToken(token, words, everywhere.indices, used, { index, offset: 0 })
      if (match?.isWordEnd) return match
    }
    return undefined
  }

  return {
    align(token, candidates) {
      const expected = candidates[place.index]
      // Nearly always: it is the next word, letter for letter.
      if (place.offset === 0 && expected !== undefined && used[expected] === 0 && words[expected]!.text === token) {
        used[expected] = 1
        covered[expected] = token.length
        place = { index: place.index + 1, offset: 0 }
        return { text: token, pieces: [{ start: 0, end: token.length, word: expected }] }
      }
      // First as whole words: "a" must not be found at the start of "apple" while an "a" is left.
      const match = find(token, candidates, true) ?? find(token, candidates, false)
      const bare = withoutEdgeMarks(token)
      const found = match ?? findAnywhere(bare)
      if (!found) return { text: bare, pieces: [] }
      for (const piece of found.aligned.pieces) {
        used[piece.word] = 1
        covered[piece.word]! += piece.end - piece.start
      }
      if (match) place = match.next
      return withHyphen(found.aligned, words, hyphenated)
    },
    restart() {
      place = { index: 0, offset: 0 }
    },
    unused: () => wordsLeft(words, covered),
  }
}

/** Those of which nothing is covered, or not all; a hyphen at the end does not count. */
function wordsLeft(words: readonly FoundWord[], covered: Int32Array): readonly number[] {
  const left: number[] = []
  for (const [index, { text }] of words.entries()) {
    const end = covered[index]!
    if (end === 0 || (end < text.length && !HYPHENS.has(text.slice(end)))) left.push(index)
  }
  return left
}

type Everywhere = {
  readonly indices: readonly number[]
  readonly byLetter: ReadonlyMap<string, readonly number[]>
}

function wordsEverywhere(words: readonly FoundWord[]): Everywhere {
  const indices = [...words.keys()]
  return { indices, byLetter: Map.groupBy(indices, (index) => words[index]!.text[0] ?? '') }
}

/** Walks the token and the candidate words character by character from `from`; undefined when they differ. */
function matchToken(
  token: string,
  words: readonly FoundWord[],
  candidates: readonly number[],
  used: Uint8Array,
  from: Place,
): Match | undefined {
  const walk: Walk = { words, candidates, used, from, pieces: [], text: '', pieceStart: 0, ...from }
  for (const character of token) if (!step(walk, character)) return undefined
  if (walk.text === '') return undefined
  const isWordEnd = walk.offset >= (wordAt(walk)?.length ?? 0)
  endPiece(walk)
  if (isWordEnd) nextWord(walk)
  return {
    aligned: { text: walk.text, pieces: walk.pieces },
    next: { index: walk.index, offset: walk.offset },
    isWordEnd,
  }
}

type Walk = Place & {
  readonly words: readonly FoundWord[]
  readonly candidates: readonly number[]
  readonly used: Uint8Array
  readonly from: Place
  readonly pieces: WordPiece[]
  text: string
  pieceStart: number
}

/** Takes one character of the token; false when the words do not go on with it. */
function step(walk: Walk, character: string): boolean {
  if (ADDED_MARKS.has(character) && isAfterWord(walk)) return true
  while ((wordAt(walk)?.length ?? Infinity) <= walk.offset) {
    endPiece(walk)
    goOn(walk, character)
  }
  const word = wordAt(walk)
  if (word?.startsWith(character, walk.offset)) {
    walk.text += character
    walk.offset += character.length
    return true
  }
  if (ADDED_MARKS.has(character)) return true
  // The hyphen of a word broken at the line end stands on the page and not in the joined text.
  if (word === undefined || walk.offset === 0 || !HYPHENS.has(word.slice(walk.offset))) return false
  endPiece(walk)
  nextWord(walk)
  return step(walk, character)
}

/** To the word after the one that is complete: the next on the page, or else the one that touches it at its right. */
function goOn(walk: Walk, character: string): void {
  const { words, candidates, used, index } = walk
  nextWord(walk)
  if (wordAt(walk)?.startsWith(character)) return
  const before = words[candidates[index]!]!
  const end = before.x + before.width
  const from = Math.max(0, index - TOUCHING_WITHIN_WORDS)
  for (let at = from; at < Math.min(candidates.length, index + TOUCHING_WITHIN_WORDS); at += 1) {
    const word = words[candidates[at]!]!
    const isTouching = Math.abs(word.x - end) < before.height / 4 && Math.abs(word.y - before.y) < before.height / 2
    if (isTouching && used[candidates[at]!] === 0 && word.text.startsWith(character)) {
      walk.index = at
      return
    }
  }
}

/** Whether a mark here closes an emphasis: a word is complete, and the next one is more than marks. */
function isAfterWord(walk: Walk): boolean {
  if (walk.text === '' || walk.offset < (wordAt(walk)?.length ?? Infinity)) return false
  const next = wordAt({ ...walk, index: walk.index + 1 })
  return next !== undefined && [...next].some((character) => !ADDED_MARKS.has(character))
}

/** The word at the place, undefined past the last and at words that are used up. */
function wordAt({ words, candidates, used, from, index }: Walk): string | undefined {
  const candidate = candidates[index]
  const isRest = index === from.index && from.offset > 0
  return candidate === undefined || (used[candidate] === 1 && !isRest) ? undefined : words[candidate]!.text
}

function endPiece(walk: Walk): void {
  if (walk.text.length > walk.pieceStart)
    walk.pieces.push({ start: walk.pieceStart, end: walk.text.length, word: walk.candidates[walk.index]! })
  walk.pieceStart = walk.text.length
}

function nextWord(walk: Walk): void {
  walk.index += 1
  walk.offset = 0
}

/** "atrisk", joined from "at-" and "risk", becomes "at-risk" again when the page writes "at-risk" elsewhere. */
function withHyphen(token: AlignedToken, words: readonly FoundWord[], hyphenated: ReadonlySet<string>): AlignedToken {
  if (token.pieces.length !== 2 || hyphenated.size === 0) return token
  const [head, tail] = token.pieces as [WordPiece, WordPiece]
  if (!HYPHENS.has(words[head.word]!.text.at(-1) ?? '') || HYPHENS.has(token.text[head.end - 1]!)) return token
  const text = `${token.text.slice(0, head.end)}-${token.text.slice(head.end)}`
  if (!hyphenated.has(plainWord(text))) return token
  return {
    text,
    pieces: [
      { ...head, end: head.end + 1 },
      { start: tail.start + 1, end: tail.end + 1, word: tail.word },
    ],
  }
}

/** Lower case without punctuation at the ends, for comparing words. */
export function plainWord(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}

function withoutEdgeMarks(token: string): string {
  const bare = token.replace(/^\*{1,3}(?=[^*])|(?<=[^*])\*{1,3}$/g, '')
  return /^\*{1,3}$/.test(bare) ? '' : bare
}
