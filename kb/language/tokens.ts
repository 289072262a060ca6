import { ReadError } from './read-error.ts'

export type Token = {
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
export function tokensOf(text: string): readonly Token[] {
  if (text.length > LONGEST)
    throw new ReadError(
      `This is ${text.length} characters long; at most ${LONGEST} are read.`,
      'Split it into several conditions.',
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
  if (!match || !groups) throw new ReadError('This character cannot be read.', 'Take it out.', offset)
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
    throw new ReadError(
      `"${day}" is no day.`,
      'Write year, month and day with four, two and two digits: 2026-06-01.',
      offset,
    )
  if (found === '"' || found === "'")
    throw new ReadError(
      'This quoted name has no end, or a backslash in it that stands before no quote.',
      'Close the quote; write \\\\ for a backslash.',
      offset,
    )
  if (/^\d+(?:\.\d+)?,\d/u.test(rest) && /^\d/u.test(found))
    throw new ReadError('A comma between two digits.', 'Write 58.5 for a decimal, or a space after the comma.', offset)
  if (found === '?') throw new ReadError('A "?" without a name.', 'Write ?name, or ?_ for any value.', offset)
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gsu, '$1')
}
