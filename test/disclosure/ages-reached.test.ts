import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { agesIn } from './ages-in.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

describe('an age that somebody reaches, has now or died with', () => {
  test.each([
    'The widow, now 68, lives alone.',
    'The witness, then 68, was let go.',
    'Der Zeuge, damals 68, wurde entlassen.',
    'La testigo, ahora 68, vive sola.',
    'De getuige, inmiddels 68, woont alleen.',
    'Sie wird im Herbst 68.',
    'Er wird nächsten Monat 68.',
    'Die Klägerin wurde gestern 68.',
    'She will soon be 68.',
    "She'll be 68 next week.",
    'Mr Edwin Calloway will be 68 in May.',
    'He turned 68 on Sunday.',
    'Ze is vorige maand 68 geworden.',
    'Mevrouw Aaltje Brandsma wordt volgende maand 68.',
    'Sie ist kürzlich 68 geworden.',
    'La paciente cumplió 68 en mayo.',
    'Cumplirá 68 el lunes.',
    'La signora compirà 68 anni a maggio.',
    'Elle fêtera ses 68 ans en mai.',
    'O doente fez 68 em maio.',
    'Pacjentka kończy w maju 68 lat.',
    'Der Vater ist mit 68 gestorben.',
    'Haar moeder is met 68 overleden.',
    'O pai faleceu com 68.',
    'Su padre murió con 68.',
    'Il padre è morto a 68.',
    'She died last spring at 68.',
  ])('is found: %s', (text) => expect(agesIn(text)).toEqual([expect.stringMatching(/^68/u)]))

  test.each([
    ['Die Patientin ist Anfang 60.', 'Anfang 60'],
    ['Ein Mann, Mitte 50, mit Husten.', 'Mitte 50'],
    ['Sie ist Ende siebzig und lebt allein.', 'Ende siebzig'],
    ['Een vrouw van eind 40 met hoest.', 'eind 40'],
    ['Hij is midden vijftig.', 'midden vijftig'],
  ])('is found by its decade: %s', (text, age) => expect(agesIn(text)).toEqual([age]))

  test.each([
    'The rent, now 680, is due.',
    'He will soon be in bed 12.',
    'Die Miete wird im Mai 700 Euro.',
    'Der Wert ist gestern 38 gewesen.',
    'The patient, now 12 weeks pregnant, came.',
    'Begin 20 mg op maandag.',
    'Mitte 20 mg geben.',
    'Ende 60 wurde das Haus gebaut.',
    'He died on ward 12 at 10.30.',
  ])('is none here: %s', (text) => expect(agesIn(text)).toEqual([]))
})

describe('an age that is told before a small word', () => {
  test.each([
    'The witness is 68 with asthma.',
    'Her mother was 68 at the time of the sale.',
    'Mr Edwin Calloway is 68 without any illness.',
    'Die Klägerin ist 68 nach einem langen Leben.',
    'Die Mandantin war 68 bei dem Unfall.',
    'De getuige is 68 zonder klachten.',
    'Haar man was 68 bij zijn val.',
  ])('is found in figures: %s', (text) => expect(agesIn(text)).toEqual(['68']))

  test.each([
    ['The witness is sixty-eight with asthma.', 'sixty-eight'],
    ['My grandmother was ninety-seven at her fall.', 'ninety-seven'],
    ['Her uncle is fifty-three but cannot walk.', 'fifty-three'],
    ['Mrs Tess Marlowe is sixty-eight after all.', 'sixty-eight'],
    ['Mr Edwin Calloway, sixty-eight, fell.', 'sixty-eight'],
    ['Die Zeugin ist achtundsechzig mit Asthma.', 'achtundsechzig'],
    ['Im Alter von achtundsechzig nach einem Sturz', 'achtundsechzig'],
    ['Herr Jonas Kaltwasser ist achtundsechzig.', 'achtundsechzig'],
    ['Haar zus is achtenzestig met astma.', 'achtenzestig'],
  ])('is found in words: %s', (text, age) => expect(agesIn(text)).toEqual([age]))

  test.each([
    'She is two weeks behind.',
    'The witness was two of the four.',
    'The patient was two to three days late.',
    'Er ist vier der zwölf.',
    'Her son was 12 to 15 minutes away.',
    'The claimant was 12 years in the army.',
    'Mr Edwin Calloway, two of whose cars were sold, left.',
    'Mr Edwin Calloway was 12 years with the firm.',
  ])('is none here: %s', (text) => expect(agesIn(text)).toEqual([]))
})

describe('an age that is shortened', () => {
  test.each([
    'varón de 58a con tos',
    'mujer, 58a, hipertensa',
    'pcte fem, 58a',
    'Idosa de 58a, diabética',
    'Donna di 58a',
    'F 58a',
    'Cama 4: M 58a, febril',
    'Okafor 58F fell at home.',
    'Brandsma, 58V, hoest',
    'Mrs Okafor, 58F, cough',
    'Kaltwasser 58m, Husten',
    'Nowakowska, 58K, kaszel',
    'Brandsma 58K hoest en heeft koorts, maar wordt niet opgenomen.',
    'García, 58H, tos',
    'Calloway, 58M, who runs a fund, fell.',
  ])('is found beside a person or a sex: %s', (text) => expect(agesIn(text)).toEqual([expect.stringMatching(/^58/u)]))

  test.each([
    'Foley 18F was placed.',
    'Okafor 48H urine was sent.',
    'Mr Calloway, 72H after the fall',
    'Mrs Marlowe 40K from the sale',
    'Calloway 50M fund closed.',
    'Marlowe 30M loan',
    'Temp 98F, Room 12a',
    'Table F 45a',
    'Art. 58a SGB',
    'Charrière 16F',
    'Saal M 12b',
  ])('is none here: %s', (text) => expect(agesIn(text)).toEqual([]))

  test.each([
    ['Okafor 61M shares a room.', '61'],
    ['Mr Marlowe 58M shares his meals.', '58'],
  ])('is found before a verb that is a word of money as well: %s', (text, years) =>
    expect(agesIn(text)).toEqual([years]),
  )

  test.each([
    ['Mrs Okafor 58K was seen.', '58K'],
    ['Pani Wiśniewska 63K', '63K'],
    ['Brandsma 72K', '72K'],
    ['Herrera 36H con fiebre', '36H'],
    ['Madame Fournier 48H', '48H'],
    ['Okafor 58K paid', '58K'],
    ['Calloway 50M fund closed.', '50M'],
    ['Calloway 61M lost 40 euros in the ward.', '61M'],
  ])('is asked about where it may be a quantity: %s', (text, years) => {
    const { flags } = find(text, [])
    expect(flags).toContainEqual(
      expect.objectContaining({ start: text.indexOf(years), end: text.indexOf(years) + years.length, kind: 'number' }),
    )
  })
})

describe('the ages of several', () => {
  test.each([
    ['His boys (11 and 14) came.', ['11', '14']],
    ['Three girls, 4, 6 and 9', ['4', '6', '9']],
    ['her twins (7 & 7)', ['7', '7']],
    ['Zwei Töchter (9 und 11) leben bei ihr.', ['9', '11']],
    ['Kinder: 3, 6 und 9', ['3', '6', '9']],
    ['deux garçons, 8 et 11', ['8', '11']],
    ['tre figlie (4, 7 e 9)', ['4', '7', '9']],
    ['dos hijas, 5 y 8.', ['5', '8']],
    ['dois filhos: 5 e 8', ['5', '8']],
    ['twee dochters (5 en 8)', ['5', '8']],
    ['synowie, 5 i 8', ['5', '8']],
    ['aged 61 in March, and 62 in April', ['61', '62']],
    ['61 Jahre alt am Montag, und 62 am Dienstag', ['61 Jahre', '62']],
    ['Her aunt is 61 and her uncle 64.', ['61', '64']],
    ['My brother is 61, and my sister is 64.', ['61', '64']],
    ['Er ist 61 und sie 64.', ['61', '64']],
    ['Zij is 61 en haar man 64.', ['61', '64']],
    ['Children aged 4 and 7 attend the school.', ['4', '7']],
    ['Kinder im Alter von 4 und 7 wohnen dort.', ['4', '7']],
    ['Drivers aged 58 and 66 collided.', ['58', '66']],
    ['The two men aged 33 and 90 fought.', ['33', '90']],
    ['Women aged 58, 66 and 91 received the drug.', ['58', '66', '91']],
    ['Aged 83, 67 and 59 respectively, all three sued.', ['83', '67', '59']],
    ['Zwei Frauen im Alter von 58 und 66 klagten.', ['58', '66']],
    ['Die Männer im Alter von 33, 58 und 66 widersprachen.', ['33', '58', '66']],
    ['Getuigen in de leeftijd van 58 en 66 verklaarden dit.', ['58', '66']],
    ['Dwie kobiety w wieku 58 i 66 zeznały to.', ['58', '66']],
    ['Dos mujeres con la edad de 58 y 66 declararon.', ['58', '66']],
    ['Twins aged 3, 3 live here.', ['3', '3']],
    ['Geschwister im Alter von 3, 8 wohnen hier.', ['3', '8']],
    ['Figli di età 3, 8 vivono qui.', ['3', '8']],
  ])('are found: %s', (text, ages) => expect(agesIn(text)).toEqual(ages))

  test.each([
    ['Aged 61, 4 falls since May.', ['61']],
    ['A 61-year-old, 4 vessels narrowed.', ['61-year-old']],
    ['Age 61 and 3 stents in place.', ['61']],
    ['Der Patient, 61 Jahre, 3 Stents.', ['61 Jahre']],
    ['La paziente di 61 anni, 3 ricoveri.', ['61 anni']],
    ['Le patient de 61 ans, 2 chutes.', ['61 ans']],
    ['Zij is 61 en 3 keer gevallen.', ['61']],
    ['A 61-year-old and 2 of the four stents', ['61-year-old']],
    ['Age 61 and 80 kg', ['61']],
    ['Her daughters, aged 4 and 7, 2 dogs and a cat live there.', ['4', '7']],
    ['Age 61, 80 kg, 2 stents', ['61']],
    ['Alter 61 und 20 mg täglich', ['61']],
    ['The parents say she is aged 6, 2 falls since May.', ['6']],
    ['Patients aged 61 and 12 of their children', ['61']],
  ])('are not what is counted behind an age: %s', (text, ages) => expect(agesIn(text)).toEqual(ages))

  test.each(['Two boys, 4 and 6 doses', 'the children (4 and 6 tablets)', 'Beds: 4 and 6', 'sons and 2 cars'])(
    'are none here: %s',
    (text) => expect(agesIn(text)).toEqual([]),
  )
})
