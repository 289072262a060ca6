import { implement } from '@orpc/server'
import { contract } from '../../../contract/index.ts'
import { type DecisionRow, isSameSubject } from '../../../contract/opinions/decision.ts'
import type { StandInState } from './stand-in-assistant.ts'

const { opinion } = implement(contract)

/** Who was right, kept as long as the page is open. */
export function decisionPart(state: StandInState) {
  const decisions: DecisionRow[] = []
  return {
    decide: opinion.decide.handler(({ input: { matter, consultation, subject, outcome, right } }) => {
      const isWrong = outcome === 'second' || outcome === 'neither'
      const before = decisions.findIndex((one) => isSameSubject(one.subject, subject))
      const decision: DecisionRow = {
        decisionId: `d${decisions.length}`,
        consultation,
        decidedAt: new Date().toISOString(),
        decidedBy: 'J. Marsh',
        subject,
        said: { local: 'The notice was served in time.', second: 'The notice came too late.' },
        outcome,
        right: outcome === 'unknown' ? '' : (right ?? ''),
        correction: isWrong ? 'c1' : null,
        card: null,
        lesson: isWrong ? { question: 'Which lesson helps?', consultation: 'lesson-c1', hasCome: false } : null,
      }
      decisions.splice(before < 0 ? decisions.length : before, before < 0 ? 0 : 1, decision)
      state.events.push({ type: 'opinions-changed', matter })
      return decision
    }),
    decisions: opinion.decisions.handler(({ input }) =>
      decisions.filter(({ consultation }) => consultation === input.consultation),
    ),
    card: opinion.card.handler(({ errors }) => {
      throw errors.WRONG_USE()
    }),
    proposeRule: opinion.proposeRule.handler(() => ({ title: 'A notice counts from its receipt', source: null })),
  }
}
