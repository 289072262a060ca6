import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'

/** The places of the parts of a traineddata file that are read here (`tessdatamanager.h` of Tesseract 5). */
const WORD_GRAPH = 19
const SIGNS = 21
/** Longer words are addresses of pages and the like. */
const LONGEST = 30

/**
 * The words that Tesseract knows of a language, as they are written: names begin with a capital, ordinary words do not. Its data keeps them
 * as a graph of signs: edges of 64 bits, of which the lowest name the sign, then come "last of its node", "backwards", "ends a word", then
 * the next node.
 */
export async function graphWords(root: string, language: string): Promise<readonly string[]> {
  const packed = await readFile(
    join(root, `node_modules/@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`),
  )
  const parts = partsOf(await promisify(gunzip)(packed))
  return wordsIn(part(parts, WORD_GRAPH), signsIn(part(parts, SIGNS)))
}

function partsOf(data: Buffer): ReadonlyMap<number, Buffer> {
  const starts = Array.from({ length: data.readInt32LE(0) }, (_, at) => Number(data.readBigInt64LE(4 + 8 * at)))
  const inOrder = [...starts.filter((start) => start >= 0), data.length].toSorted((one, other) => one - other)
  return new Map(
    starts.flatMap((start, at) => {
      const end = inOrder.find((other) => other > start)
      return start < 0 || end === undefined ? [] : [[at, data.subarray(start, end)] as const]
    }),
  )
}

function part(parts: ReadonlyMap<number, Buffer>, at: number): Buffer {
  const found = parts.get(at)
  if (!found) throw new Error(`the OCR data has no part ${at}: expected the word graph (19) and its signs (21)`)
  return found
}

/** The sign of each number; the first line tells how many there are. */
function signsIn(data: Buffer): readonly string[] {
  const [count = '0', ...lines] = data.toString('utf8').split('\n')
  return lines.slice(0, Number(count)).map((line) => line.split(' ')[0] ?? '')
}

function wordsIn(graph: Buffer, signs: readonly string[]): readonly string[] {
  const bits = BigInt(Math.ceil(Math.log2(graph.readInt32LE(2) + 1)))
  const head = 10
  const edgeAt = (at: number) => graph.readBigUInt64LE(head + 8 * at)
  const flag = (edge: bigint, place: bigint) => ((edge >> (bits + place)) & 1n) === 1n
  const words: string[] = []
  const walk = (node: number, before: string) => {
    for (let at = node; ; at += 1) {
      const edge = edgeAt(at)
      const word = before + (signs[Number(edge & ((1n << bits) - 1n))] ?? '')
      const next = Number(edge >> (bits + 3n))
      if (!flag(edge, 1n)) {
        if (flag(edge, 2n)) words.push(word)
        if (next !== 0 && word.length < LONGEST) walk(next, word)
      }
      if (flag(edge, 0n)) return
    }
  }
  walk(0, '')
  return words
}
