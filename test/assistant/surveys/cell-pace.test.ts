import { expect, test } from 'vitest'
import { cellSeconds, keepCellSeconds } from '../../../assistant/answers/offer/cell-pace.ts'
import type { Answer } from '../../../contract/answers/answer.ts'
import { settingsInMemory } from '../settings-in-memory.ts'
import { someAnswer } from '../../renderer/samples.ts'

const answers = (...list: readonly Answer[]) => ({ newest: (count: number) => list.slice(0, count) })

test('the time of a cell is the running mean of those that were written with the model', () => {
  const kept = settingsInMemory()
  keepCellSeconds(kept, 'ab', 10)
  expect(cellSeconds(kept, 'ab', answers())).toBe(10)
  keepCellSeconds(kept, 'ab', 20)
  expect(cellSeconds(kept, 'ab', answers())).toBeCloseTo(12)
  expect(cellSeconds(kept, 'other', answers())).toBeNull()
})

test('before any table it comes of how fast the last answer of the model was read for and written', () => {
  const timing = { evidenceMs: 0, firstTokenMs: 10_000, totalMs: 20_000 }
  const tokens = { ...someAnswer().tokens, firstPrompt: 1000, generated: 100 }
  const ofOther = someAnswer({ timing, tokens, model: { id: 'other', sha256: 'cd' } })
  const unread = someAnswer({ timing: { ...timing, firstTokenMs: null }, tokens })
  const answered = someAnswer({ timing, tokens })
  // 370 tokens at 10 ms and 20 at 100 ms.
  expect(cellSeconds(settingsInMemory(), 'ab', answers(ofOther, unread, answered))).toBeCloseTo(5.7)
  expect(cellSeconds(settingsInMemory(), 'ab', answers(ofOther))).toBeNull()
})
