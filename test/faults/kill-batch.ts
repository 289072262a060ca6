import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { typedPdf } from '../library/read/typed-pdf.ts'

const PAGES = 10

/** Three documents that no other batch holds: two short texts, and a PDF that takes the reader a while. */
export async function writeBatch(folder: string, name: string): Promise<string> {
  const batch = join(folder, name)
  await mkdir(batch, { recursive: true })
  const sentence = (at: number) =>
    `Under clause ${at} of ${name} the rent of ${1000 + at} pounds is due on day ${(at % 28) + 1}.`
  for (const file of ['first', 'second']) {
    const lines = Array.from({ length: 10 }, (_, at) => sentence(at + file.length))
    await writeFile(
      join(batch, `${name}-${file}.txt`),
      `The word of this file is ${wordOf(name, file)}.\n\n${lines.join('\n\n')}\n`,
    )
  }
  const pages = Array.from({ length: PAGES }, (_, page) =>
    Array.from({ length: 2 }, (_line, line) => [72, 80 + line * 20, 11, sentence(page * 2 + line)] as const),
  )
  await writeFile(join(batch, `${name}-deed.pdf`), typedPdf(pages))
  return batch
}

/** A word that stands in one file alone. */
export function wordOf(batch: string, file: string): string {
  return `zq${batch.replace(/\W/g, '')}${file}`
}
