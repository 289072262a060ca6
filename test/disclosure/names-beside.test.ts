import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)
const maskedIn = (text: string) => detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))
const shownIn = (text: string) => {
  const { spans, flags } = detector.find(text, [])
  return [...spans, ...flags].map(({ start, end }) => text.slice(start, end))
}

describe('names that what stands beside them tells', () => {
  test.each([
    ['in brackets behind what somebody is', 'Ha chiamato la moglie (Assunta) dal reparto di medicina.', 'Assunta'],
    ['in brackets with more', 'De bedrijfsarts (Ploeg, van de dienst) houdt vol dat hij kan werken.', 'Ploeg'],
    ['initials behind the comma', 'k5 nieuwe opname van gisteren: Hage, C.J., met benauwdheid.', 'Hage, C.J.'],
    [
      'a family name of two words in capitals',
      'H&C No. 586\nMC AULEY, Seamus (b. 1949)\nDear Doctor',
      'MC AULEY, Seamus',
    ],
    ['a nickname in quotation marks', 'Il teste, detto «u Gnour», era presente in piazza quella sera.', '«u Gnour»'],
    ['a nickname behind alias', 'El acusado, alias "el Rubio", entró en la finca por la noche.', '"el Rubio"'],
    ['a nickname within a name', 'Der Bergführer Xaver "Vere" Zobel hat den Unfall gesehen.', '"Vere"'],
    ['a child’s initial', 'La minore T.B. vive con i nonni da tre anni, secondo la relazione.', 'T.B.'],
    ['the last word of what somebody is', 'She was seen with Staff Nurse Hope on the ward round.', 'Hope'],
    ['an article with a capital', 'Het is besproken met collega De Vries van de afdeling.', 'De Vries'],
    ['a rare word where nouns are small', 'La demande a été faite par Mme Guichard et son fils Exaucé hier.', 'Exaucé'],
  ])('%s', (_what, text, name) => {
    expect(maskedIn(text).join(' | ')).toContain(name)
  })

  test.each([
    'The agreement is made with the Company, also called "the Supplier".',
    'Le contrat est conclu avec la société, dite « le Prestataire ».',
    'Family history: mother (asthma), father (stroke).',
  ])('but terms of a contract and diseases are no names: %s', (text) => {
    expect(maskedIn(text)).toEqual([])
  })

  test('the initials of somebody whose name was found are masked without their points too', () => {
    expect(maskedIn('From Priya Raman to Hugh Tolliver. I am away, so HT will draft the order.')).toContain('HT')
  })
})

describe('dictated texts without capitals', () => {
  test.each([
    ['die rechnung ging an den patienten, und herr van der zee wohnt nicht mehr hier', 'van der zee'],
    ['il signor di stefano è venuto con il dottor la mantia per il controllo', 'la mantia'],
    ['hallo liebes praxisteam, meine mutter gisela kaltwasser (geb 13.4.43) braucht ein rezept', 'gisela kaltwasser'],
  ])('%s', (text, name) => {
    expect(maskedIn(text).join(' | ')).toContain(name)
  })

  test('a number of a file is masked, digit by digit or as one', () => {
    expect(maskedIn('numero di cartella tre zero quattro sette uno punto a capo')).toContain(
      'tre zero quattro sette uno',
    )
    expect(maskedIn('dossier numéro quatre cent douze mille sept copie au médecin')).toContain(
      'quatre cent douze mille sept',
    )
  })
})

describe('days that a weekday, a holiday or a range tells', () => {
  test.each([
    ['El testigo no firmó el martes de Pascua.', 'martes de Pascua'],
    ['Świadek nie podpisał w poniedziałek wielkanocny.', 'poniedziałek wielkanocny'],
    ['Patiente hospitalisée du douze au dix-neuf octobre pour une fracture.', 'douze'],
    ['Relève de nuit, dim 17, tout est calme.', 'dim 17'],
    ['Il teste era a Camogli dal 4 al 9, poi è partito.', 'dal 4 al 9'],
    ['Der Zeuge war vom 4. bis 9., also fünf Tage lang, nicht da.', '9'],
  ])('%s', (text, day) => {
    expect(shownIn(text).join(' | ')).toContain(day)
  })
})

describe('words of medicine by their making', () => {
  test.each([
    'Das Gerinnsel und die Nierenarterienstenose wurden im Verlauf behandelt.',
    'La patiente a reçu de l’ustékinumab après une angiographie et une coloscopie.',
    'De bloedgasanalyse van de patiënt is zonder afwijkingen gebleven.',
    'Pacjentce zwiększono dawkę Furosemidu, ponieważ był obrzęk, a objaw Goldflama jest ujemny.',
    'Es erfolgte eine Diskontinuitätsresektion nach Hartmann wegen der Peritonitis.',
    'Conforme a la Ley de Enjuiciamiento Civil, la demanda es admisible y procede.',
  ])('%s', (text) => {
    expect(shownIn(text)).toEqual([])
  })
})
