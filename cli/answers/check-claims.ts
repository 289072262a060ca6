import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import * as z from 'zod'
import { verdictOn } from '../../assistant/assembly/check-claims.ts'
import { createWordLists, lexiconOf } from '../../assistant/home/word-lists.ts'
import { jsonOfLine } from '../arguments.ts'
import type { Run, Session } from '../session.ts'
import { wrongUse } from '../failures.ts'

const EXAMPLES = `
Examples:
  consilium check-claims claims.jsonl          lines of {"id","source","claim"}
  consilium check-claims claims.jsonl --json   one line each: {"id","verdict","quotes","why"}
Each claim is checked against its own source alone. Nothing is stored, and no model is used.`

const Line = z.object({ id: z.union([z.string(), z.number()]), source: z.string(), claim: z.string() })

/** `check-claims FILE.jsonl` */
export function addCheckClaimsCommand(program: Command, run: Run): void {
  program
    .command('check-claims')
    .argument('<file>', 'lines of {"id","source","claim"}')
    .description('checks each claim against its source: supported, contradicted, not confirmed')
    .addHelpText('after', EXAMPLES)
    .action((file: string) => run((session) => checkClaims(session, file)))
}

async function checkClaims({ files, output, signal }: Session, file: string): Promise<void> {
  const content = await readFile(file, 'utf8').catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`)
  })
  const lexicon = lexiconOf(await createWordLists(files.wordListsFile)())
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '') continue
    signal.throwIfAborted()
    const verdict = verdictOn(readLine(line, `${file}, line ${index + 1}`), lexicon)
    output.result(verdict, `${verdict.id}  ${verdict.verdict}  ${verdict.why}`)
  }
}

function readLine(line: string, where: string): { id: string; source: string; claim: string } {
  const parsed = Line.safeParse(jsonOfLine(line, where))
  if (!parsed.success) throw wrongUse(`${where}: expected {"id","source","claim"} with two texts.`)
  return { ...parsed.data, id: String(parsed.data.id) }
}
