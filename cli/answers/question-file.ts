import { jsonOfLine } from '../arguments.ts'
import { wrongUse } from '../failures.ts'

export type AskedQuestion = { readonly id: string | null; readonly question: string }

type ReadFile = (file: string, encoding: 'utf8') => Promise<string>

/** One question given on the command line, or those of a file with lines of `{"id","question"}`. */
export async function readQuestions(
  question: string | undefined,
  file: string | undefined,
  readFile: ReadFile,
): Promise<readonly AskedQuestion[]> {
  if (file === undefined) {
    if (question === undefined) throw wrongUse('A question is missing: give one, or a file with --questions.')
    return [{ id: null, question }]
  }
  return (await linesOf(file, readFile)).map(({ line, where }) => readLine(line, where))
}

/** The columns of a table: a question a line, in words or as `{"id","question"}`. */
export async function readColumns(
  file: string,
  readFile: ReadFile,
): Promise<readonly { readonly id: string; readonly question: string }[]> {
  const lines = await linesOf(file, readFile)
  if (lines.length === 0) throw wrongUse(`${file} holds no question.`)
  const asked = lines.map(({ line, where }) =>
    line.startsWith('{') ? readLine(line, where) : { id: null, question: line },
  )
  const given = new Set(asked.map(({ id }) => id))
  return asked.map(({ id, question }, at) => ({ id: id ?? freeId(`q${at + 1}`, given), question }))
}

/** Two of them would answer for each other's column. */
function freeId(id: string, given: ReadonlySet<string | null>): string {
  return given.has(id) ? freeId(`${id}-`, given) : id
}

async function linesOf(file: string, readFile: ReadFile) {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`)
  })
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), where: `${file}, line ${index + 1}` }))
    .filter(({ line }) => line !== '')
}

function readLine(line: string, where: string): AskedQuestion {
  const parsed = jsonOfLine(line, where) as { id?: unknown; question?: unknown } | null
  if (typeof parsed?.question !== 'string')
    throw wrongUse(`${where}: expected {"id","question"} with a question in words.`)
  return { id: parsed.id === undefined ? null : String(parsed.id), question: parsed.question }
}
