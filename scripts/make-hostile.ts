import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hostileDocx } from './hostile/hostile-docx.ts'
import type { HostileFile } from './hostile/hostile-file.ts'
import { hostileHtml } from './hostile/hostile-html.ts'
import { hostileOpenDocument } from './hostile/hostile-open-document.ts'
import { hostilePdfs } from './hostile/hostile-pdfs.ts'
import { hostileText } from './hostile/hostile-text.ts'

/** Writes every hostile file into the folder, making it where needed, and says for each how reading it should end. */
export async function makeHostile(dir: string): Promise<readonly HostileFile[]> {
  await mkdir(dir, { recursive: true })
  const files: HostileFile[] = []
  for (const { make, ...file } of [
    ...hostilePdfs,
    ...hostileDocx,
    ...hostileHtml,
    ...hostileOpenDocument,
    ...hostileText,
  ]) {
    await writeFile(join(dir, file.name), await make())
    files.push(file)
  }
  return files
}

if (import.meta.main) {
  const dir = process.argv[2]
  if (dir === undefined) throw new Error('usage: make-hostile.ts DIR')
  const files = await makeHostile(dir)
  for (const file of files) process.stdout.write(`${file.expect.padEnd(15)} ${file.name}: ${file.about}\n`)
}
