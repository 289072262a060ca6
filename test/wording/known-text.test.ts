import { describe, expect, test } from 'vitest'
import { identifierTypeWords, replacedGroupTitle } from '../../contract/opinions/packet-groups.ts'
import { kindWords } from '../../renderer/knowledge/use-shown-rule.ts'
import { layerWords } from '../../renderer/second-opinion/packet-words.ts'
import { knownText, texts } from '../../wording/translate.ts'

/** What every object has without anybody having written it there. */
const INHERITED = ['constructor', 'toString', '__proto__', 'valueOf', 'hasOwnProperty']

describe('a word of data', () => {
  test('has the text of its key, and none where there is no such key', () => {
    expect(knownText('verdicts.marks', 'computed')).toBe('computed')
    expect(knownText('verdicts.marks', 'of a later version')).toBeNull()
  })

  test.each(INHERITED)('is no key because objects have %s', (word) => {
    expect(knownText('verdicts.marks', word)).toBeNull()
    const said = [identifierTypeWords(word), layerWords(word), kindWords(word)]
    expect(said).toEqual([word, word, word])
    expect(replacedGroupTitle({ type: word, count: 2 })).toBe(`2 ${word}`)
  })
})

test('a group with a text that takes a value or has tags is refused by the compiler', () => {
  expect(texts('proof.holds')).toHaveProperty('yes')
  // @ts-expect-error -- `does` takes how many documents.
  expect(texts('answers.offers.table')).toHaveProperty('does')
  // @ts-expect-error -- A key is printed as one.
  expect(texts('frame.buttons')).toHaveProperty('cancelByKey')
})
