import { describe, expect, it } from 'vitest'
import { type BatchOptions, parsedBatches } from '../../../../library/read/pdf/parse-pages.ts'
import type { PdfParser } from '../../../../library/read/pdf/pdf-parser.ts'

/** Knows only how many pages there are, and writes down what it is asked for. */
function countingParser(totalPages: number, fails?: number): PdfParser & { readonly asked: (readonly number[])[] } {
  const asked: (readonly number[])[] = []
  return {
    asked,
    async parse(pages) {
      asked.push(pages)
      if (fails !== undefined && pages.includes(fails)) throw new Error(`page ${fails} is damaged`)
      return { totalPages, pages: [], pageErrors: [], screenshots: [] } as unknown as Awaited<
        ReturnType<PdfParser['parse']>
      >
    },
    pdfjs: () => Promise.reject(new Error('not asked for')),
    async [Symbol.asyncDispose]() {},
  }
}

const OPTIONS: BatchOptions = {
  perCall: 2,
  done: new Set(),
  untouched: new Set(),
  checkPages: () => {},
  ahead: 1,
  hasMetadata: false,
}

async function wantedOf(parser: PdfParser, more: Partial<BatchOptions>): Promise<readonly (readonly number[])[]> {
  const batches = parsedBatches(parser, { ...OPTIONS, ...more })
  return (await Array.fromAsync(batches)).map(({ wanted }) => wanted)
}

describe('the pages of a document', () => {
  it('are parsed so many batches ahead of what is being worked on, and no further', async () => {
    for (const [ahead, expected] of [
      [1, [2, 3, 4, 4]],
      [2, [3, 4, 4, 4]],
    ] as const) {
      const parser = countingParser(7)
      const seen: number[] = []
      for await (const _batch of parsedBatches(parser, { ...OPTIONS, ahead })) seen.push(parser.asked.length)
      expect(parser.asked).toEqual([[1, 2], [3, 4], [5, 6], [7]])
      expect(seen).toEqual(expected)
    }
  })

  it('are not parsed ahead where one of them may kill the process', async () => {
    const parser = countingParser(5)
    const seen: number[] = []
    for await (const _batch of parsedBatches(parser, { ...OPTIONS, ahead: 0 })) seen.push(parser.asked.length)
    expect(seen).toEqual([1, 2, 3])
  })

  it('that came before a failure are good, and leaving before it hides it', async () => {
    const seen: (readonly number[])[] = []
    const reading = async (pages: number) => {
      for await (const { wanted } of parsedBatches(countingParser(6, 3), OPTIONS))
        if (seen.push(wanted) === pages) return
    }
    await reading(1)
    await expect(reading(3)).rejects.toThrow('page 3 is damaged')
    expect(seen).toEqual([
      [1, 2],
      [1, 2],
    ])
  })

  it('are parsed whole, and with the batch before, where one of them is left', async () => {
    const parser = countingParser(9)
    expect(await wantedOf(parser, { done: new Set([1, 2, 3, 4, 5, 9]) })).toEqual([[], [], [6], [7, 8]])
    expect(parser.asked.slice(1)).toEqual([
      [3, 4],
      [5, 6],
      [7, 8],
    ])
  })

  it('are passed over, and those that failed not even parsed', async () => {
    const parser = countingParser(6)
    expect(await wantedOf(parser, { done: new Set([1, 3, 4]), untouched: new Set([3]) })).toEqual([[2], [], [5, 6]])
    expect(parser.asked).toEqual([[1, 2], [4], [5, 6]])
  })

  it('are refused by their number before more of them are parsed', async () => {
    const parser = countingParser(6)
    const checkPages = (pages: number) => {
      throw new RangeError(`${pages} pages`)
    }
    await expect(wantedOf(parser, { checkPages })).rejects.toThrow('6 pages')
    expect(parser.asked).toEqual([[1, 2]])
  })
})
