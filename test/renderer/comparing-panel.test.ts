import { expect, test } from 'vitest'
import { anchoringWords, comparedWords, measuredWords } from '../../renderer/second-opinion/compare/comparing-panel.tsx'

const NONE = { stayed: 0, toward: 0, away: 0, elsewhere: 0, unclear: 0, takenUp: 0 }
const BY_RULE = { open: 2, judged: 0, model: null, measured: null }

test('who compared is said, and how often the model was right before', () => {
  expect(comparedWords(BY_RULE)).toBe('words compared by rule; no model judged')
  expect(measuredWords(BY_RULE)).toBe(null)
  const judged = { open: 0, judged: 3, model: 'small', measured: { right: 41, of: 50 } }
  expect(comparedWords(judged)).toBe('words compared by rule first; the model judged 3 pairs')
  expect(measuredWords(judged)).toBe('small judged. It agreed with our own labels in 41 of 50 such pairs.')
  expect(measuredWords({ ...judged, measured: null })).toContain('never measured')
})

test('how the informed opinion moved is one line, and nothing where no row has both', () => {
  expect(anchoringWords(NONE)).toBe(null)
  expect(anchoringWords({ ...NONE, toward: 2, away: 1, stayed: 3 })).toBe(
    'The informed opinion changed 2 sentences toward ours, 1 away from ours: 3 stayed.',
  )
  expect(anchoringWords({ ...NONE, stayed: 1, takenUp: 1, unclear: 1 })).toBe(
    'The informed opinion changed no sentence: 1 stayed, 1 unclear, 1 taken up that only ours said.',
  )
})
