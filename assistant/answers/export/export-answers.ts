import type { Answer, ExportFormat } from '../../../contract/answer.ts'
import { answerAsMarkdown } from '../../paper/write-markdown.ts'
import { answersOnPaper } from './answer-on-paper.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'

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
      return (await import('../../paper/write-docx.ts')).answerAsDocx(blocks)
    case 'pdf':
      return (await import('../../paper/write-pdf.ts')).answerAsPdf(blocks, fontsFolder)
  }
}
