import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sectionSpan } from '../../../library/split/split-passages.ts'

describe('the name of what lies in several sections', () => {
  it('says what they have in common once, then both of two or the first and the last of more', () => {
    const named: readonly (readonly [readonly string[], string])[] = [
      [[''], ''],
      [['7 Term > 7.1 Notice'], '7 Term > 7.1 Notice'],
      [['7 Term > 7.1 Notice', '7 Term > 7.2 Service'], '7 Term > 7.1 Notice; 7.2 Service'],
      [['1 Terms', '2 Break', '3 Notices', '4 Rent'], '1 Terms \u2026 4 Rent'],
      [['7 Term', '7 Term > 7.1 Notice'], '7 Term > 7.1 Notice'],
      [['', '1 Terms'], '1 Terms'],
      [['7 Term > 7.2 Service', '8 Rent'], '7 Term > 7.2 Service; 8 Rent'],
      [['A > B > C', 'A > B > D', 'A > E'], 'A > B > C \u2026 E'],
    ]
    for (const [paths, name] of named) expect(sectionSpan(paths)).toBe(name)
  })

  it('names what they have in common, and the first and the last of them, whatever they are', () => {
    const name = fc.stringMatching(/^[a-z]{1,6}$/)
    const names = fc.uniqueArray(name, { minLength: 2, maxLength: 5 })
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), names, (common, own) => {
        const span = sectionSpan(own.map((one) => [...common, one].join(' > ')))
        const parting = own.length === 2 ? '; ' : ' \u2026 '
        expect(span).toBe([...common, `${own[0]}${parting}${own.at(-1)}`].join(' > '))
      }),
    )
  })
})
