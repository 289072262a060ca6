import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)
const occupations = (text: string) =>
  find(text, [])
    .spans.filter(({ type }) => type === 'occupation')
    .map(({ start, end }) => text.slice(start, end))
const flagged = (text: string) => find(text, []).flags.map(({ start, end }) => text.slice(start, end))

describe('occupations that name one person of a village', () => {
  test.for([
    ['He was the blacksmith of Ardtoe and had been ill.', 'blacksmith'],
    ['He is the lollipop man in Ardtoe and had been ill.', 'lollipop man'],
    ['She is the wife of the only cobbler in Tobermory and was seen here.', 'only cobbler'],
    ['Der Vater ist die letzte Hoffnung des Försters, er war Wirt in Odenbach und hat nicht geraucht.', 'Wirt'],
    ['Elle est la sage-femme de Gouarec et elle travaille pour la commune.', 'sage-femme'],
    ['El paciente es el herrero de Villafáfila y no fuma desde hace años.', 'herrero'],
    ['È il campanaro di Castelsantangelo e non ha mai fumato, come il padre.', 'campanaro di Castelsantangelo'],
    ['O doente é o moleiro de Alvações e não fuma há muitos anos.', 'moleiro de Alvações'],
    ['De patiënt is de veerman van Ottersum en heeft niet gerookt.', 'veerman'],
    ['Pacjent jest młynarzem w Dzierzgoniu i nie pali od lat, jak jego ojciec.', 'młynarzem'],
  ])('in "%s" masks %s', ([text = '', wanted]) => {
    expect(occupations(text).join(' ')).toContain(wanted)
  })

  test('asks about one with a place in its sentence, and none about one without', () => {
    expect(flagged('In Ullapool she was told by the organist that he had fallen.')).toContain('organist')
    expect(flagged('He was told by the organist that she had fallen.')).not.toContain('organist')
  })

  test.for([
    'Frau Müller aus Kassel kam zur Kontrolle und war nicht nüchtern.',
    'Her uncle was the lollipop man at the school.',
    'The nurse in Leeds and the teacher in London were told.',
    'La cura del paziente è stata sospesa per la febbre.',
    'Don Juan, mayor de edad, vecino de Madrid, no comparece.',
  ])('takes nobody’s name or any other word in "%s" for one', (text) => {
    expect(occupations(text)).toEqual([])
  })
})
