import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { writePdf } from '../../../assistant/paper/write-pdf.ts'

const FONTS = fileURLToPath(new URL('../../../node_modules/pdfjs-dist/standard_fonts', import.meta.url))

/** The pieces of text of the first page, each with where it is. */
async function piecesOf(pdf: Buffer) {
  const document = await getDocument({ data: new Uint8Array(pdf), standardFontDataUrl: `${FONTS}/` }).promise
  const { items } = await (await document.getPage(1)).getTextContent()
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [left, bottom] = item.transform.slice(4) as [number, number]
    return [{ text: item.str, left, right: left + item.width, bottom }]
  })
}

test('a long name of a field stays in its column, and the next field begins below it', async () => {
  const name = 'Nur eine Seite, laut dem Modell auf diesem Computer, nicht bestätigt'
  const pdf = await writePdf(
    [
      { kind: 'field', name, lines: ['Erste Zeile.', 'Zweite Zeile.'] },
      { kind: 'field', name: 'Dauer', lines: ['4 s'] },
    ],
    FONTS,
  )
  const pieces = await piecesOf(pdf)
  const at = (text: string) => pieces.find((one) => one.text.includes(text))
  const names = pieces.filter(({ left }) => left < 100)
  const lines = pieces.filter(({ left }) => left >= 100)
  expect(lines.map(({ text }) => text)).toEqual(['Erste Zeile.', 'Zweite Zeile.', '4 s'])
  expect(Math.max(...names.map(({ right }) => right))).toBeLessThan(Math.min(...lines.map(({ left }) => left)))
  const lowest = Math.min(...names.filter(({ text }) => text !== 'Dauer').map(({ bottom }) => bottom))
  expect(at('Dauer')?.bottom).toBeLessThan(lowest - 5)
})
