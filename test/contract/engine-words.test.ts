import { expect, test } from 'vitest'
import { filesOf } from '../wording/files-of.ts'

/** Fields by which the engine speaks to people, where they are of words. */
const SAYS =
  /(?<![\w.'])(message|reason|why|notes?|warnings?|failure|stage|cautions|detail|todo|fix|problem|unusable|stopped|leftOut|rulesNotUsed|notSearched|notReadable|gateLeft|notWritten|notCalibrated|refused|summary): z\s*\.(?:array\(z\.)?string\(\)/g

/** Words of people: what they note, and why they do something. */
const OF_PEOPLE = [
  'contract/drafts/draft-check.ts: note',
  'contract/highlight.ts: note',
  'contract/knowledge/card.ts: summary',
  'contract/opinions/packet.ts: reason',
]

/** Of `consilium doctor` alone: the command line speaks English. */
const OF_THE_COMMAND_LINE = ['contract/application.ts: detail', 'contract/application.ts: todo']

/** Why a process ended, which `wording/process-end.ts` puts into words. */
const OF_THE_SYSTEM = ['contract/application.ts: reason']

/** What rules say: made of sentences of their packs, which are in the language of the call, as the proof around them is. */
const OF_RULES = [
  'contract/answers/answer.ts: summary',
  'contract/knowledge/proof.ts: message',
  'contract/knowledge/rule.ts: summary',
  'contract/knowledge/rule.ts: warning',
]

test('the engine says what it says as messages, but for what people, rules and the system say', () => {
  const files = filesOf(['contract'], /\.ts$/)
  expect(files.length).toBeGreaterThan(30)
  const words = files.flatMap(({ file, text }) => [...text.matchAll(SAYS)].map(([, name]) => `${file}: ${name}`))
  expect(new Set(words)).toEqual(new Set([...OF_PEOPLE, ...OF_THE_COMMAND_LINE, ...OF_THE_SYSTEM, ...OF_RULES]))
})
