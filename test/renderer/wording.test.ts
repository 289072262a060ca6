import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentName } from '../../wording/document-name.ts'
import { formatBytes, formatCount, formatMemory } from '../../wording/format-quantity.ts'
import { formatSeconds, formatTime, formatTimeLeft } from '../../wording/format-time.ts'
import { choiceWords, listWords, shortHash } from '../../wording/phrases.ts'
import { markWords, searchedWords, snippet } from '../../wording/snippet.ts'

test('sizes, counts and hashes read as people write them', () => {
  expect([0, 1, 999, 117_000_000, 2_490_000_000, 212e9, 4_200_000].map(formatBytes)).toEqual([
    '0 bytes',
    '1 byte',
    '999 bytes',
    '117 MB',
    '2.49 GB',
    '212 GB',
    '4.2 MB',
  ])
  expect([16 * 2 ** 30, 10.8 * 2 ** 30].map(formatMemory)).toEqual(['16 GB', '10.8 GB'])
  expect([formatCount(1, 'page'), formatCount(1207, 'page'), formatCount(2, 'entry', 'entries')]).toEqual([
    '1 page',
    '1,207 pages',
    '2 entries',
  ])
  expect(shortHash('3f9a77c0c21')).toBe('3f9a…c21')
  expect(documentName('Letters/Lease, signed.copy.PDF')).toBe('Lease, signed.copy.PDF')
})

test('times are said from where one stands', () => {
  const now = new Date(2026, 5, 3, 11, 0)
  expect(formatTime(new Date(2026, 5, 3, 10, 38).toISOString(), now)).toBe('today, 10:38')
  expect(formatTime(new Date(2026, 5, 2, 23, 59).toISOString(), now)).toBe('yesterday, 23:59')
  expect(formatTime(new Date(2026, 4, 28, 9, 5).toISOString(), now)).toBe('28 May 2026, 09:05')
  expect(formatTime('not a time', now)).toBe('not a time')
  // So near the end nothing is promised: what ends a job is in no estimate.
  expect([null, 0, 2, 4.9, 40, 240, 7200].map(formatTimeLeft)).toEqual([
    '',
    '',
    '',
    '',
    'about 40\u00A0s left',
    'about 4\u00A0min left',
    'about 2\u00A0h left',
  ])
  expect([31, 310, 9960, 23_000].map(formatSeconds)).toEqual(['0.03 s', '0.3 s', '10 s', '23 s'])
})

describe('a passage in one line', () => {
  const words = searchedWords('When must the notice be served on the landlord?')

  test('is searched for the words that matter, in every form of theirs', () => {
    expect(words).toEqual(['notice', 'served', 'landlord'])
    const marked = markWords('Notices serve the Landlords.', words).filter(({ isMarked }) => isMarked)
    expect(marked.map(({ text }) => text)).toEqual(['Notices serve', 'Landlords'])
  })

  test('begins shortly before the words, not at the top of the passage', () => {
    const text = `${'Nothing of interest stands here at all. '.repeat(8)}A notice is deemed served on the landlord.`
    const line = snippet(text, words)
      .map((run) => run.text)
      .join('')
    expect(line.startsWith('… ')).toBe(true)
    expect(line).toContain('A notice is deemed served')
    expect(line.length).toBeLessThan(120)
  })

  test('holds every character of its text when it is marked', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.stringMatching(/^[a-z]{3,6}$/)), (text, some) => {
        expect(
          markWords(text, some)
            .map((run) => run.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
})

test('a list names so many and counts the others, but a single one more', () => {
  expect(listWords(['lease', 'letter', 'map'])).toBe('lease, letter and map')
  expect(listWords(['lease', 'letter', 'map'], 2)).toBe('lease, letter and map')
  expect(listWords(['lease', 'letter', 'map', 'deed', 'will'], 2)).toBe('lease, letter and 3 more')
  expect([listWords(['lease']), choiceWords(['kg', 'g', 'lb'])]).toEqual(['lease', 'kg, g or lb'])
})
