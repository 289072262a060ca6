import { expect, test } from 'vitest'
import { createOutput } from '../../../cli/output.ts'
import { showConsultation } from '../../../cli/opinions/show-opinion.ts'
import type { Consultation } from '../../../contract/opinions/opinion.ts'
import { INVENTED_BIAS_CHECK, INVENTED_BIAS_CHECK_HERE } from '../../renderer/stand-in/invented-bias-check.ts'
import { inventOpinion } from '../../renderer/stand-in/invented-opinions.ts'
import { draftPacket, packetOfDraft } from '../../renderer/stand-in/invented-packets.ts'
import { verbatim } from '../../../wording/message.ts'

const NOW = '2026-06-03T10:00:00Z'
const draft = draftPacket({ matter: 'm', question: 'Was it posted?', provider: 'House' }, NOW)
const opinion = inventOpinion(packetOfDraft(draft, []), [], NOW)
const WHY = 'The packs’ candidates could not be read, so none of them is listed: the rules were stopped.'

function shown(choice: string | null, biasCheckHere: Consultation['biasCheckHere'] = null): string {
  let written = ''
  const out = { write: (text: string) => (written += text) }
  const consultation: Consultation = {
    consultation: 'c',
    question: 'Was it posted?',
    askedAt: NOW,
    answerId: null,
    blind: { ...opinion, choice },
    informed: null,
    damagedOpinions: 0,
    biasCheck: null,
    biasCheckHere,
    packets: [],
    agreement: null,
  }
  const differential = { items: [], voices: [], contested: [], checkNext: [], isAsked: true, why: verbatim(WHY) }
  showConsultation(consultation, null, differential, createOutput(false, out, out))
  return written
}

test('says which option the other side chose, and that packs could not be read', () => {
  expect(shown('No breach')).toContain('Of the options it chose: No breach')
  expect(shown('No breach')).toContain(WHY)
  expect(shown(null)).not.toContain('it chose')
})

test('says what changed when the model of this computer was asked with sex and origin swapped', () => {
  expect(shown(null, INVENTED_BIAS_CHECK_HERE)).toContain(
    'Sex and origin swapped for qwen3-4b on this computer: answer unchanged.',
  )
  const { state, changes } = INVENTED_BIAS_CHECK
  const changed = shown(null, { ...INVENTED_BIAS_CHECK_HERE, state, changes })
  expect(changed).toContain('on this computer: 1 thing changed.')
  expect(changed).toContain('swapped: Her account of the posting is not credible.')
})

test('lines compared by rule have the numbers by which they are decided on, and a dash where the model puts them otherwise', () => {
  let written = ''
  const out = { write: (text: string) => (written += text) }
  const line = {
    state: 'only',
    by: 'rule',
    move: null,
    against: null,
    local: null,
    blind: null,
    informed: null,
  } as const
  const agreement = (claims: NonNullable<Consultation['agreement']>['claims']) => {
    const judging = { open: 0, judged: 0, model: null, measured: null }
    return { state: 'unknown' as const, claims, judging, anchoring: null }
  }
  const consultation: Consultation = {
    consultation: 'c',
    question: 'Was it posted?',
    askedAt: NOW,
    answerId: null,
    blind: opinion,
    informed: null,
    damagedOpinions: 0,
    biasCheck: null,
    biasCheckHere: null,
    packets: [],
    agreement: agreement([
      { ...line, local: 0, blind: 0 },
      { ...line, blind: 1 },
    ]),
  }
  const differential = { items: [], voices: [], contested: [], checkNext: [], isAsked: false, why: null }
  const numbered = [
    { ...line, local: 0 },
    { ...line, blind: 0 },
    { ...line, blind: 1 },
  ]
  showConsultation(consultation, null, differential, createOutput(false, out, out), numbered)
  expect(written).toMatch(/^ {2}– this computer, blind alone says:/m)
  expect(written).toMatch(/^ {2}3\. blind alone says:/m)
})
