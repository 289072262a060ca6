import { extname } from 'node:path'
import type { ExportFormat } from '../contract/answer.ts'
import { wrongUse } from './usage-error.ts'

/** By the ending of the file's name. */
export function exportFormat(file: string): ExportFormat {
  const ending = extname(file).toLowerCase()
  if (ending === '.md' || ending === '.docx' || ending === '.pdf') return ending.slice(1) as ExportFormat
  throw wrongUse(`What is exported is written to a file that ends in .md, .docx or .pdf, not to ${file}.`)
}
