import { wrongUse } from './usage-error.ts'

export type GivenText = { readonly id: string; readonly text: string }

/** The lines of `{"id","text"}` of a file. */
export async function readTexts(
  file: string,
  readFile: (file: string, encoding: 'utf8') => Promise<string>,
): Promise<readonly GivenText[]> {
  const content = await readFile(file, 'utf8').catch((error: Error) => {
    throw wrongUse(`${file} cannot be read: ${error.message}`)
  })
  return content
    .split('\n')
    .map((line, index) => ({ line, where: `${file}, line ${index + 1}` }))
    .filter(({ line }) => line.trim() !== '')
    .map(({ line, where }) => readLine(line, where))
}

function readLine(line: string, where: string): GivenText {
  let parsed: { id?: unknown; text?: unknown } | null
  try {
    parsed = JSON.parse(line) as typeof parsed
  } catch {
    throw wrongUse(`${where} is not JSON.`)
  }
  if (typeof parsed?.text !== 'string' || parsed.id === undefined)
    throw wrongUse(`${where}: expected {"id","text"} with a text.`)
  return { id: String(parsed.id), text: parsed.text }
}
