import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { splitSentences } from '../../text/sentences.ts'
import { seededRandom } from '../../scripts/seeded-random.ts'

/** A sentence and the passage that it stands in. */
export type Drawn = { readonly quoted: string; readonly source: string }

const PASSAGE_CHARACTERS = 1200
const WORDS = { least: 8, most: 40 }

/** `count` sentences from the documents in the folders, of each folder as many, the same for a seed. */
export async function drawQuotes(folders: readonly string[], count: number, seed: number): Promise<readonly Drawn[]> {
  const random = seededRandom(seed)
  const each = await Promise.all(folders.map(sentencesIn))
  return each.flatMap((sentences) =>
    sentences
      .map((sentence) => ({ sentence, order: random() }))
      .toSorted((one, other) => one.order - other.order)
      .slice(0, Math.ceil(count / folders.length))
      .map(({ sentence }) => sentence),
  )
}

async function sentencesIn(folder: string): Promise<readonly Drawn[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  return texts.flatMap((text) =>
    splitSentences(text).flatMap(({ start, end }) => {
      const quoted = text.slice(start, end)
      const words = quoted.split(/\s+/).length
      if (words < WORDS.least || words > WORDS.most || !/^\p{Lu}/u.test(quoted)) return []
      const from = Math.max(0, start - PASSAGE_CHARACTERS / 2)
      return [{ quoted, source: text.slice(from, end + PASSAGE_CHARACTERS / 2) }]
    }),
  )
}
