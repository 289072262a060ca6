import { describe, expect, test } from 'vitest'
import { tidyWords } from '../../../../library/read/ocr/recognise-words.ts'
import { drawn } from './drawn.ts'

describe('words as liteparse gives them', () => {
  test('are parted where the ink parts them, each as high as its own ink', () => {
    const image = drawn([
      '#.##..###.....#..#',
      '#.##..###.....#..#',
      '#.##..###.....#..#',
      '#.#...###.........',
      '#.#...###.........',
    ])
    const words = tidyWords([{ text: 'ab c de', x: 0, y: 0, width: 18, height: 5, confidence: 0.9 }], image)
    expect(words).toMatchObject([
      { text: 'ab', x: 0, width: 4, height: 5 },
      { text: 'c', x: 6, width: 3, height: 5 },
      { text: 'de', x: 14, width: 4, height: 3 },
    ])
  })

  test('are parted by their lengths where the ink runs through', () => {
    const image = drawn(Array.from({ length: 4 }, () => '#'.repeat(22)))
    const words = tidyWords([{ text: 'four words', x: 0, y: 0, width: 20, height: 4, confidence: 0.9 }], image)
    expect(words.map(({ x, width }) => [x, width])).toEqual([
      [0, 8],
      [10, 10],
    ])
  })

  test('get back the brackets that stand around a number', () => {
    const image = drawn([...BRACKETED])
    const seen = { x: 0, y: 0, width: BRACKETED[0]!.length, height: BRACKETED.length, confidence: 0.9 }
    expect(tidyWords([{ ...seen, text: '1' }], image)[0]?.text).toBe('(1)')
    // Only liteparse's own victims: it leaves brackets around letters alone.
    expect(tidyWords([{ ...seen, text: 'a' }], image)[0]?.text).toBe('a')
  })

  test('get no brackets from the rules of a table', () => {
    const ruled = BRACKETED.map((row) => `#...${row.slice(6, 9)}...#`)
    const seen = { text: '1', x: 0, y: 0, width: 11, height: ruled.length, confidence: 0.9 }
    expect(tidyWords([seen], drawn(ruled))[0]?.text).toBe('1')
  })
})

const BRACKETED = [
  '...#...........#...',
  '..##...........##..',
  '..#....##.......#..',
  '.##.....#.......##.',
  '.#......#........#.',
  '.#......#........#.',
  '.#......#........#.',
  '.#......#........#.',
  '.#......#........#.',
  '.##.....#.......##.',
  '..#....###......#..',
  '..##...........##..',
  '...#...........#...',
]
