import type { Bitmap } from './jbig2.ts'

/** Five by seven dots for the letters that the scanned page needs, one string a row. */
const letters: Readonly<Record<string, readonly string[]>> = {
  A: ['.###.', '#...#', '#...#', '#####', '#...#', '#...#', '#...#'],
  C: ['.###.', '#...#', '#....', '#....', '#....', '#...#', '.###.'],
  D: ['####.', '#...#', '#...#', '#...#', '#...#', '#...#', '####.'],
  E: ['#####', '#....', '#....', '####.', '#....', '#....', '#####'],
  L: ['#....', '#....', '#....', '#....', '#....', '#....', '#####'],
  N: ['#...#', '##..#', '#.#.#', '#..##', '#...#', '#...#', '#...#'],
  P: ['####.', '#...#', '#...#', '####.', '#....', '#....', '#....'],
  S: ['.####', '#....', '#....', '.###.', '....#', '....#', '####.'],
}

/** A page of 1240 by 1754 pixels (A4 at 150 dpi) with a frame and two words in letters about 23 mm high. */
export function blockLetterPage(): Bitmap {
  const [width, height] = [1240, 1754]
  const words = [
    { word: 'SCANNED', x: 134, y: 300 },
    { word: 'PLACE', x: 134, y: 560 },
  ]
  const isFrame = (x: number, y: number): boolean => x < 60 || y < 60 || x >= width - 60 || y >= height - 60
  const isMargin = (x: number, y: number): boolean => x < 40 || y < 40 || x >= width - 40 || y >= height - 40
  return {
    width,
    height,
    isBlack: (x, y) => (isFrame(x, y) && !isMargin(x, y)) || words.some((word) => isInWord(word, x, y)),
  }
}

function isInWord({ word, x: left, y: top }: { word: string; x: number; y: number }, x: number, y: number): boolean {
  const dot = 20
  const column = Math.floor((x - left) / dot)
  const row = Math.floor((y - top) / dot)
  if (column < 0 || row < 0 || row > 6) return false
  const letter = letters[word[Math.floor(column / 7)] ?? '']
  return letter?.[row]?.[column % 7] === '#'
}
