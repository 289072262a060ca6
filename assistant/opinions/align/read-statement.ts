import { contentWords } from '../../../checks/content-words.ts'
import { oneSpelling } from '../../../checks/quotes/one-spelling.ts'
import { type Meaning, MEANINGS } from './concepts.ts'
import { daysIn } from './days-in.ts'
import { qualifiersIn } from './qualifiers-in.ts'
import { type Quantity, quantitiesIn } from './quantities-in.ts'

/** One thing that a sentence speaks of: a word, or what stands for it; `sign` is below 0 where it is denied. */
export type Term = { readonly name: string; readonly sign: 1 | -1; readonly hasOpposite: boolean }

export type Statement = {
  readonly terms: readonly Term[]
  readonly quantities: readonly Quantity[]
  readonly days: readonly string[]
  readonly bounds: readonly string[]
  readonly places: readonly string[]
  /** Done by somebody: the one who does it comes last. */
  readonly isPassive: boolean
  /** 1 may be, 2 is probably, 3 is, 4 is certainly. */
  readonly certainty: number
  readonly force: 'duty' | 'choice' | null
}

const NEGATIONS =
  /\b(?:not|no|never|none|neither|nor|cannot|without|nothing|nobody|nowhere|free of|free from|absence of|lack of|lacks|fails? to|failed to|negative for|denies|denied|ruled out|excluded)\b|n[’']t\b/giu
/** What is denied in one part of a sentence is not denied in the next. */
const PARTS =
  /[;:,]|\b(?:because|since|if|unless|but|although|though|while|whereas|when|where|who|which|that|until|after|before|and)\b/iu
const POSSIBLE =
  /\b(?:might|could|possibl[ey]|perhaps|may (?:be|have)|a (?:real )?(?:risk|chance|possibility)|suggests?|suspected|uncertain)\b/i
const PROBABLE = /\b(?:probabl[ey]|likely|presumably|appears?|seems?|arguabl[ey])\b/i
const CERTAIN = /\b(?:certain(?:ly)?|definite(?:ly)?|undoubtedly|proves?|proven|clearly|confirmed|beyond doubt)\b/i
const DUTY = /\b(?:shall|must|has to|have to|had to|is required to|are required to|obliged to)\b/i
const CHOICE = /\b(?:may|can|is (?:allowed|permitted|entitled|free) to|at (?:its|his|her|their) discretion)\b/
const PASSIVE = /\b(?:is|are|was|were|be|been|being)\b[^.;]*\bby (?:the|an?|his|her|its|their|\p{Lu})/u
/** The last will, which is no verb. */
const TESTAMENT = /(?<=\b(?:the|a|his|her|last) )will\b/giu
/** These say that something is said, or is, and nothing of what. */
const EMPTY = new Set(
  'one two three four five six seven eight nine ten eleven twelve twice once found find show shown recorded record seen noted note say said state stand stood give given take taken took place have has been being make made get also there here about over most likely probable probably possibly certain real evidence case amount per cent reading level value per year month week day hour annum must shall may might ought should could need not nobody never none nothing neither without free lack'.split(
    ' ',
  ),
)

/** What a sentence says, as far as rules can read it: what of, which numbers and days, denied or not, how surely. */
export function readStatement(text: string): Statement {
  const { days, rest: dayless } = daysIn(text)
  const { bounds, places, rest } = qualifiersIn(dayless)
  const terms = new Map<string, Term>()
  const quantities = quantitiesIn(rest, dayless)
  const words = quantities.reduce(
    (all, { start, end }) => all.slice(0, start) + ' '.repeat(end - start) + all.slice(end),
    rest,
  )
  for (const part of words.split(PARTS)) for (const term of termsOf(part)) terms.set(`${term.name} ${term.sign}`, term)
  return {
    terms: [...terms.values()],
    quantities,
    days,
    bounds,
    places,
    isPassive: PASSIVE.test(rest),
    certainty: certaintyOf(rest),
    force: DUTY.test(rest) ? 'duty' : CHOICE.test(rest) ? 'choice' : null,
  }
}

function certaintyOf(text: string): number {
  if (POSSIBLE.test(text)) return 1
  if (PROBABLE.test(text)) return 2
  return CERTAIN.test(text) ? 4 : 3
}

/** A negation turns what follows it. Two words of one meaning are one term. */
function termsOf(part: string): readonly Term[] {
  const first = part.search(NEGATIONS)
  const sides = first < 0 ? [part] : [part.slice(0, first), part.slice(first).replaceAll(NEGATIONS, ' ')]
  return sides.flatMap((side, index) => termsIn(side, index === 0 ? 1 : -1))
}

function termsIn(text: string, sign: 1 | -1): readonly Term[] {
  let rest = text.replaceAll(TESTAMENT, 'testament').toLowerCase()
  const found: Term[] = []
  for (const [words, meaning] of PHRASES) {
    if (!rest.includes(words)) continue
    rest = rest.replaceAll(words, ' ')
    found.push(signed(meaning, sign))
  }
  for (const word of contentWords(rest)) {
    if (EMPTY.has(word) || /^[\d.,]+$/.test(word)) continue
    const stem = stemOf(word)
    const meanings = BY_STEM.get(stem)
    const denied = meanings ? undefined : BY_STEM.get(stem.replace(DENYING_PREFIX, ''))
    if (meanings) found.push(...meanings.map((meaning) => signed(meaning, sign)))
    else if (denied)
      found.push(...denied.map((meaning) => signed({ ...meaning, hasOpposite: true }, sign === 1 ? -1 : 1)))
    else if (stem.length > 1) found.push({ name: stem, sign, hasOpposite: false })
  }
  return found
}

function signed({ name, sign, hasOpposite }: Meaning, by: 1 | -1): Term {
  return { name, sign: sign === by ? 1 : -1, hasOpposite }
}

/** Unenforceable, incomplete, disagree. */
export const DENYING_PREFIX = /^(?:un|in|im|ir|il|dis|non|mis)/
const ENDINGS = /(?:ations?|ments?|ities|ity|ances?|ences?|ices?|ings?|ions?|edly|ed|ly|ies|es|(?<!s)s|e|y)$/

const SHORTEST_STEM = 4

/** Forms of one word come out the same: served, serves; conditional stays apart from condition. */
function stemOf(word: string): string {
  const spelt = oneSpelling(word).replace(/bilit(?:y|ies)$/, 'ble')
  const stem = shortened(shortened(spelt))
  return /([bdgmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem
}

function shortened(word: string): string {
  const short = word.replace(ENDINGS, '')
  return short.length >= SHORTEST_STEM ? short : word
}

const PHRASES = MEANINGS.filter(([words]) => words.includes(' ')).toSorted(([a], [b]) => b.length - a.length)
const BY_STEM: ReadonlyMap<string, readonly Meaning[]> = new Map(
  [...Map.groupBy(MEANINGS, ([words]) => stemOf(words))].map(([stem, rows]) => [
    stem,
    rows.map(([, meaning]) => meaning),
  ]),
)
