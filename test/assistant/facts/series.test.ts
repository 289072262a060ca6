import { expect, test } from 'vitest'
import type { FormRelation } from '../../../contract/knowledge/fact.ts'
import { findCandidates } from '../../../assistant/facts/find-candidates.ts'
import { textSegments } from '../../../assistant/facts/text-segments.ts'
import { wantedRelations } from '../../../assistant/facts/wanted-relations.ts'
import { withSeries } from '../../../assistant/facts/keep-proposal.ts'

const UNITS = ['µmol/L', 'mg/dL']

function form(relation: string, latest: boolean): FormRelation {
  const places: FormRelation['places'] = [
    { kind: 'name', type: 'patient', open: true, choices: [] },
    { kind: 'number', unit: 'µmol/L', units: UNITS, from: null, to: null },
  ]
  return {
    relation,
    pack: 'p',
    label: null,
    group: null,
    say: `{0} has a ${relation} of {1}`,
    places,
    unique: [0],
    latest,
    absent: 'ask',
  }
}

/** What is proposed when the first value of the text is taken. */
function proposed(text: string, latest = true) {
  const [relation] = wantedRelations([form('creatinine', latest)], [], new Map())
  if (!relation) throw new Error('no relation')
  const [finding] = findCandidates(relation, {
    text,
    segments: textSegments(text),
    section: '',
    before: '',
    rank: null,
  })
  if (!finding) throw new Error('nothing found')
  const taken = withSeries(finding, finding.candidates.slice(0, 1))
  return taken.map(({ args, at }) => [args[1], at])
}

const SERIES = 'Creatinine was 98 µmol/L on 3 March 2025 and 131 µmol/L on 17 June 2025.'

test('of a value that changes over time each one of a sentence is proposed, with the date behind it', () => {
  expect(proposed(SERIES)).toEqual([
    ['98 µmol/L', '2025-03-03'],
    ['131 µmol/L', '2025-06-17'],
  ])
})

test('a date before the values stays that of the value behind it', () => {
  expect(proposed('On 3 March 2025 the creatinine was 98 µmol/L, on 17 June 2025 131 µmol/L.')).toEqual([
    ['98 µmol/L', '2025-03-03'],
    ['131 µmol/L', '2025-06-17'],
  ])
})

test.each([
  ['a value of something else', 'Creatinine was 98 µmol/L on 3 March 2025 and bilirubin 12 µmol/L on 17 June 2025.'],
  ['one without a date of its own', 'On 3 March 2025 creatinine was 98 µmol/L and 131 µmol/L.'],
])('%s is not proposed with it', (_, text) => {
  expect(proposed(text)).toEqual([['98 µmol/L', '2025-03-03']])
})

test('of what has one value, only the one that was taken is proposed', () => {
  expect(proposed(SERIES, false)).toEqual([['98 µmol/L', '2025-03-03']])
})
