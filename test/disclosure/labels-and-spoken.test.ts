import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { wordLists } from './word-lists.ts'

const detector = createDetector(wordLists)

/** What is masked of a text, in its order. */
function masked(text: string): readonly string[] {
  return detector.find(text, []).spans.map(({ start, end }) => text.slice(start, end))
}

describe('what stands behind a label that names a person', () => {
  test.each([
    ['PCP: FALL\nAllergies: none', 'FALL'],
    ['Attending: Stone, Grace', 'Stone, Grace'],
    ['Bed 12 (Winter), reviewed this morning', 'Winter'],
    ['Paciente: García Márquez, Luz\nEdad: 44 años', 'García Márquez, Luz'],
    ['Paziente: Rossi Chiara\nReparto: medicina', 'Rossi Chiara'],
    ['Patientin: von und zu Hohenfels, Adelheid', 'von und zu Hohenfels, Adelheid'],
    ['Patiënt: de Vries, Hendrik', 'de Vries, Hendrik'],
    ['Pacjent: Kowalski Jan\nOddział: chirurgia', 'Kowalski Jan'],
    ['Nome do doente: Maria das Dores Pinto', 'Maria das Dores Pinto'],
    ['Médecin traitant : Petit Claire', 'Petit Claire'],
    ['Hausarzt: Lang', 'Lang'],
    ['Claimant: Joy Banks\nDefendant: Marlowe Estates Ltd', 'Joy Banks'],
  ])('is masked: %s', (text, name) => {
    expect(masked(text)).toContain(name)
  })

  test.each([
    'Patient: stable overnight',
    'PCP: none',
    'Paciente: estable',
    'Name: not given',
    'Claimant: the bank',
    'Patient: 64 years old',
    'Reviewed by: see below',
    'Bed 12 (isolation)',
    'Consultant: unknown',
  ])('is left where it is no name: %s', (text) => {
    expect(masked(text).filter((part) => !/64/.test(part))).toEqual([])
  })
})

describe('an e-mail address that is spelt out', () => {
  test.each([
    ['Write to angel punto flores arroba gmail punto com, please.', 'angel punto flores arroba gmail punto com'],
    ['Su correo es luz(arroba)correo(punto)es.', 'luz(arroba)correo(punto)es'],
    ['Erreichbar unter petra punkt lang at web punkt de.', 'petra punkt lang at web punkt de'],
    ['Mail: jane dot doe at example dot org', 'jane dot doe at example dot org'],
    ['Écrire à luc point petit arobase orange point fr', 'luc point petit arobase orange point fr'],
    ['Scrivere a mario punto rossi chiocciola libero punto it', 'mario punto rossi chiocciola libero punto it'],
    ['Escreva para ana ponto pinto arroba sapo ponto pt', 'ana ponto pinto arroba sapo ponto pt'],
    ['Mail naar jan punt bos apenstaartje ziggo punt nl', 'jan punt bos apenstaartje ziggo punt nl'],
    ['Adres: jan kropka nowak małpa onet kropka pl', 'jan kropka nowak małpa onet kropka pl'],
  ])('is masked: %s', (text, address) => {
    expect(masked(text)).toContain(address)
  })

  test.each([
    'They met at the station dot on time.',
    'Der Punkt at issue was settled.',
    'El punto de partida fue la reunión.',
    'A point at which the lease ends.',
  ])('is not seen in an ordinary sentence: %s', (text) => {
    expect(masked(text)).toEqual([])
  })
})

describe('a place on the map', () => {
  test.each([
    ['The body was found at 51.50735, -0.12776 that night.', '51.50735, -0.12776'],
    ['Lat 48.8584 N, 2.2945 E', '48.8584 N, 2.2945 E'],
    ['at 51°30′26″N 0°07′39″W', '51°30′26″N 0°07′39″W'],
    ['Plus code 9C3XGV4C+XV', '9C3XGV4C+XV'],
    ['grid reference TQ 300 800', 'TQ 300 800'],
    ['what3words: ///filled.count.soap', '///filled.count.soap'],
  ])('is masked: %s', (text, place) => {
    expect(masked(text).join(' | ')).toContain(place)
  })

  test.each(['INR 2.5, 3.1 and 2.8', 'pH 7.35, 7.41', 'Clauses 4.1, 4.2'])('is not seen in: %s', (text) => {
    expect(masked(text)).toEqual([])
  })
})

describe('a name that was found once', () => {
  test.each([
    ['Paciente: García Márquez, Luz\nLa señora garcia marquez refiere dolor.', ['garcia', 'marquez']],
    ['Patientin: Müller, Petra\nMüllers Beschwerden bestehen seit Mai. petra möchte gehen.', ['Müllers', 'petra']],
    ['Mrs Okonkwo was seen. OKONKWO is allergic to latex; okonkwo lives alone.', ['OKONKWO', 'okonkwo']],
    // Where a sentence begins it may be the ordinary word; a name left readable is worse than a word masked.
    ['Mrs Hope was seen by Dr Quick. Hope has pain. Quick agreed.', ['Hope', 'Quick', 'Hope', 'Quick']],
  ])('is masked in every spelling: %s', (text, spellings) => {
    let found = masked(text).join(' | ')
    for (const spelling of spellings) {
      expect(found).toContain(spelling)
      found = found.replace(spelling, '')
    }
  })
})

describe('a word that has an ordinary sense as well', () => {
  test.each([
    ['Herr Alt kam. Gespräch mit Alt am Montag.', 'mit Alt'],
    ['We were told by Quick that the lease ends.', 'by Quick'],
    ['He wrote a letter to Alta dated May.', 'to Alta'],
    ['Laut Karnofsky war die Heizung defekt.', 'Laut Karnofsky'],
    ['The lease names Quick, Pugh and Karnofsky.', 'and Karnofsky'],
    ['Klient Nr. 55129833', 'Nr. 55129833'],
    ['Kunden-Nr. 4829173', 'Nr. 4829173'],
    ['Vertrag Nr. 48291733 vom Mai', 'Nr. 48291733'],
  ])('is masked or flagged where it may be a name or a number: %s', (text, words) => {
    const at = text.indexOf(words) + words.indexOf(' ') + 1
    const { spans, flags } = detector.find(text, [])
    expect([...spans, ...flags].filter(({ start, end }) => start <= at && at < end)).not.toEqual([])
  })
})

test.each([
  'The dose should at some point be reviewed; he arrived and at that point it was raining.',
  'Pain fell from 8/10 to 3/10 and the INR rose.',
  'Der Schmerz fiel bis 3/10, der INR-Wert stieg bis 3.5.',
  'Fiebre de 38º C y luego 39,5ºC.',
  'Before: aspirin. After: the aspirin was stopped.',
  'Mother: Asthma. Father: Hypertension, Diabetes',
  'Attending physician: Nephrology',
  'Die Patientin ist mit der Behandlung zufrieden und möchte gehen. Vater: Brustkrebs, Tochter: Herzinfarkt',
  'Die Klage ist zulässig und auch nicht unbegründet. Beklagte: Zahlungsverzug',
  'Mother: COPD. Father: CVA.',
  'Regression coefficients 0.1234, 0.5678',
  'Elle réclame deux mille euros de dommages.',
  'Pagó mil novecientos cincuenta y dos euros.',
  'The coroner in this case was informed.',
])('clinical and legal prose is left as it is: %s', (text) => {
  expect(masked(text)).toEqual([])
})
