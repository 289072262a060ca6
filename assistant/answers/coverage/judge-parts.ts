import { type AskedPart, type ConfirmedSentence, hasAnswerType } from '../../../checks/answer-type.ts'
import { coverage, isOfAsked } from '../../../checks/asked-parts.ts'
import { areAlike, prepositionsIn } from '../../../text/prepositions.ts'
import type { NamedIn } from '../../../library/matter-library.ts'
import type { Reranker } from '../../../models/reranker.ts'
import { coreQuestion } from '../draft/rephrase-question.ts'
import { scoresOf } from '../evidence/rerank-passages.ts'
import type { Asked, Judged, JudgedParts, PlaceChance } from './read-question.ts'
import { type Quotable, relevance, textKey } from './quotable-places.ts'

/**
 * From these log odds on a place answers by itself, if it is so much better than the next and shares so many of the words. Chosen on
 * `samples/calibration`, where 13 of 125 questions are answered so, all rightly; on 115 of covid_qa 22, two wrongly (`bench -- page-answers`).
 */
const ODDS_AT_LEAST = 0
const BETTER_BY = 3
const SHARE_AT_LEAST = 0.3
/**
 * One that the model has chosen answers from these on, if hardly another is better: of 19 such choices of the 1.5B on 60 questions of
 * `samples/calibration` 18 held what was asked.
 */
const CHOSEN_ODDS_AT_LEAST = -4
const NEARLY_BEST = 1.5
/**
 * Log odds that a place gains whose words are all that is asked, other names counted. The first three by both held the answer to 78 of 108
 * questions of `samples/calibration` that a silent model left, by the odds alone 71, by the words alone 34; of questions on which it was not
 * chosen 66 of 95 (covid_qa; 64 and 41) and 10 of 22 (dragonball; 11 and 8).
 */
const SHARE_WEIGHT = 4
/** Places that lie further behind the best are not quoted: of the first three, one in six, of which 2 of 146 held the answer (three sets). */
const NEAR_THE_LIKELIEST = 6
/** Below these what the model has chosen is beside the point. */
const BESIDE_ODDS = -7
/** What is listed or compared no single place answers, and a yes or no none that is only near. */
const BY_NO_PLACE: ReadonlySet<AskedPart['wants']> = new Set(['all', 'comparison', 'whether'])
/** The end of longer texts is not read. */
const CHARACTERS_AT_MOST = 900

/** The parts of a question that the rules leave open, each with the places that may answer it. */
type OpenQuestion = {
  readonly leftByRules: () => readonly { readonly asked: Asked; readonly among: readonly Quotable[] }[]
}

export type JudgeOptions = { readonly named: readonly NamedIn[]; readonly reranker: Reranker | null }

/**
 * Puts the parts that the rules leave open to the reranker, which knows other words for the same: how well each place answers them. About
 * half a second a part on one core. None without a reranker.
 */
export async function judgeParts(
  whole: OpenQuestion,
  { named, reranker }: JudgeOptions,
  signal: AbortSignal,
): Promise<JudgedParts> {
  const naming = new Set(named.flatMap(({ words }) => [...words]))
  const judged = new Map<Asked, Judged>()
  for (const { asked, among } of whole.leftByRules()) {
    const scores = await scoresOf(coreQuestion(asked.part.text, naming), among.map(withHeading), reranker, signal)
    if (scores) judged.set(asked, judgedBy(scores, asked, among))
  }
  return judged
}

function judgedBy(scores: readonly number[], { part }: Asked, among: readonly Quotable[]): Judged {
  const ranked = among
    .map((place, at) => ({ place, key: textKey(place.at), score: scores[at] ?? -Infinity }))
    .toSorted((one, other) => other.score - one.score)
  const odds = new Map(ranked.toReversed().map(({ key, score }) => [key, score]))
  const ofBoth = ranked.map(({ key, place, score }) => [key, score + SHARE_WEIGHT * relevance(part, place)] as const)
  const nearBest = Math.max(...ofBoth.map(([, both]) => both)) - NEAR_THE_LIKELIEST
  const [best] = ranked
  const next = ranked.find(({ key }) => key !== best?.key)
  const isAlone = best && best.score >= ODDS_AT_LEAST && best.score - (next?.score ?? -Infinity) >= BETTER_BY
  const isNearest = isAlone && coverage(part, best.place) >= SHARE_AT_LEAST && mayTell(part, best.place)
  return {
    odds,
    order: ofBoth
      .toSorted(([, one], [, other]) => other - one)
      .flatMap(([key, both], at, all) => (both >= nearBest && all.findIndex(([one]) => one === key) === at ? key : [])),
    best: best?.score ?? -Infinity,
    nearest: isNearest ? best.place : null,
    chances: new Map(),
  }
}

/** "The time in clause 3.2", "with interest under section 6" tell only where to read on. */
const READ_ON =
  /(?<!\p{L})(?:in|under|with|of|by|nach|gemäß|selon|según|ai sensi|nos termos|volgens|zgodnie z)(?: the| de| der| dell| do| da)? (?:clauses?|sections?|paragraphs?|articles?|schedules?|annex|appendix|part|ziffer|abschnitt|artikel|anlage|clause|annexe|cláusula|artículo|clausola|articolo|artigo|bijlage|paragraf\p{L}*)\s+\p{N}/iu

const TIMES: ReadonlySet<string> = new Set(['before', 'after', 'during'])

/** "The dose before the operation" is not told by a dose alone, nor the notice after probation by that during it. */
function isOfTime({ asked }: AskedPart, { around, said }: ConfirmedSentence): boolean {
  const timing = (text: string) =>
    prepositionsIn(text).filter(({ senses }) => senses.some(({ sense }) => TIMES.has(sense)))
  const there = [around, said].flatMap(({ text }) => timing(text))
  return timing(asked.text).every((one) => there.some((other) => areAlike(one, other)))
}

export function mayTell(part: AskedPart, sentence: ConfirmedSentence): boolean {
  const isWhole = !BY_NO_PLACE.has(part.wants) && !READ_ON.test(sentence.said.text)
  // Whoever was charged may not have been convicted.
  const hasState = part.asked.states.every(({ family }) => sentence.said.states.some((one) => one.family === family))
  return isWhole && hasState && isOfTime(part, sentence) && isOfAsked(part, sentence) && hasAnswerType(part, sentence)
}

/** Whether a sentence that the model has chosen, of the place with this key, answers a part by what the reranker says of it. */
export function isChosenRightly(
  part: AskedPart,
  sentence: ConfirmedSentence & { readonly key: string },
  judged: Judged,
): boolean {
  const asked = judged.chances.get(sentence.key)
  if (asked && asked.chance !== 'likely')
    return asked.chance === 'sure' && isNearBest(asked, judged) && mayTell(part, sentence)
  const odds = judged.odds.get(sentence.key) ?? -Infinity
  // Where any sentence would tell what is wanted, nothing but the odds speaks for this one.
  const atLeast = part.wants === 'any' ? ODDS_AT_LEAST : CHOSEN_ODDS_AT_LEAST
  return odds >= Math.max(atLeast, judged.best - NEARLY_BEST) && mayTell(part, sentence)
}

/** Of 35 parts the likeliest place answered 26, with the next ones that are nearly as likely 28. */
const NEARLY_AS_LIKELY = 0.5

/** Whether a place is about as likely as the likeliest. */
export function isNearBest({ odds }: PlaceChance, { chances }: Judged): boolean {
  return odds >= Math.max(...[...chances.values()].map((one) => one.odds)) - NEARLY_AS_LIKELY
}

/** Whether models that were asked about a place say that it may answer. */
export function isLikely(asked: PlaceChance | undefined): asked is PlaceChance {
  return asked !== undefined && asked.chance !== 'unlikely' && asked.chance !== 'denied'
}

/** Whether none of the sentences, by the keys of their places, has to do with a part; null where the reranker cannot tell. */
export function areIrrelevant(
  { wants }: AskedPart,
  keys: readonly string[],
  judged: Judged | undefined,
): boolean | null {
  if (!judged || judged.odds.size === 0 || wants === 'all' || wants === 'comparison') return null
  return !keys.some((key) => isLikely(judged.chances.get(key)) || (judged.odds.get(key) ?? -Infinity) >= BESIDE_ODDS)
}

/** The places that more likely answer a part than not, in its own words or others; best first. */
export function probable(judged: JudgedParts, quotables: readonly Quotable[]): readonly Quotable[] {
  const byKey = new Map(quotables.map((place) => [textKey(place.at), place]))
  const odds = [...judged.values()].flatMap((one) => [...one.odds]).filter(([, score]) => score >= ODDS_AT_LEAST)
  return odds.toSorted(([, one], [, other]) => other - one).flatMap(([key]) => byKey.get(key) ?? [])
}

/** Keys of places, best first: those that the language model was asked about as it said, then the others by reranker and words. */
export function preferred({ order, chances }: Pick<Judged, 'order' | 'chances'>): readonly string[] {
  const asked = [...chances].toSorted(([, one], [, other]) => other.odds - one.odds)
  return [...asked.map(([key]) => key), ...order.filter((key) => !chances.has(key))]
}

/** The places that are most likely to answer, best first: part by part in turns where there are several. */
export function likeliest(judged: JudgedParts, quotables: readonly Quotable[], atMost: number): readonly Quotable[] {
  const byKey = new Map(quotables.map((place) => [textKey(place.at), place]))
  const ranked = [...judged.values()].map(preferred)
  const inTurns = Array.from({ length: atMost }, (_, at) => ranked.flatMap((keys) => keys[at] ?? [])).flat()
  return [...new Set(inTurns)].flatMap((key) => byKey.get(key) ?? []).slice(0, atMost)
}

function withHeading({ at: { place }, headings, label }: Quotable): string {
  const text = place.text.slice(0, CHARACTERS_AT_MOST)
  const isNew = label !== '' && !text.includes(label)
  return [headings.at(-1), isNew ? label : '', text].filter(Boolean).join('. ')
}
