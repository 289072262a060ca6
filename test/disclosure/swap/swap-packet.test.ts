import { expect, test } from 'vitest'
import { biasWords } from '../../../contract/opinions/bias-check.ts'
import type { BuiltPacket } from '../../../disclosure/packet/build-packet.ts'
import type { MaskedSegment } from '../../../disclosure/packet/mask-segments.ts'
import { swapPacket } from '../../../disclosure/swap/swap-packet.ts'

function swappedIn(outgoing: string) {
  const segment = {
    source: 'question',
    before: '',
    outgoing,
    local: outgoing,
    replacements: [],
    kept: [],
    flags: [],
  } as unknown as MaskedSegment
  return swapPacket({ segments: [segment], terms: [], cautions: [] } as unknown as BuiltPacket, []).swapped
}

const said = (outgoing: string) => {
  const { sex, origin } = swappedIn(outgoing)
  const judging = { open: 0, judged: 0, model: null, measured: null }
  return biasWords({ state: 'unchanged', finishedAt: '', swapped: { sex, origin }, notes: [], changes: [], judging })
}

test('what a bias check says was swapped is what was, and nothing that the packet does not name', () => {
  expect(said('Why does the man have chest pain?')).toBe('Sex swapped in a test: answer unchanged.')
  expect(said('Why does the Nigerian patient have chest pain?')).toBe('Origin swapped in a test: answer unchanged.')
  expect(said('Why does the Nigerian man have chest pain?')).toBe('Sex and origin swapped in a test: answer unchanged.')
  expect(swappedIn('Was [PERSON-1, f] heard?')).toMatchObject({ sex: true, origin: false })
  expect(swappedIn('A pregnant Nigerian woman.')).toMatchObject({ sex: false, origin: true })
})
