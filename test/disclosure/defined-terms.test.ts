import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { definedTermsIn } from '../../disclosure/identifiers/defined-terms.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)
const foundIn = (text: string, others: readonly string[] = []) => {
  const { spans, flags } = find(text, [], [...definedTermsIn(text), ...others])
  return [...spans, ...flags].map(({ start, end }) => text.slice(start, end))
}

describe('a contract’s definitions are read', () => {
  test.each([
    ['"Insurance Rent" means the Tenant’s share.', ['Insurance Rent']],
    ['“Working Day”: any day from Monday to Friday.', ['Working Day']],
    ['gives notice (a Break Notice).', ['Break Notice']],
    ['the land (the "Premises") and', ['Premises']],
    ['Particulars\nAnnual Rent\t£38,400\nTenant: Larkspur Ltd', ['Annual Rent', 'Tenant']],
    ['(nachfolgend „Mietsache“ genannt)', ['Mietsache']],
    ['«Servicios» significa lo siguiente', ['Servicios']],
    ['Edwin Calloway\t14 March 1951', []],
    ['He said "Never" and left.', []],
    ['The Tenant pays the Annual Service Charge ("Service Charge").', ['Service Charge']],
    ['"Snagging List" means the list of defects.', ['Snagging List']],
    ['Mrs May Quarter ("May Quarter") pays.', []],
    ['Frau Grace Vertrag („Grace Vertrag“) zahlt.', []],
    ['signed by Hope Services GmbH ("Hope Services")', []],
    ['signed by Joy Hours ("Joy Hours")', []],
    ['Particulars\nAnnual Rent: £400\nGrace Week: Landlord', ['Annual Rent']],
  ] as const)('%s', (text, terms) => expect(definedTermsIn(text)).toEqual(terms))
})

describe('what a contract defines is no identifier', () => {
  const uses = 'The Tenant pays Insurance Rent and Service Charge on each Rent Payment Date, or the next Working Day.'
  const terms = ['Insurance Rent', 'Service Charge', 'Rent Payment Dates', 'Working Day']

  test('where the text or another page of its document defines it', () => {
    expect(foundIn(uses, terms)).toEqual([])
    expect(foundIn(`"Insurance Rent" means the Landlord's cost. ${uses}`, terms.slice(1))).toEqual([])
  })

  test('though somebody may be called as its last word', () => {
    expect(
      foundIn('The Snagging List and the Defects Book are kept on site.', ['Snagging List', 'Defects Book']),
    ).toEqual([])
  })

  test('in the plural and in the genitive too', () => {
    expect(
      foundIn("all Insured Risks, and the Tenant's Proportion of Service Costs", [
        'Insured Risk',
        'Tenant’s Proportion',
        'Service Cost',
      ]),
    ).toEqual([])
  })
})

describe('a name stays one, though a contract makes a term of it', () => {
  test.each([
    ['Larkspur and Daughters Bakery Limited ("Larkspur") pays. Then Larkspur left.', 'Larkspur'],
    ['Mr John Price ("Price") signed. Price then paid.', 'Price'],
    ['the sale of the shares ("Project Heron") to a buyer', 'Heron'],
    ['“Rose Cottage” means the property at the end of the lane. Rose Cottage is let.', 'Rose'],
    ['"Winter" means the seller. Then Winter left for Leeds.', 'Winter'],
  ])('%s', (text, name) => expect(foundIn(text).join(' ')).toContain(name))

  test('a company whose name holds a defined term is replaced whole', () => {
    const text = 'The Services of Meridian Services Limited are listed.'
    expect(foundIn(text, ['Services']).join(' ')).toContain('Meridian Services Limited')
  })

  test('the list of the matter wins', () => {
    const { spans } = find('The Break Notice came.', [{ text: 'Break Notice', type: 'id' }], ['Break Notice'])
    expect(spans).toMatchObject([{ by: 'matter' }])
  })
})

describe('what laboratory tables and clauses write is not asked about', () => {
  const row = 'Potassium\tmmol/L\t3.5-5.3\t5.9 H\t5.4 L\t5.0'
  test.each([
    `Blood results (H above, L below the range)\n${row}`,
    `${row}\nNT-proBNP\tng/L\tbelow 400\t4860 H\t-\t2140 H`,
    `Ergebnisse (H = hoch, L = niedrig)\n${row}`,
    'Test\tResult\tUnit\nFerritin\t4521\tng/mL\nSodium\t139\tmmol/L',
    'Leukozyten | 12400 | /µL | 4000-10000',
    'Plaquettes | 48200 | 150000 - 400000 | /µL',
    'Neutrófilos | 11800 | 1500-7500 | 10^3/µL',
    'Creatinine | 12400 | < 120 | U/L',
    'Test | 3 June | 4 June | 5 June | Unit\nAmylase | 12400 | 9700 | 6800 | U/L',
    'Test\tDay 1\tDay 2\tUnit\nAmylase\t12400\t9700\tU/L',
    'Liability follows Art. 1382 and section 1983.',
    'Chest X-ray: clear. No tented T waves.',
    'The estimated rate (CKD-EPI 2009) was 42 mL/min.',
    'The tenant lets the bakehouse and may underlet the shopfront.',
    'Deliveries after 5.00 a.m. Baking is permitted at any hour.',
    'The President of the Royal Institution of Chartered Surveyors appoints an expert.',
  ])('%s', (text) => expect(find(text, []).flags).toEqual([]))

  test.each([
    ['Room\tPatient\n12 H\tWinter', 'H'],
    ['File\tNumber\nX\t48601', '48601'],
    ['Mandantin | 51907 | g/L', '51907'],
    ['Klägerin\tmmol/L\t51907', '51907'],
    ['Paciente | 51907 | mmol/L', '51907'],
    ['Sodium | 6 | mmol/L | 51907', '51907'],
    ['Harnstoff\t12\tmmol/L\t51907', '51907'],
    ['Finding | 51907 | 139 | mmol/L', '51907'],
    ['Order | 51907 | Na 139 mmol/L', '51907'],
    ['Ergebnis\t51907\tNatrium 139 mmol/L', '51907'],
    ['The flumpish dorrel was put back.', 'dorrel'],
  ])('but other words and tables are: %s', (text, word) => expect(foundIn(text).join(' ')).toContain(word))

  test('an age in brackets behind a date is replaced', () => {
    const text = 'Mr Edwin Calloway, born 14 March 1951 (74 years), came.'
    const { spans } = find(text, [])
    expect(spans.map(({ start, end, type }) => [text.slice(start, end), type])).toContainEqual(['74', 'age'])
  })
})
