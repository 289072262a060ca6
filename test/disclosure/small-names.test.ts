import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)
const maskedIn = (text: string) => detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))

describe('a name in small letters is masked behind a role, a form of address or a greeting', () => {
  test.each([
    ['Das hat der Termin ergeben, sagt der zeuge hinrichsen am Telefon.', 'hinrichsen'],
    ['A consulta correu bem e a enfermeira cristiana vai ligar amanhã.', 'cristiana'],
    ['Bel even met notaris hoekstra over de stukken, graag voor vrijdag.', 'hoekstra'],
    ['moin torben, die Unterlagen sind angekommen und liegen bei mir.', 'torben'],
    ['hoi marleen, kun jij morgen de medicatie ophalen bij de apotheek?', 'marleen'],
    ['the letter is for miss rice and she wants to have it today please', 'rice'],
    ['la paciente vive sola y el doctor moreno la ha visto hoy en casa', 'moreno'],
  ])('%s', (text, name) => {
    expect(maskedIn(text).join(' | ')).toContain(name)
  })
  test.each([
    'The doctor may see the patient again in a week if the pain does not settle.',
    'Le juge unique a rejeté la demande du locataire pour défaut de motif.',
    'The patient denies pain and the nurse will call the family tomorrow.',
  ])('%s', (text) => {
    expect(maskedIn(text)).toEqual([])
  })
})

describe('a table or a form names somebody behind what he is', () => {
  test.each([
    ['Cirujano | Pastor | Quirófano 3', 'Pastor'],
    ['Verpleegkundige avond: Jorrit     Kamer: eenpersoons', 'Jorrit'],
    ['Social worker | Achebe, N. | Adults North', 'Achebe, N'],
    ['Tuteur | Garnier | rencontré lundi', 'Garnier'],
    ['Anestezjolog | Zając | blok 2', 'Zając'],
    ['Chirurgo | Serra M. | primo operatore', 'Serra M'],
  ])('%s', (text, name) => {
    expect(maskedIn(text).join(' | ')).toContain(name)
  })
  test.each(['Mother: Asthma     Father: none', 'Partner | Male | Smoker'])('%s', (text) => {
    expect(maskedIn(text)).not.toContain(text.split(/[:|] /)[1]?.split(/ +/)[0])
  })
})

describe('a chat and a mail tell who writes and who is meant', () => {
  test.each([
    ['3/4 11:20 - Mari Luz: ya he llegado\n3/4 11:22 - Chema: vale, ahora bajo', ['Mari Luz', 'Chema']],
    ['Von: Uschi Herbstlaub <uschi@post.example>\nBetreff: Termin in der Praxis', ['Uschi Herbstlaub']],
    ['ciao, ieri ho sentito giada. dice che domani non viene. poi chiamo io il medico. va bene?', ['giada']],
    ['Op de gang sprak ik tante Riek en getuige Zonderland over de verkoop.', ['Riek', 'Zonderland']],
  ])('%s', (text, names) => {
    const masked = maskedIn(text).join(' | ')
    for (const name of names) expect(masked).toContain(name)
  })
  test('A number before a colon names nobody', () => {
    expect(maskedIn('Visite 10:15: Befund stabil, und die Wunde ist trocken.').join()).not.toContain('Befund')
  })
})
