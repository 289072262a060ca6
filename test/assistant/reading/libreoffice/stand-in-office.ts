import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { p, typedOpenDocument } from '../../../library/read/typed-open-document.ts'

/** What a stand-in does instead of converting; `$out`, `$kind` and `$last` are what it was told. */
export const STAND_IN = {
  converts: (folder: string) => `cp "${join(folder, 'made')}.$kind" "$out/document.$kind"`,
  hangs: 'sleep 1000 & sleep 1000',
  fails: 'echo "no such filter" >&2; exit 1',
  makesNothing: 'echo "Error: source file could not be loaded" >&2',
  printsWithoutEnd: 'while :; do echo "more and more and more and more and more and more and more and more"; done',
  /** Many files, each below the limit of one. */
  fillsTheDisk: 'i=0; while :; do i=$((i+1)); head -c 2000000 /dev/zero > "$out/$i"; done',
  makesTooMuch: 'head -c 3000000 /dev/zero > "$out/document.$kind"',
} as const

/**
 * A program file that takes LibreOffice's words and does `body`. Where it converts, it gives a sheet, a slide or a text that
 * says so, whatever it is given.
 */
export async function standInOffice(folder: string, body: string): Promise<string> {
  const file = join(folder, 'soffice')
  await writeFile(
    file,
    `#!/bin/sh
[ "$1" = --version ] && { echo "LibreOffice 9.9.1.2 10(Build:1)"; exit 0; }
while [ $# -gt 0 ]; do
  case "$1" in
    --outdir) out="$2" ;;
    --convert-to) kind="\${2%%:*}" ;;
  esac
  last="$1"
  shift
done
${body}
`,
  )
  await chmod(file, 0o755)
  const made = (kind: 'spreadsheet' | 'presentation', content: string) => typedOpenDocument({ kind, body: content })
  await writeFile(
    join(folder, 'made.ods'),
    made(
      'spreadsheet',
      `<table:table table:name="Rates"><table:table-row><table:table-cell>${p('the rent is 1,250 pounds')}</table:table-cell></table:table-row></table:table>`,
    ),
  )
  await writeFile(
    join(folder, 'made.odp'),
    made(
      'presentation',
      `<draw:page><draw:frame><draw:text-box>${p('a slide')}</draw:text-box></draw:frame></draw:page>`,
    ),
  )
  return file
}
