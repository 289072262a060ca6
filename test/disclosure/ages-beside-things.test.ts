import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { agesIn } from './ages-in.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

/** By language: words that end with a thing, what leads from it to somebody, and who that is, with `#` for the years. */
const SENTENCES = {
  en: {
    things: ['He left the house', 'Found in a car', 'A dispute about the lease', 'After the marriage', 'The company'],
    joints: ['with', 'sold by', 'that belongs to', 'and then met', 'to'],
    people: ['a #-year-old woman', 'a man aged #', 'a widow, # years old', 'a lady of # years', 'a patient of #'],
  },
  de: {
    things: ['Das Haus', 'Der Vertrag', 'Die Ehe', 'Sie fuhr in der Firma', 'Im Gebäude'],
    joints: ['gehört', 'mit', 'von', 'wurde verkauft an', 'und'],
    people: ['einer #-jährigen Witwe', 'einem Mann von # Jahren', 'einer Frau im Alter von # Jahren', 'Zeuge (#)'],
  },
  fr: {
    things: ['Le bail', 'La maison', 'Dans un immeuble', 'Le contrat', 'L’entreprise'],
    joints: ['liait', 'signé par', 'vendue à', 'avec', 'de'],
    people: ['une dame de # ans', 'un homme âgé de # ans', 'la patiente de # ans', 'une veuve de # ans'],
  },
  es: {
    things: ['Vive en casa', 'El contrato', 'La hipoteca', 'Iba en el coche', 'La empresa'],
    joints: ['con', 'firmado por', 'de', 'y fue vista por', 'a cargo de'],
    people: ['su marido de # años', 'una mujer de # años', 'la viuda, # años,', 'un varón de # años de edad'],
  },
  it: {
    things: ['Il contratto', 'Vive in casa', 'La società', 'Il mutuo', 'Nel palazzo'],
    joints: ['firmato da', 'con', 'di', 'venduta a', 'concesso a'],
    people: ['una donna di # anni', 'un uomo di circa # anni', 'una signora, # anni,', 'una paziente di # anni'],
  },
  pt: {
    things: ['O contrato', 'Vive em casa', 'A empresa', 'No carro', 'O casamento'],
    joints: ['com', 'assinado por', 'de', 'vendida a', 'e depois'],
    people: ['uma mulher de # anos', 'um homem com # anos', 'uma viúva, # anos,', 'um doente de # anos de idade'],
  },
  nl: {
    things: ['Het huis', 'Het huwelijk', 'Het bedrijf', 'In een gebouw', 'Ze woont in een huis'],
    joints: ['is van', 'met', 'verkocht aan', 'van', 'samen met'],
    people: ['een vrouw van # jaar', 'een #-jarige man', 'de weduwe (# jaar)', 'een heer van # jaar oud'],
  },
  pl: {
    things: ['Umowa', 'Dom', 'Kredyt', 'Małżeństwo', 'Samochód'],
    joints: ['podpisana przez', 'sprzedany przez', 'z', 'i', 'dla'],
    people: ['kobietę w wieku # lat', '#-letnią wdowę', 'kobieta, # lata,', 'mężczyzna w wieku # lat'],
  },
}

const sentence = fc
  .constantFrom(...Object.values(SENTENCES))
  .chain(({ things, joints, people }) =>
    fc.record({
      thing: fc.constantFrom(...things),
      joint: fc.constantFrom(...joints),
      person: fc.constantFrom(...people),
      years: fc.integer({ min: 20, max: 109 }).filter((years) => years !== 100),
    }),
  )
  .map(({ thing, joint, person, years }) => ({
    text: `${thing} ${joint} ${person.replace('#', `${years}`)}.`,
    years: `${years}`,
  }))

describe('somebody’s age behind a thing that has years too', () => {
  test('is found whatever stands between them', () => {
    fc.assert(
      fc.property(sentence, ({ text, years }) => {
        const isFound = agesIn(text).some((age) => age.startsWith(years))
        expect({ text, isFound }).toEqual({ text, isFound: true })
      }),
      { numRuns: 400 },
    )
  })

  test.each([
    'She left the building with her 9-year-old niece.',
    'The house owner is 93 years old.',
    'The company has a director who is 81 years old.',
    'The flat of Tess Marlowe who is 93 years old was sold.',
    'Car accident. Brought in at age 93.',
    'Policy\nThe holder is aged 74.',
    'La casa di cui parla Rosa, che ha 84 anni.',
    'In casa ha 84 anni ed è autonoma.',
    'En la casa tiene 84 años y vive sola.',
    'Após o casamento tem 84 anos e está só.',
    'Das Haus der Klägerin, die 93 Jahre alt ist.',
    'La casa de la viuda tiene 93 años.',
    'Het huis is verlaten, de bewoner is 93 jaar oud.',
  ])('is found: %s', (text) => expect(agesIn(text)).toHaveLength(1))

  test.each([
    'The house is 93 years old.',
    'The tenant said that the building is 45 years old.',
    'Das Haus ist 95 Jahre alt.',
    'L’immeuble a 95 ans.',
    'El edificio tiene 95 años.',
    'La società del comune ha 95 anni.',
    'O edifício tem 93 anos.',
    'Het gebouw is 93 jaar oud.',
    'Budynek ma 93 lata.',
  ])('is none where the thing has the years: %s', (text) => expect(agesIn(text)).toEqual([]))
})

describe('years that two have spent together', () => {
  test.each(['his wife of 40 years', 'She lost her partner of 25 years.', 'my husband of about 50 years'])(
    'are no age: %s',
    (text) => expect(agesIn(text)).toEqual([]),
  )

  test.each([
    'her husband of 91 years',
    'The doctor visited his patient of 91 years.',
    'My client of 93 years sues.',
    'her spouse of ninety-two years',
  ])('are one where nobody lives so long together: %s', (text) => expect(agesIn(text)).toHaveLength(1))

  test.each([
    'her wife of 47 years old has asthma.',
    'his partner of about 52 years of age',
    'my client of 38 years old was hit.',
    'their spouse of sixty-one years old',
    'our tenant of 44-years-old',
    'Her husband of 58 yrs old with diabetes',
  ])('are one where they say old or of age: %s', (text) => expect(agesIn(text)).toHaveLength(1))

  test.each([
    ['My tenant of 45 years moved out.', '45'],
    ['Our friend of 12 years helps her.', '12'],
    ['La empresa de su hermano tiene 40 años.', '40'],
  ])('are shown where they may be one: %s', (text, years) => {
    const { flags } = find(text, [])
    expect(agesIn(text)).toEqual([])
    expect(flags.map(({ start, end }) => text.slice(start, end))).toContain(years)
  })
})

describe('a bed or a room', () => {
  test.each(['In bed 82 years old and confused.', 'Ward 94F fell at night.', 'Bed 92/F with cough.'])(
    'takes nobody’s age: %s',
    (text) => expect(agesIn(text)).toHaveLength(1),
  )

  test.each(['Bay 22/M was cleaned.', 'Letto 14/F, quarto 21/M', 'A catheter (18 F) was placed.'])(
    'and a gauge have numbers of their own: %s',
    (text) => expect(agesIn(text)).toEqual([]),
  )

  test('A gauge is never so great as an age.', () => {
    expect(agesIn('The lady with the stent (74 F) came.')).toEqual(['74 F'])
  })
})
