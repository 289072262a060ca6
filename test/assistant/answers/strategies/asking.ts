import { expect } from 'vitest'
import { FURTHER_STRATEGIES } from '../../../../assistant/answers/strategies/strategies.ts'
import { ask } from '../../../../assistant/answers/ask.ts'
import type { AskOptions } from '../../../../assistant/answers/ask-options.ts'
import { planParts } from '../../../../assistant/answers/draft/plan-parts.ts'
import { passageSource } from '../../../../assistant/answers/evidence/passage-source.ts'
import { USUAL_SETTINGS } from '../../../../contract/evaluation/answer-setting-words.ts'
import { addPaths } from '../../../../assistant/reading/intake/add-paths.ts'
import { type Answer, AnswerEvent, type AskInput } from '../../../../contract/answers/answer.ts'
import type { LanguageModel } from '../../../../models/language-model.ts'
import { wordLists } from '../../../disclosure/word-lists.ts'
import { matterInUse, type MatterInUse } from '../../matter-in-use.ts'

const NEVER = new AbortController().signal

/** A matter with one document. */
export async function matterWith(text: string): Promise<MatterInUse> {
  const use = await matterInUse()
  await use.write('case/lease.md', text)
  const { matter, queue } = use
  await Array.fromAsync(addPaths([`${use.folder}/files/case`], { matter, queue, now: () => new Date() }))
  return use
}

type Given = Partial<Pick<AskOptions, 'examples' | 'strategies' | 'reranker'>>

/** Asks, and gives the events, each as the contract has it, and the answer that they end with. */
export async function asked(
  use: MatterInUse,
  model: LanguageModel,
  input: Partial<AskInput>,
  given: Given = {},
): Promise<{ readonly events: readonly AnswerEvent[]; readonly answer: Answer }> {
  const options: AskOptions = {
    matter: use.matter,
    sources: [passageSource(use.matter, null)],
    model,
    missingModel: null,
    embedder: null,
    reranker: null,
    plan: planParts,
    examples: async () => [],
    strategies: {},
    furtherStrategies: FURTHER_STRATEGIES,
    pastMistakes: async () => null,
    findOffer: null,
    settings: USUAL_SETTINGS,
    cards: null,
    calibration: null,
    foreground: use.foreground,
    words: async () => wordLists,
    now: () => new Date('2026-01-01T12:00:00.000Z'),
    onBegin: () => {},
    ...given,
  }
  const question = 'When may the tenant end the lease?'
  const events = await Array.fromAsync(ask({ matter: use.matter.id, question, ...input }, options, NEVER))
  for (const event of events) expect(AnswerEvent.parse(event)).toEqual(event)
  const last = events.at(-1)
  if (last?.type !== 'answer-end') throw new Error(`Expected answer-end, got ${last?.type}`)
  return { events, answer: last }
}

/** The kinds of the events, one behind the other, each once. */
export function kindsOf(events: readonly AnswerEvent[]): readonly string[] {
  return events.map(({ type }) => type).filter((type, at, all) => type !== all[at - 1])
}
