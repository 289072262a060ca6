import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)
const maskedIn = (text: string) => detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))

describe('a short form with a full stop and a word that opens a clipped sentence are nobody’s name', () => {
  test.each([
    'Der Verlauf war gut. Postop. Schmerzen im Griff, und die Wunde ist reizlos.',
    'Ein Polyp von 15 mm. Biopsien wurden entnommen, CRP 14 mg/L. Abdomen weich.',
    'La paziente sta bene. Rivalutaz. tra tre mesi con esami del sangue.',
    'Le patient va bien. Transm. nuit : rien à signaler dans le service.',
    'La demanda se estima en parte. Notifíquese a las partes y líbrese oficio.',
    'O doente está estável. Encaminho para avaliação na consulta da dor.',
    'De patiënt is gezien op de poli. Op grond van de uitslag is er geen beleid.',
    'La terapia è stata modificata. Domani controllo della pressione in reparto.',
    'Bei der Aufnahme lag ein Exsudat vor, und die Appendektomie war komplikationslos.',
    'Chory jest w stanie dobrym. Konsultowana przez lekarza z oddziału, bez zmian.',
  ])('%s', (text) => {
    expect(maskedIn(text)).toEqual([])
  })
  test('A name that ends its sentence is masked behind a title, a role or another name', () => {
    const text =
      'The scan was read by Dr Ozgurlu. She was seen with her sister Tembalani. It was agreed with Sarah Wojtkewicz. No change.'
    expect(maskedIn(text).join(' | ')).toMatch(/Ozgurlu.*Tembalani.*Wojtkewicz/)
  })
  test('People who are only addressed by what they are, are not named', () => {
    expect(maskedIn('Szanowna Pani Doktor, proszę o konsultację i o dalsze leczenie.')).toEqual([])
    expect(maskedIn('Sehr geehrte Frau Präsidentin, wir haben die Akte gelesen und nehmen Stellung.')).toEqual([])
  })
  test.each([
    'Bei der Kontrolle lag ASPECTS bei 9, und die Therapie wurde begonnen.',
    'Foi feita angioTC que mostra oclusão, sem outras alterações.',
    'Le score SLEDAI est à 12 et le traitement est poursuivi.',
  ])('A longer short form that nobody is called is shown, and not masked: %s', (text) => {
    expect(maskedIn(text)).toEqual([])
  })
})
