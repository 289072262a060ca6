import { ReadError } from './read-error.ts'
import { tokensOf, type Token } from './tokens.ts'
import type { Name } from './syntax.ts'

/** Walks over the tokens of one text. */
export type TokenReader = {
  peek(ahead?: number): Token
  next(): Token
  /** Takes the symbol or word if it is next. */
  takes(text: string): boolean
  /** Throws unless the symbol is next. */
  expect(symbol: string, fix: string): Token
  /** The unit at this place, longest first; null if no unit can begin here. */
  unit(): Name | null
  /** Throws unless everything has been read. */
  expectEnd(fix: string): void
}

const UNIT =
  /(?:[%€£]|°[CF]|[\p{L}µμ][\p{L}µμ0-9²³₀-₉]*|10\^\d+(?=\/)|\/(?=[\p{L}]+(?![\p{L}\p{N}_]*\s*\()))(?:[/·^]?(?:[\p{L}µμ0-9²³₀-₉%]|\.(?!\.)|-(?=\p{L}))+)*/uy
/** Words of the language, never the name of a unit after a number. */
const WORDS = new Set(['in', 'as', 'from', 'to', 'not', 'and', 'or'])

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
      if (!isNext(symbol)) throw new ReadError(`Expected "${symbol}" here, not ${said(peek())}.`, fix, peek().offset)
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
        throw new ReadError(`${capital(said(peek()))} stands where the text should end.`, fix, peek().offset)
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

export function said(token: Token): string {
  if (token.kind === 'end') return 'the end'
  if (token.kind === 'variable' || token.kind === 'anything') return `"?${token.text}"`
  return `"${token.text}"`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
