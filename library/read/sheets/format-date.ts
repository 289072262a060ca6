/** A piece of a number format code (ECMA-376 part 1, 18.8.31). */
export type FormatToken = {
  readonly kind: 'literal' | 'digits' | 'date' | 'elapsed' | 'meridiem' | 'exponent' | 'general' | 'text' | 'mark'
  /** `date`: letters such as "yyyy"; `mark`: one of `. , % /`; else what is shown. */
  readonly text: string
}

/** One of up to four sections, parted by semicolons. */
export type FormatSection = {
  readonly tokens: readonly FormatToken[]
  readonly condition: { readonly operator: string; readonly value: number } | null
}

const TOKEN =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|[_*](?<space>.?)|\[(?<bracket>[^\]]*)\]|(?<general>General)|(?<meridiem>AM\/PM|A\/P)|(?<exponent>E[+-])|(?<date>y+|m+|d+|h+|s+|e+|g+|b+)|(?<digits>[0#?]+)|(?<mark>[.,%/])|(?<end>;)|(?<text>@)|(?<other>[^])/giu

/** The sections of a format code. A code that is no format is taken literally, as far as it goes. */
export function formatSections(code: string): readonly FormatSection[] {
  const sections: FormatSection[] = []
  let tokens: FormatToken[] = []
  let condition: FormatSection['condition'] = null
  for (const { groups = {} } of code.matchAll(TOKEN)) {
    if (groups.end !== undefined) {
      sections.push({ tokens, condition })
      tokens = []
      condition = null
    } else if (groups.bracket !== undefined) {
      condition = conditionOf(groups.bracket) ?? condition
      tokens.push(...bracketTokens(groups.bracket))
    } else tokens.push(...plainTokens(groups))
  }
  return [...sections, { tokens, condition }]
}

const KINDS = ['general', 'meridiem', 'exponent', 'date', 'digits', 'mark', 'text'] as const

function plainTokens(groups: Readonly<Record<string, string | undefined>>): readonly FormatToken[] {
  const kind = KINDS.find((name) => groups[name] !== undefined)
  if (kind) return [{ kind, text: groups[kind]!.toLowerCase() }]
  const literal = groups.quoted ?? groups.escaped ?? groups.other
  return literal === undefined ? [] : [{ kind: 'literal', text: literal }]
}

/** "[$€-407]" is a currency, "[h]" a span of time; colours and the like show nothing. */
function bracketTokens(content: string): readonly FormatToken[] {
  if (content.startsWith('$')) return [{ kind: 'literal', text: content.slice(1).split('-')[0]! }]
  return /^(h+|m+|s+)$/i.test(content) ? [{ kind: 'elapsed', text: content.toLowerCase() }] : []
}

function conditionOf(content: string): FormatSection['condition'] {
  const [, operator, value] = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/.exec(content) ?? []
  return operator === undefined ? null : { operator, value: Number(value) }
}

/** What of a moment a format shows. `fraction`: digits after the seconds. */
type DateParts = {
  readonly year: boolean
  readonly month: boolean
  readonly day: boolean
  readonly hour: boolean
  readonly minute: boolean
  readonly second: boolean
  readonly fraction: number
}

const DAY_SECONDS = 86_400
const DAY_MS = DAY_SECONDS * 1000

/** 31 December 9999. */
const LAST_DAY = 2_958_465

/** Days from the first day of the older system to that of the newer. */
const DAYS_TO_1904 = 1462

export function isDateFormat(tokens: readonly FormatToken[]): boolean {
  return tokens.some(({ kind }) => kind === 'date' || kind === 'elapsed')
}

/**
 * A date serial as ISO shows it, with as much as the format shows: "2024-09-12", "2024-09-12 14:30", "14:30", "2024-09", or
 * a span of time ("36:15"). Null for a number that is no date.
 */
export function formatDate(serial: number, tokens: readonly FormatToken[], counts1904: boolean): string | null {
  const elapsed = tokens.find(({ kind }) => kind === 'elapsed')?.text[0]
  const parts = partsOf(tokens)
  const days = counts1904 ? serial + DAYS_TO_1904 : serial
  if (elapsed !== undefined) return serial < 0 ? null : spanOfTime(serial, elapsed, parts)
  if (days < 0 || days >= LAST_DAY + 1) return null
  const unit = 10 ** parts.fraction
  const seconds = Math.round(days * DAY_SECONDS * unit) / unit
  const date = isoDate(Math.floor(seconds / DAY_SECONDS), parts)
  return [date, clockTime(seconds % DAY_SECONDS, parts)].filter((part) => part !== '').join(' ')
}

function partsOf(tokens: readonly FormatToken[]): DateParts {
  const letters = tokens.filter(({ kind }) => kind === 'date' || kind === 'elapsed').map(({ text }) => text[0]!)
  // The same letter is a month or, next to hours or seconds, a minute.
  const isMinute = letters.map((letter, at) => letter === 'm' && (letters[at - 1] === 'h' || letters[at + 1] === 's'))
  const seconds = tokens.findLastIndex(({ kind, text }) => (kind === 'date' || kind === 'elapsed') && text[0] === 's')
  const after = seconds >= 0 && tokens[seconds + 1]?.text === '.' ? tokens[seconds + 2] : undefined
  return {
    year: letters.some((letter) => letter === 'y' || letter === 'e' || letter === 'b'),
    month: letters.some((letter, at) => letter === 'm' && !isMinute[at]),
    day: letters.includes('d'),
    hour: letters.includes('h'),
    minute: isMinute.includes(true),
    second: letters.includes('s'),
    fraction: after?.kind === 'digits' ? Math.min(3, after.text.length) : 0,
  }
}

/** `day` counts from 1 January 1900 as 1. The format knows a 29 February 1900, which there was not (Lotus's mistake). */
function isoDate(day: number, { year, month, day: showsDay }: DateParts): string {
  if (!year && !month && !showsDay) return ''
  const iso = day === 0 ? '1900-01-00' : day === 60 ? '1900-02-29' : isoOf(day < 60 ? day : day - 1)
  if (showsDay) return iso
  return month ? iso.slice(0, 7) : iso.slice(0, 4)
}

function isoOf(dayOf1900: number): string {
  return new Date(Date.UTC(1900, 0, 1) + (dayOf1900 - 1) * DAY_MS).toISOString().slice(0, 10)
}

function clockTime(secondOfDay: number, { hour, minute, second, fraction }: DateParts): string {
  const hours = Math.floor(secondOfDay / 3600)
  const minutes = Math.floor((secondOfDay % 3600) / 60)
  const fields: string[] = []
  if (hour) fields.push(twoDigits(hours))
  if (hour || minute) fields.push(twoDigits(minutes))
  if (second) fields.push((secondOfDay % 60).toFixed(fraction).padStart(fraction === 0 ? 2 : fraction + 3, '0'))
  return fields.join(':')
}

function spanOfTime(serial: number, largest: string, { minute, second, fraction }: DateParts): string {
  const seconds = Math.round(serial * DAY_SECONDS * 10 ** fraction) / 10 ** fraction
  const last = (seconds % 60).toFixed(fraction).padStart(fraction === 0 ? 2 : fraction + 3, '0')
  if (largest === 's') return seconds.toFixed(fraction)
  if (largest === 'm') return [`${Math.floor(seconds / 60)}`, ...(second ? [last] : [])].join(':')
  const minutes = twoDigits(Math.floor((seconds % 3600) / 60))
  return [`${Math.floor(seconds / 3600)}`, ...(minute || second ? [minutes] : []), ...(second ? [last] : [])].join(':')
}

function twoDigits(value: number): string {
  return `${value}`.padStart(2, '0')
}
