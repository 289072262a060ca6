import { FURTHER_STRATEGIES } from '../../../assistant/answers/strategies/strategies.ts'
import { ask } from '../../../assistant/answers/ask.ts'
import type { AskOptions } from '../../../assistant/answers/ask-options.ts'
import type { EvidenceSource } from '../../../assistant/questions/evidence-source.ts'
import { planParts } from '../../../assistant/answers/draft/plan-parts.ts'
import { USUAL_SETTINGS } from '../../../contract/evaluation/answer-setting-words.ts'
import { passageSource } from '../../../assistant/answers/evidence/passage-source.ts'
import { addPaths } from '../../../assistant/reading/intake/add-paths.ts'
import type { AnswerEvent, AskInput } from '../../../contract/answers/answer.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import type { Reranker } from '../../../models/reranker.ts'
import { createScriptedModel } from '../../../models/stand-ins.ts'
import { passagesOf } from './passages-of.ts'
import { matterInUse, type MatterInUse } from '../matter-in-use.ts'
import { wordLists } from '../../disclosure/word-lists.ts'
export const LEASE = [
  '# Lease of the shop',
  '## Term',
  'The lease was granted on 25 March 2021 for a term of ten years.',
  '## Break',
  'The tenant may end this lease on 24 March 2026 by giving six months notice.',
  '## Rent',
  'The annual rent is 24,000 pounds, paid in four equal instalments.',
].join('\r\n\r\n')
export const LETTER = 'Dear Sirs,\n\nWe act for the landlord. Your notice of 2 October 2025 came too late.\n'
export const NEVER = new AbortController().signal

export async function withCase(): Promise<MatterInUse> {
  const use = await matterInUse()
  await use.write('case/lease.md', LEASE)
  await use.write('case/letter.txt', LETTER)
  const { matter, queue } = use
  await Array.fromAsync(addPaths([`${use.folder}/files/case`], { matter, queue, now: () => new Date() }))
  return use
}

export type Given = {
  readonly model?: LanguageModel | null
  readonly reranker?: Reranker | null
  readonly signal?: AbortSignal
  readonly input?: Partial<AskInput>
  /** Searched beside the documents. */
  readonly before?: readonly EvidenceSource[]
  readonly findOffer?: AskOptions['findOffer']
}

export function asking(
  use: MatterInUse,
  question: string,
  { model = null, reranker = null, signal = NEVER, input = {}, before = [], findOffer = null }: Given = {},
) {
  const options: AskOptions = {
    matter: use.matter,
    sources: [...before, passageSource(use.matter, null)],
    model,
    missingModel: null,
    embedder: null,
    reranker,
    plan: planParts,
    examples: async () => [],
    strategies: {},
    furtherStrategies: FURTHER_STRATEGIES,
    settings: USUAL_SETTINGS,
    cards: null,
    foreground: use.foreground,
    words: async () => wordLists,
    now: () => new Date('2026-01-01T12:00:00.000Z'),
    calibration: null,
    pastMistakes: async () => null,
    findOffer,
    onBegin: () => {},
  }
  return ask({ matter: use.matter.id, question, ...input }, options, signal)
}

export const askAll = async (...given: Parameters<typeof asking>) => Array.fromAsync(asking(...given))
export const types = (events: readonly AnswerEvent[]) => events.map(({ type }) => type)

export function last(events: readonly AnswerEvent[]) {
  const event = events.at(-1)
  if (event?.type !== 'answer-end') throw new Error(`Expected answer-end, got ${event?.type}`)
  return event
}

export function sourcesIn(events: readonly AnswerEvent[]) {
  return passagesOf(events.flatMap((event) => (event.type === 'evidence' ? event.sources : [])))
}

export const wholeText = ({ matter }: MatterInUse, document: string) =>
  matter.store.pages.wholeText(matter.store.documents.find(document, null)?.textVersionId ?? 0)

/** Says the break clause, with the mark that it has among the sources. */
export const breakModel = (more = '') =>
  createScriptedModel({
    says: (turns) => {
      const shown = turns.map(({ text }) => text).join('\n')
      const mark = /\[(S\d+)\][^[]*may end this lease/.exec(shown)?.[1] ?? 'S1'
      return `The tenant may end this lease on 24 March 2026 by giving six months notice [${mark}].${more}`
    },
  })
