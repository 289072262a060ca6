import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay } from '../../../disclosure/pseudonyms/read-date.ts'
import { madeUpDetection } from './made-up-detector.ts'
import { inputOf, packetOf } from './made-up-packet.ts'

const YEAR = 365.2425
const NAME = 'Edwin Calloway'
const detection = madeUpDetection({ names: { [NAME]: 'person' } })

/** Somebody's day of birth and the days on which he was seen, each with whether his age is told there. */
const life = fc.record({
  birth: fc.integer({ min: -15_000, max: 19_000 }),
  after: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 36_000 })),
  visits: fc.array(fc.record({ later: fc.integer({ min: 0, max: 9000 }), isAged: fc.boolean() }), {
    minLength: 1,
    maxLength: 5,
  }),
  told: fc.constantFrom('cue', 'beside', 'hidden'),
  dates: fc.constantFrom('day', 'shifted'),
})
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

function textsOf({ birth, after, visits, told }: Life): readonly string[] {
  const days = visits.map(({ later, isAged }) => ({ day: birth + after + later, isAged }))
  // Behind a name alone, a day of the last years may be that of a signature: then an age must tell what it is.
  const isTelling = told !== 'beside' || Math.max(...days.map(({ day }) => day)) - birth > 19 * YEAR
  const seen = days.map(({ day, isAged }) => `Seen on ${isoDay(day)}${isAged ? `, aged ${ageOn(day, birth)}` : ''}.`)
  const beginning = { cue: `${NAME}, born ${isoDay(birth)}.`, beside: `${NAME}, ${isoDay(birth)}.`, hidden: `${NAME}.` }
  return ['How is he?', [beginning[isTelling ? told : 'cue'], ...seen].join('\n')]
}

function ageOn(day: number, birth: number): number {
  const [now, then] = [isoDay(day), isoDay(birth)]
  return Number(now.slice(0, 4)) - Number(then.slice(0, 4)) - (now.slice(5) < then.slice(5) ? 1 : 0)
}

type Range = { readonly from: number; readonly to: number }

/** What can be concluded of the day of birth, in days before the latest date that is told. */
function birthFrom(text: string): Range {
  const lines = text.split('\n').map((line) => ({ line, days: dayOf(line) }))
  const exact = lines.flatMap(({ line, days }) => (line.startsWith('Seen') && days ? [days.to] : []))
  const latest = Math.max(...exact)
  const limits = lines.flatMap(({ line, days }): readonly Range[] => {
    const before = days ? { from: latest - days.to, to: latest - days.from } : yearsBefore(line)
    if (!line.startsWith('Seen')) return before ? [before] : []
    const age = ageIn(line)
    const seen = before ?? { from: 0, to: Infinity }
    return [age ? { from: seen.from + age.from, to: seen.to + age.to } : { from: seen.from, to: Infinity }]
  })
  return { from: Math.max(...limits.map(({ from }) => from)), to: Math.min(...limits.map(({ to }) => to)) }
}

function dayOf(line: string): Range | null {
  const number = /\[DATE-\d+, day (-?\d+), /.exec(line)?.[1]
  const shifted = /\[DATE-\d+, (\d{4}-\d\d-\d\d), /.exec(line)?.[1]
  if (number === undefined && shifted === undefined) return null
  const day = number === undefined ? Date.parse(shifted ?? '') / 86_400_000 : Number(number)
  return { from: day, to: day }
}

const BAND = String.raw`(?:(\d+) to (\d+)|(?:over|more than) (\d+)|under (\d+) years)`

function yearsBefore(line: string): Range | null {
  return bandIn(new RegExp(String.raw`\[DATE-\d+, ${BAND}(?: years)? before the latest date\]`).exec(line))
}

function ageIn(line: string): Range | null {
  return bandIn(new RegExp(String.raw`\[AGE-\d+, ${BAND}\]`).exec(line))
}

function bandIn(match: RegExpExecArray | null): Range | null {
  if (!match) return null
  const [, from, to, over, under] = match.map((one) => (one === undefined ? undefined : Number(one)))
  if (over !== undefined) return { from: (over + 1) * YEAR - 1, to: Infinity }
  if (under !== undefined) return { from: 0, to: under * YEAR }
  return { from: (from ?? 0) * YEAR, to: ((to ?? 0) + 1) * YEAR }
}

test('no exact age and no day of birth can be computed from what leaves', () => {
  fc.assert(
    fc.property(life, (one) => {
      const { content } = packetOf(inputOf(textsOf(one), { dates: one.dates }), detection)
      const left = content.segments.map(({ outgoing }) => outgoing).join('\n')
      const { from, to } = birthFrom(left)
      const ages = Math.floor((to + 1) / YEAR) - Math.floor((from - 1) / YEAR)
      const isInfant = /under 2 years/.test(left)
      // Both ends are reckoned in mean years: so many of the calendar are up to a day and a half longer or shorter.
      expect(to - from).toBeGreaterThan(isInfant ? 0.9 * YEAR : 4 * YEAR - 3)
      expect(ages).toBeGreaterThan(isInfant ? 0 : 3)
    }),
    {
      numRuns: 1000,
      examples: [
        // Four calendar years, to the day.
        [
          {
            birth: 0,
            after: 1,
            visits: [
              { later: 3651, isAged: true },
              { later: 6209, isAged: true },
              { later: 7669, isAged: false },
              { later: 4017, isAged: true },
            ],
            told: 'hidden',
            dates: 'day',
          },
        ],
        // Ten on a day that leaves as a band of years, and sixteen six years later: six and a half may lie between them.
        [
          {
            birth: 0,
            after: 1,
            visits: [
              { later: 7304, isAged: false },
              { later: 5847, isAged: true },
              { later: 3651, isAged: true },
            ],
            told: 'hidden',
            dates: 'day',
          },
        ],
        // Four calendar years, of which both ends fall short by leap days.
        [
          {
            birth: 0,
            after: 25_233,
            visits: [
              { later: 6181, isAged: true },
              { later: 7639, isAged: false },
              { later: 334, isAged: true },
            ],
            told: 'hidden',
            dates: 'day',
          },
        ],
        // Nineteen on a day that leaves as a band of years, and thirty on one that does not.
        [
          {
            birth: 0,
            after: 6848,
            visits: [
              { later: 4109, isAged: true },
              { later: 7031, isAged: false },
              { later: 92, isAged: true },
            ],
            told: 'cue',
            dates: 'day',
          },
        ],
        // The sample letter: a birthday behind its label beside the days of a stay.
        [{ birth: -6868, after: 27_110, visits: [{ later: 0, isAged: true }], told: 'cue', dates: 'day' }],
        // Seventy-nine on one day and eighty on the next.
        [
          {
            birth: -6868,
            after: 29_218,
            visits: [
              { later: 0, isAged: true },
              { later: 2, isAged: true },
            ],
            told: 'hidden',
            dates: 'day',
          },
        ],
        // Nine years of visits, and the age on the first and the last.
        [
          {
            birth: 0,
            after: 25_600,
            visits: [
              { later: 0, isAged: true },
              { later: 3500, isAged: true },
            ],
            told: 'beside',
            dates: 'shifted',
          },
        ],
      ],
    },
  )
})

/** One grown-up in up to four packets of a matter. A child's early visits tell more than bands can hide, and visits eighteen years apart are bands themselves. */
const matterOfOne = fc.record({
  birth: fc.integer({ min: -15_000, max: 9000 }),
  after: fc.integer({ min: 20 * 366, max: 30_000 }),
  packets: fc.array(
    fc.record({
      isTold: fc.boolean(),
      visits: fc.array(fc.record({ later: fc.integer({ min: 0, max: 6000 }), isAged: fc.boolean() }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 2, maxLength: 4 },
  ),
  dates: fc.constantFrom('day', 'shifted'),
})

test('nor from several packets of a matter, whose days one can put side by side', () => {
  fc.assert(
    fc.property(matterOfOne, ({ birth, after, packets, dates }) => {
      let map = inputOf([]).map
      let [from, to] = [-Infinity, Infinity]
      for (const { visits, isTold } of packets) {
        const texts = textsOf({ birth, after, visits, told: isTold ? 'cue' : 'hidden', dates })
        const { built } = packetOf(inputOf(texts, { dates, map }), detection)
        const ago = birthFrom(built.segments.map(({ outgoing }) => outgoing).join('\n'))
        const latest = Math.max(...visits.map(({ later }) => birth + after + later))
        from = Math.max(from, latest - ago.to)
        to = Math.min(to, latest - ago.from)
        map = built.map
      }
      expect(to - from).toBeGreaterThan(2.9 * YEAR)
    }),
    {
      numRuns: 1000,
      examples: [
        // Seventy in the first packet, seventy-nine in the second.
        [
          {
            birth: -6868,
            after: 25_600,
            packets: [
              { isTold: true, visits: [{ later: 0, isAged: false }] },
              { isTold: true, visits: [{ later: 3500, isAged: false }] },
            ],
            dates: 'shifted',
          },
        ],
        // Eighty-nine and, a month later, ninety.
        [
          {
            birth: -6868,
            after: 32_850,
            packets: [
              { isTold: true, visits: [{ later: 0, isAged: true }] },
              { isTold: false, visits: [{ later: 30, isAged: true }] },
            ],
            dates: 'shifted',
          },
        ],
      ],
    },
  )
})

test('a packet that is made again says the same', () => {
  fc.assert(
    fc.property(life, (one) => {
      const input = inputOf(textsOf(one), { dates: one.dates })
      const { built } = packetOf(input, detection)
      expect(packetOf({ ...input, map: built.map }, detection).built.text).toBe(built.text)
    }),
    { numRuns: 300 },
  )
})

test('a birthday that left as a band because an age stood beside it stays one where none does', () => {
  const first = packetOf(inputOf(['When?', 'On 1951-03-14 it began. Seen on 2025-06-03, aged 74.']), detection)
  const later = inputOf(['When?', 'On 1951-03-14 it began. Seen on 2025-06-17.'], { map: first.built.map })
  expect(packetOf(later, detection).built.text).toContain('70 to 79 years before the latest date')
})

test('a day that was once told to be somebody’s birthday stays a band in every later packet of the matter', () => {
  const texts = ['When?', `${NAME}, born 1951-03-14. Seen on 2025-06-03.`]
  const first = packetOf(inputOf(texts), detection)
  expect(first.built.segments[1]?.outgoing).toBe(
    '[PERSON-1], born [DATE-1, 70 to 79 years before the latest date]. Seen on [DATE-2, day 1, Tuesday].',
  )
  const later = inputOf(['When?', 'On 1951-03-14 it rained. Seen on 2025-06-17.'], { map: first.built.map })
  expect(packetOf(later, detection).built.segments[1]?.outgoing).toBe(
    'On [DATE-1, 70 to 79 years before the latest date] it rained. Seen on [DATE-3, day 1, Tuesday].',
  )
})

test('where nobody’s age is told, dates that are far apart keep their distance', () => {
  const { built } = packetOf(inputOf(['When?', 'Let on 1995-06-01 until 2025-06-01.']), detection)
  expect(built.segments[1]?.outgoing).toBe('Let on [DATE-1, day 1, Thursday] until [DATE-2, day 10959, Sunday].')
})
