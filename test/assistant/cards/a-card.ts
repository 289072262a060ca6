import { textHash } from '../../../assistant/cards/card-rows.ts'
import type { Card, CardText } from '../../../contract/knowledge/card.ts'

const TEXT: CardText = {
  title: 'Deemed receipt',
  summary: 'Look for the clause that says when a notice counts as received, and take its day.',
  knowledge: [{ text: 'A deeming clause fixes the day of receipt.', source: 'Law of Property Act 1925, s. 196' }],
  trigger: 'When is a notice sent by post deemed received?',
  domain: null,
  jurisdiction: null,
  mistake: 'comprehension',
  always: false,
  validFrom: null,
  validTo: null,
}

/** An approved card about deemed receipt, but for what is given. */
export function aCard(given: Partial<Card> = {}): Card {
  const text = { ...TEXT, ...given }
  return {
    ...text,
    card: 'deemed',
    version: 1,
    status: 'approved',
    sentBack: false,
    sha256: textHash(text),
    student: null,
    teacher: 'E. Vale',
    promptVersion: null,
    origin: { kind: 'user', matter: null, correction: null, pack: null },
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-01T00:00:00.000Z',
    approvedBy: 'E. Vale',
    approvedOn: '2026-01-01',
    test: null,
    retrieved: 0,
    helped: 0,
    hurt: 0,
    ...given,
  }
}
