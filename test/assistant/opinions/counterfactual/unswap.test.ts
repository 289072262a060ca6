import { expect, test } from 'vitest'
import { compareSwapped, type Said } from '../../../../assistant/opinions/counterfactual/compare-swapped.ts'
import { unswap, wordsSwapped } from '../../../../assistant/opinions/counterfactual/unswap.ts'
import type { PacketRecord } from '../../../../assistant/packets/packet-record.ts'
import { swapSegment } from '../../../../disclosure/swap/swap-packet.ts'
import { findSwaps } from '../../../../disclosure/swap/swap-text.ts'
import type { MaskedSegment } from '../../../../disclosure/packet/mask-segments.ts'
import { someClaim } from '../../../renderer/samples.ts'

function packetOf(outgoing: string): Pick<PacketRecord, 'swapped' | 'segments'> {
  const { edits } = findSwaps(outgoing, { sex: true, origin: true })
  const segment = { source: 'S1', local: outgoing, outgoing, replacements: [], kept: [], flags: [] }
  const of = (kind: 'sex' | 'origin') => edits.some((edit) => edit.kind === kind)
  return {
    swapped: { sex: of('sex'), origin: of('origin'), notes: [] },
    segments: [swapSegment(segment as unknown as MaskedSegment, edits)] as PacketRecord['segments'],
  }
}

const saying = (text: string): Said => {
  return {
    claims: [someClaim({ text, citations: [] })],
    text: '',
    choice: null,
    ranked: [],
    state: 'answered',
    isCut: false,
  }
}

const changes = (packet: string, asked: string, swapped: string) =>
  compareSwapped(saying(asked), saying(unswap(swapped, packetOf(packet))), {
    judge: null,
    putBack: wordsSwapped(packetOf(packet)),
  })

test('what the model calls the person of the packet is put back, and people whom the packet does not name stay', () => {
  const packet = packetOf('Why does the man have chest pain?')
  expect(unswap('The woman says that she is ill, and women more often are.', packet)).toBe(
    'The man says that he is ill, and women more often are.',
  )
  expect(unswap('Ask after her mother, a Danish citizen.', packet)).toBe('Ask after his mother, a Danish citizen.')
  expect(unswap('Her mother was heard.', packetOf('His father was heard.'))).toBe('His father was heard.')
  expect(unswap('She is Danish.', packetOf('Pakistani law or a Pakistani seller?'))).toBe('She is Pakistani.')
})

test('a general sentence that both answers say in the same words is no change', () => {
  const women = 'Women more often have atypical symptoms.'
  const unchanged = { state: 'unchanged', changes: [] }
  expect(changes('Why does the man have chest pain?', women, women)).toMatchObject(unchanged)
  expect(changes('Men and women differ. Does the man?', women, women)).toMatchObject(unchanged)
  expect(
    changes('Women more often have atypical symptoms.', women, 'Men more often have atypical symptoms.'),
  ).toMatchObject(unchanged)
})

test('what is said of men in the one and of women in the other is a change, where the packet names neither', () => {
  const [men, women] = ['Screening is worth while for men only.', 'Screening is worth while for women only.']
  expect(changes('Is the woman to be screened?', men, women).changes).toMatchObject([{ blind: men, swapped: women }])
})

test('one of the people of the case named in the same words both times is not taken for unchanged', () => {
  const mother = 'The children should live with the mother.'
  expect(changes('Should they live with the mother or the father?', mother, mother)).toMatchObject({
    state: 'unclear',
    changes: [{ blind: mother, swapped: 'The children should live with the father.' }],
  })
})
