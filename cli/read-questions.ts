import { wrongUse } from './usage-error.ts'

export type AskedQuestion = { readonly id: string | null; readonly question: string }

/** One question given on the command line, or those of a file with lines of `{"id","question"}`. */
export async function readQuestions(
  question: string | undefined,
  file: string | undefined,
  readFile: (file: string, encoding: 'utf8') => Promise<string>,
): Promise<readonly AskedQuestion[]> {
  if (file === undefined) {
    if (question === undefined) throw wrongUse('A question is missing: give one, or a file with --questions.')
    return [{ id: null, question }]
  }
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`)
  })
  return text
    .split('\n')
    .map((line, index) => ({ line: line.trim(), number: index + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => readLine(line, `${file}, line ${number}`))
}

function readLine(line: string, where: string): AskedQuestion {
  const parsed = parse(line, where) as { id?: unknown; question?: unknown } | null
  if (typeof parsed?.question !== 'string')
    throw wrongUse(`${where}: expected {"id","question"} with a question in words.`)
  return { id: parsed.id === undefined ? null : String(parsed.id), question: parsed.question }
}

function parse(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw wrongUse(`${where} is not JSON.`)
  }
}
