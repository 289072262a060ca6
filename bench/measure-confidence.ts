import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { answerMetrics } from '../assistant/evaluation/metrics/answer-metrics.ts'
import { readEvaluationSet } from '../assistant/questions/question-set.ts'
import { measuredRows } from '../assistant/evaluation/metrics/summarise-run.ts'
import { answeredOf, rowOf } from '../assistant/evaluation/run-questions.ts'
import type { Answer } from '../contract/answers/answer.ts'
import type { SetQuestion } from '../contract/evaluation/evaluation.ts'

type Line = { readonly questionId: string; readonly way: string; readonly answer: Answer }
type Answered = { readonly question: SetQuestion; readonly answer: Answer }

/** Quotes are looked up by the runs themselves. */
const OPTIONS = { textOf: () => '', wasSeen: () => false }

/**
 * `node bench/measure-confidence.ts FOLDER REPORT [FOLDER REPORT]...`: the answers that `eval FOLDER --report REPORT` wrote, a line for
 * each set with how many were right, wrong and refused, and one with how well confidence tells them apart over all of them, each
 * answer scored by a fit that did not see it.
 */
async function main(folders: readonly string[]): Promise<number> {
  if (folders.length === 0 || folders.length % 2 !== 0) {
    process.stderr.write('error WRONG_USE: node bench/measure-confidence.ts FOLDER REPORT [FOLDER REPORT]...\n')
    return 2
  }
  const all: Answered[] = []
  for (let at = 0; at < folders.length; at += 2) {
    const [folder = '', report = ''] = folders.slice(at)
    const answered = await answeredIn(folder, report)
    all.push(...answered)
    print({
      set: basename(folder),
      ...answerMetrics(answered.map(({ question, answer }) => answeredOf(question, answer))),
    })
  }
  const { confidence } = measuredRows(all.map(({ question, answer }) => rowOf(question, answer, OPTIONS)))
  print({ answers: all.length, confidence: confidence && { ...confidence, bins: undefined } })
  return 0
}

/** In the order of the report; of a question that was asked twice the last answer. */
async function answeredIn(folder: string, report: string): Promise<readonly Answered[]> {
  const { questions } = await readEvaluationSet(folder)
  const text = await readFile(join(report, 'answers.jsonl'), 'utf8')
  const lines = text
    .slice(0, text.lastIndexOf('\n'))
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
  const answers = new Map(lines.filter(({ way }) => way === 'ours').map((line) => [line.questionId, line.answer]))
  return [...answers].flatMap(([id, answer]) => {
    const question = questions.find((one) => one.id === id)
    return question ? [{ question, answer }] : []
  })
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

process.exitCode = await main(process.argv.slice(2))
