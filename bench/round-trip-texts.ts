import { createRandomText } from './random-text.ts'

/** A question with a source, and the real terms that stand in them. */
export type RoundTripText = { readonly question: string; readonly source: string; readonly truth: readonly string[] }

const GIVEN =
  'Andrew Brenda José Zoë Aisha Wei Ngozi Pieter Magdalena Tomás Jürgen Chloé Dmitri Ingrid Yusuf Hana Liam Rosalind'.split(
    ' ',
  )
const FAMILY =
  "Hollis Marlowe O'Connell Müller-Brandt García Okonkwo Petrov Lindqvist Haddad Nakamura Fitzgerald Dubois Kowalczyk Ashworth Venter Castellano".split(
    ' ',
  )
const PLACES = 'Tavistock Wolverhampton Grenoble Salamanca Paderborn Duluth'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(' ')

type Draw = { readonly pick: <T>(items: readonly T[]) => T; readonly number: (from: number, to: number) => number }
type Case = {
  readonly person: string
  readonly family: string
  readonly other: string
  readonly place: string
  readonly company: string
  readonly first: string
  readonly second: string
  readonly record: string
  readonly phone: string
}

const TEMPLATES: readonly ((one: Case) => readonly [question: string, source: string])[] = [
  (c) => [
    `May ${c.person} break the lease?`,
    `The lease between ${c.person} and ${c.company} was signed on ${c.first}. Mr ${c.family} gave notice on ${c.second} from ${c.place}. ${c.other} witnessed it; call ${c.phone}.`,
  ],
  (c) => [
    `Was ${c.person} treated in time?`,
    `${c.person} (MRN ${c.record}) was admitted on ${c.first} under Dr. ${c.other}. ${c.family.toUpperCase()} was discharged to ${c.place} on ${c.second}, aged 92.`,
  ],
  (c) => [
    `Does the claim against ${c.company} stand?`,
    `Claim No. ${c.record}: ${c.other} v. ${c.company}.\nThe accident of ${c.first} was reported by ${c.person} on ${c.second}. ${c.family} lives in ${c.place} and answers at ${c.phone}.`,
  ],
  (c) => [
    `When did ${c.family} sign?`,
    `From: ${c.person} <${c.family.toLowerCase().replace(/[^a-z]/g, '')}@example.org>\nTo: ${c.other}\n\nI signed on ${c.first}; ${c.company} countersigned on ${c.second}. "Will you come to ${c.place}?" she asked.`,
  ],
  (c) => [
    `What dose should ${c.family} get?`,
    `Patient:\t${c.person}\nRecord:\t${c.record}\nSeen:\t${c.first}\nNext:\t${c.second}\n5 mg twice daily, as ${c.other} wrote. PERSON-1 was on the form; "[DATE-2]" too.`,
  ],
]

/** Invented letters, notes, leases and claims, the same for the same seed. */
export function roundTripTexts(count: number, seed: number): readonly RoundTripText[] {
  const { random } = createRandomText(seed)
  const draw: Draw = {
    pick: <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T,
    number: (from, to) => from + Math.floor(random() * (to - from + 1)),
  }
  return Array.from({ length: count }, (_, index) => {
    const drawn = drawCase(draw)
    const [question = '', source = ''] = TEMPLATES[index % TEMPLATES.length]?.(drawn) ?? []
    const { person, family, other, company, record, phone } = drawn
    return {
      question,
      source,
      truth: [person, family, other, company, record, phone].filter((term) => source.includes(term)),
    }
  })
}

function drawCase({ pick, number }: Draw): Case {
  const family = pick(FAMILY)
  return {
    person: `${pick(GIVEN)} ${family}`,
    family,
    other: `${pick(GIVEN)} ${pick(FAMILY.filter((name) => name !== family))}`,
    place: pick(PLACES),
    company: `${pick(FAMILY.filter((name) => name !== family))} Holdings Ltd`,
    first: `${number(1, 28)} ${pick(MONTHS)} ${number(2010, 2017)}`,
    second: `${number(2018, 2024)}-0${number(1, 9)}-${number(10, 28)}`,
    record: `${number(1000, 9999)}-${number(10, 99)}`,
    phone: `(555) ${number(200, 999)}-${number(1000, 9999)}`,
  }
}
