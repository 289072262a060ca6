import type { Fact, ProposalEvent } from '../contract/fact.ts'
import type { AssistantClient } from '../contract/index.ts'
import { counted } from './counted.ts'
import type { Output } from './output.ts'
import { progressBar } from './progress-bar.ts'
import { refuseMissing } from './refuse-missing.ts'
import type { Session } from './session.ts'
import { showFact } from './show-fact.ts'

export type ProposeOptions = { readonly documents?: string[]; readonly model?: string }

/** Shows what is proposed as it comes; with `--json` one fact a line, last a line of type `proposal-end`. */
export async function proposeFacts(
  { output, signal }: Session,
  assistant: AssistantClient,
  matter: string,
  { documents = [], model }: ProposeOptions,
): Promise<void> {
  await refuseMissing(assistant, matter, documents)
  const events = await assistant.fact.propose({ matter, documents, model: model ?? null }, { signal })
  for await (const event of events) showEvent(event, matter, output)
}

function showEvent(event: ProposalEvent, matter: string, output: Output): void {
  if (event.type === 'proposal') {
    const { type: _, ...fact } = event
    showFact(fact satisfies Fact, output)
  } else if (event.type === 'proposal-progress') {
    const { document, passages, passagesDone, secondsLeft } = event
    output.progress(`${progressBar(passages === 0 ? 0 : passagesDone / passages, secondsLeft)}  ${document}`)
  } else output.result(event, endLine(event, matter))
}

function endLine(
  { proposed, documents, seconds, model }: Extract<ProposalEvent, { type: 'proposal-end' }>,
  matter: string,
): string {
  const without =
    model === null ? ' Without a model only what stands right behind its own words is found: Weight: 58 kg.' : ''
  const next = proposed === 0 ? '' : `\nTo decide: consilium facts "${matter}" confirm ID, or reject ID`
  const found = `${counted(proposed, 'new proposal')} from ${counted(documents, 'document')} in ${seconds.toFixed(0)} s.`
  return `${found}${without}${next}`
}
