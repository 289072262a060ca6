import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AlignedParts, type ComparedPage, wholeText } from '../../compare/compared-text.ts'
import { readWords } from '../../compare/read-words.ts'
import { CHANGE_GROUPS } from '../../contract/drafts/comparison.ts'
import { compared, plain } from './compare-text.ts'

const word = fc.constantFrom(
  ...'the a of shall may not Tenant Landlord rent 12 £500 25 March 2029 notice pay “Rent” clause 3.1 (a) and or six months – e-mail'.split(
    ' ',
  ),
)
const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const labelled = fc
  .tuple(fc.constantFrom('', '1. ', '1.1 ', '(a) ', 'ARTICLE II ', '• '), line)
  .map((both) => both.join(''))
const text = fc
  .array(fc.tuple(labelled, fc.constantFrom('\n', '.\n', '\n\n', ';\n')), { maxLength: 10 })
  .map((lines) => lines.flat().join(''))
const pages: fc.Arbitrary<readonly ComparedPage[]> = fc
  .array(text, { minLength: 1, maxLength: 3 })
  .map((texts) => texts.map((one, at) => ({ page: at + 1, text: one, blocks: [] })))

/** A document and another one with some of its lines in another order, among new ones. */
const versions = fc.tuple(fc.uniqueArray(labelled, { minLength: 3, maxLength: 12 }), text).chain(([lines, added]) =>
  fc.shuffledSubarray(lines).map((kept) => {
    const half = Math.ceil(kept.length / 2)
    const after = [...kept.slice(0, half), added, ...kept.slice(half)]
    return [plain(lines.join('.\n\n')), plain(after.join('.\n\n'))] as const
  }),
)

/** Places of the words of one side, in order of the text. */
function wordsOf(aligned: readonly AlignedParts[], side: 'before' | 'after', whole: string): readonly number[] {
  const starts = aligned.flatMap(({ runs }) =>
    runs.flatMap((run) => {
      const span = run[side]
      return span ? readWords(whole, span.start, span.end).map(({ start }) => start) : []
    }),
  )
  return starts.toSorted((one, other) => one - other)
}

describe('any two documents', () => {
  test('a document has no change against itself', () => {
    fc.assert(
      fc.property(pages, (one) => {
        expect(compared(one, one).changes).toEqual([])
      }),
    )
  })

  test('every word of both stands in exactly one run', () => {
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const { aligned } = compared(one, other)
        for (const [side, all] of [
          ['before', one],
          ['after', other],
        ] as const) {
          const whole = wholeText(all)
          expect(wordsOf(aligned, side, whole)).toEqual(readWords(whole, 0, whole.length).map(({ start }) => start))
        }
      }),
    )
  })

  test('runs that are the same have the same words', () => {
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const [before, after] = [wholeText(one), wholeText(other)]
        for (const { runs } of compared(one, other).aligned)
          for (const run of runs.filter(({ isSame }) => isSame)) {
            const keys = (whole: string, span: { start: number; end: number } | null) =>
              readWords(whole, span!.start, span!.end).map(({ key }) => key)
            expect(keys(before, run.before)).toEqual(keys(after, run.after))
          }
      }),
    )
  })

  test('what was added one way round was removed the other way round', () => {
    const added = 'Zebras and okapis must never graze upon the lawns of the college.'
    fc.assert(
      fc.property(text, text, (head, tail) => {
        const [without, withIt] = [`${head}\n\n${tail}`, `${head}\n\n${added}\n\n${tail}`]
        const only = (aligned: readonly AlignedParts[], whole: string, side: 'before' | 'after') =>
          aligned
            .filter(({ kind }) => kind === (side === 'before' ? 'removed' : 'added'))
            .flatMap((part) => part[side].map(({ start, end }) => whole.slice(start, end)))
        expect(only(compared(plain(without), plain(withIt)).aligned, withIt, 'after')).toEqual([added])
        expect(only(compared(plain(withIt), plain(without)).aligned, withIt, 'before')).toEqual([added])
      }),
    )
  })

  test('places are cut from the text where words begin and end, and the differing words lie in them', () => {
    fc.assert(
      fc.property(pages, pages, (one, other) => {
        const [before, after] = [wholeText(one), wholeText(other)]
        for (const change of compared(one, other).changes)
          for (const [whole, place] of [
            [before, change.before],
            [after, change.after],
          ] as const) {
            if (!place) continue
            expect(whole.slice(place.start, place.end).trim()).toBe(whole.slice(place.start, place.end))
            for (const { start, end } of place.words) {
              expect(start).toBeGreaterThanOrEqual(place.start)
              expect(end).toBeLessThanOrEqual(place.end)
            }
          }
      }),
    )
  })

  test('a change of a weightier group always comes first', () => {
    fc.assert(
      fc.property(fc.oneof(fc.tuple(pages, pages), versions), ([one, other]) => {
        const groups = compared(one, other).changes.map(({ group }) => CHANGE_GROUPS.indexOf(group))
        expect(groups).toEqual(groups.toSorted((a, b) => a - b))
      }),
    )
  })
})
