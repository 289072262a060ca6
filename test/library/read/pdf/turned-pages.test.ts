import { describe, expect, it } from 'vitest'
import { collect } from '../collect.ts'
import { drawnPdf } from './drawn-pdf.ts'

const LINES = [
  'The tenant pays the rent in advance.',
  'The landlord repairs the roof of the house.',
  'Notice is given in writing.',
]

/** Lines one under the other for a reader who turns the page; `turn` is how the print lies, clockwise. */
function turned(turn: 90 | 180 | 270): Buffer {
  const matrix = { 90: '0 -1 1 0', 180: '-1 0 0 -1', 270: '0 1 -1 0' }[turn]
  const place = (line: number) =>
    ({ 90: `${400 - line * 16} 700`, 180: `500 ${200 + line * 16}`, 270: `${200 + line * 16} 100` })[turn]
  return drawnPdf(LINES.map((text, line) => `BT /F1 12 Tf ${matrix} ${place(line)} Tm (${text}) Tj ET`).join('\n'))
}

describe('a page whose print lies on its side or on its head', () => {
  it.each([
    [90, [397, 142, 11, 20]],
    [180, [478, 638, 22, 11]],
    [270, [190, 720, 11, 22]],
  ] as const)('is read as it is meant, with words boxed where they lie: turned by %i', async (turn, box) => {
    const { pages } = await collect('a.pdf', turned(turn))
    const { text, words, width, height } = pages[0]!
    expect(text.replace(/\s+/g, ' ')).toBe(LINES.join(' '))
    expect([width, height]).toEqual([595, 842])
    expect(text.slice(words.starts[0], words.ends[0])).toBe('The')
    for (const [at, value] of box.entries()) expect(Math.abs(words.boxes[at]! - value)).toBeLessThan(4)
  })

  it('is left as it is when only a stamp lies on its side', async () => {
    const upright = LINES.map((text, line) => `BT /F1 12 Tf 72 ${700 - line * 16} Td (${text}) Tj ET`)
    const stamp = 'BT /F1 12 Tf 0 1 -1 0 40 300 Tm (Filed by the clerk) Tj ET'
    const { pages } = await collect('a.pdf', drawnPdf([...upright, stamp].join('\n')))
    expect(pages[0]!.text.replace(/\s+/g, ' ')).toBe(`${LINES.join(' ')} Filed by the clerk`)
  })
})
