import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type * as Kernel from '../../../kb/infer/inference.ts'
import type { Mutant } from './mutants.ts'

const ROOT = join(import.meta.dirname, '../../..')

/** The kernel with the fault: a copy of `kb/` under `out/`, which is not kept. */
export async function loadMutant(mutant: Mutant): Promise<typeof Kernel.createInference> {
  const folder = join(ROOT, 'out', 'mutants', `${process.pid}-${mutant.name.replaceAll(/\W+/g, '-')}`)
  mkdirSync(folder, { recursive: true })
  cpSync(join(ROOT, 'kb'), join(folder, 'kb'), {
    recursive: true,
    filter: (path) => !/\.types|tsconfig\.json$/.test(path),
  })
  // What it says comes from the messages, which have no fault.
  symlinkSync(join(ROOT, 'wording'), join(folder, 'wording'))
  const file = join(folder, 'kb', 'infer', mutant.file)
  writeFileSync(
    file,
    mutant.edits.reduce((source, edit) => changed(source, edit, mutant), readFileSync(file, 'utf8')),
  )
  const kernel: typeof Kernel = await import(pathToFileURL(join(folder, 'kb', 'infer', 'inference.ts')).href)
  return kernel.createInference
}

function changed(source: string, [from, to]: Mutant['edits'][number], { name, file }: Mutant): string {
  if (source.split(from).length !== 2) throw new Error(`"${name}": "${from}" does not stand once in kb/infer/${file}`)
  return source.replace(from, () => to)
}
