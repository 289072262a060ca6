import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** The files of the repository below some folders, as git names them there (`:!folder` leaves one out), each with its text. */
export function filesOf(
  places: readonly string[],
  kind: RegExp,
): readonly { readonly file: string; readonly text: string }[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...places], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  const files = listed.split('\n').filter((file) => kind.test(file))
  return files.map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
}
