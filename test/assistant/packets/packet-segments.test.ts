import { expect, test } from 'vitest'
import { packetSegments, sourceWhere } from '../../../assistant/packets/packet-segments.ts'
import type { OpenMatter } from '../../../assistant/home/open-matters.ts'
import type { PassageSource } from '../../../contract/answers/answer.ts'
import { loadLanguage } from '../../../wording/messages/languages.ts'
import { saidIn } from '../../../wording/translate.ts'

const passage = (source: string): PassageSource => ({
  kind: 'passage',
  source,
  document: 'letter.txt',
  documentId: 'letter',
  textVersion: null,
  reference: null,
  read: null,
  page: null,
  start: 0,
  end: 4,
  section: '',
  text: `Text of ${source}.`,
  score: 1,
  byOcr: false,
})
const matter = { store: { pages: {} } } as OpenMatter
const analysis = '[S1] He gave notice.\n[S10] He paid.\n[S2] She did not answer.'

/** The notes that leave. */
function notesWith(...marks: string[]): string | undefined {
  const segments = packetSegments({ question: 'When?', sources: marks.map(passage), analysis }, matter)
  return segments.find(({ source }) => source === 'analysis')?.local
}

test('a note leaves with its source and not without it', () => {
  expect(notesWith('S1', 'S2', 'S10')).toBe(analysis)
  expect(notesWith('S1', 'S10')).toBe('[S1] He gave notice.\n[S10] He paid.')
  expect(notesWith('S2')).toBe('[S2] She did not answer.')
  expect(notesWith('S3')).toBe(undefined)
})

test('each option is a text of its own, ten at most, and candidates only where a list is asked for', () => {
  const options = Array.from({ length: 12 }, (_, index) => `option\n${index}`)
  const made = packetSegments({ question: 'Which?', sources: [], analysis: null, differential: [], options }, matter)
  expect(made.map(({ source }) => source)).toEqual([
    'question',
    'candidates',
    ...[...'ABCDEFGHIJ'].map((letter) => `option ${letter}`),
  ])
  expect(made[1]?.local).toBe('Name the candidates from the sources.')
  expect(made[2]?.local).toBe('option 0')
  const none = packetSegments({ question: 'Which?', sources: [], analysis: null, differential: null }, matter)
  expect(none.map(({ source }) => source)).toEqual(['question'])
})

test('where a source stands is said in the language of whoever reviews it', async () => {
  const source = { ...passage('S1'), document: 'lease.pdf', page: 6, section: '12. Break' }
  expect(sourceWhere(source)).toBe('lease.pdf, page 6, 12. Break')
  expect(saidIn(await loadLanguage('de'), () => sourceWhere(source))).toBe('lease.pdf, Seite 6, 12. Break')
})
