import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)
const masked = (text: string) => find(text, []).spans.map(({ start, end }) => text.slice(start, end))

describe('towns and other places', () => {
  test.for([
    ['De patiënt is geboren te Sneek en woont nu in Goes bij zijn moeder.', 'Sneek'],
    ['Zij is verhuisd en is nu te Almelo onder behandeling.', 'Almelo'],
    ['La paziente viene da Lecco e vive a Rimini con il figlio.', 'Lecco'],
    ['Il est rentré de Tournai hier et il est à Vire depuis ce matin.', 'Vire'],
    ['La domanda è rigettata. Così deciso in Busto Arsizio il primo giorno.', 'Busto Arsizio'],
    ['Place of birth: Little Snoring', 'Little Snoring'],
    ['Unfallort: Grimselpass', 'Grimselpass'],
    ["Lieu de l'accident : Pont-Neuf", 'Pont-Neuf'],
    ['Luogo di nascita: Orune (NU)', 'Orune (NU)'],
    ['Lugar del accidente: Playa de Areas', 'Playa de Areas'],
    ['Localidade: Alcoutim', 'Alcoutim'],
    ['Geboorteplaats: Paramaribo', 'Paramaribo'],
    ['Miejsce zdarzenia: Jezioro Białe', 'Jezioro Białe'],
    ['el coche cayó al río Alberche de noche', 'río Alberche'],
    ['nei pressi del torrente Lemina fu trovato', 'torrente Lemina'],
    ['utonął w jeziorze nad rzeką Drwęcą wieczorem', 'rzeką Drwęcą'],
    ['elle est tombée devant la gare de Plouaret hier', 'gare de Plouaret'],
    ['Sie stürzte am Kloster Andechs und kam selbst', 'Kloster Andechs'],
    ['è caduto al rifugio Brentei ieri sera', 'rifugio Brentei'],
    ['zij woont op Lange Voorstraat 9, Deventer sinds mei', 'Lange Voorstraat 9, Deventer'],
    ['se cayó en la plaza de Zocodover ayer', 'plaza de Zocodover'],
  ])('in "%s" masks %s', ([text = '', wanted = '']) => {
    expect(masked(text)).toContain(wanted)
  })

  test.for([
    'La convention de Genève et les critères de Rome sont cités.',
    'Place of birth: unknown',
    'La scala di Norton è di dieci punti e il segno di Murphy è negativo.',
  ])('leaves "%s" alone', (text) => {
    expect(masked(text)).toEqual([])
  })
})

describe('addresses of eight countries', () => {
  test.for([
    [
      'lives at Flat 7, 3rd floor, 12 Harbour Street, Leeds LS1 4AB now',
      'Flat 7, 3rd floor, 12 Harbour Street, Leeds LS1 4AB',
    ],
    ['Adresse: Lindengasse 4/Stg. 1/2. Stock/Top 9, 8010 Graz', 'Lindengasse 4/Stg. 1/2. Stock/Top 9, 8010 Graz'],
    ['Er wohnt Feldstr. 12, Hinterhaus, 3. OG links in Kiel.', 'Feldstr. 12, Hinterhaus, 3. OG links in Kiel'],
    ['demeure 8 bis, avenue du Général-Leclerc, 35000 Rennes depuis', '8 bis, avenue du Général-Leclerc, 35000 Rennes'],
    ['habite lieu-dit Les Grands Prés, 19400 Argentat depuis', 'lieu-dit Les Grands Prés, 19400 Argentat'],
    ['vive en c/ Olivares 14 3ºB de la ciudad', 'c/ Olivares 14 3ºB'],
    ['en Avda. de la Constitución, s/n, 41004 Sevilla', 'Avda. de la Constitución, s/n, 41004 Sevilla'],
    ['Cra. 12 # 45-67, apto. 301', 'Cra. 12 # 45-67, apto. 301'],
    ['residente in via Garibaldi 12/B, scala A, piano 3, per', 'via Garibaldi 12/B, scala A, piano 3'],
    ['in C.so Mazzini n. 8, int. 4, 28100 Novara (NO) dal', 'C.so Mazzini n. 8, int. 4, 28100 Novara (NO)'],
    ['mora na R. das Flores, 120 – 2.º Dto., 4050-262 Porto desde', 'R. das Flores, 120 – 2.º Dto., 4050-262 Porto'],
    ['Rua Sete de Setembro, 1.240, apto 52, bairro Centro', 'Rua Sete de Setembro, 1.240, apto 52, bairro Centro'],
    ['na Rod. BR-101, km 215 bateu', 'Rod. BR-101, km 215'],
    ['zam. ul. Polna 7 m. 12, II piętro, 20-001 Lublin', 'ul. Polna 7 m. 12, II piętro, 20-001 Lublin'],
    ['woont Havenstraat 12 2-hoog rechts, 1013 AB Amsterdam', 'Havenstraat 12 2-hoog rechts, 1013 AB Amsterdam'],
    ['of Glenview, Clifden, Co. Galway, H71 X2K4 called', 'H71 X2K4'],
  ])('in "%s" masks "%s" as one', ([text = '', wanted = '']) => {
    expect(masked(text)).toContain(wanted)
  })

  test.for([
    ['Kassel, den 3. Mai 2024', 'Kassel'],
    ['Pontevedra, a 7 de mayo de 2023', 'Pontevedra'],
    ['Urodzona w Gdyni, leczona w Krakowie.', 'Gdyni'],
    ['Urodzona w Gdyni, leczona w Krakowie.', 'Krakowie'],
    ['è nato a siracusa e vive lì', 'siracusa'],
  ])('in "%s" masks the town %s', ([text = '', wanted = '']) => {
    expect(masked(text).join(' ')).toContain(wanted)
  })

  test.for([
    'The Braden score was 13. Pain 4 of 10.',
    'Pulse 78, pressure 120/80, weight 64 kg.',
    'per os. 5 mg twice a day',
    'Zimmer 12 wurde gereinigt.',
    'Nach Art. 8 Abs. 2 und § 242 BGB ist das zulässig.',
    'la via orale è stata sospesa',
    'fluticason via Aerochamber, twee maal daags',
    'CRP 142, Cr 138 K 4.1 Na 133',
    'conforme a los arts. 17 y 18 de la Ley 38/1999',
    'Insulin: 6 IE Actrapid, danach Kontrolle',
    'en la calle no había nadie',
    'piso 3 del informe',
  ])('takes nothing in "%s" for an address', (text) => {
    expect(find(text, []).spans.filter(({ type }) => type === 'address')).toEqual([])
  })
})

test('a range of a laboratory is no Polish postcode, one before a town is', () => {
  expect(masked('| Creatinine | 131 | µmol/L | 59-104 |')).toEqual([])
  expect(masked('Adres: ul. Polna 3, 30-110 Kraków').join(' ')).toContain('30-110 Kraków')
})

test('a year of Polish, "2026 r.", is no rua', () => {
  expect(masked('Wnoszę odsetki od dnia 3 lutego 2026 r. Umowa nr 7/2025 wygasła w maju.').join(' | ')).not.toContain(
    'Umowa',
  )
})

test('a German village on no list is masked behind a preposition, a common noun with an article is not', () => {
  const text = 'Die Patientin ist Postbotin in Oberkloppenheim und lebt seit dem Sommer im Pflegeheim der Stadt.'
  expect(masked(text).join(' | ')).toContain('Oberkloppenheim')
  expect(masked(text).join(' | ')).not.toContain('Pflegeheim')
})

test('a German hospital or practice named after a place near by is masked', () => {
  expect(masked('Klinikum am Kahlenberg\n\nSehr geehrter Herr Kollege, wir berichten über die Behandlung.')).toContain(
    'Klinikum am Kahlenberg',
  )
})

describe('a date', () => {
  test.for([
    ['Ward round 27 Nov 26, bay C, Dr Okwuosa', '27 Nov 26'],
    ['DOB 3/7/38, 14 Abbey Court', '3/7/38'],
  ] as const)('is no house number: %s', ([text, date]) => {
    expect(masked(text)).toContain(date)
  })

  test('gives way to a number whose label tells what it is', () => {
    const { spans } = find('Please pay to sort code 20-11-43 by Friday.', [])
    expect(spans[0]?.type).toBe('account')
  })
})

describe('what stands beside another identifier keeps its own kind and bounds', () => {
  const found = (text: string) =>
    find(text, []).spans.map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)

  test.for([
    ['DOB 14/03/1951, NHS number 943 476 5919', ['date 14/03/1951', 'national-id 943 476 5919']],
    [
      'NHS number 943 476 5919, 14 Quarry Lane, Wexcombe WX4 2LP',
      ['national-id 943 476 5919', 'address 14 Quarry Lane, Wexcombe WX4 2LP'],
    ],
    ['IBAN DE89 3704 0044 0532 0130 00, 7 Mill Road, Dover', ['address 7 Mill Road, Dover']],
    ['Membership no. 771204, 318 Gower Street, Leeds', ['id 771204', 'address 318 Gower Street, Leeds']],
    ['Rechnungsnummer 771204, Buchenweg 9, 24103 Kiel', ['address Buchenweg 9, 24103 Kiel']],
    ['facture n° 771204, 12 rue des Lilas, 35000 Rennes', ['address 12 rue des Lilas, 35000 Rennes']],
    ['Fax 01632 960 857, 3 Elm Grove, Bath', ['fax 01632 960 857', 'address 3 Elm Grove, Bath']],
    ['Tel.: 0341/960857, Lindenstraße 14, 79100 Freiburg', ['address Lindenstraße 14, 79100 Freiburg']],
    ['plate KX19 RTU, 4 Elm Grove, Bath', ['vehicle KX19 RTU', 'address 4 Elm Grove, Bath']],
    ['Chart 8841207 23 Larch Close, Bude', ['record 8841207', 'address 23 Larch Close, Bude']],
    [
      'NHS number 943 476 5919 8 Quarry Lane, Wexcombe',
      ['national-id 943 476 5919', 'address 8 Quarry Lane, Wexcombe'],
    ],
    ['dossier n° 4471829 12 rue du Bac, 69002 Lyon', ['address 12 rue du Bac, 69002 Lyon']],
  ] as const)('%s', ([text, wanted]) => {
    expect(found(text)).toEqual(expect.arrayContaining([...wanted]))
  })

  test.for([
    ['lives at 9 April Road', '9 April Road'],
    ['moved to 22 August Street, Leith', '22 August Street, Leith'],
    ['Home: 3 June Avenue, Exeter', '3 June Avenue, Exeter'],
    ['of 1 Mar Terrace, Dover', '1 Mar Terrace, Dover'],
    ['to 7 May Queen Lane, Dover', '7 May Queen Lane, Dover'],
    ['moved to 9 June Close, Dover', '9 June Close, Dover'],
    ['Home: 3 June Court Dover', '3 June Court Dover'],
    ['of 6 April Gardens\nDover', '6 April Gardens\nDover'],
    ['a fire on 22 March Street, Leith', '22 March Street, Leith'],
    ['Moved there on 3 May Road.', '3 May Road'],
    ['seen on 7 August Gardens, Dover', '7 August Gardens, Dover'],
    ['She is living on 6 April Close', '6 April Close'],
    ['The flat on 22 August Terrace is let.', '22 August Terrace'],
  ])('a street that is called like a month is an address: %s', ([text = '', address = '']) => {
    expect(found(text)).toContain(`address ${address}`)
  })

  test.for([
    ['Seen on 9 April 2026, Road Clinic', 'date 9 April 2026'],
    ['Moved on Monday 3 May, Mill Lane 4', 'date Monday 3 May'],
    ['On 4 June, Elm Grove was closed.', 'date 4 June'],
    ['Seen on 4 June Mrs Hill was well.', 'date 4 June'],
    ['Heard 4 June Court of Protection', 'date 4 June'],
    ['Fixed for 3 May Court 7 at noon', 'date 3 May'],
    ['On 9 August Lane counting began', 'date 9 August'],
    ['Discharged on 5 May Park, the physio, agreed.', 'date 5 May'],
    ['Seen on 9 June Close monitoring needed.', 'date 9 June'],
  ])('and a date is one still: %s', ([text = '', date = '']) => {
    expect(found(text)).toContain(date)
  })

  test.for(['3 June', '12 September', '4 août', '9. März', '17 grudnia'])(
    'the sentence ends behind the date and not in it: %s',
    (date) => {
      expect(found(`She rang on ${date}. A catheter was changed.`)).toContain(`date ${date}`)
    },
  )
})
