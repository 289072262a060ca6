import type { Answer } from '../contract/answer.ts'
import { unsearchedLines } from './show-answer.ts'

/** An answer on paper: the question, numbered sentences with marks and verdicts, and the quotes with their places. */
export function answerAsMarkdown(answer: Answer): string {
  const sentences = answer.claims.map(
    ({ index, text, verdict, citations }) =>
      `${index + 1}. ${text} ${citations.map(({ source }) => `[${source}]`).join('')} (${verdict})`,
  )
  const quotes = answer.claims.flatMap(({ index, citations }) =>
    citations.map(
      ({ source, document, page, quote }) =>
        `- sentence ${index + 1}, ${source}: ${document}${page === null ? '' : `, page ${page}`}: “${quote.replace(/\s+/g, ' ')}”`,
    ),
  )
  const model = answer.model ? `${answer.model.id} (SHA-256 ${answer.model.sha256})` : 'no model'
  return [
    `# ${answer.question}`,
    `Asked ${answer.askedAt}. State: ${answer.state}. Model: ${model}. Ledger entry ${answer.ledgerEntry}.`,
    sentences.join('\n'),
    ...(quotes.length > 0 ? ['## Sources', quotes.join('\n')] : []),
    ...unsearchedLines(answer.searched).map((line) => `${line}.`),
    'Check every sentence at its source before you rely on it.',
    '',
  ].join('\n\n')
}
