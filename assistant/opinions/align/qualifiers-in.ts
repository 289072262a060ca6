import { currencyPattern } from '../../../text/money.ts'

/** What two sentences must both have, or neither, before a rule calls them the same; it is no word that they are compared by. */
export type Qualifiers = {
  /** How a value or a claim is bounded: at least, twice, before, only, if, in which money. */
  readonly bounds: readonly string[]
  /** Clauses and the like, and single letters: section 21, hepatitis B. */
  readonly places: readonly string[]
  /** The text without those that are taken out, everything else at its place. */
  readonly rest: string
}

const PLACE =
  /(?:\b(section|s|chapter|table|figure|paragraph|para|clause|cl|article|art|annex|schedule|page|pp?)s?\b\.?|(§)+)\s*(\d+[\d.]*(?:\([a-z\d]+\)|[A-Za-z]\b)*(?:\s*(?:,|and|or|to|–|-)\s*\d+[\d.]*)*)/giu
const PLACES: Readonly<Record<string, string>> = { s: 'section', '§': 'section', art: 'article', cl: 'clause', pp: 'p' }

/** The longer first: "no less than" is not less. These are taken out, for "not" and "less" turn nothing here. */
const TAKEN: readonly (readonly [RegExp, string])[] = [
  [/\b(?:no|not) (?:less|fewer|earlier) than\b|\bat least\b|\bminimum(?: of)?\b|≥/giu, 'floor'],
  [
    /\b(?:no|not) (?:more|later) than\b|\bat most\b|\bup to\b|\bmaximum(?: of)?\b|\b(?:may |must |shall )?not exceed(?:ing)?\b|≤/giu,
    'ceiling',
  ],
  [/\b(?:more|greater|higher) than\b|\bexceed(?:s|ed|ing)?\b|\b(?:over|above)(?= [£€$]?\d)|>/giu, 'floor'],
  [/\b(?:less|fewer|lower) than\b|\b(?:under|below)(?= [£€$]?\d)|</giu, 'ceiling'],
  [new RegExp(currencyPattern('GBP'), 'giu'), 'pounds'],
  [new RegExp(currencyPattern('EUR'), 'giu'), 'euros'],
  [new RegExp(currencyPattern('USD'), 'giu'), 'dollars'],
]
const LEFT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:working|business|clear|court) days?\b/iu, 'working days'],
  [/\bonce\b|(?<!\b(?:twice|times|hourly)\b.*)\b(?:daily|nightly|(?:a|per|every|each) day)\b/iu, 'once'],
  [/\btwice\b/iu, 'twice'],
  [/\b(?:before|prior to|earlier than)\b/iu, 'before'],
  [/\b(?:after|following|later than)\b/iu, 'after'],
  [/\buntil\b/iu, 'until'],
  [/\b(?:most|mostly|many|usually|generally|often)\b/iu, 'most'],
  [/\b(?:sometimes|rarely|seldom)\b/iu, 'seldom'],
  [/\b(?:only|solely|alone|exclusively|nobody except|no one but)\b/iu, 'only'],
  [/\b(?:all|every|each|always)\b(?! (?:day|week|month|year)s?\b)/iu, 'all'],
  [/\b(?:some|few|several|partly|partially|in part)\b/iu, 'some'],
  [/\bagainst\b/iu, 'against'],
  [/\b(?:instead of|rather than|in place of)\b/iu, 'instead of'],
  [/\b(?:hardly|barely|scarcely|almost|nearly)\b/iu, 'nearly'],
  [/\b(?:still|no longer|not yet)\b/iu, 'still'],
  [/\b(?:if|provided(?: that)?|subject to|on condition)\b/iu, 'if'],
  [/\b(?:unless|except|save (?:that|where|for))\b/iu, 'unless'],
  [/\b(?:unlikely|improbable|doubtful)\b/iu, 'unlikely'],
]
/** A letter as a name: hepatitis A. No "A" that begins a sentence, no "I", no initial and no possessive. */
const LETTER = /(?<=[\p{L}\d] )[A-HJ-Z]\b(?![’'])|(?<=^|[.!?:] )[B-HJ-Z]\b(?![.’'])/gu

export function qualifiersIn(text: string): Qualifiers {
  const bounds = new Set<string>()
  const places = new Set(text.match(LETTER))
  let rest = text.replace(PLACE, (whole, word: string | undefined, sign: string | undefined, number: string) => {
    const kind = (word ?? sign ?? '').toLowerCase()
    places.add(`${PLACES[kind] ?? kind} ${number.replaceAll(/\s/g, '').replace(/\.$/, '').toLowerCase()}`)
    return ' '.repeat(whole.length)
  })
  for (const [words, bound] of TAKEN)
    rest = rest.replace(words, (whole) => {
      bounds.add(bound)
      return ' '.repeat(whole.length)
    })
  for (const [words, bound] of LEFT) if (words.test(rest)) bounds.add(bound)
  return { bounds: [...bounds], places: [...places], rest }
}
