import type { Span } from '../../text/spans.ts'
import { pick, type Random } from '../drawn.ts'

/** A paragraph or a table's row; `isRow`: its cells are parted by tabs. */
export type Piece = { readonly text: string; readonly isRow: boolean }

export const WEIGHTY = [
  'number',
  'point',
  'date',
  'amount',
  'unit',
  'party',
  'modal',
  'negation',
  'term',
  'clause-added',
  'clause-removed',
  'cell',
] as const
export const LIGHT = ['moved', 'renumbered', 'wording', 'spelling', 'layout'] as const
export const KINDS = [...WEIGHTY, ...LIGHT]
export type EditKind = (typeof KINDS)[number]

/** How one piece becomes another: `from` to `to` of its text is replaced by `by`. */
export type Replacement = { readonly from: number; readonly to: number; readonly by: string }

type Planter = (text: string, random: Random, words: Vocabulary) => Replacement | null

/** The names and words of a document. */
export type Vocabulary = { readonly names: readonly string[]; readonly counts: ReadonlyMap<string, number> }

const NUMBER_WORDS = ['two', 'three', 'four', 'five', 'six', 'seven', 'ten', 'twelve', 'thirty', 'sixty', 'ninety']
const MODALS: Readonly<Record<string, string>> = {
  shall: 'may',
  must: 'should',
  may: 'shall',
  will: 'may',
  can: 'must',
}
const WORDINGS: readonly (readonly [string, string])[] = [
  ['promptly', 'without delay'],
  ['in connection with', 'in relation to'],
  ['purpose', 'aim'],
  ['including', 'among them'],
  ['relating to', 'concerning'],
  ['provide', 'supply'],
  ['disclose', 'reveal'],
  ['obtain', 'get'],
  ['written', 'signed'],
  ['reasonable', 'sensible'],
  ['agreement', 'arrangement'],
  ['information', 'material'],
  ['use', 'employment'],
  ['receive', 'get'],
]

const NO_PLACE = String.raw`(?<![\d.,£$€/-]|\p{L})(?<!(?:clause|section|article|paragraph|page|exhibit|annex|schedule|appendix|part|§|R\.)s?\s)`
const DECIMAL = new RegExp(String.raw`(?:${NO_PLACE}|(?<=[£$€]\s?))\d+\.\d+(?![\d.,/)-]|\p{L})`, 'giu')
const WITH_UNIT = new RegExp(
  String.raw`(?<=[£$€]\s?)\d[\d,]*\d(?![\d,.])|${NO_PLACE}\d{2,3}(?=\)?\s?(?:%|(?:days|weeks|months|years|hours)\b))`,
  'giu',
)

/** Each kind that changes words inside a piece. */
export const PLANTERS: Readonly<Partial<Record<EditKind, Planter>>> = {
  number: (text, random) => {
    const found =
      pick(
        matches(
          text,
          /(?<![\d.,£$€/-]|\p{L})(?<!(?:clause|section|article|paragraph|page)s?\s)\d{1,3}(?![\d.,/)-]|\p{L})/giu,
        ),
        random,
      ) ?? pick(matches(text, new RegExp(`\\b(?:${NUMBER_WORDS.join('|')})\\b`, 'gi')), random)
    if (!found || isLabelAt(text, found)) return null
    const others = /\d/.test(found.text) ? [String(Number(found.text) + 1 + Math.floor(random() * 30))] : NUMBER_WORDS
    return replace(
      found,
      choose(
        others.filter((one) => one !== found.text.toLowerCase()),
        random,
      ),
    )
  },
  // The point one figure to the left or right, or none: 2.5 made 25, £1,500 made £150.0.
  point: (text, random) => {
    const found = pick(matches(text, DECIMAL), random) ?? pick(matches(text, WITH_UNIT), random)
    if (!found || isLabelAt(text, found)) return null
    const [whole = '', part = ''] = found.text.replaceAll(',', '').split('.')
    const figures = whole + part
    const places = [whole.length - 1, whole.length + 1].filter((at) => at > 0 && at <= figures.length)
    const at = choose(places.map(String), random)
    const left = figures.slice(0, Number(at))
    return replace(found, Number(at) === figures.length ? left : `${left}.${figures.slice(Number(at))}`)
  },
  date: (text, random) => {
    const found = pick(
      matches(
        text,
        /(?<=(?:January|February|March|April|June|July|August|September|October|November|December)\s(?:\d{1,2}(?:st|nd|rd|th)?,?\s)?)(?:19|20)\d\d/gu,
      ),
      random,
    )
    return found ? replace(found, String(Number(found.text) + 1 + Math.floor(random() * 4))) : null
  },
  amount: (text, random) => {
    const found = pick(matches(text, /(?<=[£$€]\s?)\d{1,3}(?:,\d{3})*(?![\d,])/gu), random)
    if (!found) return null
    return replace(found, (Number(found.text.replaceAll(',', '')) + 250).toLocaleString('en-GB'))
  },
  unit: (text, random) => {
    const units: Readonly<Record<string, string>> = {
      days: 'weeks',
      weeks: 'months',
      months: 'years',
      years: 'months',
      hours: 'days',
      '%': '‰',
    }
    const found = pick(
      matches(text, /\b(?:days|weeks|months|years|hours)\b(?=\W)/gu).filter(({ start }) =>
        /(?:\d|\)|\b(?:one|two|three|four|five|six|ten|thirty|ninety))\s$/i.test(text.slice(0, start)),
      ),
      random,
    )
    return found ? replace(found, units[found.text]!) : null
  },
  party: (text, random, { names }) => {
    const here = names.flatMap((name) =>
      matches(text, new RegExp(`(?<![\\p{L}.]\\s?)\\b${name}\\b|(?<=\\p{Ll}\\s(?:the\\s)?)${name}\\b`, 'gu')),
    )
    const found = pick(
      here.filter(({ start }) => start > 3),
      random,
    )
    const others = names.filter((name) => name !== found?.text)
    return found && others.length > 0 ? replace(found, choose(others, random)) : null
  },
  modal: (text, random) => {
    const found = pick(matches(text, /\b(?:shall|must|may|will)\b(?=\s(?!not\b)\p{Ll})/gu), random)
    return found ? replace(found, MODALS[found.text]!) : null
  },
  negation: (text, random) => {
    const denied = pick(matches(text, /(?<=\b(?:shall|may|will|must|is|are|does|do)\s)not\s(?=\p{Ll})/gu), random)
    if (denied) return replace(denied, '')
    const found = pick(matches(text, /(?<=\b(?:shall|may|will|must)\s)(?=\p{Ll})(?!not\b)/gu), random)
    return found ? replace(found, 'not ') : null
  },
  term: (text, random) => {
    const found = pick(matches(text, /(?<=[”"]\s(?:means|shall mean)\s(?:any\s|the\s|all\s)?)\p{Ll}/gu), random)
    return found ? replace(found, `written ${found.text}`) : null
  },
  wording: (text, random) => {
    const places = WORDINGS.flatMap(([word, other]) =>
      matches(text, new RegExp(`\\b${word}\\b`, 'gu')).map((found) => ({ ...found, other })),
    )
    const found = pick(places, random)
    return found ? replace(found, found.other) : null
  },
  spelling: (text, random, { counts }) => {
    const places = matches(text, /\b\p{Ll}{8,}\b/gu).filter(
      ({ text: word }) => (counts.get(word) ?? 0) > 2 && word[3] !== word[4],
    )
    const found = pick(places, random)
    if (!found) return null
    const { text: word } = found
    const [third, fourth] = [word.charAt(3), word.charAt(4)]
    return replace(found, `${word.slice(0, 3)}${fourth}${third}${word.slice(5)}`)
  },
  layout: (text, random) => {
    const quote = pick(matches(text, /[“”"]/gu), random)
    if (quote) return replace(quote, quote.text === '"' ? '”' : '"')
    const comma = pick(matches(text, /(?<=\p{Ll}),(?=\s\p{Ll})/gu), random)
    return comma ? replace(comma, ' –') : null
  },
  cell: (text, random) => {
    if (!text.includes('\t')) return null
    const found = pick(matches(text, /(?<=\t[^\t]{0,12})\d+(?![\d.,])/gu), random)
    return found ? replace(found, String(Number(found.text) + 7)) : null
  },
  renumbered: (text) => {
    const [label] = matches(text, /^\d{1,2}(?=[.)]\s)/gu)
    return label ? replace(label, String(Number(label.text) + 1)) : null
  },
}

type Found = Span & { readonly text: string }

function matches(text: string, pattern: RegExp): readonly Found[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    text: found,
    start: index,
    end: index + found.length,
  }))
}

/** The number in front of a piece, or a date's day. */
function isLabelAt(text: string, { start }: Span): boolean {
  return /^\W*$/.test(text.slice(0, start)) || /(?:\d[.,/-]|no\.?\s|number\s)$/i.test(text.slice(0, start))
}

function replace({ start, end }: Span, by: string): Replacement {
  return { from: start, to: end, by }
}

function choose(all: readonly string[], random: Random): string {
  return pick(all, random) ?? ''
}
