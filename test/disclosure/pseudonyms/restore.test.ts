import { expect, test } from 'vitest'
import { restore } from '../../../disclosure/pseudonyms/restore.ts'
import type { Entity } from '../../../disclosure/pseudonyms/pseudonym-map.ts'

const ENTITIES: readonly Entity[] = [
  { pseudonym: 'PERSON-1', type: 'person', forms: ['Arthur Hollis', 'Hollis'], sex: 'm' },
  { pseudonym: 'COURT-1', type: 'court', forms: ['Ashton Court'], sex: null },
]

test('marks come back as the fullest form, however the model wrote them', () => {
  expect(restore('[person 1] and \\[PERSON_1, m\\] sued in COURT-1.', ENTITIES)).toEqual({
    text: 'Arthur Hollis and Arthur Hollis sued in Ashton Court.',
    restored: 3,
    unknown: [],
  })
})

test('a mark of the matter’s kinds that stands for nothing stays, and is told', () => {
  expect(restore('[PERSON-9] paid.', ENTITIES)).toEqual({
    text: '[PERSON-9] paid.',
    restored: 0,
    unknown: ['[PERSON-9]'],
  })
})

// Of 80 replies of a 1.5B model 8 had such marks.
test('a mark of a kind that the model made up stays, and is told', () => {
  const reply = '[PERSON-1] has [ILLNESS-1, unspecified] and [Chief-complaint-1]; see [S1], [2020] and [sic].'
  const { text, restored, unknown } = restore(reply, ENTITIES)
  expect(text).toBe(reply.replace('[PERSON-1]', 'Arthur Hollis'))
  expect({ restored, unknown }).toEqual({
    restored: 1,
    unknown: ['[ILLNESS-1, unspecified]', '[Chief-complaint-1]'],
  })
})
