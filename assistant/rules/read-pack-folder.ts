import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { PackSource } from '../../kb/compile/read/read-packs.ts'
import { AssistantError } from '../home/assistant-error.ts'

/** What a pack is made of: YAML, and what its author says to people. */
const TAKEN = /\.(ya?ml|md|txt)$|^LICEN[CS]E$/i
/** The largest pack that was thought of, a drug table of 20,000 rows, is 2 MB. */
const MOST_FILES = 500
const MOST_BYTES = 8 * 2 ** 20

/** The files of a pack's folder, in the order of their paths. Throws `NOT_FOUND`, `WRONG_USE`. */
export async function readPackFolder(folder: string): Promise<PackSource['files']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((cause: Error) => {
    throw new AssistantError(
      'NOT_FOUND',
      `${folder} is no folder that can be read. A pack is a folder of YAML files.`,
      {
        cause,
      },
    )
  })
  const paths = entries
    .filter((entry) => entry.isFile() && TAKEN.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
  if (!paths.some((path) => relative(folder, path) === 'pack.yaml'))
    throw new AssistantError('NOT_FOUND', `${folder} holds no pack.yaml, so it is no knowledge pack.`)
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size))
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  if (paths.length > MOST_FILES || bytes > MOST_BYTES)
    throw new AssistantError(
      'WRONG_USE',
      `${folder} holds ${paths.length} files and ${bytes} bytes; a pack has at most ${MOST_FILES} files and ${MOST_BYTES} bytes.`,
    )
  return Promise.all(
    paths.map(async (path) => ({
      path: relative(folder, path).split(sep).join('/'),
      text: await readFile(path, 'utf8'),
    })),
  )
}
