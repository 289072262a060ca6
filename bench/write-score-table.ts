import { readFile, writeFile } from 'node:fs/promises'
import type { AnswerSettings } from '../contract/evaluation/optimisation.ts'

type Line = { readonly settings: AnswerSettings; readonly question: string; readonly score: number }

/** `node bench/write-score-table.ts LOG MODEL SET QUESTION...`: the settings of LOG that were asked all of these questions, as `optimisation/table.json`. */
async function main([log, model, set, ...questions]: readonly string[]): Promise<number> {
  if (log === undefined || model === undefined || set === undefined || questions.length === 0) {
    process.stderr.write('error WRONG_USE: node bench/write-score-table.ts LOG MODEL SET QUESTION...\n')
    return 2
  }
  const text = await readFile(log, 'utf8')
  const lines = text
    .slice(0, text.lastIndexOf('\n'))
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const scores = new Map(lines.map((line) => [JSON.stringify([line.settings, line.question]), line.score]))
  const settings = [...new Map(lines.map((line) => [JSON.stringify(line.settings), line.settings])).values()]
  const rows = settings.flatMap((one) => {
    const row = questions.map((question) => scores.get(JSON.stringify([one, question])))
    return row.every((score) => score !== undefined) ? [{ one, row }] : []
  })
  const table = { model, set, questions, settings: rows.map(({ one }) => one), scores: rows.map(({ row }) => row) }
  await writeFile(new URL('optimisation/table.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`)
  return 0
}

process.exitCode = await main(process.argv.slice(2))
