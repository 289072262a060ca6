/** Shows a number as a cell does. */
export type NumberFormat = (value: number) => string

/**
 * The way a format code shows numbers: percent, currency, fixed decimals, dates (as ISO). Colours, widths and fractions are
 * not followed; a number that its format would not show at all is shown all the same.
 */
export function createNumberFormat(code: string, counts1904: boolean): NumberFormat {
  const sections = formatSections(code)
  return (value) => {
    const { section, showsSign } = sectionFor(value, sections)
    if (isDateFormat(section.tokens)) return formatDate(value, section.tokens, counts1904) ?? generalNumber(value)
    const shown = formatPlain(Math.abs(value), section.tokens)
    if (shown === '') return generalNumber(value)
    return value < 0 && showsSign && /[1-9]/.test(shown) ? `-${shown}` : shown
  }
}

/** A number without a format: at most 15 digits, so that 0.1 + 0.2 is 0.3. */
export function generalNumber(value: number): string {
  return String(Number(value.toPrecision(15))).replace('e', 'E')
}

function sectionFor(value: number, sections: readonly FormatSection[]): { section: FormatSection; showsSign: boolean } {
  const numeric = sections.slice(0, 3).filter(({ tokens }) => !tokens.some(({ kind }) => kind === 'text'))
  const [first = { tokens: [{ kind: 'general', text: '' }], condition: null }, second, third] = numeric
  const conditional = numeric.find(({ condition }) => condition !== null && holds(value, condition))
  if (conditional) return { section: conditional, showsSign: !conditional.condition!.operator.startsWith('<') }
  if (numeric.some(({ condition }) => condition !== null)) {
    const rest = numeric.findLast(({ condition }) => condition === null)
    return { section: rest ?? first, showsSign: true }
  }
  if (value < 0 && second) return { section: second, showsSign: false }
  return { section: value === 0 && third ? third : first, showsSign: true }
}

function holds(value: number, { operator, value: limit }: NonNullable<FormatSection['condition']>): boolean {
  if (operator === '<') return value < limit
  if (operator === '<=') return value <= limit
  if (operator === '>') return value > limit
  if (operator === '>=') return value >= limit
  return operator === '=' ? value === limit : value !== limit
}

function formatPlain(value: number, tokens: readonly FormatToken[]): string {
  const isGeneral = tokens.some(({ kind }) => kind === 'general')
  const isFraction = tokens.some(({ kind, text }) => kind === 'mark' && text === '/')
  if (isGeneral || isFraction || value >= 1e21) return withLiterals(tokens, generalNumber(value))
  const exponent = tokens.findIndex(({ kind }) => kind === 'exponent')
  if (exponent >= 0) return scientific(value, tokens, exponent)
  return digitsInPlace(value, tokens)
}

/** The number in the place of the first token that shows it. */
function withLiterals(tokens: readonly FormatToken[], number: string): string {
  const at = tokens.findIndex(({ kind }) => kind === 'general' || kind === 'digits')
  const shown = tokens.map(({ kind, text }, index) => (index === at ? number : kind === 'literal' ? text : ''))
  return shown.join('').trim()
}

/** The power is a multiple of the places before the point: "##0.0E+0" shows 12345 as "12.3E+3". */
function scientific(value: number, tokens: readonly FormatToken[], exponent: number): string {
  const mantissa = tokens.slice(0, exponent)
  const places = Math.max(1, placesIn(mantissa) - decimalsOf(mantissa))
  const [digits = '', written = '0'] = value.toExponential().split('e')
  const scaled = (power: number) => Number(`${digits}e${Number(written) - power}`)
  const least = Math.floor(Number(written) / places) * places
  const isRoundedUp = Number(rounded(scaled(least), decimalsOf(mantissa))) >= 10 ** places
  const power = isRoundedUp ? least + places : least
  const rest = tokens.slice(exponent + 1)
  const sign = power < 0 ? '-' : tokens[exponent]!.text === 'e+' ? '+' : ''
  const size = `${Math.abs(power)}`.padStart(placesIn(rest), '0')
  const after = rest.map(({ kind, text }) => (kind === 'literal' ? text : '')).join('')
  return `${digitsInPlace(scaled(power), mantissa)}E${sign}${size}${after}`.trim()
}

function placesIn(tokens: readonly FormatToken[]): number {
  return tokens.reduce((sum, { kind, text }) => (kind === 'digits' ? sum + text.length : sum), 0)
}

function decimalsOf(tokens: readonly FormatToken[]): number {
  const dot = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === '.')
  return dot < 0 ? 0 : Math.min(30, placesIn(tokens.slice(dot)))
}

/** Digits go into their places from the decimal point outwards, so that "000-00-0000" shows an identity number. */
function digitsInPlace(value: number, tokens: readonly FormatToken[]): string {
  const firstDigits = tokens.findIndex(({ kind }) => kind === 'digits')
  const lastDigits = tokens.findLastIndex(({ kind }) => kind === 'digits')
  const dot = tokens.findIndex(({ kind, text }) => kind === 'mark' && text === '.')
  const isMark = (index: number, mark: string) => tokens[index]?.kind === 'mark' && tokens[index].text === mark
  const lastWhole = dot < 0 ? lastDigits : tokens.findLastIndex(({ kind }, at) => kind === 'digits' && at < dot)
  const groups = tokens.some((_, at) => at > firstDigits && at < lastWhole && isMark(at, ','))
  let scale = 1
  for (let at = lastDigits + 1; isMark(at, ','); at += 1) scale /= 1000
  for (const [at] of tokens.entries()) if (isMark(at, '%')) scale *= 100
  const [whole = '', decimals = ''] = rounded(value * scale, decimalsOf(tokens)).split('.')
  const border = dot < 0 ? lastDigits + 1 : dot
  const left = wholeInPlace(whole === '0' ? '' : whole, tokens.slice(0, border), groups)
  return `${left}${decimalsInPlace(decimals, tokens.slice(border))}`.trim()
}

function wholeInPlace(whole: string, tokens: readonly FormatToken[], groups: boolean): string {
  let rest = whole
  let shown = ''
  let count = 0
  const put = (digit: string) => {
    shown = `${digit}${groups && count > 0 && count % 3 === 0 ? ',' : ''}${shown}`
    count += 1
  }
  const first = tokens.findIndex(({ kind }) => kind === 'digits')
  for (const [at, { kind, text }] of [...tokens.entries()].toReversed()) {
    if (kind === 'literal') shown = `${text}${shown}`
    if (kind === 'mark' && text === '%') shown = `%${shown}`
    if (kind !== 'digits') continue
    for (const place of text.split('').toReversed()) {
      if (rest !== '') put(rest.at(-1)!)
      else if (place === '0') put('0')
      rest = rest.slice(0, -1)
    }
    if (at !== first) continue
    for (; rest !== ''; rest = rest.slice(0, -1)) put(rest.at(-1)!)
  }
  return shown
}

function decimalsInPlace(decimals: string, tokens: readonly FormatToken[]): string {
  let at = 0
  let shown = ''
  for (const { kind, text } of tokens) {
    if (kind === 'literal' || (kind === 'mark' && text === '%')) shown += text
    if (kind !== 'digits') continue
    for (const place of text) {
      if (place === '0' || /[1-9]/.test(decimals.slice(at))) shown += `${at === 0 ? '.' : ''}${decimals[at] ?? '0'}`
      at += 1
    }
  }
  return shown
}

/** Rounded as it is written, not as it is stored: 1.005 with two decimals is 1.01. */
function rounded(value: number, decimals: number): string {
  const exact = Math.round(Number(`${Number(value.toPrecision(15))}e${decimals}`))
  return Number.isFinite(exact) && exact < Number.MAX_SAFE_INTEGER
    ? Number(`${exact}e-${decimals}`).toFixed(decimals)
    : value.toFixed(decimals)
}

/** A piece of a number format code (ECMA-376 part 1, 18.8.31). */
type FormatToken = {
  readonly kind: 'literal' | 'digits' | 'date' | 'elapsed' | 'meridiem' | 'exponent' | 'general' | 'text' | 'mark'
  /** `date`: letters such as "yyyy"; `mark`: one of `. , % /`; else what is shown. */
  readonly text: string
}

/** One of up to four sections, parted by semicolons. */
type FormatSection = {
  readonly tokens: readonly FormatToken[]
  readonly condition: { readonly operator: string; readonly value: number } | null
}

const TOKEN =
  /"(?<quoted>[^"]*)"?|\\(?<escaped>.)|[_*](?<space>.?)|\[(?<bracket>[^\]]*)\]|(?<general>General)|(?<meridiem>AM\/PM|A\/P)|(?<exponent>E[+-])|(?<date>y+|m+|d+|h+|s+|e+|g+|b+)|(?<digits>[0#?]+)|(?<mark>[.,%/])|(?<end>;)|(?<text>@)|(?<other>[^])/giu

/** The sections of a format code. A code that is no format is taken literally, as far as it goes. */
function formatSections(code: string): readonly FormatSection[] {
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

function isDateFormat(tokens: readonly FormatToken[]): boolean {
  return tokens.some(({ kind }) => kind === 'date' || kind === 'elapsed')
}

/**
 * A date serial as ISO shows it, with as much as the format shows: "2024-09-12", "2024-09-12 14:30", "14:30", "2024-09", or
 * a span of time ("36:15"). Null for a number that is no date.
 */
function formatDate(serial: number, tokens: readonly FormatToken[], counts1904: boolean): string | null {
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
