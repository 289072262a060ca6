import { describe, expect, test } from 'vitest'
import { linkPersons, type WrittenName } from '../../../disclosure/pseudonyms/link-mentions.ts'
import { readPersonName } from '../../../disclosure/pseudonyms/person-name.ts'
import type { Entity } from '../../../disclosure/pseudonyms/pseudonym-map.ts'

const person = (pseudonym: string, ...forms: string[]): Entity => ({ pseudonym, type: 'person', forms, sex: null })
const written = (text: string, sex: WrittenName['sex'] = null): WrittenName => ({ text, sex })

/** Names that mean the same person have the same letter. */
function whoIsWho(names: readonly WrittenName[], known: readonly Entity[] = []): string {
  const whoIs = linkPersons(names, known)
  const groups = [...new Set(names.map(whoIs))]
  return names.map((name) => 'abcdefg'[groups.indexOf(whoIs(name))]).join('')
}

test('a name is taken apart, whatever the order, case and titles', () => {
  expect(readPersonName('Mrs. Andréa J. Lee').parts).toEqual(['andrea', 'j', 'lee'])
  expect(readPersonName('Mrs. Andréa J. Lee').sex).toBe('f')
  expect(readPersonName('LEE, Andrea').parts).toEqual(['andrea', 'lee'])
  expect(readPersonName('Lee A.').parts).toEqual(['a', 'lee'])
  expect(readPersonName('A.B. Lee, Jr., MD')).toEqual({ parts: ['a', 'b', 'lee'], generation: 'jr', sex: null })
  expect(readPersonName('Kyung Do').parts).toEqual(['kyung', 'do'])
})

describe('one person, one pseudonym', () => {
  test.each([
    [['Andrew Lee', 'Lee', 'A. Lee', 'LEE', 'Lee, Andrew', 'Andrew', 'Andrew J. Lee'], 'aaaaaaa'],
    [['Lee', 'Andrew Lee'], 'aa'],
    // Two whom "Lee" may mean: it becomes an entry of its own.
    [['Andrew Lee', 'Brenda Lee', 'Lee', 'B. Lee'], 'abcb'],
    [['John Smith', 'John Smith Jr.'], 'ab'],
    [['Andrew Lee', 'Andrew Leeds'], 'ab'],
    [['Andrew John Lee', 'Andrew James Lee', 'Andrew Lee'], 'abc'],
    [['María García López', 'García'], 'aa'],
  ])('%j are %s', (names, expected) => {
    expect(whoIsWho(names.map((name) => written(name)))).toBe(expected)
  })

  test('a title tells husband from wife', () => {
    expect(whoIsWho([written('Lee', 'm'), written('Lee', 'f'), written('Lee')])).toBe('abc')
    expect(whoIsWho([written('Andrew Lee', 'm'), written('Lee', 'f')])).toBe('ab')
    expect(whoIsWho([written('Lee Andrews'), written('Lee', 'm')])).toBe('ab')
  })

  test('somebody who is known keeps the pseudonym, and gets a fuller name where nobody else is meant', () => {
    const known = [person('PERSON-1', 'Lee')]
    const sure = linkPersons([written('Andrew Lee')], known)(written('Andrew Lee'))
    expect([sure.pseudonym, sure.forms]).toEqual(['PERSON-1', ['Andrew Lee', 'Lee']])
    const names = [written('Andrew Lee'), written('Brenda Lee'), written('Lee')]
    const whoIs = linkPersons(names, known)
    expect(names.map((name) => whoIs(name).pseudonym)).toEqual([null, null, 'PERSON-1'])
  })

  test('what was not sure stays apart in the next packet', () => {
    const known = [person('PERSON-1', 'Andrew Lee'), person('PERSON-2', 'Brenda Lee'), person('PERSON-3', 'Lee')]
    const whoIs = linkPersons([written('Lee'), written('A. Lee')], known)
    expect([whoIs(written('Lee')).pseudonym, whoIs(written('A. Lee')).pseudonym]).toEqual(['PERSON-3', 'PERSON-1'])
  })
})
