import { readFile, writeFile } from 'node:fs/promises'
import { commandReference } from '../cli/command-reference.ts'

/** `node scripts/make-command-reference.ts`: the command line as a page of the docs; `test/docs.test.ts` sees that it is up to date. */
const FILE = new URL('../docs/commands.md', import.meta.url)

const text = commandReference()
const isNew = text !== (await readFile(FILE, 'utf8').catch(() => ''))
if (isNew) await writeFile(FILE, text)
process.stdout.write(isNew ? 'Wrote docs/commands.md.\n' : 'docs/commands.md is up to date.\n')
