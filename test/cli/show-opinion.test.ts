import { expect, test } from 'vitest'
import { createOutput } from '../../cli/output.ts'
import { showConsultation } from '../../cli/show-opinion.ts'
import type { Consultation } from '../../contract/opinion.ts'
import { INVENTED_BIAS_CHECK, INVENTED_BIAS_CHECK_HERE } from '../renderer/stand-in/invented-bias-check.ts'
import { inventOpinion } from '../renderer/stand-in/invented-opinions.ts'
import { draftPacket, packetOfDraft } from '../renderer/stand-in/invented-packets.ts'

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
    biasCheck: null,
    biasCheckHere,
    packets: [],
    agreement: null,
  }
  const differential = { items: [], voices: [], contested: [], checkNext: [], isAsked: true, why: WHY }
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
