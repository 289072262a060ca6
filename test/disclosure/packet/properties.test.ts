import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText } from '../../../text/normalise.ts'
import { consentTo, packetHash } from '../../../disclosure/packet/consented-packet.ts'
import { message } from '../../../wording/message.ts'
import { lastCheck } from '../../../disclosure/packet/last-check.ts'
import { restore } from '../../../disclosure/pseudonyms/restore.ts'
import { madeUpDetection } from './made-up-detector.ts'
import { bodyOf, inputOf, packetOf, sha256 } from './made-up-packet.ts'
import { type RandomPacket, randomPacket } from './random-packet.ts'

const RUNS = { numRuns: 100 }
/** Found by chance: one Will is known, of the other only the family name. */
const WILL: RandomPacket = {
  names: { 'Will García': 'person' },
  texts: ['Mrs Will García and Will\u00a0van der Berg said that they will pay'],
}

test('no form of what was found is left anywhere, and the last check passes', () => {
  fc.assert(
    fc.property(randomPacket, fc.constantFrom('day', 'shifted'), ({ names, texts }, dates) => {
      const detection = madeUpDetection({ names })
      const { built, content, terms } = packetOf(inputOf(texts, { dates }), detection)
      expect(lastCheck({ ...content, terms })).toBeNull()
      expect(consentTo(content, packetHash(content, sha256), { sha256, terms, anew: content }).body).toBe(content.body)
      // By other means than the check's: the letters of each term, between the pseudonyms.
      for (const { outgoing, replacements } of built.segments) {
        const left = replacements.toReversed().reduce((text, one) => {
          return `${text.slice(0, one.outStart)}\n${text.slice(one.outEnd)}`
        }, outgoing)
        // A "will" in lower case is a word that every text has, whoever is called Will.
        const said = left.split(/[^\p{L}\p{N}\p{M}'’.@-]+/u).filter((word) => !detection.isOrdinaryWord(word))
        const words = new Set(said.map((word) => foldText(word).text))
        const searched = built.terms.filter(({ term }) => !/^\d{1,3}$/.test(term))
        expect(searched.filter(({ term }) => words.has(foldText(term).text))).toEqual([])
      }
    }),
    { ...RUNS, examples: [[WILL, 'day']] },
  )
})

test('what leaves comes back, but for the way in which a name is written', () => {
  fc.assert(
    fc.property(randomPacket, ({ names, texts }) => {
      const { built } = packetOf(inputOf(texts), madeUpDetection({ names }))
      const { entities } = built.map
      const forms = new Map(entities.map(({ pseudonym, forms: [fullest = ''] }) => [pseudonym, fullest]))
      for (const { local, outgoing, replacements } of built.segments) {
        let expected = ''
        let at = 0
        for (const { start, end, pseudonym } of replacements) {
          expected += local.slice(at, start) + forms.get(/[A-Z-]+-\d+/.exec(pseudonym)?.[0] ?? '')
          at = end
        }
        const back = restore(outgoing, entities)
        expect(back).toEqual({ text: expected + local.slice(at), restored: replacements.length, unknown: [] })
      }
    }),
    RUNS,
  )
})

test('the same texts give the same packet, and a second packet of the matter the same pseudonyms', () => {
  fc.assert(
    fc.property(randomPacket, ({ names, texts }) => {
      const detection = madeUpDetection({ names })
      const first = packetOf(inputOf(texts), detection)
      expect(packetOf(inputOf(texts), detection).content).toEqual(first.content)
      const again = packetOf(inputOf(texts, { map: first.built.map }), detection)
      expect(again.built.text).toBe(first.built.text)
      expect(again.built.map.entities.map(({ pseudonym }) => pseudonym)).toEqual(
        first.built.map.entities.map(({ pseudonym }) => pseudonym),
      )
    }),
    RUNS,
  )
})

test('offsets of what leaves and of what it was made from belong together', () => {
  fc.assert(
    fc.property(randomPacket, ({ names, texts }) => {
      const detection = madeUpDetection({ names, flagged: ['harm', 'ACME'], kept: ['tenant paid'] })
      for (const segment of packetOf(inputOf(texts), detection).built.segments) {
        const { local, outgoing } = segment
        for (const one of segment.replacements) {
          expect(outgoing.slice(one.outStart, one.outEnd)).toBe(one.pseudonym)
          expect(local.slice(one.start, one.end)).toBe(one.term)
        }
        for (const one of [...segment.flags, ...segment.kept])
          expect(outgoing.slice(one.outStart, one.outEnd)).toBe(local.slice(one.start, one.end))
      }
    }),
    RUNS,
  )
})

test('a term that came back into the text, in whatever spelling, is found in the last check', () => {
  const spell = (text: string) =>
    fc.constantFrom(
      text,
      text.toUpperCase(),
      text.toLowerCase(),
      text.normalize('NFD'),
      text.replace(' ', '\u00a0 '),
      text.replace(' ', '-\n'),
      [...text].join('\u00ad'),
      `“${text}”`,
    )
  const form = fc.constantFrom('Zoë Müller', 'Müller', 'Jean-Luc', 'MRN 4711-22', '4 March 2021')
  const names = { 'Zoë Müller': 'person', 'Jean-Luc': 'person', 'MRN 4711-22': 'record' } as const
  const texts = ['Did Zoë Müller and Jean-Luc (MRN 4711-22) meet on 4 March 2021?', 'They did. Nobody else came.']
  const { content, terms } = packetOf(inputOf(texts), madeUpDetection({ names }))
  expect(lastCheck({ ...content, terms })).toBeNull()
  fc.assert(
    fc.property(form.chain(spell), fc.nat({ max: 28 }), (leaked, place) => {
      const segments = content.segments.map((segment) => {
        if (segment.source !== 'S1') return segment
        const { outgoing } = segment
        return { ...segment, outgoing: `${outgoing.slice(0, place)} ${leaked} ${outgoing.slice(place)}` }
      })
      const text = content.segments.map(({ outgoing }) => outgoing)
      const body = bodyOf(
        (JSON.parse(content.body) as { messages: [{ content: string }] }).messages[0].content.replace(
          text[1] ?? '',
          () => segments[1]?.outgoing ?? '',
        ),
      )
      expect(lastCheck({ ...content, segments, body, terms })).toEqual(
        message('failures.outgoing.termLeft', { part: 'S1' }),
      )
    }),
    RUNS,
  )
})

test('one changed byte anywhere voids the consent', () => {
  const texts = ['Did Andrew Lee sign?', 'He signed on 4 March 2021.']
  const { content, terms } = packetOf(inputOf(texts), madeUpDetection({ names: { 'Andrew Lee': 'person' } }))
  const hash = packetHash(content, sha256)
  fc.assert(
    fc.property(
      fc.constantFrom('body', 'address', 'model', 'provider'),
      fc.nat(),
      fc.integer({ min: 1, max: 127 }),
      (field, place, flip) => {
        const before = content[field]
        const at = place % before.length
        const changed = String.fromCharCode(before.charCodeAt(at) ^ flip)
        const altered = { ...content, [field]: `${before.slice(0, at)}${changed}${before.slice(at + 1)}` }
        expect(() => consentTo(altered, hash, { sha256, terms, anew: altered })).toThrow('another text')
        // Even with its own right hash, a body is sent only as it was shown.
        const body = { ...content, body: altered.body === content.body ? `${content.body} ` : altered.body }
        expect(() => consentTo(body, packetHash(body, sha256), { sha256, terms, anew: body })).toThrow(
          'Nothing was sent',
        )
      },
    ),
    RUNS,
  )
})
