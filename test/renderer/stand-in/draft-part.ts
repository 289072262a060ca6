import { implement } from '@orpc/server'
import type { CheckEvent } from '../../../contract/drafts/draft-check.ts'
import { contract } from '../../../contract/index.ts'
import { refused } from '../refused.ts'
import { inventDrafts, inventFindings } from './invented-draft.ts'
import type { StandInState } from './stand-in-assistant.ts'

type State = Pick<
  StandInState,
  'documents' | 'drafts' | 'findings' | 'events' | 'heldAfterFindings' | 'changeMeanwhile'
>

const os = implement(contract)

/** Drafts with invented findings; the checks themselves are in `test/assistant`. */
export function draftPart(state: State) {
  const { draft } = os
  const changed = (matter: string) => state.events.push({ type: 'drafts-changed', matter })
  return {
    list: draft.list.handler(() => state.drafts),
    add: draft.add.handler(({ input: { matter, name } }) => {
      if (name.endsWith('.exe')) throw refused('WRONG_USE', 'No text was found in it.')
      const [first] = inventDrafts().drafts
      if (!first) throw new Error('Expected an invented draft.')
      const added = { ...first, draftId: `draft-${state.drafts.length + 1}`, name, checkedAt: null, result: null }
      state.drafts.push(added)
      changed(matter)
      return added
    }),
    remove: draft.remove.handler(({ input }) => {
      state.drafts = state.drafts.filter(({ draftId }) => draftId !== input.draft)
      changed(input.matter)
    }),
    pages: draft.pages.handler(() => [...inventDrafts().pages]),
    check: draft.check.handler(({ input, signal }) => checkEvents(state, input, signal)),
    decide: draft.decide.handler(({ input: { findingId, decision, matter } }) => {
      const findings = state.findings ?? inventFindings(state.documents)
      const found = findings.find((one) => one.findingId === findingId)
      if (!found) throw refused('NOT_FOUND', 'The finding is no longer here.')
      const next = { ...found, decision: decision && { ...decision, at: new Date().toISOString(), by: 'J. Marsh' } }
      state.findings = findings.map((one) => (one.findingId === findingId ? next : one))
      changed(matter)
      return next
    }),
    report: draft.report.handler(({ input }) => ({ file: new File(['report'], `Report.${input.format}`) })),
    commented: draft.commented.handler(() => ({ file: new File(['commented'], 'Draft.docx') })),
  }
}

async function* checkEvents(
  state: State,
  input: { readonly matter: string; readonly draft: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<CheckEvent> {
  const findings = state.findings ?? inventFindings(state.documents)
  for (const [index, finding] of findings.entries()) {
    if (index >= state.heldAfterFindings)
      await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }))
    if (signal?.aborted) return
    yield { type: 'check-progress', done: index, of: findings.length + 2, secondsLeft: 40 - index }
    yield { type: 'finding', ...finding }
  }
  const counted = inventDrafts().drafts[0]?.result
  const one = state.drafts.find(({ draftId }) => draftId === input.draft)
  if (one && counted) Object.assign(one, { checkedAt: new Date().toISOString(), result: counted })
  const counts = { sentences: 11, confirmed: 3, contradicted: 4, nowhere: 2, notCheckable: 2 }
  yield { type: 'check-end', ...counts, unread: [], pagesWithoutText: 0, stopped: state.changeMeanwhile, seconds: 4 }
}
