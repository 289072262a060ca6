import { message, type Message } from '../../wording/message.ts'
import { type Name, ReadError } from './syntax.ts'

/** Walks over the tokens of one text. */
export type TokenReader = {
  peek(ahead?: number): Token
  next(): Token
  /** Takes the symbol or word if it is next. */
  takes(text: string): boolean
  /** Throws unless the symbol is next. */
  expect(symbol: string, fix: Message): Token
  /** The unit at this place, longest first; null if no unit can begin here. */
  unit(): Name | null
  /** Throws unless everything has been read. */
  expectEnd(fix: Message): void
}

/** `isUnit` says where a unit ends; one that is none is read whole, for the message. */
export function createTokenReader(text: string, isUnit: (text: string) => boolean): TokenReader {
  const tokens = tokensOf(text)
  let index = 0
  const peek = (ahead = 0): Token => tokens[Math.min(index + ahead, tokens.length - 1)] as Token
  const next = (): Token => {
    const token = peek()
    if (token.kind !== 'end') index++
    return token
  }
  const isNext = (symbol: string): boolean => {
    const token = peek()
    return token.text === symbol && (token.kind === 'symbol' || token.kind === 'word')
  }
  return {
    peek,
    next,
    takes: (symbol) => isNext(symbol) && next().kind !== 'end',
    expect(symbol, fix) {
      if (!isNext(symbol))
        throw new ReadError(message('gate.syntax.expected', { symbol, found: said(peek()) }), fix, peek().offset)
      return next()
    },
    unit() {
      const { offset } = peek()
      const found = unitAt(text, offset, isUnit)
      if (found === null) return null
      const end = offset + found.length
      while (peek().kind !== 'end' && peek().offset < end) index++
      return { text: found, offset, end }
    },
    expectEnd(fix) {
      if (peek().kind !== 'end')
        throw new ReadError(message('gate.syntax.shouldEnd', { found: said(peek()) }), fix, peek().offset)
    },
  }
}

/** A longer unit is preferred, `mL/min` before `mL`; a text that is none is returned whole, for the message. */
function unitAt(text: string, offset: number, isUnit: (text: string) => boolean): string | null {
  UNIT.lastIndex = offset
  const whole = UNIT.exec(text)?.[0]
  if (whole === undefined || WORDS.has(whole)) return null
  const isCall = /^\s*\(/u.test(text.slice(offset + whole.length))
  for (let length = whole.length; length > 0; length--)
    if (mayEnd(whole.slice(length), isCall) && isUnit(whole.slice(0, length))) return whole.slice(0, length)
  // A division by something else (`2 /x`), not a unit.
  return whole.startsWith('/') ? null : whole
}

/** A unit ends before a division, `6 kg/2` or `6 kg/min(…)`, and not within a word or a unit that is misspelt, `mL/mim`. */
function mayEnd(rest: string, isCall: boolean): boolean {
  return rest === '' || /^\/[\p{N}]/u.test(rest) || (isCall && /^\/\p{L}+$/u.test(rest)) || /^[.^·]/u.test(rest)
}

export function said(token: Token): Message {
  if (token.kind === 'end') return message('gate.tokens.end')
  const isVariable = token.kind === 'variable' || token.kind === 'anything'
  return message('gate.tokens.quoted', { text: isVariable ? `?${token.text}` : token.text })
}

const UNIT =
  /(?:[%€£]|°[CF]|[\p{L}µμ][\p{L}µμ0-9²³₀-₉]*|10\^\d+(?=\/)|\/(?=\p{L}(?![\p{L}\p{N}_]*\s*\()))(?:[/·^]?(?:[\p{L}µμ0-9²³₀-₉%]|\.(?!\.)|-(?=\p{L}))+)*/uy

/** Words of the language, never the name of a unit after a number. */
const WORDS = new Set(['in', 'as', 'from', 'to', 'not', 'and', 'or'])

type Token = {
  readonly kind: 'number' | 'date' | 'variable' | 'anything' | 'quoted' | 'word' | 'symbol' | 'end'
  /** Without quotes and question marks; names in Unicode normal form C. */
  readonly text: string
  readonly offset: number
  readonly end: number
}

/** More is no condition but an accident or an attack. */
const LONGEST = 2_000

const TOKEN =
  /(?<date>\d{4}-\d\d-\d\d(?![\d\p{L}_]))|(?<number>\d+(?:\.\d+)?)|\?(?<variable>[\p{L}_][\p{L}\p{M}\p{N}_]*)|"(?<double>(?:[^"\\]|\\["\\])*)"|'(?<single>(?:[^'\\]|\\['\\])*)'|(?<word>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<symbol>:=|>=|<=|!=|==|=>|=<|<>|&&|\|\||\.\.|.)/suy

/** All of the text as tokens, the last of kind `end`. Characters that mean nothing become symbols, for the parser to refuse. */
function tokensOf(text: string): readonly Token[] {
  if (text.length > LONGEST)
    throw new ReadError(
      message('gate.syntax.tooLong', { count: text.length, most: LONGEST }),
      message('gate.syntax.splitConditions'),
      0,
    )
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    if (/\s/u.test(text.charAt(at))) at++
    else {
      const token = tokenAt(text, at)
      tokens.push(token)
      at = token.end
    }
  }
  tokens.push({ kind: 'end', text: '', offset: text.length, end: text.length })
  return tokens
}

function tokenAt(text: string, offset: number): Token {
  TOKEN.lastIndex = offset
  const match = TOKEN.exec(text)
  const groups = match?.groups
  if (!match || !groups) throw new ReadError(message('gate.syntax.character'), message('gate.takeOut'), offset)
  const end = offset + match[0].length
  refuseLookalikes(text, match[0], offset)
  const { variable, double, single, word } = groups
  if (groups.date !== undefined) return { kind: 'date', text: groups.date, offset, end }
  if (groups.number !== undefined) return { kind: 'number', text: groups.number, offset, end }
  if (variable === '_') return { kind: 'anything', text: '_', offset, end }
  if (variable !== undefined) return { kind: 'variable', text: variable.normalize('NFC'), offset, end }
  const quoted = double ?? single
  if (quoted !== undefined) return { kind: 'quoted', text: unescaped(quoted).normalize('NFC'), offset, end }
  if (word !== undefined) return { kind: 'word', text: word.normalize('NFC'), offset, end }
  return { kind: 'symbol', text: match[0], offset, end }
}

/** What looks like one thing and would be read as another: `2026-6-1` as a subtraction, an open quote as a symbol. */
function refuseLookalikes(text: string, found: string, offset: number): void {
  const rest = text.slice(offset, offset + 12)
  const day = /^\d{1,4}-\d{1,2}-\d{1,4}(?!\d)/u.exec(rest)?.[0]
  if (day !== undefined && day !== found)
    throw new ReadError(message('gate.syntax.noDay', { day }), message('gate.syntax.dayDigits'), offset)
  if (found === '"' || found === "'")
    throw new ReadError(message('gate.syntax.openQuote'), message('gate.syntax.closeQuote', { code: '\\\\' }), offset)
  if (/^\d+(?:\.\d+)?,\d/u.test(rest) && /^\d/u.test(found))
    throw new ReadError(message('gate.syntax.comma'), message('gate.syntax.commaFix'), offset)
  if (found === '?')
    throw new ReadError(message('gate.syntax.noVariableName'), message('gate.syntax.variableName'), offset)
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gsu, '$1')
}
