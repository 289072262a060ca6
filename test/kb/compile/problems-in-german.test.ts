import { expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { gateFact } from '../../../kb/compile/gate-fact.ts'
import { readFactText } from '../../../kb/language/read-fact-text.ts'
import { englishText, messageText } from '../../../wording/message-text.ts'
import { loadMessages } from '../../../wording/messages/languages.ts'
import type { Message } from '../../../wording/message.ts'
import { languageOf, saidIn } from '../../../wording/translate.ts'
import { BAD_REASONING, BAD_SHAPES } from './bad-reasoning.ts'
import { BAD_CONDITIONS, BAD_UNITS } from './bad-rules.ts'
import { marked, packOf, RULES } from './good-pack.ts'

const GERMAN = languageOf(await loadMessages('de'))
const inGerman = (said: Message) => saidIn(GERMAN, () => messageText(said))

/** What is said of a message that lacks a value. */
const NOT_SAID = { key: 'language.ofAnotherVersion', values: {} }

const PROBLEMS = [...BAD_CONDITIONS, ...BAD_UNITS, ...BAD_REASONING, ...BAD_SHAPES].flatMap(([, rule]) => {
  const { text } = marked(`${RULES}  - ${rule.startsWith('¦') ? `¦{${rule.slice(1)}` : `{${rule}`}}\n`)
  return compilePacks([packOf({ 'rules.yaml': text })]).problems
})

it('every problem of a rule is said in both languages, with all its values', () => {
  const said = PROBLEMS.flatMap(({ message, fix }) => [message, fix])
  expect(said.length).toBeGreaterThan(200)
  expect(said.filter((one) => englishText(one) === englishText(NOT_SAID))).toEqual([])
  expect(said.filter((one) => inGerman(one) === inGerman(NOT_SAID))).toEqual([])
  const english = PROBLEMS.filter(({ message }) => inGerman(message) === englishText(message))
  expect(english.map(({ message }) => message.key)).toEqual([])
})

it('a value out of its bounds is refused with the numbers of the language', () => {
  const { program } = compilePacks([packOf()])
  if (!program) throw new Error('the good pack did not compile')
  const { problem } = gateFact(readFactText('weight(p, 1500.5 kg)').statement, program.vocabulary)
  expect(problem && inGerman(problem.message)).toMatch(/^1\.500,5 kg ist hier nicht möglich; zulässig sind /)
  expect(problem && englishText(problem.message)).toMatch(/^1500\.5 kg is not possible here: /)
})
