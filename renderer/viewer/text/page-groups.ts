import type { PageText, TextBlock } from '../../../contract/document.ts'

/** A part of a page that is shown as one element; offsets are those of the page's text. */
export type Piece = TextBlock & {
  /** For headings: the level for screen readers, which never skips one downwards. */
  readonly outline: number
}

/** Pieces that come and go together while one scrolls. */
export type PieceGroup = {
  readonly start: number
  readonly end: number
  readonly pieces: readonly Piece[]
  /** About how many lines it takes, for the room it is given before it is shown. */
  readonly lines: number
}

const GROUP_CHARACTERS = 5000
const GROUP_PIECES = 60
/** A text without blocks may be one endless paragraph. */
const PIECE_CHARACTERS = 4000
const LINE_CHARACTERS = 60

/**
 * A page's text in groups of pieces: its blocks, and the text between them, cut at empty lines. White space between pieces
 * belongs to none. No group is much longer than 5,000 characters, save a table, which is cut by its rows when it is shown.
 */
export function pageGroups({ text, blocks }: Pick<PageText, 'text' | 'blocks'>): readonly PieceGroup[] {
  const groups: PieceGroup[] = []
  let pieces: Piece[] = []
  let characters = 0
  const close = () => {
    if (pieces.length > 0) groups.push(groupOf(pieces, text))
    pieces = []
    characters = 0
  }
  for (const piece of withOutline(allPieces(text, blocks))) {
    const length = piece.end - piece.start
    const isFull = characters + length > GROUP_CHARACTERS || pieces.length >= GROUP_PIECES
    if (isFull) close()
    pieces.push(piece)
    characters += length
  }
  close()
  return groups
}

function groupOf(pieces: readonly Piece[], text: string): PieceGroup {
  const lines = pieces.reduce((sum, { start, end }) => sum + 1.5 + linesOf(text, start, end), 0)
  return { start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0, pieces, lines }
}

function linesOf(text: string, start: number, end: number): number {
  let lines = 0
  for (let from = start; from < end; ) {
    const feed = text.indexOf('\n', from)
    const to = feed < 0 || feed > end ? end : feed
    lines += Math.max(1, Math.ceil((to - from) / LINE_CHARACTERS))
    from = to + 1
  }
  return lines
}

function* allPieces(text: string, blocks: readonly TextBlock[]): Generator<TextBlock> {
  let at = 0
  for (const block of blocks) {
    yield* plainPieces(text, at, block.start)
    if (block.kind === 'table') yield block
    else yield* shortPieces(text, block)
    at = Math.max(at, block.end)
  }
  yield* plainPieces(text, at, text.length)
}

/** What no block covers: in a plain text all of it. Indents and line feeds stay, for they are its layout. */
function* plainPieces(text: string, start: number, end: number): Generator<TextBlock> {
  for (const { 0: part, index } of text.slice(start, Math.max(start, end)).matchAll(/\S[\s\S]*?(?=\n[^\S\n]*\n|$)/g)) {
    let from = start + index
    while (from > start && /[^\S\n]/.test(text[from - 1] ?? '')) from -= 1
    yield* shortPieces(text, { start: from, end: start + index + part.trimEnd().length, kind: 'plain', level: 0 })
  }
}

/** A long piece in several, cut at the ends of lines where there are some. */
function* shortPieces(text: string, block: TextBlock): Generator<TextBlock> {
  let { start } = block
  while (block.end - start > PIECE_CHARACTERS) {
    const feed = text.lastIndexOf('\n', start + PIECE_CHARACTERS)
    const space = text.lastIndexOf(' ', start + PIECE_CHARACTERS)
    const cut = feed > start ? feed : space > start ? space : start + PIECE_CHARACTERS - 1
    yield { ...block, start, end: cut + 1 }
    start = cut + 1
  }
  yield { ...block, start }
}

/** Below the headings of the window itself, which take the first two levels. */
const FIRST_OUTLINE = 3

function* withOutline(pieces: Iterable<TextBlock>): Generator<Piece> {
  let last = FIRST_OUTLINE - 1
  for (const piece of pieces) {
    const isHeading = piece.kind === 'heading'
    if (isHeading) last = Math.min(6, last + 1, FIRST_OUTLINE - 1 + Math.max(1, piece.level))
    yield { ...piece, outline: isHeading ? last : 0 }
  }
}
