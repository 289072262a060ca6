import type { Answer, Citation, Claim, ConclusionSource, PassageCitation } from '../../../contract/answers/answer.ts'
import {
  confirmedWords,
  disagreementWords,
  insteadWords,
  judgedWords,
  quotedWords,
  scopeWords,
  notFoundWords,
  shownState,
} from '../../../contract/answers/answer-words.ts'
import { inOrderOfMarks } from '../../../contract/answers/source-order.ts'
import { t } from '../../../wording/translate.ts'
import { citationLine } from '../../../wording/document-name.ts'
import { pageWords } from '../../../contract/page-unit.ts'
import { answerHeading } from './answer-summary.ts'
import { withoutMarks } from '../live-answer.ts'
import { listWords, quoted } from '../../../wording/phrases.ts'

/** Answers as plain text for another program: each sentence with its marks and verdict, then every cited source with its quote. */
export function copyText(answers: readonly Answer[]): string {
  return answers.map(answerText).join('\n\n\n')
}

function answerText(answer: Answer): string {
  const asOf = answer.asOf === null ? '' : t('ask.copied.asOf', { day: answer.asOf })
  return [answer.question, asOf, bodyText(answer), sourcesText(answer)].filter(Boolean).join('\n\n')
}

function bodyText(answer: Answer): string {
  const { claims } = answer
  const said = [stateText(answer), scopeText(answer)].filter(Boolean).join(' ')
  if (claims.length === 0) return said
  return [...claims.map(sentenceText), '', said].join('\n')
}

function sentenceText(claim: Claim): string {
  const marks = [...new Set(claim.citations.map(({ source }) => `[${source}]`))].join('')
  const instead = insteadWords(claim)
  const text = withoutMarks(quotedWords(claim.text))
  const verdict = `(${t(`verdicts.marks.${claim.verdict}`)})`
  if (instead) return `${text} ${verdict} ${instead.of}: ${quoted(instead.words)} ${marks}`.trim()
  const names = claim.authorities.flatMap((one) => (one.foundIn === null ? [one.text] : []))
  const remarks = [
    claim.judged ? judgedWords(claim.judged) : '',
    claim.absent.length > 0 ? t('ask.copied.absent', { words: claim.absent.join(', ') }) : '',
    claim.differsFrom.length > 0
      ? t('ask.copied.differs', { rules: listWords(claim.differsFrom), count: claim.differsFrom.length })
      : '',
    disagreementWords(claim) ?? '',
    names.length > 0 ? t('ask.copied.notInLibrary', { names: listWords(names) }) : '',
  ].filter((remark) => remark !== '')
  return [text, claim.verdict === 'unsupported' ? '' : marks, verdict, ...remarks.map((remark) => `(${remark})`)]
    .filter((part) => part !== '')
    .join(' ')
}

/** How far the answer can be relied on, in the words of the screen. */
function stateText(answer: Answer): string {
  const { state, claims } = answer
  if (state === 'not-found') return notFoundWords(answer)
  if (state === 'not-written') return t('ask.copied.notWritten')
  if (claims.length === 0) return t('ask.copied.passages')
  return t('ask.copied.standing', { state: answerHeading(shownState(answer)).word, confirmed: confirmedWords(answer) })
}

function scopeText({ scope, sources }: Answer): string {
  const words = scopeWords(scope, sources)
  return words === '' ? '' : t('ask.copied.read', { scope: words })
}

function sourcesText({ claims, sources }: Answer): string {
  const cited = claims.flatMap((claim) => claim.citations)
  const found = inOrderOfMarks(sources).flatMap((source) => {
    if (source.kind === 'card') return []
    return source.kind === 'conclusion' ? concludedLine(source) : passageLine({ ...source, quote: source.text })
  })
  const conclusions = new Map(sources.flatMap((one) => (one.kind === 'conclusion' ? [[one.source, one]] : [])))
  const lines = cited.length > 0 ? cited.map((citation) => citedLine(citation, conclusions)) : found
  return lines.length > 0 ? [t('ask.copied.sources'), ...new Set(lines)].join('\n') : ''
}

type Cited = Pick<PassageCitation, 'source' | 'document' | 'reference' | 'page' | 'quote'>

function citedLine(citation: Citation, conclusions: ReadonlyMap<string, ConclusionSource>): string {
  if (!('rule' in citation)) return passageLine(citation)
  const conclusion = conclusions.get(citation.source)
  return conclusion
    ? concludedLine(conclusion)
    : `[${citation.source}] ${t('ask.copied.rule', { rule: citation.rule })}`
}

function concludedLine({ source, rule, sentence, summary }: ConclusionSource): string {
  return `[${source}] ${t('ask.copied.concluded', { sentence, rule, summary })}`.trim()
}

function passageLine({ source, document, reference, page, quote }: Cited): string {
  const name = reference === null ? document : t('answers.source.reference', { reference, document })
  return `[${source}] ${citationLine(name, pageWords(document, page), quote)}`
}
