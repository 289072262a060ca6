import type { Answer, ExportFormat } from '../../../contract/answer.ts'
import { answerAsMarkdown } from './answer-as-markdown.ts'
import { answersOnPaper } from './answer-on-paper.ts'
import type { PaperBlock } from './paper-block.ts'

/** A question with its follow-ups as the bytes of a file. What writes Word and PDF is loaded when it is first asked for. */
export async function exportAnswers(
  answers: readonly Answer[],
  format: ExportFormat,
  fontsFolder: string,
): Promise<Uint8Array> {
  return exportPaper(answersOnPaper(answers), format, fontsFolder)
}

/** Blocks as the bytes of a file. */
export async function exportPaper(
  blocks: readonly PaperBlock[],
  format: ExportFormat,
  fontsFolder: string,
): Promise<Uint8Array> {
  switch (format) {
    case 'md':
      return new TextEncoder().encode(answerAsMarkdown(blocks))
    case 'docx':
      return (await import('./answer-as-docx.ts')).answerAsDocx(blocks)
    case 'pdf':
      return (await import('./answer-as-pdf.ts')).answerAsPdf(blocks, fontsFolder)
  }
}
