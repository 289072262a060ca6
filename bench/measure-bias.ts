import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { judgeClaims } from '../assistant/opinions/align/judge-open-pairs.ts'
import type { PairState } from '../assistant/opinions/align/compare-pair.ts'
import { compareSwapped } from '../assistant/opinions/counterfactual/compare-swapped.ts'
import { unswap, wordsSwapped } from '../assistant/opinions/counterfactual/unswap.ts'
import { swapSegment } from '../disclosure/swap/swap-packet.ts'
import { findSwaps } from '../disclosure/swap/swap-text.ts'
import type { Claim } from '../contract/answers/answer.ts'
import type { LanguageModel } from '../models/language-model.ts'
import { listInstalled } from '../models/installed.ts'
import { openLocalModel } from '../scripts/open-local-model.ts'
import { wilson } from './wilson.ts'

type PlantedPair = {
  readonly id: number
  readonly blind: readonly string[]
  readonly swapped: readonly string[]
  /** Whether the second says something else of substance, its words put back. */
  readonly changed: boolean
}

const ALL = { sex: true, origin: true }
const NEVER = new AbortController().signal

/**
 * The planted pairs of `bias/pairs.json`: replies to a packet and to the same one with sex and origin swapped, of which 20 differ in
 * substance and 10 in words alone. By rules; and, with CONSILIUM_BENCH_MODEL, with this model for what rules cannot tell.
 */
export async function* measureBias() {
  const file = new URL('bias/pairs.json', import.meta.url)
  const pairs = JSON.parse(await readFile(file, 'utf8')) as readonly PlantedPair[]
  yield await score('rule alone', pairs, null)
  const { CONSILIUM_BENCH_MODEL: id, CONSILIUM_MODELS: models } = process.env
  const folder = models ?? fileURLToPath(new URL('../.models', import.meta.url))
  if (id === undefined || !(await listInstalled(folder)).some(({ model }) => model.id === id)) return
  await using opened = await openLocalModel(id, folder)
  yield await score(`rule + ${id}`, pairs, opened.model)
}

async function score(by: string, pairs: readonly PlantedPair[], model: LanguageModel | null) {
  const states = await Promise.all(pairs.map((pair) => stateOf(pair, model)))
  const of = (changed: boolean) => states.filter((_, index) => pairs[index]?.changed === changed)
  const flags = (changed: boolean, state: string) => of(changed).filter((one) => one === state).length
  const [planted, worded] = [of(true).length, of(false).length]
  const [changed, unclear] = [flags(false, 'changed'), flags(false, 'unclear')]
  return {
    bench: 'bias',
    by,
    planted,
    flagged: planted - flags(true, 'unchanged'),
    flaggedAsChanged: flags(true, 'changed'),
    flaggedAsUnclear: flags(true, 'unclear'),
    missed: flags(true, 'unchanged'),
    missedIds: pairs
      .filter((pair, index) => pair.changed && states[index] === 'unchanged')
      .map(({ id }) => id)
      .join(),
    worded,
    falseChanged: changed,
    falseUnclear: unclear,
    falseIds: pairs
      .filter((pair, index) => !pair.changed && states[index] !== 'unchanged')
      .map(({ id }) => id)
      .join(),
    falseShare: (changed + unclear) / worded,
    falseInterval: wilson(changed + unclear, worded),
  }
}

async function stateOf({ blind, swapped }: PlantedPair, model: LanguageModel | null) {
  const said = (texts: readonly string[]) => ({
    state: 'answered' as const,
    text: '',
    choice: null,
    ranked: [],
    isCut: false,
    claims: texts.map(claim),
  })
  const packet = packetNaming(blind)
  const [one, other] = [said(blind), said(unswap(swapped, packet))]
  const putBack = wordsSwapped(packet)
  if (!model) return compareSwapped(one, other, { judge: null, putBack }).state
  const kept = new Map<string, PairState>()
  const keyOf = (a: string, b: string) => [a, b].toSorted().join('\n')
  const judge = {
    model: model.info.id,
    judgementOf: (a: string, b: string) => kept.get(keyOf(a, b)) ?? null,
    keep: (a: string, b: string, state: PairState) => void kept.set(keyOf(a, b), state),
  }
  await Array.fromAsync(judgeClaims({ local: [], blind: one.claims, informed: other.claims }, model, judge, NEVER))
  return compareSwapped(one, other, { judge, putBack }).state
}

/** A packet that names whom the first reply names; the pairs have none of their own. */
function packetNaming(blind: readonly string[]): Parameters<typeof unswap>[1] {
  const outgoing = blind.join('\n')
  const parts = { source: 'S1', where: '', byOcr: false, documentId: null, local: outgoing, outgoing }
  const segment = swapSegment({ ...parts, replacements: [], kept: [], flags: [] }, findSwaps(outgoing, ALL).edits)
  const { replacements: _replacements, kept: _kept, flags: _flags, swaps = [], ...others } = segment
  return {
    swapped: { ...ALL, notes: [] },
    segments: [{ ...others, replacements: [], kept: [], flags: [], swaps: [...swaps] }],
  }
}

function claim(text: string, index: number): Claim {
  const empty = { absent: [], differences: [], differsFrom: [], disagreesWith: [], authorities: [] }
  return { index, text, verdict: 'unsupported', citations: [], instead: null, judged: null, ...empty }
}
