import { describe, expect, it } from 'vitest'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { inLanguage } from '../../../kb/compile/words/translations.ts'
import { statementOf } from '../../../kb/prove/statement-of.ts'
import { type NameValue, numberValue, type Value } from '../../../kb/values/value.ts'
import { marked, packOf } from './good-pack.ts'
import { worded } from '../worded-problem.ts'

const WORDS = `words:
  "{0} weighs {1}": "{1} wiegt {0}"
  the patient: der Patient
  active bleeding: aktive Blutung
  Christmas Day: Weihnachten
`

const compiled = (files: Readonly<Record<string, string>>) => compilePacks([packOf(files)])

const wordsIn = ({ program }: CompiledPacks) => {
  if (program === null) throw new Error('The pack should have no problem.')
  const { rules, recursive, vocabulary } = program
  return {
    rules,
    recursive,
    weight: vocabulary.relations.get('weight')?.say,
    due: vocabulary.relations.get('due')?.say,
    bleeding: vocabulary.names.get('condition')?.labels.get('bleeding'),
    patient: vocabulary.names.get('patient')?.said.the,
    holidays: [...(vocabulary.calendars.get('england')?.holidays.values() ?? [])],
  }
}

const nameValue = (name: string): NameValue => ({ kind: 'name', name })

describe('the words of a pack in another language', () => {
  it('stand in the place of its own, and only they do', () => {
    const packs = compiled({ 'words/de.yaml': WORDS })
    expect(packs.problems).toEqual([])
    const [english, german] = [packs, inLanguage(packs, 'de')].map(wordsIn)
    expect(german).toEqual({
      ...english,
      weight: '{1} wiegt {0}',
      bleeding: 'aktive Blutung',
      patient: 'der Patient',
      holidays: ['Weihnachten'],
    })
  })

  it('may lie in several files, and leave a text as it is', () => {
    const packs = compiled({
      'words/de/one.yaml': 'words: {"{0} is due on {1}": "{0} ist am {1} fällig"}',
      'words/de/two.yaml': 'words: {active bleeding: aktive Blutung}',
    })
    expect(wordsIn(inLanguage(packs, 'de'))).toMatchObject({
      due: '{0} ist am {1} fällig',
      weight: '{0} weighs {1}',
      bleeding: 'aktive Blutung',
    })
  })

  it('say a name in a sentence in words of their own, and join words that come together', () => {
    const words = `joined: {"bei der Patient": bei diesem Patienten}
words:
  the patient: der Patient
  active bleeding: aktive Blutung
  "{0} has {1}": "{1} besteht bei {0}"
  "{0} has active bleeding": "{0} blutet"
  "{0} weighs {1}": "das Gewicht ist bei {0} {1}"
`
    const { program } = inLanguage(compiled({ 'words/de.yaml': words }), 'de')
    if (program === null) throw new Error('The pack should have no problem.')
    const said = (relation: string, ...values: Value[]) => statementOf(relation, values, program.vocabulary).text
    const [patient, anna] = [nameValue('patient'), nameValue('Anna')]
    expect(said('has', patient, nameValue('bleeding'))).toBe('der Patient blutet')
    expect(said('has', anna, nameValue('bleeding'))).toBe('Anna blutet')
    expect(said('has', anna, nameValue('af'))).toBe('atrial fibrillation besteht bei Anna')
    expect(said('weight', patient, numberValue('70'))).toBe('das Gewicht ist bei diesem Patienten 70 kg')
    expect(said('weight', anna, numberValue('70'))).toBe('das Gewicht ist bei Anna 70 kg')
  })

  it('are those of the pack in a language that it does not have', () => {
    const packs = compiled({ 'words/de.yaml': WORDS })
    expect(inLanguage(packs, 'fr')).toBe(packs)
  })

  it.each([
    [
      'a text that the pack does not have',
      'words:\n  ¦"{0} weights {1}": "{0} wiegt {1}"',
      /no text/,
      /"\{0\} weighs \{1\}"/,
    ],
    ['a value left out', 'words:\n  "{0} weighs {1}": ¦"{0} wiegt"', /\{1\} of the text is missing/, /\{0\}, \{1\}/],
    ['a value too many', 'words:\n  the patient: ¦"der Patient {0}"', /\{0\} is not in the text/, /no curly brackets/],
    ['no translation', 'words:\n  ¦the patient:', /no translation/, /take the line out/],
    ['an unknown key', '¦wörter:\n  the patient: der Patient', /no key "wörter"/, /words/],
    ['one text twice', 'words: {the patient: der Patient, ¦the patient: der Kranke}', /twice/, /Keep one/],
  ])('tell where they are wrong: %s', (_, written, message, fix) => {
    const { text, line, column } = marked(written)
    const { problems, program } = compiled({ 'words/de.yaml': text })
    expect(program).toBeNull()
    expect(problems).toMatchObject([{ file: 'good/words/de.yaml', line, column }])
    const [said] = problems.map(worded)
    expect(said?.message).toMatch(message)
    expect(said?.fix).toMatch(fix)
  })

  it('that are translated twice in two files keep one', () => {
    const words = 'words: {the patient: der Patient}'
    const { problems } = compiled({ 'words/de/one.yaml': words, 'words/de/two.yaml': words })
    expect(problems).toMatchObject([{ file: 'good/words/de/two.yaml', code: 'DUPLICATE' }])
  })
})
