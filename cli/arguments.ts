import { InvalidArgumentError } from 'commander'
import { extname } from 'node:path'
import { writePrivateFile } from '../assistant/home/write-private-file.ts'
import type { ExportFormat } from '../contract/answers/answer.ts'
import { wrongUse } from './failures.ts'

/** Reads a whole number of at least 0 from the command line. */
export function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

/** Reads a whole number of at least 1. */
export function atLeastOne(text: string): number {
  if (!/^0*[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Give a whole number of at least 1.')
  return Number(text)
}

/** From 0 to 1. */
export function shareIn(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !(value >= 0 && value <= 1)) throw new InvalidArgumentError('Give a share from 0 to 1.')
  return value
}

export function exportFormat(file: string): ExportFormat {
  return formatByName(file, ['md', 'docx', 'pdf'], 'What is exported')
}

/** By the ending of the file's name one of the formats that something can be written in; `what` begins the refusal of others. */
export function formatByName<Format extends string>(file: string, formats: readonly Format[], what: string): Format {
  const format = formats.find((one) => extname(file).toLowerCase() === `.${one}`)
  if (format !== undefined) return format
  const endings = formats.map((one) => `.${one}`)
  const named = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(endings)
  throw wrongUse(`${what} is written to a file that ends in ${named}, not to ${file}.`)
}

/** What a line of a file holds; `where` says which line it is. */
export function jsonOfLine(line: string, where: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw wrongUse(`${where} is not JSON.`)
  }
}

/** Writes words of a matter to a file that only this user can read; gives the sentence that says that it is plain. */
export async function writeUnencrypted(file: string, content: string | Uint8Array): Promise<string> {
  await writePrivateFile(file, content)
  return `Wrote ${file}. It is not encrypted.`
}
