import { pick, type Random } from '../drawn.ts'
import type { Vocabulary } from './planted-words.ts'

/** The kinds of error that are planted, as the design names them. */
export const PLANTED_KINDS = [
  'number',
  'date',
  'unit',
  'name',
  'negation',
  'modal',
  'state word',
  'wrong page',
  'cut quote',
  'invented authority',
  'sum',
  'weekday',
] as const
export type PlantedKind = (typeof PLANTED_KINDS)[number]

/** A sentence of a document, with its page. */
export type Drawn = {
  readonly text: string
  readonly page: number | null
  readonly pages: number
  readonly document: string
}

/** Gives null where the sentence has nothing of the kind. */
export type Plant = (drawn: Drawn, random: Random, words: Vocabulary) => string | null

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const MONTH = MONTHS.join('|')
const MODALS: readonly (readonly [string, string])[] = [
  ['shall', 'may'],
  ['must', 'may'],
  ['may', 'must'],
  ['should', 'must'],
  ['can', 'must'],
]
const CASES = [
  'Penhallow v Tregarth Estates [2011] EWCA Civ 3107',
  'Marchbank v Oduya [2019] UKSC 9012',
  'Kessler v. Northgate Paper Co., 988 F.3d 2214 (9th Cir. 2021)',
  'Bellweather v. Amory, 601 U.S. 1187 (2023)',
  'Ruskin v Thorne Holdings [2004] EWHC 55120',
]
const STATUTES = [
  'Keeping of Ledgers Act 1987, section 14',
  'Private Records Act 1993, s. 22',
  '18 U.S.C. § 99317',
  'Confidential Dealings Act 2002, section 8',
]

function unitPattern(units: Vocabulary['units']): RegExp {
  const names = Object.keys(units).toSorted((one, other) => other.length - one.length)
  return new RegExp(
    `(?<=\\d[\\d.,]*[ -]?\\)? ?|(?:one|two|three|four|five|six|seven|ten|twelve|thirty)(?: \\(\\d+\\))?[ -])(?:${names.join('|')})(?![\\p{L}\\d])`,
    'gu',
  )
}

/** One of the matches, changed; null where there is none, or nothing changes. */
function aMatch(
  text: string,
  wanted: RegExp,
  random: Random,
  change: (match: RegExpExecArray) => string | null,
): string | null {
  const found = pick([...text.matchAll(wanted)], random)
  const changed = found && change(found)
  if (!found || changed === null || changed === undefined || changed === found[0]) return null
  return text.slice(0, found.index) + changed + text.slice(found.index + found[0].length)
}

function aWord(text: string, pairs: readonly (readonly [string, string])[], random: Random): string | null {
  const all = pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const])
  const here = all.filter(([word]) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'u').test(text))
  const pair = pick(here, random)
  if (!pair) return null
  return aMatch(text, new RegExp(`(?<![\\p{L}-])${pair[0]}(?![\\p{L}-])`, 'gu'), random, () => pair[1])
}

/** Another figure of as many digits. */
function otherFigure(figures: string, random: Random): string {
  const by = 1 + Math.floor(random() * 8)
  const number = Number(figures)
  const up = number + by
  return String(up).length === figures.length || number - by < 1 ? String(up) : String(number - by)
}

const DATE = new RegExp(
  `(?<day>\\d{1,2})(?<ordinal>st|nd|rd|th)?,? (?:of )?(?<month>${MONTH})|(?<month2>${MONTH}) (?<day2>\\d{1,2})(?:st|nd|rd|th)?(?=,? \\d{4})`,
  'gu',
)

export const PLANTS: Readonly<Record<PlantedKind, Plant>> = {
  number: ({ text }, random) =>
    aMatch(
      text,
      new RegExp(
        `(?<![\\p{L}\\d.,/§:-]|(?:${MONTH}|[Ss]ection|[Aa]rticle|[Cc]lause|[Pp]aragraph) )(?!(?:19|20)\\d{2}(?!\\d))\\d{1,6}(?![\\d/:]|[.,]\\d|(?:st|nd|rd|th)\\b|,? (?:of )?(?:${MONTH})|\\.\\s|[.)]$)`,
        'gu',
      ),
      random,
      ({ 0: figures }) => otherFigure(figures, random),
    ),
  date: ({ text }, random) =>
    aMatch(text, DATE, random, ({ 0: date, groups }) => {
      const day = groups?.day ?? groups?.day2 ?? ''
      const month = groups?.month ?? groups?.month2 ?? ''
      if (random() < 0.5)
        return date.replace(month, MONTHS[(MONTHS.indexOf(month) + 1 + Math.floor(random() * 10)) % 12] ?? '')
      const other = String(1 + ((Number(day) + 2 + Math.floor(random() * 20)) % 27))
      return date.replace(new RegExp(`${day}(?:st|nd|rd|th)?`), other)
    }),
  unit: ({ text }, random, { units }) => aMatch(text, unitPattern(units), random, ({ 0: unit }) => units[unit] ?? null),
  name: ({ text }, random, { names }) =>
    aMatch(
      text,
      /(?<=\p{Ll},? (?:(?:Mr|Ms|Mrs|Dr)\. )?)(?:\p{Lu}\. \p{Lu}\p{Ll}{2,}|\p{Lu}\p{Ll}{3,} \p{Lu}\p{Ll}{3,})(?!\p{L}| \p{Lu})/gu,
      random,
      ({ 0: name }) => (isOrdinary(name) ? null : (pick(names, random) ?? null)),
    ),
  negation({ text }, random) {
    if (/\b(?:not|no|never|without|unless|nor|neither|none)\b|n['’]t\b/iu.test(text))
      return aMatch(
        text,
        /\b(?:is|are|was|were|shall|may|will|must|has|have|had|should|would|does|did|do) not /gu,
        random,
        ({ 0: words }) => words.replace(' not ', ' '),
      )
    return aMatch(
      text,
      /\b(?:is|are|was|were|shall|will|has been|have been|should) (?=\p{Ll})/gu,
      random,
      ({ 0: verb }) => verb.replace(' ', ' not '),
    )
  },
  modal({ text }, random) {
    const pair = pick(
      MODALS.filter(([word]) => new RegExp(`\\b${word}\\b(?! not\\b)`, 'u').test(text)),
      random,
    )
    return pair ? aMatch(text, new RegExp(`\\b${pair[0]}\\b(?! not\\b)`, 'gu'), random, () => pair[1]) : null
  },
  'state word': ({ text }, random, { states }) => aWord(text, states, random),
  'wrong page'({ text, page, pages, document }, random) {
    if (page === null || pages < 2) return null
    const other = 1 + ((page + Math.floor(random() * (pages - 1))) % pages)
    return other === page ? null : citing(text, document, other)
  },
  'cut quote'({ text, document }) {
    const denied = /^(.*?\b(?:shall|may|will|must|does|did|do|is|are|was|were|has|have)) not (.{25,})[.;]$/u.exec(text)
    if (denied?.[2] && !/\b(?:not|no|never)\b/u.test(denied[1] ?? ''))
      return `As ${named(document)} has it, it would “${denied[2]}”.`
    const excepted =
      /^(.{25,}?),? (?:unless|except|provided that|provided, however|subject to|only if|if) .{10,}$/u.exec(text)
    return excepted?.[1] ? `${capital(named(document))} says in terms: “${excepted[1]}.”` : null
  },
  'invented authority': ({ text }, random) => {
    const authority = pick(random() < 0.6 ? CASES : STATUTES, random) ?? ''
    return random() < 0.5 ? `${withoutStop(text)}: ${authority}.` : `This follows from ${authority}.`
  },
  sum: (_drawn, random) => aSum(random, false),
  weekday: (_drawn, random) => aWeekday(random, false),
}

const DAY_MS = 86_400_000
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** A sentence with a day of the week and its date. */
export function aWeekday(random: Random, isRight: boolean): string {
  const day = new Date(Date.UTC(2019, 0, 1) + Math.floor(random() * 2500) * DAY_MS)
  const by = isRight ? 0 : 1 + Math.floor(random() * 6)
  const name = WEEKDAYS[(day.getUTCDay() + by) % 7]
  const [date, month, year] = [day.getUTCDate(), MONTHS[day.getUTCMonth()], day.getUTCFullYear()]
  const written = random() < 0.5 ? `${name} ${date} ${month} ${year}` : `${name}, ${month} ${date}, ${year}`
  return `We ask the court to list the hearing for ${written}.`
}

/** A sentence with a calculation. */
export function aSum(random: Random, isRight: boolean): string {
  const off = isRight ? 0 : (1 + Math.floor(random() * 5)) * 10
  const count = 2 + Math.floor(random() * 6)
  const each = 100 + Math.floor(random() * 90) * 10
  const other = 200 + Math.floor(random() * 90) * 10
  const money = (value: number) => `£${value.toLocaleString('en')}`
  const words = ['two', 'three', 'four', 'five', 'six', 'seven'][count - 2]
  const kinds = [
    `We claim ${words} quarters at ${money(each)}, together ${money(count * each + off)}.`,
    `We claim ${money(each)} and ${money(other)}, in total ${money(each + other + off)}.`,
    `Our calculation is ${count} × ${money(each)} = ${money(count * each + off)}.`,
    `We ask for ${money(each)}, ${money(other)} and ${money(50)}, a total of ${money(each + other + 50 + off)}.`,
  ]
  return pick(kinds, random) ?? ''
}

export function citing(text: string, document: string, page: number): string {
  return `${withoutStop(text)} (${named(document)}, page ${page}).`
}

/** How a person calls a file: "the Peptic Ulcer record" of its name without its ending. */
export function named(document: string): string {
  return document
    .replace(/^.*\//, '')
    .replace(/\.\w+$/, '')
    .replaceAll(/[_-]+/g, ' ')
}

function withoutStop(text: string): string {
  return text.replace(/[.;]$/, '')
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Terms of contracts and headings have capitals and are no names. */
function isOrdinary(name: string): boolean {
  return /\b(?:Confidential|Information|Party|Parties|Agreement|Receiving|Disclosing|Court|Section|Article|Chief|Judge|Criminal|Law|Code|Act|State|United|District|General|Hospital|Department|Board|Appeal|Appeals)\b/u.test(
    name,
  )
}
