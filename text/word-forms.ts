import { baseForm, oneSpelling } from './words.ts'

/** What the forms of one English word end in, behind what they share. "Party" is no form of "part", nor "lessee" of "lessor". */
const INFLECTED = endings(
  '|s|es|ed|d|e|ing|ies|ied|ying|ted|ting|tted|tting|ssion|ssions|ned|ning|red|ring|led|ling|ped|ping|bed|bing|ged|ging',
)

/** Behind a longer stem also what makes another kind of word of it: "convicted" and "conviction"; but "state" is no "station". */
const DERIVED = new Set([
  ...INFLECTED,
  ...endings(
    'ion|ions|ation|ations|ative|atives|al|ally|ly|ment|ments|is|ance|ence|t|en|ung|ungen|eln|elt|lung|lungen',
  ),
])
const SHARED_AT_LEAST = 4
const SHARED_AT_LEAST_IF_DERIVED = 5

/** Shorter words are the same only with a plural or a past tense. */
const SHORT_ENDINGS = new Set(['', 's', 'es', 'ed', 'd', 'ing'])
const SHORT_AT_LEAST = 3

/** Words of different stems that say how often: "the yearly rent" is "the Annual Rent". */
const HOW_OFTEN = [
  'yearly annual annually annum jährlich annuel annuelle anual annuo annua annuale jaarlijks jaarlijkse roczny roczna roczne',
  'monthly mensuel mensuelle mensual mensile mensal maandelijks maandelijkse monatlich miesięczny miesięczna miesięczne',
  'weekly hebdomadaire semanal settimanale wekelijks wekelijkse wöchentlich tygodniowy tygodniowa tygodniowe',
  'daily quotidien quotidienne diario diaria quotidiano giornaliero diário dagelijks dagelijkse täglich dzienny',
  'quarterly trimestriel trimestrielle trimestral trimestrale vierteljährlich driemaandelijks kwartalny kwartalna',
].map((words) => new Set(words.split(' ')))

/**
 * Whether two words, in lower case, are forms of one: "sentenced" and "sentencing", "admission" and "admitted", "colour" and
 * "colors". For English; in other languages only what shares its beginning and one of these endings. Numbers are the same only as
 * they are written.
 */
export function isSameWord(one: string, other: string): boolean {
  if (one === other || isAsOften(one, other)) return true
  return !/\p{N}/u.test(one + other) && isOfOneStem(one, other)
}

function isOfOneStem(one: string, other: string): boolean {
  const [short = '', long = ''] = [folded(one), folded(other)].toSorted((a, b) => a.length - b.length)
  if (short === long) return true
  let shared = 0
  while (shared < short.length && short[shared] === long[shared]) shared += 1
  const [rest, more] = [short.slice(shared), long.slice(shared)]
  if (shared >= SHARED_AT_LEAST_IF_DERIVED) return endsAlike(rest, more, DERIVED)
  if (shared >= SHARED_AT_LEAST) return endsAlike(rest, more, INFLECTED)
  return shared >= SHORT_AT_LEAST && rest === '' && SHORT_ENDINGS.has(more)
}

const PART_AT_LEAST = 5

/** Whether a word, in lower case, is made of another: "Lohnansprüche" of "Ansprüche", "Wochenarbeitszeit" of "Arbeitszeit". */
export function isMadeOf(whole: string, part: string): boolean {
  if (part.length < PART_AT_LEAST || whole.length < part.length + SHORT_AT_LEAST) return false
  return whole.endsWith(part) || whole.startsWith(part)
}

function isAsOften(one: string, other: string): boolean {
  return HOW_OFTEN.some((words) => words.has(one) && words.has(other))
}

/** "y" of "parties" and "party" stands before both endings. */
function endsAlike(rest: string, more: string, allowed: ReadonlySet<string>): boolean {
  if (rest === 'y') return more === 'ies' || more === 'ied'
  return allowed.has(rest) && allowed.has(more)
}

function endings(all: string): ReadonlySet<string> {
  return new Set(all.split('|'))
}

/** So many different words a long document has; then all are forgotten, so that memory stays bounded. */
const WORDS_AT_MOST = 20_000

const folded = remembered((word) => oneSpelling(baseForm(word.normalize('NFC'))))

/** The same function of a word, which computes each word once: the words of a text repeat, and reading one takes dozens of patterns. */
export function remembered<Value>(compute: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined || known.has(word)) return before as Value
    if (known.size >= WORDS_AT_MOST) known.clear()
    const value = compute(word)
    known.set(word, value)
    return value
  }
}

/** The same function of nothing, which computes its value when it is first asked for. */
export function onceKnown<T>(find: () => T): () => T {
  const found: T[] = []
  return () => {
    if (found.length === 0) found.push(find())
    return found[0] as T
  }
}
