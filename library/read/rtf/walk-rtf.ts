import { gateFailure } from '../read-failure.ts'
import { BYTES_PER_MB, type ReadLimits } from '../read-limits.ts'
import { createRtfFonts, decodeRtf, pageEncoding, type RtfEncoding, symbolOf } from './rtf-encoding.ts'
import { type RtfToken, rtfTokens } from './rtf-tokens.ts'

/** What is made of RTF: called in the order of the file, with text already decoded. */
export type RtfVisitor = {
  open(): void
  close(): void
  /** A control word, or `*` for the mark of a destination that older readers skip. */
  control(word: string, value: number | null): void
  text(text: string): void
  /** False where text would be thrown away (a picture): it is then not decoded. */
  wantsText(): boolean
}

/** What a group passes on to the groups inside it. */
type Group = {
  readonly font: number | null
  /** How many characters stand in for one of `\u`. */
  readonly fallbackLength: number
  /** `aside`: what a font entry says of itself that is not its name. */
  readonly fontTable: 'none' | 'entries' | 'aside'
}

type Walk = {
  readonly visitor: RtfVisitor
  readonly limits: ReadLimits
  readonly fonts: ReturnType<typeof createRtfFonts>
  readonly groups: Group[]
  group: Group
  encoding: RtfEncoding
  defaultFont: number | null
  /** Characters still to be dropped after `\u`. */
  toSkip: number
  /** Bytes of one encoding, decoded together; a character may have two. */
  readonly pending: Buffer
  pendingBytes: number
  characters: number
}

/** `\u` has one stand-in, two in old East Asian files; a larger claim would swallow the text. */
const LONGEST_FALLBACK = 4
const PENDING_BYTES = 1 << 16

export type RtfEnd = {
  /** How many groups were open when the file ended: more than none means that its end is missing. */
  readonly openGroups: number
  readonly unknownCodePage: number | null
  /** Bytes after the group that is the document. */
  readonly bytesBehind: number
}

const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['tab', '\t'],
])
/** After a backslash: `~` no-break space, `_` no-break hyphen; an optional hyphen (`-`) is no text. */
const SYMBOLS: ReadonlyMap<string, string> = new Map(
  [...'{}\\']
    .map((sign) => [sign, sign] as const)
    .concat([
      ['~', '\u00a0'],
      ['_', '-'],
    ]),
)
const FIXED_PAGES: ReadonlyMap<string, number> = new Map([
  ['ansi', 1252],
  ['mac', 10000],
  ['pc', 437],
  ['pca', 850],
])

/**
 * Goes through RTF once. Throws `ReadFailedError` when groups nest deeper than `limits.rtfDepth` or more text comes than
 * `limits.textMb`.
 */
export function walkRtf(bytes: Buffer, limits: ReadLimits, visitor: RtfVisitor): RtfEnd {
  const walk: Walk = {
    visitor,
    limits,
    fonts: createRtfFonts(),
    groups: [],
    group: { font: null, fallbackLength: 1, fontTable: 'none' },
    encoding: pageEncoding(1252)!,
    defaultFont: null,
    toSkip: 0,
    pending: Buffer.alloc(PENDING_BYTES),
    pendingBytes: 0,
    characters: 0,
  }
  let unknownCodePage: number | null = null
  let bytesBehind = 0
  for (const token of rtfTokens(bytes)) {
    if (token.kind === 'text') takeBytes(walk, bytes.subarray(token.start, token.end))
    else if (token.kind === 'byte') takeByte(walk, token.value!)
    else if (token.name === 'ansicpg' && token.value) {
      const page = pageEncoding(token.value)
      if (page) walk.encoding = page
      else unknownCodePage = token.value
    } else takeSyntax(walk, token)
    if (token.kind === 'close' && walk.groups.length === 0) {
      bytesBehind = bytes.length - token.end
      break
    }
  }
  flush(walk)
  return { openGroups: walk.groups.length, unknownCodePage, bytesBehind }
}

function takeBytes(walk: Walk, bytes: Uint8Array): void {
  if (wantsBytes(walk)) for (const byte of bytes) takeByte(walk, byte)
  else walk.toSkip = Math.max(0, walk.toSkip - bytes.length)
}

function takeByte(walk: Walk, byte: number): void {
  if (walk.toSkip > 0) walk.toSkip -= 1
  else if (wantsBytes(walk)) {
    // A character of two bytes could be cut here, but no real run is that long.
    if (walk.pendingBytes === PENDING_BYTES) flush(walk)
    walk.pending[walk.pendingBytes] = byte
    walk.pendingBytes += 1
  }
}

function wantsBytes({ group, visitor }: Walk): boolean {
  return group.fontTable === 'none' ? visitor.wantsText() : group.fontTable === 'entries'
}

function takeSyntax(walk: Walk, token: RtfToken): void {
  if (token.kind === 'open' || token.kind === 'close') {
    flush(walk)
    walk.toSkip = 0
    if (token.kind === 'open') openGroup(walk)
    else closeGroup(walk)
  } else if (walk.toSkip > 0 && token.name !== 'u') walk.toSkip -= 1
  else {
    flush(walk)
    if (token.kind === 'word') takeWord(walk, token.name, token.value)
    else takeSymbol(walk, String.fromCharCode(token.value!))
  }
}

function openGroup(walk: Walk): void {
  walk.groups.push(walk.group)
  if (walk.groups.length > walk.limits.rtfDepth)
    throw gateFailure('groupDepth', { value: walk.groups.length, limit: walk.limits.rtfDepth }, 'saveAnew')
  walk.visitor.open()
}

function closeGroup(walk: Walk): void {
  const outer = walk.groups.pop()
  if (!outer) return
  if (walk.group.fontTable === 'entries') walk.fonts.endEntry()
  walk.group = outer
  walk.visitor.close()
}

function takeWord(walk: Walk, word: string, value: number | null): void {
  if (word === 'u') return takeUnicode(walk, value ?? 0)
  const page = FIXED_PAGES.get(word)
  if (page !== undefined) walk.encoding = pageEncoding(page)!
  takeFontWord(walk, word, value)
  const character = CHARACTERS.get(word)
  if (character === undefined) walk.visitor.control(word, value)
  else emit(walk, character)
}

function takeFontWord(walk: Walk, word: string, value: number | null): void {
  const { group } = walk
  if (word === 'uc') walk.group = { ...group, fallbackLength: Math.min(Math.max(0, value ?? 1), LONGEST_FALLBACK) }
  else if (word === 'fonttbl') walk.group = { ...group, fontTable: 'entries' }
  else if (group.fontTable !== 'none') walk.fonts.control(word, value)
  else if (word === 'f') walk.group = { ...group, font: value ?? 0 }
  else if (word === 'plain') walk.group = { ...group, font: walk.defaultFont }
  else if (word === 'deff') {
    walk.defaultFont = value
    walk.group = { ...group, font: value }
  }
}

function takeSymbol(walk: Walk, symbol: string): void {
  const text = SYMBOLS.get(symbol)
  if (text !== undefined) emit(walk, text)
  // A backslash before a line end is an old way to write `\par`.
  else if (symbol === '\n' || symbol === '\r') walk.visitor.control('par', null)
  else if (symbol === '*') {
    if (walk.group.fontTable !== 'none') walk.group = { ...walk.group, fontTable: 'aside' }
    walk.visitor.control('*', null)
  }
}

function takeUnicode(walk: Walk, value: number): void {
  const code = value < 0 ? value + 0x10000 : value
  walk.toSkip = walk.group.fallbackLength
  if (code <= 0 || code > 0x10ffff) return
  const symbols = walk.fonts.encoding(walk.group.font)?.symbols
  if (symbols && code >= 0xf000 && code <= 0xf0ff) emit(walk, symbolOf(symbols, code))
  else emit(walk, String.fromCodePoint(code))
}

function flush(walk: Walk): void {
  if (walk.pendingBytes === 0) return
  const bytes = walk.pending.subarray(0, walk.pendingBytes)
  walk.pendingBytes = 0
  const { group, fonts } = walk
  if (group.fontTable !== 'none') return fonts.name(bytes.toString('latin1'))
  emit(walk, decodeRtf(bytes, fonts.encoding(group.font) ?? walk.encoding))
}

function emit(walk: Walk, text: string): void {
  if (!walk.visitor.wantsText()) return
  walk.characters += text.length
  const limit = walk.limits.textMb
  if (walk.characters > limit * BYTES_PER_MB) throw gateFailure('text', { value: limit + 1, limit })
  walk.visitor.text(text)
}
