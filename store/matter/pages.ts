import * as z from 'zod'
import type { CipherDatabase } from '../cipher-database.ts'
import type { Message } from '../../wording/message.ts'
import { jsonColumn, messageColumn } from '../stored-json.ts'

type PageState = 'text' | 'ocr' | 'empty' | 'failed'

export type PageRow = {
  /** As counted by the file, from 1; null for formats without pages. */
  readonly page: number | null
  readonly label: string | null
  readonly state: PageState
  /** Why it failed, or what is special. */
  readonly reason: Message | null
  /** UTF-16 units. */
  readonly characters: number
}

/** A part of a page, `start` to `end` in its text; kinds and levels are the reader's. */
type PageBlock = {
  readonly start: number
  readonly end: number
  readonly kind: string
  readonly level: number
  readonly firstCell?: string
}

export type NewPage = Omit<PageRow, 'characters'> & {
  readonly text: string
  readonly blocks: readonly PageBlock[]
  /** In PDF points; null where the format has none. */
  readonly width: number | null
  readonly height: number | null
  readonly words: WordBoxes | null
  /** How sure the recognition was of each word, 0 to 100; null where the letters come from the file. */
  readonly confidences?: Uint8Array | null
  /** What the reader wants to know of it when the reading goes on. */
  readonly noticed?: object | null
}

/** A page with where it starts in the whole text (UTF-16). */
type PageText = Pick<PageRow, 'page' | 'label'> & { readonly start: number; readonly text: string }

/** What the splitter needs of a page. */
type PageLayout = Pick<PageRow, 'page' | 'label'> & {
  readonly text: string
  readonly blocks: readonly PageBlock[]
}

/** A page with where it starts in the whole text, and its structure. */
export type PagePart = { readonly start: number; readonly text: string; readonly blocks: readonly PageBlock[] }

export type PageGeometry = {
  readonly start: number
  readonly characters: number
  readonly width: number | null
  readonly height: number | null
  readonly words: WordBoxes | null
  readonly confidences: Uint8Array | null
}

/** The pages of text versions. The whole text is the pages in order, with a form feed between each two. */
export interface Pages {
  /**
   * Keeps one page, at once. `ordinal` counts from 1. A page that is there already stays as it is, unless it had failed; in a
   * complete version nothing changes. Throws `RangeError` for a form feed in the text.
   */
  write(textVersionId: number, ordinal: number, page: NewPage): void
  /** Takes over the pages of another reading of the same bytes, but for the ordinals in `except`, which are read again. */
  takeOver(textVersionId: number, from: number, except: readonly number[]): void
  /** Ordinals of the pages that are there, in order, for resuming. */
  done(textVersionId: number): readonly number[]
  list(textVersionId: number): readonly PageRow[]
  /** What was kept as `noticed` of the pages that are there, by their numbers. */
  noticed(textVersionId: number): readonly { readonly page: number; readonly noticed: object }[]
  text(textVersionId: number): readonly PageText[]
  /** Where each page starts in the whole text. */
  starts(textVersionId: number): readonly Pick<PageText, 'page' | 'start'>[]
  /** With what is known of their structure, in order. */
  layout(textVersionId: number): readonly PageLayout[]
  /** The page numbered `page` (null: of a format without pages); null when there is none. */
  part(textVersionId: number, page: number | null): PagePart | null
  /** The whole text. */
  wholeText(textVersionId: number): string
  /** From `start` to `end` of the whole text, reading only the pages concerned. */
  slice(textVersionId: number, start: number, end: number): string
  /** Of the page numbered `page`; null when there is none. */
  geometry(textVersionId: number, page: number): PageGeometry | null
}

const PAGE_BREAK = '\f'

type ListRow = Omit<PageRow, 'reason'> & { readonly reason: string | null } & { readonly ordinal: number }
type GeometryRow = Omit<PageGeometry, 'words'> & { readonly words: Uint8Array | null }

/** Start of the page `this`, from the lengths of those before it, which may have been read in any order. */
const START = `(SELECT coalesce(sum(earlier.characters + 1), 0) FROM pages AS earlier
  WHERE earlier.text_version = this.text_version AND earlier.ordinal < this.ordinal)`

export function createPages(database: CipherDatabase): Pages {
  const list = database.prepare<ListRow>(
    `SELECT ordinal, number AS page, label, state, reason, characters FROM pages WHERE text_version = ? ORDER BY ordinal`,
  )
  const texts = database.prepare<Omit<PageText, 'start'>>(
    'SELECT number AS page, label, text FROM pages WHERE text_version = ? ORDER BY ordinal',
  )
  const text = database.prepare<{ text: string }>('SELECT text FROM pages WHERE text_version = ? AND ordinal = ?')
  const geometry = database.prepare<GeometryRow>(
    `SELECT ${START} AS start, characters, width, height, words, confidences FROM pages AS this WHERE text_version = ? AND number = ?`,
  )
  const layout = database.prepare<Omit<PageLayout, 'blocks'> & { readonly blocks: string }>(
    'SELECT number AS page, label, text, blocks FROM pages WHERE text_version = ? ORDER BY ordinal',
  )
  const part = database.prepare<Omit<PagePart, 'blocks'> & { readonly blocks: string }>(
    `SELECT ${START} AS start, text, blocks FROM pages AS this WHERE text_version = ? AND number IS ?`,
  )
  const noticed = database.prepare<{ readonly page: number; readonly noticed: string }>(
    'SELECT number AS page, noticed FROM pages WHERE text_version = ? AND number IS NOT NULL AND noticed IS NOT NULL ORDER BY ordinal',
  )
  const whole = (id: number) => texts.all(id).map((page) => page.text)
  return {
    write: createPageWriter(database),
    takeOver: createPageCopy(database),
    done: (id) => list.all(id).map(({ ordinal }) => ordinal),
    list: (id) => list.all(id).map(toPageRow),
    noticed: (id) =>
      noticed.all(id).map((row) => ({ ...row, noticed: jsonColumn(row.noticed, z.looseObject({}), () => ({})) })),
    text(id) {
      let start = 0
      return texts.all(id).map((page) => {
        const placed = { ...page, start }
        start += page.text.length + PAGE_BREAK.length
        return placed
      })
    },
    starts: (id) => pagesBetween(list.all(id), 0, Number.MAX_SAFE_INTEGER).map(({ page, start }) => ({ page, start })),
    layout: (id) => layout.all(id).map((page) => ({ ...page, blocks: keptBlocks(page.blocks) })),
    part(id, page) {
      const row = part.get(id, page)
      return row ? { ...row, blocks: keptBlocks(row.blocks) } : null
    },
    wholeText: (id) => whole(id).join(PAGE_BREAK),
    slice(id, start, end) {
      const concerned = pagesBetween(list.all(id), start, end)
      const first = concerned[0]
      if (!first) return ''
      const joined = concerned.map(({ ordinal }) => text.get(id, ordinal)?.text ?? '').join(PAGE_BREAK)
      return joined.slice(Math.max(0, start - first.start), Math.max(0, end - first.start))
    },
    geometry(id, page) {
      const row = geometry.get(id, page)
      return row ? { ...row, words: row.words && decodeWordBoxes(row.words) } : null
    },
  }
}

const Blocks: z.ZodType<readonly PageBlock[]> = z.array(
  z.object({
    start: z.number(),
    end: z.number(),
    kind: z.string(),
    level: z.number(),
    firstCell: z.string().exactOptional(),
  }),
)

function toPageRow({ page, label, state, reason, characters }: ListRow): PageRow {
  return { page, label, state, reason: reason === null ? null : messageColumn(reason), characters }
}

/** Without its blocks, a page is plain text. */
function keptBlocks(text: string): readonly PageBlock[] {
  return jsonColumn(text, Blocks, () => [])
}

function createPageCopy(database: CipherDatabase): Pages['takeOver'] {
  const columns =
    'ordinal, number, label, state, reason, characters, width, height, text, words, blocks, confidences, noticed'
  const copy = database.prepare(`
    INSERT OR IGNORE INTO pages (text_version, ${columns})
    SELECT ?, ${columns} FROM pages WHERE text_version = ? AND ordinal NOT IN (SELECT value FROM json_each(?))
      AND EXISTS (SELECT 1 FROM text_versions WHERE id = ? AND NOT complete)`)
  return (id, from, except) => void copy.run(id, from, JSON.stringify(except), id)
}

function createPageWriter(database: CipherDatabase): Pages['write'] {
  const write = database.prepare(`
    INSERT INTO pages (text_version, ordinal, number, label, state, reason, characters, width, height, text, words, blocks, confidences, noticed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (text_version, ordinal) DO UPDATE SET
      number = excluded.number, label = excluded.label, state = excluded.state, reason = excluded.reason,
      characters = excluded.characters, width = excluded.width, height = excluded.height, text = excluded.text,
      words = excluded.words, blocks = excluded.blocks, confidences = excluded.confidences,
      noticed = excluded.noticed
    WHERE pages.state = 'failed'`)
  const isComplete = database.prepare<{ complete: number }>('SELECT complete FROM text_versions WHERE id = ?')
  return (id, ordinal, page) => {
    if (isComplete.get(id)?.complete) return
    if (page.text.includes(PAGE_BREAK)) throw new RangeError(`Expected no form feed in page ${ordinal}`)
    // SQLite keeps UTF-8, which has no lone surrogates; the replacement is as long, so offsets stay.
    const text = page.text.toWellFormed()
    const words = page.words && encodeWordBoxes(page.words)
    const { label, state, reason, width, height, confidences = null, noticed = null } = page
    const blocks = JSON.stringify(page.blocks)
    write.run(
      id,
      ordinal,
      page.page,
      label,
      state,
      reason && JSON.stringify(reason),
      text.length,
      width,
      height,
      text,
      words,
      blocks,
      confidences,
      noticed && JSON.stringify(noticed),
    )
  }
}

function pagesBetween(pages: readonly ListRow[], start: number, end: number) {
  let next = 0
  const placed = pages.map(({ ordinal, page: number, characters }) => {
    const page = { ordinal, page: number, start: next, end: next + characters }
    next = page.end + PAGE_BREAK.length
    return page
  })
  // A range may begin or end at the form feed after a page.
  return placed.filter((page) => page.start <= end && page.end >= start)
}

/**
 * Where the words of a page lie. For word i: `offsets[2i]` and `offsets[2i + 1]` are its start and end (exclusive) in the
 * page's text, in UTF-16 units; `boxes[4i...]` its x, y, width and height in PDF points from the page's top left.
 */
type WordBoxes = { readonly offsets: Int32Array; readonly boxes: Float32Array }

const HEADER_BYTES = 4
const BYTES_PER_WORD = 24

/** Number of words, then all offsets, then all boxes, little-endian: 24 bytes a word. Throws `RangeError` for unequal lengths. */
export function encodeWordBoxes({ offsets, boxes }: WordBoxes): Uint8Array {
  const words = offsets.length / 2
  if (!Number.isInteger(words) || boxes.length !== 4 * words)
    throw new RangeError(`Expected two offsets and four box values a word, got ${offsets.length} and ${boxes.length}`)
  const view = new DataView(new ArrayBuffer(HEADER_BYTES + BYTES_PER_WORD * words))
  view.setUint32(0, words, true)
  offsets.forEach((offset, index) => view.setInt32(HEADER_BYTES + 4 * index, offset, true))
  const boxesAt = HEADER_BYTES + 8 * words
  boxes.forEach((value, index) => view.setFloat32(boxesAt + 4 * index, value, true))
  return new Uint8Array(view.buffer)
}

export function decodeWordBoxes(bytes: Uint8Array): WordBoxes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = view.getUint32(0, true)
  const boxesAt = HEADER_BYTES + 8 * words
  return {
    offsets: Int32Array.from({ length: 2 * words }, (_, index) => view.getInt32(HEADER_BYTES + 4 * index, true)),
    boxes: Float32Array.from({ length: 4 * words }, (_, index) => view.getFloat32(boxesAt + 4 * index, true)),
  }
}
