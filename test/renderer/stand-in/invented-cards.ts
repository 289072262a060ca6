import type { Card } from '../../../contract/knowledge/card.ts'

const SHA = '3f9a00000000000000000000000000000000000000000000000000000000c213'
const STUDENT = { id: 'qwen3-4b', sha256: SHA }

/** Cards in every part of their life. */
export function inventCards(): Card[] {
  return [
    inventCard({
      card: 'deemed',
      title: 'Deemed and actual service',
      helped: 9,
      retrieved: 31,
      test: {
        testedAt: '2026-03-10T09:00:00.000Z',
        sha256: SHA,
        passed: true,
        remarks: [],
        model: STUDENT,
        lint: [],
        question: { rightBefore: false, rightAfter: true, isGiven: true, margin: 0.41, threshold: 0.68 },
        regression: { questions: 120, asked: 9, rightBefore: 6, rightAfter: 7, broken: [], lost: 0 },
      },
    }),
    inventCard({
      card: 'months',
      title: '“Not less than” counts clear months',
      domain: 'time',
      helped: 6,
      retrieved: 12,
    }),
    inventCard({ card: 'rent', title: 'Rent “reserved as” service charge', domain: 'leases', status: 'tested' }),
    inventCard({
      card: 'licence',
      title: 'Licence is not a lease',
      domain: 'property',
      status: 'draft',
      summary: '',
      knowledge: [],
    }),
    inventCard({
      card: 'urea',
      title: 'CURB-65 needs urea, not BUN',
      domain: 'respiratory',
      jurisdiction: null,
      status: 'draft',
      sentBack: true,
      helped: 3,
      hurt: 1,
      retrieved: 9,
    }),
    inventCard({
      card: 'costs',
      title: 'Costs on an indemnity basis',
      domain: 'costs',
      status: 'retired',
      helped: 2,
      retrieved: 4,
    }),
  ]
}

export function inventCard(given: Partial<Card>): Card {
  return {
    card: 'card',
    title: 'A card',
    summary:
      'When a clause says a notice “is deemed served” on a certain day, work out that day first and compare it with the last day. Then look for words that let a party prove a different day, and for whom they speak. Say which of the two days the conclusion rests on.',
    knowledge: [
      {
        text: 'A deeming clause fixes the day whether or not the notice arrives, unless the contract allows proof of another day.',
        source: 'Law of Property Act 1925, s. 196',
      },
      { text: 'Working days leave out the bank holidays of the place named in the contract.', source: null },
    ],
    trigger: 'was [DOCUMENT] served in time when sent by post and received on another day',
    domain: 'notices',
    jurisdiction: 'England',
    mistake: 'wrong-rule',
    always: false,
    validFrom: '2020-01-01',
    validTo: null,
    version: 2,
    status: 'approved',
    sentBack: false,
    sha256: SHA,
    student: STUDENT,
    teacher: 'J. Marsh',
    promptVersion: null,
    origin: { kind: 'correction', matter: 'm1', correction: 'c1', pack: null },
    createdAt: '2026-03-01T09:00:00.000Z',
    changedAt: '2026-05-04T09:00:00.000Z',
    approvedBy: given.status === undefined ? 'E. Vale' : null,
    approvedOn: given.status === undefined ? '2026-03-11' : null,
    test: null,
    retrieved: 0,
    helped: 0,
    hurt: 0,
    ...given,
  }
}
