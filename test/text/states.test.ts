import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import stateWords from '../../text/state-words.json' with { type: 'json' }
import { altersAmount, endsWhatWas, excludes, isSameState, statesIn } from '../../text/states.ts'

type Phrase = { readonly family: string; readonly state: string; readonly language: string; readonly phrase: string }

const PHRASES: readonly Phrase[] = stateWords.families.flatMap(({ family, states }) =>
  Object.entries(states as unknown as Record<string, Record<string, readonly string[]>>).flatMap(([state, languages]) =>
    Object.entries(languages).flatMap(([language, phrases]) =>
      phrases.map((phrase) => ({ family, state, language, phrase })),
    ),
  ),
)
const LANGUAGES = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt']

describe('state words', () => {
  test('are given in all eight languages for each state', () => {
    for (const { family, states } of stateWords.families)
      for (const [state, languages] of Object.entries(states))
        expect([family, state, Object.keys(languages).toSorted()]).toEqual([family, state, LANGUAGES])
  })

  test('each is read as its state, in whatever case', () => {
    for (const { family, state, phrase } of PHRASES)
      for (const written of [phrase, phrase.toUpperCase()]) {
        const found = statesIn(`Furosemide\t${written}\tx`)
        // "Non prescribed" parts aside, a phrase that begins with a denial is one state and no denied other one.
        expect(found.map((one) => `${one.family}|${one.state}`)).toContain(`${family}|${state}`)
      }
  })

  test('name only pairs that are in their family', () => {
    for (const { states, together } of stateWords.families)
      for (const pair of together as readonly (readonly string[])[])
        for (const state of pair) expect(Object.keys(states)).toContain(state)
  })

  test('that end what was, or alter its amount, are of their family, and no denied one does', () => {
    for (const family of stateWords.families)
      for (const state of [...('ends' in family ? family.ends : []), ...('alters' in family ? family.alters : [])])
        expect(Object.keys(family.states)).toContain(state)
    expect(statesIn('Ramipril was stopped.').some(endsWhatWas)).toBe(true)
    expect(statesIn('Ramipril was not stopped.').some(endsWhatWas)).toBe(false)
    expect(statesIn('The dose was halved.').some(altersAmount)).toBe(true)
    expect(statesIn('The dose is unchanged.').some((one) => endsWhatWas(one) || altersAmount(one))).toBe(false)
  })

  test('exclude each other both ways, and never themselves or another family', () => {
    const any = fc.constantFrom(...PHRASES).chain(({ phrase }) => fc.constantFrom(...statesIn(phrase)))
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(excludes(one, other)).toBe(excludes(other, one))
        expect(excludes(one, one)).toBe(false)
        const cannotExclude = one.family !== other.family || isSameState(one, other)
        expect(cannotExclude && excludes(one, other)).toBe(false)
      }),
    )
  })
})

test.each([
  ['Naproxen and ramipril were stopped on 3 June.', ['course:stopped']],
  ['She was found not guilty.', ['finding of guilt:acquitted']],
  ['He was not convicted.', ['finding of guilt:not convicted']],
  ['Stopping naproxen helped.', ['course:stopped']],
  ['The appeal has not yet been dismissed.', ['decision:not refused']],
  ['Furosemid wurde abgesetzt, Ramipril bleibt unverändert.', ['course:stopped', 'course:unchanged']],
  ['La bisoprolol est inchangée.', ['course:unchanged']],
])('%s', (text, states) => {
  expect(statesIn(text).map(({ family, state, isDenied }) => `${family}:${isDenied ? 'not ' : ''}${state}`)).toEqual(
    states,
  )
})

test('a medicine that was changed may have been increased, and one that is unchanged may not', () => {
  const state = (word: string) => {
    const [first] = statesIn(word)
    if (!first) throw new Error(`${word} is no state`)
    return first
  }
  expect(excludes(state('changed'), state('increased'))).toBe(false)
  expect(excludes(state('unchanged'), state('increased'))).toBe(true)
  expect(excludes(state('started'), state('stopped'))).toBe(true)
})
