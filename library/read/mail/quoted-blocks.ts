import type { ReadBlock } from '../read-page.ts'

/** Lines that begin an earlier message which goes on to the end. */
const ORIGINAL =
  /^[ \t]*[-_]{2,}[ \t]*(original (message|appointment)|forwarded message|urspr(ü|ue)ngliche nachricht|originalnachricht|weitergeleitete nachricht|message (d'origine|transféré)|mensaje (original|reenviado)|messaggio (originale|inoltrato)|oorspronkelijk bericht)[ \t]*[-_]{2,}[ \t]*$/i
const SENDER = /^[ \t*]*(from|von|de|da|van|från|fra|od)[ \t*]*:[ \t*]*\S/i
const SENT =
  /^[ \t*]*(sent|date|gesendet|datum|envoyé|enviado( el)?|fecha|inviato|data|verzonden|skickat|sendt|wysłano)[ \t*]*:/i
/** How many lines (also blank ones) after the sender the date of the original may stand. */
const SENT_WITHIN = 6
const WROTE =
  /^[ \t]*(on|am|le|el|il|op|em|den)\b.{6,300}\b(wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)\b[^\n]{0,200}:[ \t]*$/i

/** What programs write there and people do not: an address or a time. */
const WRITTEN_BY_PROGRAM = /@|\d{1,2}[:.h]\d{2}/

type Line = { readonly start: number; readonly end: number; readonly text: string }

/**
 * Tells the text of earlier messages apart: paragraphs whose lines start with ">", or follow the head that mail programs
 * put before an original, become `quoted`, split where it begins. Headings, tables and code stay what they are.
 * `isMarked`: quotations are told by other marks already, so "On … wrote:" is not taken to reach to the end.
 */
export function quotedBlocks(text: string, blocks: readonly ReadBlock[], isMarked: boolean): readonly ReadBlock[] {
  const lines = linesOf(text)
  const levels = quoteLevels(lines, isMarked)
  let from = 0
  return blocks.flatMap((block) => {
    while (from < lines.length && lines[from]!.end < block.start) from += 1
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [block]
    return runsOf(block, lines, levels, from)
  })
}

/** Paragraphs of plain text: runs of lines that are not blank. */
export function paragraphBlocks(text: string): readonly ReadBlock[] {
  const blocks: ReadBlock[] = []
  let isOpen = false
  for (const { start, end, text: line } of linesOf(text)) {
    const isBlank = line.trim() === ''
    const last = blocks.at(-1)
    if (!isBlank && isOpen) blocks[blocks.length - 1] = { ...last!, end }
    else if (!isBlank) blocks.push({ start, end, kind: 'paragraph', level: 0 })
    isOpen = !isBlank
  }
  return blocks
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = []
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start)
    const end = feed < 0 ? text.length : feed
    lines.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return lines
}

/** For each line how often it is quoted, 0 for the message's own. */
function quoteLevels(lines: readonly Line[], isMarked: boolean): readonly number[] {
  let reachesEnd = false
  const levels: number[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const { text } = lines[at]!
    const marks = /^(?:[ \t]?>)+/.exec(text)?.[0].replace(/[^>]/g, '').length ?? 0
    reachesEnd ||= startsOriginal(lines, at)
    const introduces = introducesQuote(lines, at)
    // Without ">" the rest is the earlier message; with it, the marks tell where it ends.
    if (introduces !== null && !introduces.isMarked && !isMarked) reachesEnd = true
    for (let more = 1; introduces && more < introduces.lines; more += 1, at += 1) levels.push(1)
    levels.push(Math.max(marks, reachesEnd || introduces ? 1 : 0))
  }
  return levels
}

function startsOriginal(lines: readonly Line[], at: number): boolean {
  const { text } = lines[at]!
  if (ORIGINAL.test(text)) return true
  if (!SENDER.test(text)) return false
  return lines.slice(at + 1, at + 1 + SENT_WITHIN).some((line) => SENT.test(line.text))
}

/** "On … wrote:", which programs break over up to three lines. */
function introducesQuote(lines: readonly Line[], at: number): { lines: number; isMarked: boolean } | null {
  for (let count = 1; count <= 3 && at + count <= lines.length; count += 1) {
    const joined = lines
      .slice(at, at + count)
      .map(({ text }) => text)
      .join(' ')
    if (!WROTE.test(joined) || !WRITTEN_BY_PROGRAM.test(joined)) continue
    const next = lines.slice(at + count, at + count + 3).find(({ text }) => text.trim() !== '')
    return { lines: count, isMarked: next?.text.trimStart().startsWith('>') ?? true }
  }
  return null
}

/** The block, parted where its lines change between own text and quotation. */
function runsOf(
  block: ReadBlock,
  lines: readonly Line[],
  levels: readonly number[],
  from: number,
): readonly ReadBlock[] {
  const runs: ReadBlock[] = []
  for (let at = from; at < lines.length && lines[at]!.start < block.end; at += 1) {
    const start = Math.max(block.start, lines[at]!.start)
    const end = Math.min(block.end, lines[at]!.end)
    const level = levels[at]!
    const last = runs.at(-1)
    const lastLevel = last?.kind === 'quoted' ? last.level : 0
    if (last && lastLevel === level) runs[runs.length - 1] = { ...last, end }
    else if (level > 0) runs.push({ start, end, kind: 'quoted', level })
    else runs.push({ ...block, start, end })
  }
  return runs
}
