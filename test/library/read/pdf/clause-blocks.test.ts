import { describe, expect, it } from 'vitest'
import { blocksOf, collect } from '../collect.ts'
import { type Print, typedPdf } from '../typed-pdf.ts'

async function read(lines: readonly Print[]) {
  const { pages } = await collect('a.pdf', typedPdf([lines]))
  return pages[0]!
}

describe('numbered clauses', () => {
  it('are blocks of their own, with their numbers, when they stand apart', async () => {
    const page = await read([
      [72, 100, 12, '1. Definitions and interpretation'],
      [72, 130, 12, '1.1 The tenant is the person who rents the house from the landlord under this lease,'],
      [72, 144, 12, 'and whoever takes over from that person.'],
      [72, 170, 12, '1.2 The landlord is the person who lets it.'],
      [72, 196, 12, 'Section 3 of the Act applies to this lease without any change at all.'],
    ])
    expect(blocksOf(page).map(([, , text]) => text)).toEqual([
      '1. Definitions and interpretation',
      '1.1 The tenant is the person who rents the house from the landlord under this lease, and whoever takes over from that person.',
      '1.2 The landlord is the person who lets it.',
      'Section 3 of the Act applies to this lease without any change at all.',
    ])
    const words = Array.from(page.words.starts, (start, index) => page.text.slice(start, page.words.ends[index]))
    expect(words.join(' ')).toBe(page.text.replace(/\s+/g, ' '))
  })

  it('are not seen in a paragraph whose line happens to begin with one', async () => {
    const page = await read([
      [72, 100, 12, 'The tenant may end the lease early, as is said in the lease in its'],
      [72, 114, 12, 'Section 12. It is then for the landlord to say within a month whether that is in the meaning of'],
      [72, 128, 12, 'Clause 3 or whether it is not, and the tenant has to know of it by the end of the month.'],
    ])
    expect(page.text).toMatch(/in its Section 12\. It is .* of Clause 3 or/)
  })
})
