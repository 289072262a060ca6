import { describe, expect, test } from 'vitest'
import { buildPacket } from '../../../disclosure/packet/build-packet.ts'
import { consentTo, packetHash } from '../../../disclosure/packet/consented-packet.ts'
import { NO_DECISIONS } from '../../../disclosure/packet/decisions.ts'
import { lastCheck } from '../../../disclosure/packet/last-check.ts'
import { restore } from '../../../disclosure/pseudonyms/restore.ts'
import { madeUpDetection } from './made-up-detector.ts'
import { inputOf, packetOf, sha256 } from './made-up-packet.ts'

const NAMES = madeUpDetection({
  names: { 'Andrew Lee': 'person', 'Mrs Brenda Hollis': 'person', 'St. Agnes Hospital': 'hospital', Lee: 'person' },
})
const outgoing = (texts: readonly string[], ...more: [] | [Parameters<typeof inputOf>[1]]) =>
  buildPacket(inputOf(texts, ...more), NAMES).segments.map((segment) => segment.outgoing)

test('what is found in one text is replaced in all of them, by one pseudonym for all its forms', () => {
  const texts = [
    'May Mr Lee leave?',
    'Andrew Lee met Mrs Brenda Hollis at St. Agnes Hospital.',
    "HOLLIS's bag, for A. lee.",
  ]
  expect(outgoing(texts)).toEqual([
    'May Mr [PERSON-1, m] leave?',
    '[PERSON-1, m] met Mrs [PERSON-2, f] at [HOSPITAL-1].',
    "[PERSON-2, f]'s bag, for A. [PERSON-1, m].",
  ])
})

test('the map of the matter comes along: a later packet uses the same pseudonyms and finds what it knows', () => {
  const first = buildPacket(inputOf(['Andrew Lee fell on 4 March 2021.']), NAMES)
  const { map } = first
  const nothing = madeUpDetection({})
  const second = buildPacket(inputOf(['Was ANDREW  LEE there on March 4, 2021?'], { map }), nothing)
  expect(second.segments[0]?.outgoing).toBe('Was [PERSON-1] there on [DATE-1, day 1, Thursday]?')
  expect(second.map.entities.map(({ pseudonym }) => pseudonym)).toEqual(['PERSON-1', 'DATE-1'])
  // One rule for two places would have led to one spelling only.
  expect(second.terms.map(({ term }) => term)).toEqual(['ANDREW  LEE', 'March 4, 2021'])
})

test('dates leave counted, shifted or as they are', () => {
  const text = ['Signed 4 March 2021, ended 2021-03-10.']
  expect(outgoing(text)).toEqual(['Signed [DATE-1, day 1, Thursday], ended [DATE-2, day 7, Wednesday].'])
  expect(outgoing(text, { dates: 'shifted' })).toEqual([
    'Signed [DATE-1, 2019-03-07, Thursday], ended [DATE-2, 2019-03-13, Wednesday].',
  ])
  expect(outgoing(text, { dates: 'exact' })).toEqual(text)
})

test('words that look like pseudonyms come back as what they are', () => {
  const text = 'Andrew Lee wrote [PERSON-1], person-2 and \\[DATE_3, day 4\\] himself.'
  const { segments, map } = buildPacket(inputOf([text]), NAMES)
  expect(segments[0]?.outgoing).toBe('[PERSON-1] wrote [ID-1], [ID-2] and [ID-3] himself.')
  expect(restore(segments[0]?.outgoing ?? '', map.entities)).toEqual({ text, restored: 4, unknown: [] })
})

test('a name that is a word masks the word only where it is written like a name', () => {
  const will = madeUpDetection({ names: { 'Will Rose': 'person' } })
  const { segments } = buildPacket(inputOf(['I will ask Will Rose; Will saw a rose.']), will)
  expect(segments[0]?.outgoing).toBe('I will ask [PERSON-1]; [PERSON-1] saw a rose.')
})

describe('flagged words', () => {
  const flagging = madeUpDetection({ names: { 'Andrew Lee': 'person' }, flagged: ['Zorbex', 'Q7', 'Lee'] })
  const texts = ['Zorbex and Q7?', 'ZORBEX, Zorbex; Andrew Lee, Lee']
  const build = (decisions: Partial<typeof NO_DECISIONS>) =>
    buildPacket(inputOf(texts, { decisions: { ...NO_DECISIONS, ...decisions } }), flagging)

  test('are open until decided, each once, and what is replaced anyway asks nothing', () => {
    const { flags, openFlags, segments } = build({})
    expect(openFlags).toBe(2)
    expect(flags.map(({ flag, term, count, suggestedPseudonym }) => [flag, term, count, suggestedPseudonym])).toEqual([
      [1, 'Zorbex', 2, '[PERSON-2]'],
      [2, 'Q7', 1, '[ID-1]'],
    ])
    const [question, source] = segments
    expect(question?.flags.map(({ start, end, flag }) => [question.local.slice(start, end), flag])).toEqual([
      ['Zorbex', 1],
      ['Q7', 2],
    ])
    expect(source?.flags.map(({ outStart, outEnd }) => source.outgoing.slice(outStart, outEnd))).toEqual(['Zorbex'])
  })

  test('masked, they are replaced in every place and spelling; kept, they stay', () => {
    const { flags, openFlags, segments } = build({ masked: [{ text: 'Zorbex', type: 'organisation' }], kept: ['Q7'] })
    expect(segments.map((segment) => segment.outgoing)).toEqual([
      '[ORGANISATION-1] and Q7?',
      '[ORGANISATION-1], [ORGANISATION-1]; [PERSON-1], [PERSON-1]',
    ])
    expect(openFlags).toBe(0)
    expect(flags.map(({ term, decision }) => [term, decision])).toEqual([
      ['Zorbex', 'mask'],
      ['Q7', 'keep'],
    ])
  })

  test('a term that the user lets through stays, and what holds it as a part does not', () => {
    const { segments } = build({ unmasked: ['lee'], kept: ['Zorbex', 'Q7'] })
    expect(segments[1]?.outgoing).toBe('ZORBEX, Zorbex; [PERSON-1], Lee')
  })
})

test('an authority stays readable unless a party of the matter stands in it', () => {
  const kept = ['Miranda v. Arizona, 384 U.S. 436', 'Lee v. Hill, 1 U.S. 2']
  const detection = madeUpDetection({ names: { 'Andrew Lee': 'person' }, kept })
  const { segments } = buildPacket(inputOf([`${kept.join('; ')}. For Andrew Lee.`]), detection)
  const [segment] = segments
  expect(segment?.outgoing).toBe('Miranda v. Arizona, 384 U.S. 436; [PERSON-1] v. Hill, 1 U.S. 2. For [PERSON-1].')
  expect(segment?.kept.map(({ outStart, outEnd }) => segment.outgoing.slice(outStart, outEnd))).toEqual([kept[0]])
})

test('the message holds the instructions, the texts under their marks, and no name of a file', () => {
  const { text, marks, masked, cautions } = buildPacket(
    inputOf(['Is Andrew Lee ill?', 'Wilson disease, aged 92, paid €500.'], { dates: 'exact' }),
    NAMES,
  )
  expect(text).toMatch(
    /^You are asked [\s\S]*\n\nQuestion: Is \[PERSON-1\] ill\?\n\n\[S1\]\nWilson disease, aged \[AGE-1, over 89\]/,
  )
  expect(text).not.toContain('lease.pdf')
  expect(marks).toEqual(['S1'])
  expect(masked).toMatchObject({ person: 1, age: 1 })
  expect(cautions.map(({ key }) => key)).toEqual([
    'outgoing.cautions.illness',
    'outgoing.cautions.amount',
    'outgoing.cautions.exactDates',
  ])
})

test('a title that is a given name as well goes with the name', () => {
  const detection = madeUpDetection({ names: { 'Don Hollis': 'person' } })
  const { segments } = buildPacket(inputOf(['Don Hollis paid.', 'Don paid.']), detection)
  expect(segments.map((segment) => segment.outgoing)).toEqual(['[PERSON-1, m] paid.', '[PERSON-2] paid.'])
})

test('a part of a listed name is replaced where the last check looks for it, and only there', () => {
  const known = [{ text: 'Jane Price', type: 'person' }] as const
  const detection = madeUpDetection({})
  const { built, content, terms } = packetOf(inputOf(['At what price did Price sell?'], { known }), detection)
  expect(built.segments[0]?.outgoing).toBe('At what price did [PERSON-1] sell?')
  expect(consentTo(content, packetHash(content, sha256), { sha256, terms, anew: content }).body).toBe(content.body)
  const decisions = { ...NO_DECISIONS, unmasked: ['Price'] }
  const through = packetOf(inputOf(['Did Price pay Jane Price?'], { known, decisions }), detection)
  expect(through.built.segments[0]?.outgoing).toBe('Did Price pay [PERSON-1]?')
  expect(lastCheck({ ...through.content, terms: through.terms })).toBeNull()
})
