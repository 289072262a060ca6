import type { Answer, Citation, ConclusionSource, PassageCitation } from '../../contract/answer.ts'
import { judgedWords } from '../../contract/judged-words.ts'
import { citationLine } from '../wording/citation-line.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { withoutMarks } from './draft.ts'

/** Answers as plain text for another program: each sentence with its marks, then every cited source with its quote. */
export function copyText(answers: readonly Answer[]): string {
  return answers.map(answerText).join('\n\n\n')
}

function answerText(answer: Answer): string {
  const asOf = answer.asOf === null ? '' : `(Rules as of ${answer.asOf}.)`
  return [answer.question, asOf, bodyText(answer), sourcesText(answer)].filter(Boolean).join('\n\n')
}

function bodyText({ state, claims }: Answer): string {
  if (state === 'not-found') return 'The documents do not say.'
  if (claims.length === 0) return 'No answer was written. The passages found:'
  const sentences = claims.map((claim) => {
    const marks = [...new Set(claim.citations.map(({ source }) => `[${source}]`))].join('')
    const absent = claim.absent.length > 0 ? ` (not on the cited pages: ${claim.absent.join(', ')})` : ''
    const other = claim.differsFrom.length > 0 ? ` (another value than ${claim.differsFrom.join(', ')} computes)` : ''
    const judged = claim.judged ? ` (${judgedWords(claim.judged)})` : ''
    const names = claim.authorities.flatMap(({ text, foundIn }) => (foundIn === null ? [text] : []))
    const lost = names.length > 0 ? ` (not in the library: ${names.join(', ')})` : ''
    return `${withoutMarks(claim.text)} ${claim.verdict === 'unsupported' ? '(no source)' : marks}${judged}${absent}${other}${lost}`.trim()
  })
  const warning = state === 'stopped' ? ['(Stopped before its end.)'] : state === 'uncertain' ? ['(Uncertain.)'] : []
  return [...sentences, ...warning].join('\n')
}

function sourcesText({ claims, sources }: Answer): string {
  const cited = claims.flatMap((claim) => claim.citations)
  const found = sources.flatMap((source) => {
    if (source.kind === 'card') return []
    return source.kind === 'conclusion' ? concludedLine(source) : passageLine({ ...source, quote: source.text })
  })
  const conclusions = new Map(sources.flatMap((one) => (one.kind === 'conclusion' ? [[one.source, one]] : [])))
  const lines = cited.length > 0 ? cited.map((citation) => citedLine(citation, conclusions)) : found
  return lines.length > 0 ? `Sources\n${[...new Set(lines)].join('\n')}` : ''
}

type Cited = Pick<PassageCitation, 'source' | 'document' | 'reference' | 'page' | 'quote'>

function citedLine(citation: Citation, conclusions: ReadonlyMap<string, ConclusionSource>): string {
  if (!('rule' in citation)) return passageLine(citation)
  const conclusion = conclusions.get(citation.source)
  return conclusion ? concludedLine(conclusion) : `[${citation.source}] rule ${citation.rule}`
}

function concludedLine({ source, rule, sentence, summary }: ConclusionSource): string {
  return `[${source}] ${sentence} (computed by rule ${rule}). ${summary}`.trim()
}

function passageLine({ source, document, reference, page, quote }: Cited): string {
  const name = reference === null ? document : `Reference ${reference}: ${document}`
  return `[${source}] ${citationLine(name, pageWords(document, page), quote)}`
}
