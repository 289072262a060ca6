/** So many characters of a match are looked at. */
export const LOOKED_AT = 3
/** Above this an expression begins with nearly anything. */
const MOST = 4000
/** Stands for any letter; a digit is "0", a space " ". */
export const ANY_LETTER = 'A'
/** Letters of a range up to so many are kept apart. */
const FEW = 6

const QUANTIFIER = /(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})\??/y
const ESCAPE = /\\(?:[pPu]\{[^}]*\}|u[\dA-Fa-f]{4}|k<\w+>|.)/y
const GROUP = /\((?:\?(?:<\w+>|-?i?:|<?[=!]))?/y

/** What may have been read so far: `live` goes on, `done` is long enough or goes on with anything. */
type Read = { readonly live: ReadonlySet<string>; readonly done: ReadonlySet<string> }
/** The keys that one character may have; null: any character. */
type Keys = readonly string[] | null
type Element = (live: ReadonlySet<string>) => Read

/**
 * With which characters the matches of an expression begin, at most three, in small letters: "mrn", "00.", "AA0".
 * Null where they may begin with anything. More than really do is no fault, fewer are.
 */
export function beginningsOf(source: string): ReadonlySet<string> | null {
  const reader = { source, at: 0 }
  const { live, done } = alternatives(reader)(new Set(['']))
  const all = new Set([...done, ...live])
  return all.has('') || all.size > MOST ? null : all
}

type Reader = { readonly source: string; at: number }

function alternatives(reader: Reader): Element {
  const all: Element[] = [sequence(reader)]
  while (reader.source[reader.at] === '|') {
    reader.at += 1
    all.push(sequence(reader))
  }
  return (live) => unite(all.map((one) => one(live)))
}

function sequence(reader: Reader): Element {
  const all: Element[] = []
  while (reader.at < reader.source.length && !/[|)]/.test(reader.source[reader.at] ?? '')) all.push(quantified(reader))
  return (live) => {
    let read: Read = { live, done: new Set() }
    for (const element of all) {
      if (read.live.size === 0) break
      const next = element(read.live)
      // Mostly only one of the two has any.
      const done = read.done.size === 0 ? next.done : new Set([...read.done, ...next.done])
      read = { live: next.live, done }
    }
    return read
  }
}

function quantified(reader: Reader): Element {
  const element = elementAt(reader)
  const match = '?*+{'.includes(reader.source[reader.at] ?? ' ') ? taken(reader, QUANTIFIER) : null
  if (match === null) return element
  const [written, least = '', comma = '', most = ''] = match
  if (/^[?*+]/.test(written))
    return repeated(element, written.startsWith('+') ? 1 : 0, written.startsWith('?') ? 1 : LOOKED_AT)
  return repeated(element, Number(least), comma === '' ? Number(least) : most === '' ? LOOKED_AT : Number(most))
}

function repeated(element: Element, least: number, most: number): Element {
  return (live) => {
    const reads: Read[] = least === 0 ? [{ live, done: new Set() }] : []
    let current = live
    for (let times = 1; times <= Math.min(most, LOOKED_AT) && current.size > 0; times += 1) {
      const read = element(current)
      reads.push({ live: times >= Math.min(least, LOOKED_AT) ? read.live : new Set(), done: read.done })
      current = read.live
    }
    return unite(reads)
  }
}

function elementAt(reader: Reader): Element {
  const begin = reader.source[reader.at] ?? ''
  if (begin === '(') return group(reader)
  if (begin === '[') return readOne(classOf(reader))
  if (begin === '\\') {
    const escape = taken(reader, ESCAPE)?.[0] ?? ''
    return /^\\[bB]$/.test(escape) ? nothing : readOne(keysOfEscape(escape))
  }
  reader.at += 1
  if (begin === '^' || begin === '$') return nothing
  return readOne(begin === '.' ? null : [keyOf(begin)])
}

/** A look to one side takes no character. */
function group(reader: Reader): Element {
  const opened = taken(reader, GROUP)?.[0] ?? ''
  const inside = alternatives(reader)
  reader.at += 1
  return /[=!]$/.test(opened) ? nothing : inside
}

function nothing(live: ReadonlySet<string>): Read {
  return { live, done: new Set() }
}

function readOne(keys: Keys): Element {
  return (live) => {
    if (keys === null) return { live: new Set(), done: live }
    const longer = new Set([...live].flatMap((begun) => keys.map((key) => begun + key)))
    const isLong = [...longer].every(({ length }) => length >= LOOKED_AT)
    if (isLong) return { live: new Set(), done: longer }
    const [full, short] = [new Set<string>(), new Set<string>()]
    for (const begun of longer) (begun.length >= LOOKED_AT ? full : short).add(begun)
    return { live: short, done: full }
  }
}

function unite(reads: readonly Read[]): Read {
  return {
    live: new Set(reads.flatMap(({ live }) => [...live])),
    done: new Set(reads.flatMap(({ done }) => [...done])),
  }
}

function classOf(reader: Reader): Keys {
  reader.at += 1
  const isNegated = reader.source[reader.at] === '^'
  const keys = new Set<string>()
  let isAny = isNegated
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') {
    const member = memberOf(reader)
    const last = rangeEnd(reader)
    const found = last === null ? keysOf(member) : keysOfRange(member, last)
    if (found === null) isAny = true
    for (const key of found ?? []) keys.add(key)
  }
  reader.at += 1
  return isAny ? null : [...keys]
}

function memberOf(reader: Reader): string {
  const begin = reader.source[reader.at] ?? ''
  if (begin === '\\') return taken(reader, ESCAPE)?.[0] ?? begin
  reader.at += 1
  return begin
}

/** Of "a-z" the "z", read; null where no range is. */
function rangeEnd(reader: Reader): string | null {
  const { source, at } = reader
  if (source[at] !== '-' || source[at + 1] === ']' || source[at + 1] === undefined) return null
  reader.at += 2
  return source[at + 1] ?? null
}

function keysOf(member: string): Keys {
  return member.startsWith('\\') ? keysOfEscape(member) : [keyOf(member)]
}

function keysOfRange(first: string, last: string): Keys {
  if (/^\d$/.test(first)) return ['0']
  if (!/^\p{L}$/u.test(first)) return null
  const [from, to] = [first.charCodeAt(0), last.charCodeAt(0)]
  if (to - from >= FEW) return [ANY_LETTER]
  return Array.from({ length: to - from + 1 }, (_, step) => keyOf(String.fromCharCode(from + step)))
}

function keysOfEscape(escape: string): Keys {
  if (/^\\(?:d|p\{Nd?\})$/.test(escape)) return ['0']
  if (/^\\p\{L[ul]?\}$/.test(escape)) return [ANY_LETTER]
  if (escape === '\\s') return [' ']
  if (escape === '\\n' || escape === '\\t') return [' ']
  if (/^\\u[\dA-Fa-f]{4}$/.test(escape)) return [keyOf(String.fromCharCode(Number.parseInt(escape.slice(2), 16)))]
  return /^\\[^\p{L}\p{N}]$/u.test(escape) ? [keyOf(escape.slice(1))] : null
}

const known = new Map<string, string>()

/** A letter in its small form, "0" for a digit, " " for a space, and any other mark as it is. */
export function keyOf(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const isSpace = /^\s/u.test(character)
  const key = /^\p{N}/u.test(character) ? '0' : isSpace ? ' ' : (character.toLowerCase()[0] ?? '')
  known.set(character, key)
  return key
}

function taken(reader: Reader, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = reader.at
  const match = expression.exec(reader.source)
  if (match) reader.at += match[0].length
  return match
}
