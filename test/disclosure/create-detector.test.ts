import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createDetector } from '../../disclosure/identifiers/create-detector.ts'
import { passesIban, passesLuhn, passesVerhoeff } from '../../disclosure/identifiers/patterns/numbers/checksums.ts'
import type { KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { timesAsLong } from '../times-as-long.ts'
import { wordLists } from './word-lists.ts'

const { find } = createDetector(wordLists)

/** `person: Anna Müller` of all that is masked. */
const masked = (text: string) =>
  find(text, []).spans.map(({ start, end, type }) => `${type}: ${text.slice(start, end)}`)
const readable = (text: string) => {
  let rest = ''
  let at = 0
  for (const { start, end } of find(text, []).spans) {
    rest += `${text.slice(at, start)}…`
    at = end
  }
  return rest + text.slice(at)
}

describe('identifiers', () => {
  test.for([
    ['Write to jane.roe@example.org today', 'email: jane.roe@example.org'],
    ['His SSN is 078-05-1120.', 'ssn: 078-05-1120'],
    ['Card 4111 1111 1111 1111 was used', 'card: 4111 1111 1111 1111'],
    ['Case No. 2:21-cv-01234-ABC was filed', 'docket: 2:21-cv-01234-ABC'],
    ['the printer at 00:1B:44:11:3A:B7 answered', 'mac: 00:1B:44:11:3A:B7'],
    ['from 2001:db8::ff00:42:8329 it came', 'ip: 2001:db8::ff00:42:8329'],
    ['Medicare number 1EG4-TE5-MK73', 'health-plan: 1EG4-TE5-MK73'],
    ['NINO AB 12 34 56 C is hers', 'national-id: AB 12 34 56 C'],
    [
      'paid in full to bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
      'crypto: bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq',
    ],
    ['produced as HOLLIS_0001234', 'bates: HOLLIS_0001234'],
    ['seen on 14.MAR.2021', 'date: 14.MAR.2021'],
    ['It reached us on 30 September 2024. The lease goes on.', 'date: 30 September 2024'],
    ['seen on 5 Sept. by a nurse', 'date: 5 Sept.'],
    [
      'signed on the fourteenth of March, two thousand and nineteen',
      'date: the fourteenth of March, two thousand and nineteen',
    ],
    ['ein 74-jähriger Patient', 'age: 74-jähriger'],
    ['She lives at 12 Oak Street, Springfield, IL 62701.', 'address: 12 Oak Street, Springfield, IL 62701'],
    ['Die Patientin Anna Müller wohnt in der Lindenstraße 5.', 'person: Anna Müller'],
    ['M. Jean Dupont demeure 12 rue de la Paix à Lyon.', 'address: 12 rue de la Paix à Lyon'],
    ['La paciente María López vive en la Calle Mayor 5.', 'person: María López'],
    ['of 7 Kestrel Row, Leeds LS1 4AB (tel. 0113 496 0123)', 'address: 7 Kestrel Row, Leeds LS1 4AB'],
    ['of 7 Kestrel Row, Leeds LS1 4AB (tel. 0113 496 0123)', 'phone: 0113 496 0123'],
    ['It was Mr. Young who paid.', 'person: Mr. Young'],
  ])('in "%s": %s', ([text = '', wanted]) => {
    expect(masked(text)).toContain(wanted)
  })

  test.for([
    ['She was seen by Jane Hollis. Mental Health Act 1983 papers were signed.', 'Jane Hollis'],
    ['The notice went to Mr Hollis. The Companies Act 2006 applies.', 'Hollis'],
    ['Our client is Jane Hollis. Miranda v. Arizona, 384 U.S. 436 (1966) governs.', 'Jane Hollis'],
    ['So said Jane Hollis in Miranda v. Arizona, 384 U.S. 436 (1966).', 'Jane Hollis'],
    ['Sectioned by Dr Smith Mental Health Act 1983 s. 2', 'Smith'],
    ['Advice to Ms Kumar Re. Housing Act 1988 s. 21', 'Kumar'],
    ['Witness: Hollis, 384 U.S. at 440', 'Hollis'],
    ['Notes by Hollis² and others.', 'Hollis'],
    ['Hollis1 denied the claim.', 'Hollis'],
    ['A note by Jane_Hollis2.', 'Hollis'],
    ['She worked for California Pizza Kitchen until the accident.', 'California Pizza Kitchen'],
    ['Tenant: Hartmann. He left.', 'Hartmann'],
    ['Name: Epstein, Jane.', 'Epstein'],
    ['June Hollis did not sign.', 'June Hollis'],
    ['It hurt, said Schober.', 'Schober'],
    ['She told the court Georgia was late.', 'Georgia'],
    ['In court, Georgia Hollis said that she fell.', 'Georgia Hollis'],
    ['Virginia Law signed the lease and left.', 'Virginia'],
    ['It was signed by Mr.\nHope that day.', 'Hope'],
    ['It was signed by Jane\nPrice that day.', 'Price'],
    ['The tenant Hol\u{AD}lis left.', 'Hol\u{AD}lis'],
  ])('in %j no part of the name is left', ([text = '', name = '']) => {
    const at = text.indexOf(name)
    const letters = [...name.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => at + index)
    const { spans } = find(text, [])
    const left = letters.filter((letter) => !spans.some(({ start, end }) => start <= letter && letter < end))
    expect(left.map((letter) => text[letter])).toEqual([])
    expect(spans.map(({ type }) => type)).not.toContain('region')
  })

  test.for([
    ['Seen on 3 June 2026. Mrs A. Okafor, 78', ['date: 3 June 2026', 'person: Mrs A. Okafor', 'age: 78']],
    ['On 3 June 2026, Mrs A. Okafor, 78, fell.', ['date: 3 June 2026', 'person: Mrs A. Okafor', 'age: 78']],
    ['On 3 June 2026 Mrs Okafor, 78, fell.', ['date: 3 June 2026', 'person: Mrs Okafor', 'age: 78']],
    ['On June 3, 2026 Jane Hollis, 45, fell.', ['date: June 3, 2026', 'person: Jane Hollis', 'age: 45']],
    ['It began in 1999. Hollis, 45, left.', ['date: 1999', 'person: Hollis', 'age: 45']],
    ['He was in room 12. Mr Frank Hollis (81) was not.', ['person: Mr Frank Hollis', 'age: 81']],
    ['It began in May 2024. Jane Hollis, 45, denies it.', ['date: May 2024', 'person: Jane Hollis', 'age: 45']],
  ] as const)('in %j day, name and age are each by itself', ([text, wanted]) => {
    expect(masked(text)).toEqual(wanted)
  })

  test('a day before a name, and an age behind it, stay apart from it whoever it is', () => {
    const day = fc
      .record({ day: fc.integer({ min: 1, max: 28 }), year: fc.integer({ min: 1990, max: 2030 }) })
      .map(({ day: number, year }) => `${number} ${['May', 'June', 'October'][number % 3]} ${year}`)
    const title = fc.constantFrom('Mrs', 'Mr', 'Dr', 'Ms')
    const name = fc.constantFrom('A. Okafor', 'Jane Hollis', 'J. P. Marlowe', 'Frank Ashby', 'Müller')
    const between = fc.constantFrom('. ', ', ', ' ')
    fc.assert(
      fc.property(day, title, name, between, fc.integer({ min: 18, max: 99 }), (on, form, who, gap, years) => {
        const found = masked(`Seen on ${on}${gap}${form} ${who}, ${years}, fell.`)
        expect(found).toEqual([`date: ${on}`, `person: ${form} ${who}`, `age: ${years}`])
      }),
      { numRuns: 60 },
    )
  })

  test('a year before a street, and a sentence that ends with a number, take nothing from the address', () => {
    expect(masked('He moved in June 2026. 12 Oak Street, Springfield, is empty.')).toEqual([
      'date: June 2026',
      'address: 12 Oak Street, Springfield',
    ])
    expect(masked('There were 5. Oak Street 12 was empty.')).toContain('address: Oak Street 12')
    expect(masked('DOB 3/7/38, 14 Abbey Court')).toEqual(['date: 3/7/38', 'address: 14 Abbey Court'])
  })

  test('a number that reads like a date is a number of a telephone, or of an account', () => {
    expect(masked('Appelez le 01.42.68.53.00 demain.')).toEqual(['phone: 01.42.68.53.00'])
    expect(masked('It went to 12-34-56.')).toEqual(['id: 12-34-56'])
  })

  test('that are ordinary words are masked where a form of address says so, and from then on', () => {
    expect(readable('Mr. Hope signed. The tenant, Hope, left. There is no hope.')).toBe(
      '… signed. The tenant, …, left. There is no hope.',
    )
  })
})

describe('what stays readable', () => {
  test.for([
    'Patient with Parkinson disease and a Foley catheter; B12 was low, pain at L4.',
    'Governed by the laws of the State of New York and by Ohio law.',
    'See Miranda v. Arizona, 384 U.S. 436 (1966) and 42 U.S.C. § 1983.',
    'The Tenant shall pay the Rent to the Landlord under this Agreement.',
  ])('%s', (text) => {
    expect(readable(text)).toBe(text)
  })

  test.for([
    'See Law of Property Act 1925, s. 196.',
    'It is protected by the Landlord and Tenant Act 1954.',
    'The Trusts of Land and Appointment of Trustees Act 1996 applies.',
    'See Brown v. Board of Education of Topeka, 347 U.S. 483 (1954).',
    "She had a Foley, and Crohn's.",
    '13.3.\n13.4 A notice is given when it is received.',
    'He may do the work and recover its cost as a debt.',
    'He paid the Insurance Rent.',
  ])('%j', (text) => {
    expect(masked(text)).toEqual([])
  })

  test('the terms that a contract defines, and what follows the number of a clause, are not asked about', () => {
    const text = 'The Tenant gave no Break Notice in the Accounting Year.\n12.5 If it does, the Service Charge is due.'
    expect(find(text, []).flags).toEqual([])
  })

  test('nobody before the name of a statute', () => {
    expect(masked('It was signed by Jane Hollis and the Companies Act 2006 applies.')).toEqual(['person: Jane Hollis'])
  })

  test('an authority is named as kept, unless the matter knows one of its parties', () => {
    const text = 'as in Miranda v. Arizona, 384 U.S. 436 (1966).'
    expect(find(text, []).kept).toEqual([{ start: 6, end: 45 }])
    const found = find(text, [{ text: 'Miranda', type: 'person' }])
    expect(found.kept).toEqual([])
    expect(found.spans).toContainEqual(expect.objectContaining({ start: 6, by: 'matter' }))
  })
})

test('a token that is not known to be harmless is flagged, also in small letters', () => {
  const text = 'the patient took zibberwock twice'
  expect(find(text, []).flags.map(({ start, end }) => text.slice(start, end))).toEqual(['zibberwock'])
})

describe('a checksum', () => {
  test('holds for real numbers and fails for typos', () => {
    expect(passesLuhn('4111111111111111')).toBe(true)
    expect(passesIban('DE89 3704 0044 0532 0130 00')).toBe(true)
    expect(passesVerhoeff('236')).toBe(true)
    expect([passesLuhn('4111111111111112'), passesIban('DE88 3704 0044 0532 0130 00')]).toEqual([false, false])
  })

  test('that fails releases nothing', () => {
    const [right] = find('card 4111 1111 1111 1111', []).spans
    const [wrong] = find('card 4111 1111 1111 1112', []).spans
    expect(wrong).toMatchObject({ start: right?.start, end: right?.end, type: 'card' })
    expect(wrong?.confidence).toBeLessThan(right?.confidence ?? 0)
  })
})

describe("the matter's list", () => {
  const known: readonly KnownTerm[] = [{ text: 'Jörg Hollis', type: 'person' }]

  test.for(['Jörg Hollis', 'JORG HOLLIS', 'Jorg  Hol-\nlis', 'jörg-hollis', 'Jörg Hollis’s lease', 'Jorg Holliss'])(
    'finds the name in "%s"',
    (text) => {
      const [span] = find(`so ${text} said`, known).spans
      expect(span).toMatchObject({ start: 3, type: 'person', by: 'matter' })
    },
  )

  test('does not find it inside another word', () => {
    expect(find('xjörghollis', known).spans.filter(({ by }) => by === 'matter')).toEqual([])
  })

  test('is masked wherever a term of it stands, in any case', () => {
    const word = fc.stringMatching(/^[A-Za-zäöüß]{2,9}$/)
    const term = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.lorem(), term, fc.boolean(), (around, text, loud) => {
        const written = loud ? text.toUpperCase() : text.toLowerCase()
        const { spans } = find(`${around} ${written} ${around}`, [{ text, type: 'person' }])
        const at = around.length + 1
        expect(spans.some(({ start, end }) => start <= at && end >= at + written.length)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('findings of any text', () => {
  test('are sorted, inside the text and free of overlaps, and come again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'grapheme' })), (text, terms) => {
        const known = terms.map((term) => ({ text: term, type: 'person' as const }))
        const found = find(text, known)
        for (const spans of [found.spans, found.kept, found.flags]) expectInOrder(spans, text.length)
        expect(
          found.flags.filter((flag) => found.spans.some((span) => span.start < flag.end && flag.start < span.end)),
        ).toEqual([])
        expect(find(text, known)).toEqual(found)
      }),
      { numRuns: 60 },
    )
  })
})

function expectInOrder(spans: readonly { start: number; end: number }[], length: number): void {
  let last = 0
  for (const { start, end } of spans) {
    expect(start).toBeGreaterThanOrEqual(last)
    expect(end).toBeGreaterThan(start)
    last = end
  }
  expect(last).toBeLessThanOrEqual(length)
}

describe('hostile texts take time in proportion to their length', () => {
  test.for([
    'a',
    '1',
    ' ',
    '(',
    '[',
    '.',
    '-',
    'A',
    '1 ',
    'A ',
    'a.',
    'a@',
    '1.',
    '1-',
    'A B. ',
    'Mr. ',
    '§ 1 ',
    '\n',
    "d'",
    ': ',
    'DL 12/51 ',
    'Natrium | 4711 | ',
    'aged 7, ',
    '7 and ',
    'JH 2.11.48 ',
    'É',
    'a1a',
    "Aa'",
  ])('of "%s"', async (piece) => {
    // No two texts are the same, for what is known of a word is remembered.
    const found = (length: number) => (time: number) =>
      find(`${piece.repeat(Math.ceil(length / piece.length))}${time.toString(26)}`, [])
    // Four times the text: a square would take sixteen times as long. Expressions are compiled once a text is long, which 16,000 is.
    expect(await timesAsLong(found(64_000), found(16_000), 11)).toBeLessThan(11)
  })
})

test('a word of letters and figures that is written like a name ends at once, however long it is', async () => {
  const found = (letters: number) => () => find(`Seen by A${'a'.repeat(letters)}1a today.`, [])
  expect(await timesAsLong(found(28), found(14), 100)).toBeLessThan(100)
})

describe('what is found is called what it is', () => {
  const typesIn = (text: string, known: readonly KnownTerm[] = []) =>
    find(text, known).spans.map(({ start, end, type, by }) => [text.slice(start, end), type, by])

  test.each([
    ['Company number 04182736, see page 4.', '04182736', 'id'],
    ['Larkspur Ltd (registered number: 04182736) pays.', '04182736', 'id'],
    ['Kundennummer 04182736 angeben.', '04182736', 'account'],
    ['Call my number 04182736 at night.', '04182736', 'phone'],
    ['Seen by B. Tregear on the ward.', 'B. Tregear', 'person'],
    ['Vista de M. Lugo en urgencias.', 'M. Lugo', 'person'],
  ])('%s', (text, found, type) => expect(typesIn(text)).toContainEqual([found, type, expect.anything()]))

  test('an address of the network with a name of the matter in it stays one, and the matter’s', () => {
    const known: readonly KnownTerm[] = [{ text: 'Hollis', type: 'person' }]
    expect(typesIn('Write to ann.hollis@firm.example or see https://hollis.example/a today.', known)).toEqual([
      ['ann.hollis@firm.example', 'email', 'matter'],
      ['https://hollis.example/a', 'url', 'matter'],
    ])
  })
})
