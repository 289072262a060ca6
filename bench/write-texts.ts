import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRandomText } from './random-text.ts'

/** Writes `count` plain-text files of about `words` words below `folder`. */
export async function writeTexts(folder: string, count: number, words: number, seed: number): Promise<string> {
  await mkdir(folder, { recursive: true })
  const text = createRandomText(seed)
  for (let file = 0; file < count; file += 1) {
    const paragraphs = Array.from({ length: Math.ceil(words / 100) }, () => `${text.words(100)}.`)
    await writeFile(join(folder, `file-${file}.txt`), `Report ${seed}-${file}\n\n${paragraphs.join('\n\n')}\n`)
  }
  return folder
}
