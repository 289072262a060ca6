import { describe, expect, test } from 'vitest'
import { LANGUAGES, readMarkedTexts } from '../../bench/identifiers/read-marked-texts.ts'
import { scoreIdentifiers, sumScores } from '../../bench/score-identifiers.ts'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)
const maskedIn = (text: string) => find(text, []).spans.map(({ start, end }) => text.slice(start, end))
const shownIn = (text: string) => {
  const { spans, flags } = find(text, [])
  return [...spans, ...flags].map(({ start, end }) => text.slice(start, end)).join(' | ')
}

describe('a common word is masked where only a name stands', () => {
  test.each([
    ['in the head of a mail', 'Od: Jagoda\nDo: mec. Gajda\nTemat: spadek', 'Jagoda'],
    ['in the list of a ward', 'Zi 12 Fenster: Kaiser, mobil am Rollator\nZi 15: Herbst und Frost getauscht', 'Kaiser'],
    ['in brackets behind a phone number', 'Tochter erreichbar 0172/5 51 90 23 (Biggi)', 'Biggi'],
    ['behind who comes new to the ward', 'Neuaufnahme Wolke, Irmgard, * 3.4.36, kommt aus dem Krankenhaus.', 'Wolke'],
    ['behind the rank of the police', 'Police: PC West came to the scene.', 'West'],
    ['with what tells the generation', 'Il geometra Pesaresi junior non ha posato nulla.', 'Pesaresi junior'],
    ['as the letters of who signs', 'visto il certificato\nfirma GV', 'GV'],
    ['behind its particles', 'Emergency contact: Deon v.d. Westhuizen, husband', 'v.d. Westhuizen'],
    ['in another case, in Polish', 'Świadek Sikora zeznał prawdę. Zeznania Sikory są wiarygodne.', 'Sikory'],
    [
      'as the name of a firm’s family',
      'Caseificio Costa s.n.c. si difende. Costa si costituiva chiedendo il rigetto.',
      'Costa si',
    ],
  ])('%s: %s', (_where, text, name) => {
    expect(maskedIn(text).join(' | ')).toContain(name.replace(/ si$/u, ''))
  })
})

test('a judge is no part of the court’s name', () => {
  expect(maskedIn('Der Richter am Amtsgericht Dr. Engel hat entschieden. Engel schwieg.')).not.toContain(
    'Amtsgericht Dr. Engel',
  )
})

describe('an address is masked to its end', () => {
  test.each([
    ['Am Markt 3\n38667 Bad Harzburg\n\nSehr geehrte Frau Sommer,', 'Bad Harzburg'],
    ['Zwanenweg 2, 4461 BR Goes', 'Goes'],
    ['o endereço é o mesmo, rua da matriz 16, perto da bodega', 'rua da matriz 16'],
    ['She was seen at Flat 2, 61 Cotham Brow, Bristol.', '61 Cotham Brow'],
  ])('%s', (text, part) => expect(maskedIn(text).join(' | ')).toContain(part))
})

describe('a day is masked with its day of the week, and without a month', () => {
  test.each([
    ['Overdracht team Oost, wo 4 dec, nacht', 'wo 4 dec'],
    ['Afspraak: vr 18/10 met de arts', 'vr 18/10'],
    ['El contrato es de septiembre del 21 y sigue.', 'septiembre del 21'],
    ['Ele ficou afastado de fevereiro a abril, operou a mão.', 'fevereiro a abril'],
    ['schmerzen seit ostern punkt überweisung folgt punkt', 'ostern'],
  ])('%s', (text, day) => expect(shownIn(text)).toContain(day))
})

describe('in a text without capitals what leads to a name tells it', () => {
  test.each([
    [
      'doctor yusuf demir seeing charlotte day thats c h a r l o t t e surname day hospital number',
      'c h a r l o t t e',
    ],
    ['paciente rosario blanco nieto de sesenta y seis años acude por cefalea', 'rosario blanco nieto'],
    ['mutée à la clinique des genêts virgule sa nièce est prévenue', 'clinique des genêts'],
  ])('%s', (text, name) => expect(maskedIn(text).join(' | ')).toContain(name))
})

test('a month may begin a name', () => {
  expect(maskedIn('The tenant is May David Bleecker, and she signed.')).toEqual(['May David Bleecker'])
})

test('short forms of medicine and what is put on a wound are not asked about', () => {
  expect(shownIn('Antécédents : HTA sous ramipril, BPCO. Pansement Mepilex, antalgie par paracétamol.')).toBe('')
})

test('of the texts that the masks were made with, nine tenths of the identifiers are masked', async () => {
  const texts = (await Promise.all(LANGUAGES.map((language) => readMarkedTexts(language, 'development')))).flat()
  const { found, spans } = sumScores(texts.map(({ text, gold }) => scoreIdentifiers(text, gold, find(text, []))))
  expect(spans).toBeGreaterThan(900)
  expect(found / spans).toBeGreaterThan(0.9)
})

describe('what leads from one place to another belongs to neither', () => {
  test.each([
    ['La paciente viaja de Málaga a Granada.', ['Málaga', 'Granada']],
    ['È stato trasferito da Torino a Genova.', ['Torino', 'Genova']],
    ['Der Patient zog von Köln in Bonn ein.', ['Köln', 'Bonn']],
  ])('%s', (text, places) => {
    expect(maskedIn(text)).toEqual(expect.arrayContaining(places))
  })
})
