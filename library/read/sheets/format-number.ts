import { formatDate, type FormatSection, formatSections, type FormatToken, isDateFormat } from './format-date.ts'

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
