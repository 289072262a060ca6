import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)

/** What is masked of a text, in its order. */
function masked(text: string): readonly string[] {
  return detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))
}

function flagged(text: string): readonly string[] {
  return detector.find(text, []).flags.map(({ start, end }) => text.slice(start, end))
}

describe('a day without its year is masked where the words around it tell it', () => {
  test.each([
    ['The answer is due 5/23 and no later.', '5/23'],
    ['Der Verband wurde am 6.2. gewechselt.', '6.2.'],
    ['Arbeitsunfähig bis 21.4. und danach Kontrolle.', '21.4.'],
    ['Die Klammern wurden 05.09. entfernt.', '05.09.'],
    ['Le pansement du 14/02 est propre.', '14/02'],
    ['Ve 16.06 poids stable.', '16.06'],
    ['La herida se revisó el 9/6 sin incidencias.', '9/6'],
    ['FUR 13/07, embarazo deseado.', '13/07'],
    ['Il drenaggio è stato rimosso il 5/4.', '5/4'],
    ['Fez ecocardiograma (8/2) normal.', '8/2'],
    ['Opgenomen van 04-09 tot 11-09 op de afdeling.', '04-09'],
    ['Opgenomen van 04-09 tot 11-09 op de afdeling.', '11-09'],
    ['Kontrola dnia 3.06 w poradni i nie ma potrzeby hospitalizacji.', '3.06'],
    ['Pacjentka jest po operacji i czuje się dobrze. Następna wizyta wt. 14 XI w poradni.', '14 XI'],
    ['5/6 vroege dienst: rustig\n5/6 avond: pijn\n6/6 vroege dienst: naar huis', '6/6'],
    ['She can come on Thursday the 27th at noon.', 'Thursday the 27th'],
    ['Die Verhandlung ist am Freitag, den 13. um zehn.', 'Freitag, den 13.'],
    ['Ricovero dal 4 al 9/5 in medicina.', '4 al 9/5'],
    ['Tussen 3 tot en met 8 mei verbleef zij elders.', '3 tot en met 8 mei'],
    ['Turno di notte tra il 9 e il 10 giugno.', '9 e il 10 giugno'],
    ['w nocy z 7 na 8 marca 2019 r.', '7 na 8 marca 2019'],
    ['Umowa z 7 XI 2019 obowiązuje.', '7 XI 2019'],
    ['nato il 03.11.’58 a casa', '03.11.’58'],
    ['Trabalhou até mai/2019 na loja.', 'mai/2019'],
    ['em meados de Outubro de 2018', 'meados de Outubro de 2018'],
    ['Kontrolle Mitte Juni', 'Mitte Juni'],
    ['Enviada: qui., 09 de mai. de 2019 10:12', 'qui., 09 de mai. de 2019 10:12'],
    ['fallecido el 4 de octubre pasado', '4 de octubre pasado'],
    ['Tagsatzung am 3. Feber 2019', '3. Feber 2019'],
    ['Verlauf: 2.5.: fieberfrei. 3.5.: mobil.', '3.5.'],
    ['stationär 02.-08.04. wegen Sturz', '02.-08.04.'],
    ['opgenomen van 5/4 tot 9/4 in dit ziekenhuis', '5/4'],
    ['Cita mié 21/6 a primera hora', 'mié 21/6'],
    ['Consulta 5ª feira, 16/11', '5ª feira, 16/11'],
    ['wezwany na dzień 17 bm. do sądu', '17 bm'],
    ['our letter of the 9th inst. refers', '9th inst'],
    ['Sie kommt am 14. zur Kontrolle', '14.'],
  ])('%s', (text, day) => {
    expect(masked(text).join(' | ')).toContain(day)
  })

  test.each([
    'Pain fell from 8/10 to 3/10 on walking.',
    'Kraft Hüftbeuger links 3/5, rechts 4/5.',
    'Douleur cotée au 4/10, force 4/5 au membre supérieur.',
    'TA 14/8, pouls régulier.',
    'Visus rechts 5/10, links 8/10.',
    'Dolor el 7/10 por la noche, fuerza 4/5.',
    'Frattura del 1/3 medio della tibia.',
    'Fractura do 1/3 distal do rádio.',
    'Fracture au 1/3 inférieur du tibia.',
    'Ramipril 5 mg 1/2 Tbl. morgens',
    'Take 1/2 tablet on waking.',
    'Siehe Ziff. 4.3. und Art. 5.2 der Ordnung.',
    'INR 2.5, Kalium 4.1, Version 3.2',
    'Reizschwelle bis 3.5 mV, 4-6 Wochen Schonung',
    'pijn NRS 4/10, van 10-12 weken rust',
    'pacjent zgłasza ból w skali 6/10, siła mięśniowa 4/5',
    '2/1 tapped\n1/3 settled\n1/1 asleep',
    'The murmur was graded 3/6 by two readers.',
    'Ley n.º 15/93, de 22-01, artículo 3',
  ])('and scores, pressures, doses and clauses are not: %s', (text) => {
    expect(masked(text).filter((part) => /\d/.test(part))).toEqual([])
  })

  test('one that may be a room or a time of the day is flagged', () => {
    expect(flagged('14/2 tired after lunch')).toContain('14/2')
    expect(masked('14/2 tired after lunch')).toEqual([])
  })
})

test.each(['Insulin 10-12-10 IE', 'Apgar 8/9/10, Gewicht 3280 g'])('three values are no date: %s', (text) => {
  expect(detector.find(text, []).spans.filter(({ type }) => type === 'date')).toEqual([])
})

describe('what is dictated is masked', () => {
  test.each([
    [
      'geboren am dritten fünften neunzehnhundertsiebenundvierzig in der stadt',
      'dritten fünften neunzehnhundertsiebenundvierzig',
    ],
    ['geboren vier maart negentien eenenvijftig komt op controle', 'vier maart negentien eenenvijftig'],
    ['urodzona trzeciego maja siedemdziesiątego czwartego kropka', 'trzeciego maja siedemdziesiątego czwartego'],
    ['nacido el cuatro del doce del cincuenta y uno punto', 'cuatro del doce del cincuenta y uno'],
    ['aos sete dias do mês de junho de dois mil e dezenove', 'sete dias do mês de junho de dois mil e dezenove'],
    [
      'le numéro est zéro sept quarante douze trente et un zéro huit soixante',
      'zéro sept quarante douze trente et un zéro huit soixante',
    ],
    [
      'numer telefonu sześćset dwa siedemset czternaście dwieście dziewięć',
      'sześćset dwa siedemset czternaście dwieście dziewięć',
    ],
    ['nul zes vierendertig twaalf nul acht zestien', 'nul zes vierendertig twaalf nul acht zestien'],
    [
      'mail lea tiret du milieu roux vingt deux arobase la poste point net',
      'lea tiret du milieu roux vingt deux arobase la poste point net',
    ],
    [
      'scrivere a anna trattino basso riva sette chiocciola posta blu punto it',
      'anna trattino basso riva sette chiocciola posta blu punto it',
    ],
    ['mail jan punt van dam apenstaartje post punt nl', 'jan punt van dam apenstaartje post punt nl'],
    ['correo lrojas arroba correo punto cl', 'lrojas arroba correo punto cl'],
    ['k punt jansen apenstaartje mijnpost punt eu', 'k punt jansen apenstaartje mijnpost punt eu'],
    ['adres a kropka lis małpa poczta kropka eu', 'a kropka lis małpa poczta kropka eu'],
    [
      'klammeraffe fehlt: otto unterstrich lang klammeraffe firma punkt ch',
      'otto unterstrich lang klammeraffe firma punkt ch',
    ],
  ])('%s', (text, wanted) => {
    expect(masked(text).join(' | ')).toContain(wanted)
  })

  test.each([
    'one, two, three, four, five, six, seven, eight',
    'Take five, ten, fifteen, twenty drops as needed.',
    'Zwei April-Ausflüge und drei weitere sind geplant.',
    'La arroba es un signo.',
  ])('and what is counted is not: %s', (text) => {
    expect(masked(text)).toEqual([])
  })
})

describe('an age of 90 and more is masked in every way of writing it', () => {
  test.each([
    ['Mr Boyle (95 yrs) was seen.', '95 yrs'],
    ['Joan Tierney 93F from home', '93F'],
    ['Frau Adler, 92 J., Witwe, lebt allein.', '92 J.'],
    ['Madame Roy, 97 ans, vit seule.', '97 ans'],
    ['Doña Inés (98 años) camina con bastón.', '98 años'],
    ['La signora, anni 93, cammina.', '93'],
    ['aveva novantadue anni', 'novantadue anni'],
    ['Idade: 95', '95'],
    ['De heer Mulder, 96 jaar, woont thuis.', '96 jaar'],
    ['een 97-jarige man', '97-jarige'],
    ['Pani Zofia, lat 92, mieszka sama.', '92'],
    ['94-letnia pacjentka', '94-letnia'],
    ['D. Aurora (101 a) está bem', '101'],
    ['her 95th birthday', '95th birthday'],
  ])('%s', (text, age) => {
    expect(masked(text).join(' | ')).toContain(age)
  })

  test.each([
    'Patients over 90 years of age were excluded.',
    'Die Pacht läuft für 99 Jahre.',
    'negli anni 90 lavorava in fabbrica',
    'w latach 90. pracował jako kierowca',
    'The shock was 120 J, then 150 J.',
    'temp 101 F overnight',
    'Bail emphytéotique de 99 ans',
    'Douleurs depuis 3 ans',
    'Hipertensión de 12 años de evolución',
  ])('and how long something lasts is not: %s', (text) => {
    expect(masked(text).filter((part) => /\d/.test(part) && !part.endsWith(' F'))).toEqual([])
  })
})

describe('a holiday is a day', () => {
  test.each([
    ['She fell on Boxing Day.', 'Boxing Day'],
    ['In der Silvesternacht gestürzt, am Karfreitag 2019 entlassen.', 'Karfreitag 2019'],
    ['Décédée le lundi de Pâques.', 'lundi de Pâques'],
    ['Ingresó en Nochevieja.', 'Nochevieja'],
    ['È caduta la notte di San Silvestro.', 'notte di San Silvestro'],
    ['Faleceu na véspera de Natal.', 'véspera de Natal'],
    ['Op Tweede Kerstdag gevallen.', 'Tweede Kerstdag'],
    ['Upadła w Wigilię.', 'Wigilię'],
  ])('%s', (text, day) => {
    expect(masked(text).join(' | ')).toContain(day)
  })
})

describe('a telephone number', () => {
  test.each([
    ['Meu zap: 61 99231 7045', '61 99231 7045'],
    ['ligar (21) 9 9417-2203 à noite', '(21) 9 9417-2203'],
    ['fone (84) 9.9213-5518', '(84) 9.9213-5518'],
    ['Tel. 0341 / 9917-3320 · Fax -3329', '-3329'],
    ['rappeler le poste 5 12 48', '5 12 48'],
    ['radiologia (int. 5512)', '5512'],
    ['enfermagem (ext. 2218)', '2218'],
    ['Rückruf unter DW 418', '418'],
    ['Tél : 04.91.22.60.23 / 06 12 45 70 91', '06 12 45 70 91'],
    ['hermano 655203417 avisado', '655203417'],
    ['Kontakt: +48 60O 312 944', '+48 60O 312 944'],
  ])('is masked: %s', (text, number) => {
    expect(masked(text).join(' | ')).toContain(number)
  })

  test('takes no day with it', () => {
    expect(masked('geb. 14.02.1929 (94')).toContain('14.02.1929')
  })

  test.each([
    'Schock mit 200/200/360 J',
    'Glukose um 22.00 – 214',
    'Flex/Ext 120 Grad, ext. 30°',
    '12 345 678 Stimmen',
  ])('is not seen in: %s', (text) => {
    expect(detector.find(text, []).spans.filter(({ type }) => type === 'phone')).toEqual([])
  })
})

test.each([
  ['Berlin, O3.O4.2O21', 'O3.O4.2O21'],
  ['Köln, l4. März 2O20', 'l4. März 2O20'],
  ['Frau Held, Jg. 1941, kam zu Fuß.', '1941'],
  ['schreiben Sie an b.lang @ praxis-lang.de', 'b.lang @ praxis-lang.de'],
  ['GPS 51.42, -2.66', '51.42, -2.66'],
  ['nata il 2l/07/1941', '2l/07/1941'],
  ['Barcelona, 14 de juliol de 2020', '14 de juliol de 2020'],
  ['Donostia, 2021eko martxoaren 12a', '2021eko martxoaren 12a'],
  ['last seen in November by us', 'November'],
  ['controllo il 12 ott. in ambulatorio', '12 ott'],
  ['Besuchen Sie www.kanzlei-lenz.rechtsanwalt bald', 'www.kanzlei-lenz.rechtsanwalt'],
  ['Boot auf 54.1023, -4.2217.', '54.1023, -4.2217'],
])('days with slips and in other languages, web addresses, coordinates: %s', (text, wanted) => {
  expect(masked(text).join(' | ')).toContain(wanted)
})
