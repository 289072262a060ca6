import * as fc from 'fast-check'
import type { IdentifierType } from '../../../disclosure/identifiers/identifier.ts'

const GIVEN = ['Andrew', 'Brenda', 'José', 'Zoë', 'Will', 'Mary-Ann', 'Ngọc', 'Иван']
const FAMILY = ['Lee', "O'Neil", 'Müller-Lüdenscheidt', 'García', 'Rose', 'van der Berg', 'Петров', 'Ng']
const PLAIN =
  'the tenant paid, and was seen by doctors; "no" harm\n\tcame\\of it. Day 3 question person PERSON-1 [DATE-2]'.split(
    ' ',
  )
const OTHERS = [
  'Meridian Holdings LLC',
  'St. Agnes',
  'ACME',
  'MRN 4711-22',
  '555-123-4567',
  'lee@x.org',
  'Q7',
  '4 March 2021',
]

const name = fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)).map((parts) => parts.join(' '))
const respelled = (text: string) => [
  text,
  text.toUpperCase(),
  text.toLowerCase(),
  text.normalize('NFD'),
  text.replace(' ', '\u00a0'),
  text.replace(' ', '\n'),
  text.replaceAll("'", '’'),
  `Mrs ${text}`,
  `${text}'s`,
  text.split(' ').at(-1) ?? text,
]

export type RandomPacket = {
  readonly names: Readonly<Record<string, IdentifierType>>
  readonly texts: readonly string[]
}

/** Texts in which names of a few people and things stand in many spellings, among words and what looks like pseudonyms. */
export const randomPacket: fc.Arbitrary<RandomPacket> = fc
  .tuple(fc.array(name, { maxLength: 4 }), fc.subarray(OTHERS))
  .chain(([people, things]) => {
    const spellings = [...people, ...things].flatMap(respelled)
    const word = fc.oneof(
      fc.constantFrom(...PLAIN),
      spellings.length === 0 ? fc.constant('x') : fc.constantFrom(...spellings),
      fc.string({ unit: 'binary', maxLength: 5 }),
    )
    const text = fc.array(word, { minLength: 1, maxLength: 25 }).map((words) => words.join(' '))
    const names = Object.fromEntries([
      ...people.map((one) => [one, 'person'] as const),
      ...things.map((one) => [one, /\d/.test(one) ? 'id' : 'organisation'] as const),
    ])
    return fc.array(text, { minLength: 1, maxLength: 4 }).map((texts) => ({ names, texts }))
  })
