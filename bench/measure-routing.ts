import { readFile } from 'node:fs/promises'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import { rowOf } from '../assistant/evaluation/run-questions.ts'
import { escalationCurve } from '../assistant/escalation/escalation-curve.ts'
import { Answer } from '../contract/answers/answer.ts'
import type { RunRow, SetQuestion } from '../contract/evaluation/evaluation.ts'

const USE = 'node bench/measure-routing.ts FOLDER LOCAL.jsonl... [--second SECOND.jsonl... | --rate SHARE]'

/**
 * The curve of asking elsewhere, from answers that `eval FOLDER --report` recorded: LOCAL of the model that is doubted, SECOND of the one
 * that stands for the second opinion. Asks no model. Several files count together, the first answer of a question.
 */
async function main([folder, ...words]: readonly string[]): Promise<number> {
  const at = words.findIndex((word) => word.startsWith('--'))
  const [local, how, rest] = at === -1 ? [words, null, []] : [words.slice(0, at), words[at], words.slice(at + 1)]
  if (folder === undefined || local.length === 0 || how === null) {
    process.stderr.write(`error WRONG_USE: ${USE}\n`)
    return 2
  }
  const { questions } = await readEvaluationSet(folder)
  const rows = await rowsOf(local, questions)
  const second =
    how === '--rate' ? ({ run: null, rate: Number(rest[0]) } as const) : { run: 0, rows: await rowsOf(rest, questions) }
  process.stdout.write(`${JSON.stringify(escalationCurve(rows, second))}\n`)
  return 0
}

/** Only our own way of answering; quotes are another measure's subject. */
async function rowsOf(files: readonly string[], questions: readonly SetQuestion[]): Promise<readonly RunRow[]> {
  const asked = new Map(questions.map((question) => [question.question, question]))
  const rows = new Map<string, RunRow>()
  for (const file of files)
    for (const line of (await readFile(file, 'utf8')).split('\n').filter((one) => one.trim() !== '')) {
      const { way = 'ours', answer } = JSON.parse(line) as { way?: string; answer: unknown }
      const parsed = Answer.parse(answer)
      const question = asked.get(parsed.question)
      if (way !== 'ours' || !question || rows.has(question.id)) continue
      rows.set(question.id, rowOf(question, parsed, { textOf: () => '', wasSeen: () => true }))
    }
  return [...rows.values()]
}

process.exitCode = await main(process.argv.slice(2))
