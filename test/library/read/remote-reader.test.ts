import { message } from '../../../wording/message.ts'
import { describe, expect, it } from 'vitest'
import { sourceOf, startReader } from './start-reader.ts'
import { content, onePagePdf, type PdfObject, writePdf } from '../../../scripts/hostile/write-pdf.ts'
import { type Print, typedPdf } from './typed-pdf.ts'
import { deflateSync } from 'node:zlib'
import { PATIENCE_MS } from '../../patience.ts'

const good = Buffer.from('The rent is 1,250 pounds.\n')
const line = (text: string): readonly Print[] => [[72, 90, 12, text]]

/** A content stream of 400 MB when inflated, some 400 kB here. */
const bomb: PdfObject = { dictionary: '/Filter /FlateDecode', stream: deflateSync(Buffer.alloc(400_000_000, ' ')) }

/** Pages of text of which one is a bomb. */
function pdfWithBomb(pages: number, bombPage: number): Buffer {
  const kids = Array.from({ length: pages }, (_, index) => `${4 + index * 2} 0 R`).join(' ')
  return writePdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from({ length: pages }, (_, index): readonly PdfObject[] => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      index + 1 === bombPage ? bomb : content(`BT /F1 12 Tf 72 700 Td (Page ${index + 1}.) Tj ET`),
    ]).flat(),
  ])
}

describe('the reader process', () => {
  it('reads one document after the other in the same process', async () => {
    await using reader = startReader()
    const first = await reader.read('a.txt', good)
    expect(first.pages.map(({ text }) => text)).toEqual([good.toString()])
    const second = await reader.read('b.pdf', typedPdf([line('One.'), line('Two.')]))
    expect(second.pages.map(({ page, text }) => [page, text])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
    ])
    expect(second.pages[1]!.words.starts).toBeInstanceOf(Int32Array)
    expect(reader.starts()).toBe(1)
  })

  it('takes documents that are asked for at the same time in turn', async () => {
    await using reader = startReader()
    const outcomes = await Promise.all(['one', 'two', 'three'].map((text) => reader.read('a.txt', Buffer.from(text))))
    expect(outcomes.map(({ pages }) => pages[0]!.text)).toEqual(['one', 'two', 'three'])
  })

  it('sends a file of several chunks whole', async () => {
    await using reader = startReader()
    const text = 'A line of the long file.\n'.repeat(150_000)
    expect((await reader.read('a.txt', Buffer.from(text))).pages[0]!.text).toBe(text)
  })
})

describe('a document that goes wrong', () => {
  it('may take longer than usual when it is given the time', async () => {
    await using reader = startReader({ baseMs: 1, perMbMs: 0, perPageMs: 0 })
    const short = await reader.read('a.pdf', typedPdf([line('One.')]))
    expect(short.failure).toMatchObject({ code: 'time', retry: true })
    const long = await reader.read('a.pdf', typedPdf([line('One.')]), { limitMs: 30_000 })
    expect(long.pages.map(({ text }) => text)).toEqual(['One.'])
  })

  it('refuses a file over the size limit without starting a process', async () => {
    await using reader = startReader({ fileMb: 1 })
    const { failure } = await reader.read('a.txt', Buffer.alloc(1_200_000, 'x'))
    expect(failure).toEqual({
      code: 'gate',
      message: 'The file is too large: 2\u00A0MB, the limit is 1. Split the file and add the parts.',
      retry: false,
    })
    expect(reader.starts()).toBe(0)
  })

  it('fails a document that needs too much memory and reads the next one', async () => {
    await using reader = startReader({ memoryMb: 350 })
    // Eight deaths: of a crash loop, the sixth would be the last.
    for (let round = 0; round < 4; round += 1) {
      const { failure } = await reader.read('bomb.pdf', onePagePdf({ content: bomb }))
      expect(failure).toEqual({
        code: 'memory',
        message: 'Reading needs more than 350\u00A0MB of memory and was stopped.',
        retry: false,
      })
    }
    expect((await reader.read('a.txt', good)).result).not.toBeNull()
  })

  it('passes over a page that kills it and keeps the others', async () => {
    await using reader = startReader({ memoryMb: 350 })
    const { pages, result } = await reader.read('a.pdf', pdfWithBomb(14, 12))
    expect(pages.map(({ page, state }) => [page, state])).toEqual(
      Array.from({ length: 14 }, (_, index) => [index + 1, index === 11 ? 'failed' : 'text']),
    )
    expect(pages[11]!.reason).toBe('Reading needs more than 350\u00A0MB of memory and was stopped.')
    expect(result).toMatchObject({
      pages: 14,
      warnings: [{ kind: 'damaged', text: message('reading.notices.lostPages', { count: 1 }) }],
    })
  })

  it('stops a document that takes too long and reads the next one', async () => {
    await using reader = startReader({ baseMs: 300, perMbMs: 0 })
    await reader.read('a.txt', good)
    const slow = Buffer.from(`<html>${'<p>x'.repeat(3_000_000)}`)
    const { failure } = await reader.read('slow.html', slow)
    expect(failure).toEqual({
      code: 'time',
      message: 'Reading took longer than 1\u00A0s and was stopped.',
      retry: true,
    })
    expect(reader.supervised.state).toBe('idle')
    await using other = startReader()
    expect((await other.read('a.txt', good)).failure).toBeNull()
  })
})

describe('a reading under way', () => {
  it('does not count the time its caller takes', async () => {
    await using reader = startReader({ baseMs: 1, perMbMs: 0, perPageMs: 0 })
    const pdf = typedPdf([line('One.'), line('Two.')])
    const startedMs = performance.now()
    await reader.read('a.pdf', pdf, { limitMs: PATIENCE_MS })
    // The process has started by now: on this computer, however busy it is, a reading takes a small part of this.
    const limitMs = 3 * (performance.now() - startedMs)
    const reading = reader.reader.read(sourceOf('a.pdf', pdf, { limitMs }))
    await reading.next()
    await new Promise((resolve) => setTimeout(resolve, limitMs + 200))
    expect((await reading.next()).value).toMatchObject({ text: 'Two.' })
    expect((await reading.next()).done).toBe(true)
  })

  it('ends with the reason of the signal, and the process with it', async () => {
    await using reader = startReader()
    const stop = new AbortController()
    const reading = reader.reader.read(
      sourceOf('a.pdf', typedPdf(Array.from({ length: 100 }, () => line('Page.')))),
      stop.signal,
    )
    await reading.next()
    stop.abort(new Error('paused by the user'))
    await expect(
      (async () => {
        for await (const _ of { [Symbol.asyncIterator]: () => reading }) void _
      })(),
    ).rejects.toThrow('paused by the user')
    expect((await reader.read('a.txt', good)).failure).toBeNull()
    expect(reader.starts()).toBe(2)
  })

  it('ends the reading when its caller leaves the loop', async () => {
    await using reader = startReader()
    for await (const page of reader.reader.read(sourceOf('a.pdf', typedPdf([line('One.'), line('Two.')])))) {
      expect(page).toMatchObject({ page: 1, text: 'One.' })
      break
    }
    expect((await reader.read('a.txt', good)).failure).toBeNull()
  })

  it('is replaced after a document that leaves it large', async () => {
    await using reader = startReader({ recycleMb: 10 })
    await reader.read('a.txt', good)
    await reader.read('a.txt', good)
    expect(reader.starts()).toBe(2)
  })

  it('fails a document whose bytes do not come', async () => {
    await using reader = startReader()
    const source = {
      ...sourceOf('a.txt', good),
      chunks: () => {
        throw new Error('the store is damaged')
      },
    }
    await expect(reader.reader.read(source).next()).rejects.toThrow('the store is damaged')
    expect((await reader.read('a.txt', good)).failure).toBeNull()
  })
})
