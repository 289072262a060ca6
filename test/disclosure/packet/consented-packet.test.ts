import { afterEach, expect, test } from 'vitest'
import {
  type ConsentedPacket,
  consentTo,
  isConsented,
  packetHash,
} from '../../../disclosure/packet/consented-packet.ts'
import { madeUpDetection } from './made-up-detector.ts'
import { lastCheck } from '../../../disclosure/packet/last-check.ts'
import { saidOf } from '../../../wording/failure.ts'
import { messageText } from '../../../wording/message-text.ts'
import { MESSAGES as GERMAN } from '../../../wording/messages/de/messages.ts'
import { MESSAGES as ENGLISH } from '../../../wording/messages/en/messages.ts'
import { setLanguage } from '../../../wording/translate.ts'
import { inputOf, packetOf, sha256 } from './made-up-packet.ts'

const detection = madeUpDetection({ names: { 'Andrew Lee': 'person' }, flagged: ['Zorbex'] })
const packet = packetOf(inputOf(['Did Andrew Lee sign?', 'He did.']), detection)
afterEach(() => setLanguage(ENGLISH))

const agree = ({ content, terms } = packet) =>
  consentTo(content, packetHash(content, sha256), { sha256, terms, anew: content })

test('a consented packet says what it is, cannot be changed, and is good for one sending', () => {
  const consented = agree()
  expect(consented).toMatchObject({
    packetId: 'p1',
    provider: 'house',
    model: 'large',
    body: packet.content.body,
    marks: ['S1'],
    hash: packetHash(packet.content, sha256),
  })
  expect(consented.text).toBe(packet.built.text)
  expect(() => Object.assign(consented, { body: '{}' })).toThrow(TypeError)
  consented.take()
  expect(() => consented.take()).toThrow('used already')
})

test('nothing else is one: not its likeness, its copy, its child or one made by its own class', () => {
  const consented = agree()
  const likeness = { ...packet.content, hash: consented.hash, text: consented.text, take: () => {} }
  const own = consented.constructor as new (...words: unknown[]) => ConsentedPacket
  expect(isConsented(consented)).toBe(true)
  expect(isConsented(likeness)).toBe(false)
  expect(isConsented(structuredClone(likeness.body))).toBe(false)
  expect(isConsented(Object.create(consented))).toBe(false)
  expect(isConsented(Object.setPrototypeOf(likeness, own.prototype as object))).toBe(false)
  expect(isConsented(null)).toBe(false)
  expect(() => new own(Symbol('only consentTo makes one'), packet.content, consented.hash)).toThrow(TypeError)
})

test('no consent while a marked word is open, to another hash, or to a term that has come to be known since', () => {
  const open = packetOf(inputOf(['Did Zorbex sign?']), detection)
  expect(() => agree(open)).toThrow('1 marked word is not decided')
  const { content, terms } = packet
  expect(() => consentTo(content, 'made up', { sha256, terms, anew: content })).toThrow('another text')
  const sign = { text: 'sign', folded: 'sign', type: 'person', capitalisedOnly: false } as const
  expect(() =>
    consentTo(content, packetHash(content, sha256), { sha256, terms: [...terms, sign], anew: content }),
  ).toThrow('the question still contains a term')
})

test('no consent to what would be another packet, or leave a word open, if it were made now', () => {
  const { content, terms } = packet
  const agreeTo = (anew: typeof content) => consentTo(content, packetHash(content, sha256), { sha256, terms, anew })
  expect(() => agreeTo({ ...content, body: `${content.body} ` })).toThrow('has changed since you read it')
  expect(() => agreeTo({ ...content, address: 'https://other.example/v1' })).toThrow('has changed since you read it')
  expect(() => agreeTo({ ...content, openFlags: 1 })).toThrow('has changed since you read it')
})

test('every refusal says in the language in use that nothing was sent, and speaks of the outgoing text', () => {
  const { content, terms } = packet
  const check = { sha256, terms, anew: content }
  const hash = packetHash(content, sha256)
  const said = (refused: () => unknown) => {
    try {
      refused()
    } catch (error) {
      return saidOf(error)
    }
    throw new Error('it was agreed to')
  }
  const used = agree()
  used.take()
  const term = (text: string) => ({ text, folded: text, type: 'person', capitalisedOnly: false }) as const
  const moved = content.segments.map((one) => ({
    ...one,
    replacements: one.replacements.map((at) => ({ ...at, pseudonym: '[PERSON-9]' })),
  }))
  const refusals = [
    said(() => used.take()),
    said(() => consentTo(content, 'made up', check)),
    said(() => agree(packetOf(inputOf(['Did Zorbex sign?']), detection))),
    said(() => consentTo(content, hash, { ...check, anew: { ...content, openFlags: 2 } })),
    said(() => consentTo(content, hash, { ...check, terms: [...terms, term('sign')] })),
    lastCheck({ ...content, terms, body: '{}' }),
    lastCheck({ ...content, terms, segments: moved }),
  ].map((one) => one ?? { key: 'nothing', values: {} })
  expect(new Set(refusals.map(({ key }) => key)).size).toBe(refusals.length)
  for (const one of refusals) expect(messageText(one)).toMatch(/^Nothing was sent(?!.*packet)/)
  setLanguage(GERMAN)
  for (const one of refusals) expect(messageText(one)).toMatch(/^Es wurde (?:nichts|nicht noch einmal) gesendet/)
  expect(refusals.map(messageText).join()).toContain('In der Frage steht ein Begriff')
})
