import { isWritten } from '../../../contract/answers/confirmed.ts'
import type { Answer, Choice, Claim } from '../../../contract/answers/answer.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { cardScope } from '../../cards/card-rows.ts'
import { findPacketRecord } from '../../packets/packet-record.ts'
import { optionChosen } from '../../evaluation/scoring/closed-answers.ts'
import type { OpenMatter } from '../../home/open-matters.ts'
import { compareOpinions } from '../compare-opinions.ts'
import { answerIn, consultations } from '../consultations.ts'
import { keptRanking } from '../differential/rank-consultation.ts'
import { nameKey } from '../differential/candidates.ts'

/** A pair, with who said it and when. */
export type DatedPair = Pair & {
  readonly at: string
  readonly domain: string | null
  readonly localModel: string
  readonly provider: string
  readonly model: string
}

export type OpinionPairs = { readonly pairs: readonly DatedPair[]; readonly notCompared: number }

/**
 * The blind opinions of a matter beside the answers of this computer. The same question asked twice of the same two models counts
 * once, the first time: a repetition is not independent.
 */
export function opinionPairs(matter: OpenMatter): OpinionPairs {
  const domain = cardScope(matter.store.settings).domains?.join(', ') || null
  const seen = new Set<string>()
  const pairs: DatedPair[] = []
  let notCompared = 0
  for (const { consultation, answerId, blind } of consultations(matter).toReversed()) {
    const local = answerId === null ? null : writtenAnswer(matter, answerId)
    if (!local || !blind || blind.state === 'failed') continue
    // A packet goes by its own question, which may be edited.
    if (blind.question !== local.question) continue
    const key = JSON.stringify([folded(local.question), local.model.id, blind.provider, blind.model])
    if (seen.has(key)) continue
    seen.add(key)
    const pair = pairOf({ ...local, ranked: rankedHere(matter, consultation) }, cloudSide(blind, matter))
    if (!pair) notCompared += 1
    else {
      const { provider, model, finishedAt: at } = blind
      pairs.push({ ...pair, at, domain, localModel: local.model.id, provider, model })
    }
  }
  return { pairs, notCompared }
}

/** Without case, punctuation and spaces. */
function folded(question: string): string {
  return (question.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')
}

/** The list of this computer, which is made of the sources alone and never of an opinion. */
function rankedHere(matter: OpenMatter, consultation: string): readonly string[] {
  return (keptRanking(matter, consultation)?.items ?? []).map(({ name }) => name)
}

function cloudSide({ claims, text, choice, ranked, packetId }: Opinion, { store }: OpenMatter): CloudSide {
  const wasAskedToChoose = (findPacketRecord(store, packetId)?.options ?? []).length > 0
  return { claims, text, choice, wasAskedToChoose, ranked: ranked.map(({ name }) => name) }
}

type Written = Answer & { readonly model: NonNullable<Answer['model']> }

/** One that the local model gave; it may have been deleted since. */
function writtenAnswer({ store }: OpenMatter, answerId: string): Written | null {
  const answer = answerIn(store, answerId)
  return answer?.model && isWritten(answer.state) ? (answer as Written) : null
}

/** What is compared of one consultation. */
type Pair = {
  readonly basis: 'list' | 'ranked' | 'sentences'
  readonly local: string
  readonly cloud: string
  /** The closed list that both chose from; null: open. */
  readonly categories: readonly string[] | null
  readonly ordinal: boolean
}

export type LocalSide = Pick<Answer, 'claims'> & {
  readonly choice: Choice | null
  readonly ranked?: readonly string[] | undefined
}

export type CloudSide = {
  readonly claims: readonly Claim[]
  readonly text: string
  /** The option that it chose, where it was asked for one. */
  readonly choice?: string | null | undefined
  /** Whether its packet had options: then what it wrote is no choice. */
  readonly wasAskedToChoose?: boolean | undefined
  readonly ranked?: readonly string[] | undefined
}

/** Null where the two can't be compared: nothing of the list was chosen, or they speak of different things. */
export function pairOf(local: LocalSide, cloud: CloudSide): Pair | null {
  if (local.choice) return chosenPair(local.choice, cloud)
  const [ours, theirs] = [local.ranked?.[0], cloud.ranked?.[0]]
  if (ours !== undefined && theirs !== undefined)
    return { basis: 'ranked', local: nameKey(ours), cloud: nameKey(theirs), categories: null, ordinal: false }
  return sentencePair(local.claims, cloud.claims)
}

function chosenPair({ options, choice }: Choice, cloud: CloudSide): Pair | null {
  const chosen = cloud.choice ?? (cloud.wasAskedToChoose ? null : optionChosen(saidBy(cloud), options))
  const ours = options[choice]
  if (ours === undefined || chosen === null || !options.includes(chosen)) return null
  return { basis: 'list', local: ours, cloud: chosen, categories: options, ordinal: isOrdered(options) }
}

/** An opinion that was not asked to choose says its choice first. */
function saidBy({ claims, text }: CloudSide): string {
  return claims[0]?.text ?? text
}

function sentencePair(local: readonly Claim[], cloud: readonly Claim[]): Pair | null {
  const state = compareOpinions({ local, blind: cloud, informed: [] })?.state ?? 'unknown'
  if (state === 'unknown') return null
  const said = { local: 'said', cloud: state === 'agree' ? 'said' : 'otherwise' }
  return { basis: 'sentences', ...said, categories: null, ordinal: false }
}

/** Scales whose steps have an order; a list is one of them where all its words stand in one, one after the other. */
const SCALES: readonly (readonly string[])[] = [
  ['none', 'very low', 'low', 'medium', 'moderate', 'high', 'very high'],
  ['none', 'minimal', 'mild', 'moderate', 'severe', 'critical'],
  ['never', 'rarely', 'sometimes', 'often', 'always'],
  ['no', 'unlikely', 'possible', 'likely', 'certain', 'yes'],
  ['weak', 'arguable', 'moderate', 'strong'],
  ['routine', 'soon', 'urgent', 'emergency', 'immediate'],
  ['strongly disagree', 'disagree', 'neutral', 'agree', 'strongly agree'],
]

/** Whether the options of a closed list are steps of a scale, up or down: numbers in order, or words of a known scale. Yes and no alone are none. */
export function isOrdered(options: readonly string[]): boolean {
  if (options.length < 3) return false
  const words = options.map((option) => option.trim().toLowerCase())
  const numbers = words.map((word) => (/^-?\d+(?:\.\d+)?$/.test(word) ? Number(word) : Number.NaN))
  return [numbers, ...SCALES.map((scale) => words.map((word) => placeIn(scale, word)))].some(
    (places) => isRising(places) || isRising(places.toReversed()),
  )
}

function placeIn(scale: readonly string[], word: string): number {
  const place = scale.indexOf(word)
  return place === -1 ? Number.NaN : place
}

/** Not a number is neither more nor less than anything. */
function isRising(places: readonly number[]): boolean {
  return places.every((place, index) => (index === 0 ? !Number.isNaN(place) : place > (places[index - 1] ?? place)))
}
