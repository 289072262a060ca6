import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)

function masked(text: string): readonly string[] {
  return detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))
}

function flagged(text: string): readonly string[] {
  return detector.find(text, []).flags.map(({ start, end }) => text.slice(start, end))
}

describe('a published law or decision keeps its number and its day', () => {
  test.each([
    ['selon la loi n° 78-17 du 6 janvier 1978 applicable'],
    ['vu Cass. soc., 8 mars 2018, n° 16-22.417'],
    ['conforme a la Ley 41/2002, de 14 de noviembre'],
    ['según la STS 512/2017 de 3 de octubre'],
    ['in base alla legge 22 dicembre 2017, n. 219'],
    ['nos termos da Lei 12.842/2013 e do REsp 1.540.580/DF'],
    ['zie HR 23 november 2018, ECLI:NL:HR:2018:2189'],
    ['so der BGH, Urteil vom 14.03.2017 – VI ZR 605/15'],
    ['na podstawie ustawy z dnia 6 listopada 2008 r.'],
    ['Ai sensi del D.L. 18/2020 il termine è sospeso.'],
    ['Ao abrigo do DL 72/2008 o contrato é nulo.'],
    ['Según el RD 1299/2006 y el código penal es un delito.'],
    ["Le Conseil d'Etat, CE 7 mai 2019 n° 412307, l'a dit."],
    ['So das BAG vom 7.5.2019.'],
    ['Nach der Rechtsprechung des BSG vom 7.5.2019 gilt das nicht.'],
    ['zgodnie z wyrokiem SN z 5.04.2018 r., II CSK 403/17'],
  ])('%s', (text) => {
    expect(masked(text)).toEqual([])
  })

  test.each([
    ['The order of 6 July 2021 in case no. 4182/21', '6 July 2021'],
    ['ordonnance du 6 juillet 2021', '6 juillet 2021'],
    ['Urteil des Amtsgerichts vom 14.03.2017', '14.03.2017'],
    ['pac. l. 38 PESEL 84071812345', '84071812345'],
  ])('but not what a court or a doctor did in this matter: %s', (text, day) => {
    expect(masked(text).join(' ')).toContain(day)
  })
})

describe('a range of a laboratory is no telephone number', () => {
  test.each([
    ['platelets 150000-400000'],
    ['Thrombozyten 150.000-400.000'],
    ['leucocitos 4.000-10.000'],
    ['Ein- und Ausfuhr 1200/1500'],
  ])('%s', (text) => {
    expect([...masked(text), ...flagged(text)].filter((found) => /\d/.test(found))).toEqual([])
  })

  test('a number of a telephone with its word is', () => {
    expect(masked('tel. 418250-418900')).toEqual(['418250-418900'])
  })
})

describe('a day of the month alone is shown', () => {
  test.each([
    ['can I come on the 12th instead?', 'on the 12th'],
    ['je passe le 12 au matin', 'le 12'],
    ['puedo ir el día 12 por la tarde', 'el día 12'],
    ['posso venire il 12 invece', 'il 12'],
    ['posso ir no dia 12 ou depois', 'no dia 12'],
    ['kan ik de 12e komen', 'de 12e'],
    ['mogę przyjść 12-go', '12-go'],
  ])('%s', (text, day) => {
    expect(flagged(text)).toContain(day)
  })

  test.each([['on the 3rd floor'], ['día 3 de ingreso'], ['arriva verso le 14'], ['am 2. postoperativen Tag']])(
    'what is counted is not: %s',
    (text) => {
      expect([...masked(text), ...flagged(text)].filter((found) => /\d/.test(found))).toEqual([])
    },
  )
})

describe('numbers in forms that people write', () => {
  test.each([
    ['my ni number is QQ 41 82 73 A', 'QQ 41 82 73 A'],
    ['mail a.novak at clinic dot co dot uk', 'a.novak at clinic dot co dot uk'],
    ['Tel. 0341/97-41827, DW -311, Fax folgt', '-311'],
    ['n° de série 418 273', '418 273'],
    ['Rachunek 61 1090 1014 0000 0712 1981 2874.', '61 1090 1014 0000 0712 1981 2874'],
  ])('%s', (text, number) => {
    expect(masked(text)).toContain(number)
  })
})
