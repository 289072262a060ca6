import { expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { clocksIn } from '../../text/clocks.ts'
import { wordLists } from '../disclosure/word-lists.ts'

const minutes = (text: string) => clocksIn(text).map(({ values }) => values.map(Number))
const detector = createDetector(wordLists)

test.each([
  ['at 14:30 in the ward', 870],
  ['at 2.30 pm in the ward', 870],
  ['at 1430 hrs in the ward', 870],
  ['um 14.30 Uhr in der Kanzlei', 870],
  ['um 14 Uhr 30 in der Kanzlei', 870],
  ['um 14 Uhr in der Kanzlei', 840],
  ['à 14h30 au cabinet', 870],
  ['à 14 h 30 au cabinet', 870],
  ['a las 14.30 en la oficina', 870],
  ['alle ore 14.30 in ufficio', 870],
  ['às 14h30 no escritório', 870],
  ['om 14.30 uur op kantoor', 870],
  ['o godz. 14.30 w kancelarii', 870],
])('the time of "%s" is read by the checks and found by the masks', (text, expected) => {
  expect(minutes(text)).toEqual([[expected]])
  expect(detector.find(text, []).spans.some(({ type }) => type === 'time')).toBe(true)
})

test.each(['within 14 h', 'clause 14.30', 'a ratio of 14.30', 'lasted 14 hours', '14 h after the operation'])(
  'there is no time of the day in "%s"',
  (text) => expect(minutes(text)).toEqual([]),
)
