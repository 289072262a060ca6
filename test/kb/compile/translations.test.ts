import { describe, expect, it } from 'vitest'
import { compilePacks } from '../../../kb/compile/compile-packs.ts'
import { inLanguage } from '../../../kb/compile/words/translations.ts'
import { marked, packOf } from './good-pack.ts'

const WORDS = `words:
  "{0} weighs {1}": "{1} wiegt {0}"
  the patient: der Patient
  active bleeding: aktive Blutung
  Christmas Day: Weihnachten
`

const compiled = (files: Readonly<Record<string, string>>) => compilePacks([packOf(files)])

describe('the words of a pack in another language', () => {
  it('stand in the place of its own, and only they do', () => {
    const packs = compiled({ 'words/de.yaml': WORDS })
    expect(packs.problems).toEqual([])
    const [english, german] = [packs.program, inLanguage(packs, 'de').program]
    expect(german?.vocabulary.relations.get('weight')).toEqual({
      ...english?.vocabulary.relations.get('weight'),
      say: '{1} wiegt {0}',
    })
    expect(german?.vocabulary.names.get('condition')?.labels.get('bleeding')).toBe('aktive Blutung')
    expect(german?.vocabulary.names.get('patient')?.said.the).toBe('der Patient')
    expect([...(german?.vocabulary.calendars.get('england')?.holidays.values() ?? [])]).toEqual(['Weihnachten'])
    expect(german?.rules).toEqual(english?.rules)
    expect(german?.recursive).toEqual(english?.recursive)
  })

  it('may lie in several files, and leave a text as it is', () => {
    const packs = compiled({
      'words/de/one.yaml': 'words: {"{0} is due on {1}": "{0} ist am {1} fällig"}',
      'words/de/two.yaml': 'words: {active bleeding: aktive Blutung}',
    })
    const { program } = inLanguage(packs, 'de')
    expect(program?.vocabulary.relations.get('due')?.say).toBe('{0} ist am {1} fällig')
    expect(program?.vocabulary.relations.get('weight')?.say).toBe('{0} weighs {1}')
    expect(program?.vocabulary.names.get('condition')?.labels.get('bleeding')).toBe('aktive Blutung')
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
    expect(problems[0]?.message).toMatch(message)
    expect(problems[0]?.fix).toMatch(fix)
  })

  it('that are translated twice in two files keep one', () => {
    const words = 'words: {the patient: der Patient}'
    const { problems } = compiled({ 'words/de/one.yaml': words, 'words/de/two.yaml': words })
    expect(problems).toMatchObject([{ file: 'good/words/de/two.yaml', code: 'DUPLICATE' }])
  })
})
