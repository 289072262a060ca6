import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { splitPassages } from '../../../library/split/split-passages.ts'
import { collect } from './collect.ts'

const samples = [
  'discharge-letter/discharge-letter.pdf',
  'discharge-letter/gp-note.md',
  'discharge-letter/lab-report.docx',
  'tenancy-dispute/break-notice.docx',
  'tenancy-dispute/chronology.md',
  'tenancy-dispute/lease.pdf',
  'tenancy-dispute/letter-from-agent.pdf',
]

describe('the sample documents', () => {
  it.each(samples)(
    '%s is read whole, every word of a PDF in a box, every passage in a section or at the top',
    async (path) => {
      const bytes = await readFile(new URL(`../../../samples/${path}`, import.meta.url))
      const { pages, result } = await collect(path, bytes)
      expect(pages.map(({ state }) => state)).toEqual(pages.map(() => 'text'))
      expect(pages).toHaveLength(result.pages)
      for (const { page, text, words } of pages) {
        const boxed = Array.from(words.starts, (start, index) => text.slice(start, words.ends[index])).join('')
        expect(boxed).toBe(page === null ? '' : text.replace(/\s+/g, ''))
      }
      const whole = pages.map(({ text }) => text).join('\f')
      const passages = splitPassages(pages)
      expect(
        passages
          .map(({ text }) => text)
          .join('')
          .replace(/\s+/g, ''),
      ).toBe(whole.replace(/\s+/g, ''))
    },
  )
})
