import { expect, test } from 'vitest'
import { forgetText, heldOf, holdParts, holdText } from '../../renderer/knowledge/cards/use-shown-card.ts'
import { aCard } from '../assistant/cards/a-card.ts'

const BLANK = { summary: '', knowledge: [] }
const one = aCard({ card: 'one', title: 'One', ...BLANK })
const other = aCard({ card: 'other', title: 'Other', ...BLANK })
const PARTS = { summary: 'Look for the clause.', knowledge: [{ text: 'A clause fixes the day.', source: null }] }
const BY = { teacher: 'qwen3-8b', promptVersion: 'card-1' }
const written = { before: one, parts: PARTS, by: BY }

test('what was typed of a card while a model wrote stays, beside the parts that it wrote', () => {
  const typed = holdText({}, one, { ...one, title: 'Typed meanwhile', domain: 'notices' })
  const held = heldOf(holdParts(typed, one, written), one)
  expect(held).toMatchObject({ text: { ...PARTS, title: 'Typed meanwhile', domain: 'notices' }, writtenBy: BY })
})

test('what was typed into the very parts stays above what the model wrote; what stood there when it was asked gives way', () => {
  const item = { text: 'Typed.', source: null }
  const typed = holdText({}, one, { ...one, summary: 'My own.', knowledge: [item] })
  expect(heldOf(holdParts(typed, one, written), one)?.text).toMatchObject({
    summary: 'My own.\n\nLook for the clause.',
    knowledge: [item, ...PARTS.knowledge],
  })
  const before = { ...one, summary: 'My own.', knowledge: [item] }
  expect(heldOf(holdParts(typed, one, { ...written, before }), one)?.text).toMatchObject(PARTS)
})

test('another card keeps what was typed of it, whatever is written, edited or forgotten of this one', () => {
  const typed = holdText({}, other, { ...other, title: 'Typed of the other' })
  const both = holdParts(typed, one, written)
  expect(heldOf(both, other)?.text.title).toBe('Typed of the other')
  expect(heldOf(both, one)?.text).toMatchObject(PARTS)
  expect(heldOf(forgetText(both, one), other)?.text.title).toBe('Typed of the other')
  expect(heldOf(forgetText(both, one), one)).toBeNull()
})

test('what was typed of a version is not shown for the next one, and parts written for the last one do not replace it', () => {
  const next = { ...one, version: 2, sha256: 'next', summary: 'Saved meanwhile.' }
  const typed = holdText({}, next, { ...next, title: 'Typed of the next' })
  expect(heldOf(typed, one)).toBeNull()
  expect(heldOf(holdParts(typed, one, written), next)?.text).toMatchObject({
    title: 'Typed of the next',
    summary: 'Saved meanwhile.',
  })
  expect(heldOf(holdParts(holdText({}, one, one), next, written), next)?.text).toMatchObject(PARTS)
})
