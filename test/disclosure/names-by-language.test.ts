import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)
const maskedIn = (text: string) => detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))
describe('a family name is masked with the small words that begin it', () => {
  test.each([
    ['Mw. Van den Brink kreeg gisteren koorts en werd opgenomen.', 'Van den Brink'],
    ['De heer El Bakkali betwist de vordering van de eiser.', 'El Bakkali'],
    ['Il dott. Lo Monaco ha visitato la paziente in reparto.', 'Lo Monaco'],
    ['Le docteur Le Goffic a revu la patiente dans le service.', 'Le Goffic'],
    ['Der Befund wurde mit Dr. von der Heide besprochen und ist in der Akte.', 'von der Heide'],
  ])('%s', (text, name) => {
    expect(maskedIn(text).some((words) => words.endsWith(name))).toBe(true)
  })
})

describe('titles of eight languages tell a name that is a word too', () => {
  test.each([
    ['Sig.ra Bianca Prato è stata dimessa con la terapia indicata.', 'Bianca Prato'],
    ['A utente foi observada pela Dra. Lua Serra na consulta.', 'Lua Serra'],
    ['Pani Sroka została przyjęta na oddział z powodu duszności.', 'Sroka'],
    ['Meneer Vos is niet verschenen bij de zitting van de rechtbank.', 'Vos'],
    ['can dr okonkwo ring me about the scan please', 'okonkwo'],
    ['la señora hidalgo vive sola y no toma nada para el dolor', 'hidalgo'],
  ])('%s', (text, name) => {
    expect(maskedIn(text).join(' | ')).toContain(name)
  })
})

describe('who is greeted and who signs is masked, though one word is all there is', () => {
  test.each([
    ['Beste Fenna,\n\nDank voor je bericht over de afspraak.\n\nGroet,\nSietse', ['Fenna', 'Sietse']],
    ['Cześć Jagna,\n\nspotkanie jest we wtorek w kancelarii.\n\nPozdrawiam\nGrześ', ['Jagna', 'Grześ']],
    ['Dear Dr Pain,\n\nThank you for seeing this man.\n\nKind regards\nT. O’Dea', ['Pain', 'O’Dea']],
    ['Olá Quim,\n\nsegue o relatório que pediste.\n\nObrigado\nNelo', ['Quim', 'Nelo']],
  ])('%s', (text, names) => {
    const masked = maskedIn(text).join(' | ')
    for (const name of names) expect(masked).toContain(name)
  })
})

describe('a word behind a first or unknown name or an initial is the family name', () => {
  test.each([
    ['Świadek Sylwia Jeż zeznała, że nie zna pozwanego.', 'Sylwia Jeż'],
    ['A testemunha Lurdes Caracol disse que não viu o acidente.', 'Lurdes Caracol'],
    ['Relatore il giudice B. Gallo nella camera di consiglio.', 'B. Gallo'],
  ])('%s', (text, name) => {
    expect(maskedIn(text).join(' | ')).toContain(name)
  })

  test('but no German noun is', () => {
    expect(maskedIn('Frau Hatice bekam Fieber, und Mehmet hat seit drei Jahren Rheuma.').join()).not.toMatch(
      /Fieber|Rheuma/,
    )
  })
})

test('initials of somebody who is named are masked, in either order', () => {
  const text = 'Odile Brunet a été opérée hier. O.B. va bien, selon la note de B.O. et le P.V. qui est joint.'
  expect(maskedIn(text)).toEqual(expect.arrayContaining(['O.B.', 'B.O.']))
  expect(maskedIn(text)).not.toContain('P.V.')
})

describe('ordinary capitals of eight languages are neither masked nor shown', () => {
  test.each([
    'Der Patient hat seit drei Jahren Husten und Fieber; die Kosten trägt die Beklagte.',
    'Im Keller und am Hals war nichts zu sehen, und der Sommer war lang für die Familie.',
    'Zalecenia: oszczędzający tryb życia, kontrola w poradni za dwa tygodnie.',
    'De Huurder betaalt de Waarborgsom bij de oplevering aan de Verhuurder.',
    'Evolução: favorável, com alta para o domicílio e seguimento na consulta.',
    'Il Conduttore versa il Deposito al Locatore prima della consegna.',
  ])('%s', (text) => {
    expect(maskedIn(text)).toEqual([])
  })
})

describe('a name in a German sentence ends with the name', () => {
  test.each([
    ['Wann soll Frau Winter zur Kontrolle in die Ambulanz kommen?', 'Frau Winter'],
    ['Danach ging Herr Brandt zum Gespräch mit der Stationsärztin.', 'Herr Brandt'],
    ['Die Einladung ging an Frau Adelheid zur Mühlen und ihre Familie.', 'Frau Adelheid zur Mühlen'],
    ['Sehr geehrter Herr Kollege Brandt, wir danken für die Zuweisung des Patienten.', 'Brandt'],
  ])('%s', (text, name) => {
    expect(maskedIn(text)).toEqual([name])
  })

  test('and an organ or an examination behind "im" and "am" is none', () => {
    expect(maskedIn('Im Echo war nichts zu sehen, am Hals und im Keller war die Haut nicht gerötet.')).toEqual([])
  })
})
