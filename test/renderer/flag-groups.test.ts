import { expect, test } from 'vitest'
import {
  flagGroups,
  flagGroupTitle,
  identifierTypeWords,
  replacedGroups,
  replacedGroupTitle,
} from '../../contract/opinions/packet-groups.ts'
import { IDENTIFIER_TYPES } from '../../disclosure/identifiers/identifier.ts'
import { MESSAGES } from '../../wording/messages/en/messages.ts'

test('what is likeliest to identify comes first, and in a group what stands once', () => {
  const flags = [
    { term: 'mmol', kind: 'unit', count: 1 },
    { term: 'Charge', kind: 'capital', count: 3 },
    { term: 'Zorbex', kind: 'name', count: 4 },
    { term: 'Notice', kind: 'capital', count: 1 },
  ] as const
  expect(flagGroups(flags).map(({ kind, flags: own }) => [kind, own.map(({ term }) => term)])).toEqual([
    ['name', ['Zorbex']],
    ['capital', ['Notice', 'Charge']],
    ['unit', ['mmol']],
  ])
  expect([flagGroupTitle('unit', 14), flagGroupTitle('name', 1)]).toEqual([
    '14 units or marks beside numbers',
    '1 word that may be a name',
  ])
})

test('of what is replaced guesses come first, then what is rare, dates last', () => {
  const term = (type: string, by: string, number: number, spelling = '') => ({
    term: `${type}${number}${spelling}`,
    pseudonym: `[${type.toUpperCase()}-${number}]`,
    type,
    by,
  })
  const groups = replacedGroups([
    term('date', 'pattern', 1),
    term('person', 'names', 1),
    term('person', 'names', 1, ' b'),
    term('person', 'names', 2),
    term('hospital', 'names', 1),
    term('organisation', 'names', 1),
    term('organisation', 'safe-words', 2),
  ])
  expect(groups.map((group) => [replacedGroupTitle(group), group.isUnusual])).toEqual([
    ['2 organisations', true],
    ['1 hospital', false],
    ['2 people', false],
    ['1 date', false],
  ])
  expect(groups[0]?.terms.map(({ by }) => by)).toEqual(['safe-words', 'names'])
})

test('every type that the detector finds has words, and one of a later version is said as it is written', () => {
  expect(Object.keys(MESSAGES.outgoing.types)).toEqual(IDENTIFIER_TYPES)
  expect(Object.keys(MESSAGES.outgoing.replacedGroups)).toEqual(IDENTIFIER_TYPES)
  expect(replacedGroupTitle({ type: 'health-plan', count: 1 })).toBe('1 health plan number')
  expect([identifierTypeWords('tail-number'), replacedGroupTitle({ type: 'tail-number', count: 2 })]).toEqual([
    'tail number',
    '2 tail number',
  ])
})
