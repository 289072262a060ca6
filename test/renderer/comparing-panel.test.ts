import { expect, test } from 'vitest'
import { anchoringWords, comparedWords, measuredWords } from '../../renderer/second-opinion/compare/comparing-panel.tsx'

const NONE = { stayed: 0, toward: 0, away: 0, elsewhere: 0, unclear: 0, takenUp: 0 }
const BY_RULE = { open: 2, judged: 0, model: null, measured: null }

test('who compared is said, and how often the model was right before', () => {
  expect(comparedWords(BY_RULE)).toBe('Compared by rule; no model judged')
  expect(measuredWords(BY_RULE)).toBe(null)
  const judged = { open: 0, judged: 3, model: 'small', measured: { right: 41, of: 50 } }
  expect(comparedWords(judged)).toBe('Compared by rule first; the model judged 3 pairs')
  expect(measuredWords(judged)).toBe('Judged by small. It agreed with labelled examples in 41 of 50 such pairs.')
  expect(measuredWords({ ...judged, measured: null })).toContain('never measured')
})

test('how the informed opinion moved is told in short, and nothing where no row has both', () => {
  expect(anchoringWords(NONE)).toBe(null)
  expect(anchoringWords({ ...NONE, toward: 2, away: 1, stayed: 3 })).toBe(
    'The informed opinion changed 2 sentences towards the local answer and 1 sentence away from the local answer. Otherwise: 3 stayed.',
  )
  expect(anchoringWords({ ...NONE, stayed: 1, takenUp: 1, unclear: 1 })).toBe(
    'The informed opinion changed no sentence. Otherwise: 1 stayed, 1 unclear, 1 taken up that only the local answer said.',
  )
})
