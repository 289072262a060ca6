import { expect, test } from 'vitest'
import type { IdentifierSpan } from '../../../disclosure/identifiers/identifier.ts'
import { birthSign } from '../../../disclosure/pseudonyms/birth-sign.ts'

const DATE = '14.03.1951'

/** `{Edwin Calloway}` is found to be somebody's name, `<4711>` another identifier. */
function signOf(written: string) {
  const text = written.replace(/[{}<>]/g, '')
  let removed = 0
  const found = [...written.matchAll(/[{<]([^}>]*)[}>]/g)].map(({ 0: mark, 1: term = '', index }): IdentifierSpan => {
    const start = index - removed
    removed += mark.length - term.length
    const type = mark.startsWith('{') ? 'person' : 'record'
    return { start, end: start + term.length, type, by: 'names', confidence: 1 }
  })
  const start = text.indexOf(DATE)
  const date: IdentifierSpan = { start, end: start + DATE.length, type: 'date', by: 'pattern', confidence: 1 }
  const masks = [...found, date].toSorted((one, other) => one.start - other.start)
  return birthSign(text, date, masks)
}

test.each([
  `DOB: ${DATE}`,
  `D.O.B. ${DATE}`,
  `Date of birth\t${DATE}`,
  `Born\n${DATE}`,
  `she was born at Leeds on ${DATE}`,
  `Frau Fall, geb. ${DATE}`,
  `geboren am ${DATE} in Markkleeberg`,
  `Geburtsdatum: ${DATE}`,
  `Geb.-Dat. ${DATE}`,
  `die am ${DATE} in Kiel geborene Klägerin`,
  `Fall, Winter, *${DATE}`,
  `née le ${DATE}`,
  `né(e) le ${DATE}`,
  `NE LE ${DATE}`,
  `Date de naissance : ${DATE}`,
  `DDN : ${DATE}`,
  `nacida el ${DATE}`,
  `Fecha de nacimiento: ${DATE}`,
  `F. Nac.: ${DATE}`,
  `FdN ${DATE}`,
  `nato a Lecco il ${DATE}`,
  `Nato/a il ${DATE}`,
  `Data di nascita ${DATE}`,
  `nascido em ${DATE}`,
  `Data de nascimento: ${DATE}`,
  `D. Nasc. ${DATE}`,
  `DN: ${DATE}`,
  `geboren op ${DATE}`,
  `Geboortedatum ${DATE}`,
  `ur. ${DATE}`,
  `urodzona dnia ${DATE}`,
  `Data urodzenia: ${DATE}`,
  `${DATE} (DOB)`,
  `(b. ${DATE})`,
  `Her birthday is ${DATE}`,
  `Geburtstag des Klägers: ${DATE}`,
  `son anniversaire, le ${DATE}`,
  `Anniversaire de Mme : ${DATE}`,
  `su cumpleaños es el ${DATE}`,
  `il compleanno è il ${DATE}`,
  `Aniversário: ${DATE}`,
  `haar verjaardag (${DATE})`,
  `urodziny ${DATE}`,
  `${DATE} (verjaardag)`,
])('%s is a day of birth', (text) => expect(signOf(text)).toBe('told'))

test.each(['Jahrgang #', 'Jg. #', 'rocznik #', 'classe #', 'Year of birth: #', 'Geboortejaar #', 'b. #'])(
  '%s is a year of birth',
  (text) => expect(signOf(text.replace('#', DATE))).toBe('told'),
)

test.each([
  `She was born in Leeds. Admitted on ${DATE}`,
  `seen on ${DATE}`,
  `Poznań, dn. ${DATE}`,
  `Il ne vient pas le ${DATE}`,
  `The rent is due on ${DATE}`,
  `le dixième anniversaire de leur mariage, ${DATE}`,
  `no aniversário do contrato, ${DATE}`,
  `a stubborn pain since ${DATE}`,
  `born 1950, seen on ${DATE}`,
  `{Edwin Calloway} came on ${DATE}`,
  `{Edwin Calloway} signed, and the rent fell due on ${DATE}`,
])('%s is none', (text) => expect(signOf(text)).toBeNull())

test.each([
  `{Edwin Calloway} (${DATE})`,
  `{Edwin Calloway}, ${DATE}`,
  `{Calloway}, MRN <4711>, ${DATE}`,
  `{Edwin Calloway}\nNHS No: <943 476 5919>\n${DATE}`,
  `{Calloway, Edwin}\tWard 4\t${DATE}\t03.06.2025`,
  `${DATE}\t{Calloway, Edwin}\tcough`,
])('%s may be one, behind a name', (text) => expect(signOf(text)).toBe('beside'))

test.each([
  `{CALLOWAY, Edwin} (M) ${DATE}`,
  `{CALLOWAY, Edwin} | F | <4711> | ${DATE}`,
  `{Kuhn, Jonas}, männlich, ${DATE}`,
  `{Aaltje Brandsma} (v) ${DATE}`,
])('%s is one, behind a name and a sex', (text) => expect(signOf(text)).toBe('told'))

test.each([
  `her son {Tom} (${DATE})`,
  `Kinder: {Jonas} (<12.04.2019>) und {Mia} (${DATE})`,
  `Figlia, ${DATE}`,
  `dochter {Mia}, ${DATE}`,
])('%s is one, told of a child', (text) => expect(signOf(text)).toBe('told'))

test.each([
  `Name\tDOB\tAdmitted\n{Calloway}\t${DATE}\t03.06.2025`,
  `Name\tDOB\tAdmitted\n{Fall}\t01.02.1960\t04.06.2025\n{Calloway}\t${DATE}\t03.06.2025`,
  `| Name | Geburtsdatum | Station |\n| {Kuhn} | ${DATE} | 4 |`,
  `Cognome   Nascita   Ricovero\n{Rossi}   ${DATE}   03.06.2025`,
  `Born\t01.02.1960\t${DATE}`,
])('%s is one, by the head of its column or row', (text) => expect(signOf(text)).toBe('told'))

test('a day in another column is none', () => {
  expect(signOf(`Admitted\tDOB\n${DATE}\t01.02.1960`)).toBeNull()
})
