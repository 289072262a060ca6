import type { Answer, Choice, Claim } from '../../../contract/answers/answer.ts'
import { optionChosen } from '../../evaluation/option-choice.ts'
import { compareOpinions } from '../compare-opinions.ts'
import { nameKey } from '../differential/name-key.ts'
import { isOrdered } from './is-ordered.ts'

/** What is compared of one consultation. */
export type Pair = {
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
