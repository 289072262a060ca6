import { messageText } from '../../wording/message-text.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { withDates } from '../../wording/format-time.ts'
import { readableLine } from '../../wording/readable-text.ts'
import { t } from '../../wording/translate.ts'
import { conclusions, passages } from '../../assistant/answers/answer-record.ts'
import { conclusionLines, headSentences } from '../../assistant/answers/claims/conclusion-text.ts'
import { isSplit } from '../../assistant/answers/settle.ts'
import {
  approachLines,
  choiceWords,
  differenceWords,
  placeName,
  strategyWords,
  unsearchedLines,
  verdictWords,
} from '../../assistant/answers/export/answer-words.ts'
import type { Answer, AnswerEvent, Citation, Claim, ConclusionSource, Source } from '../../contract/answers/answer.ts'
import {
  isWritten,
  confirmedWords,
  disagreementWords,
  insteadWords,
  judgedWords,
  openParts,
  openPartWords,
  quotedWords,
  scopeOf,
  scopeWords,
  takenBackWords,
  notFoundWords,
  areVerbatim,
  shownState,
} from '../../contract/answers/answer-words.ts'
import { type Offer, offerWords } from '../../contract/answers/offer.ts'
import { pageWords } from '../../contract/page-unit.ts'
import { costWords, type Routing } from '../../contract/answers/routing.ts'
import { type Output, progressBar } from '../output.ts'

/**
 * Prints an answer step by step. On paper each source and each remark is printed once, although all are sent again when more is found; a
 * sentence that did not stay in the answer is taken back.
 */
export function createAnswerPrinter(asked: Asked, output: Output): (event: AnswerEvent) => void {
  const shown = new Set<string>()
  const written = new Map<number, string>()
  let isFirst = true
  return (event) => {
    if (event.type === 'claim') written.set(event.index, event.text)
    if (event.type === 'answer-end' && !output.json) showTakenBack(written, event, output)
    if (output.json || event.type !== 'evidence') return showAnswerEvent(event, asked, output)
    if (isFirst) showEvidence(event, output)
    else {
      showSources(
        event.sources.filter(({ source }) => !shown.has(source)),
        output,
      )
      for (const line of unsearchedLines(event.searched))
        if (!shown.has(line)) output.text(output.style('yellow', line))
    }
    isFirst = false
    for (const { source } of event.sources) shown.add(source)
    for (const line of unsearchedLines(event.searched)) shown.add(line)
  }
}

function showTakenBack(written: ReadonlyMap<number, string>, { claims }: Answer, output: Output): void {
  const words = takenBackWords(
    [...written].map(([index, text]) => ({ index, text })),
    claims,
  )
  if (words) output.text(output.style('yellow', `\n${words}`))
}

/** Prints one step of an answer: the event itself with `--json`, else as it would stand on paper. */
export function showAnswerEvent(event: AnswerEvent, asked: Asked, output: Output): void {
  if (output.json) return output.result(event, null)
  if (event.type === 'evidence') showEvidence(event, output)
  else if (event.type === 'offer') output.text(`${output.style('yellow', offerText(event.offer, asked))}\n`)
  else if (event.type === 'model-loading') output.progress(`Loading ${event.model} …`)
  else if (event.type === 'reading') output.progress(readingText(event))
  else if (event.type === 'knowledge') showKnowledge(event, output)
  else if (event.type === 'approach') showApproach(event, output)
  else if (event.type === 'claim') output.text(event.judged ? judgedText(event) : claimText(event, output))
  else if (event.type === 'answer-end') output.text(endText(event, output))
}

/** Null once all of it is read. */
function readingText({ done, total, secondsLeft }: Extract<AnswerEvent, { type: 'reading' }>): string | null {
  return done < total ? `Reading the passages  ${progressBar(done / total, secondsLeft)}` : null
}

type Evidence = Extract<AnswerEvent, { type: 'evidence' }>

function showEvidence({ sources, searched, evidenceMs }: Evidence, output: Output): void {
  const computed = conclusions(sources)
  const rules = computed.length === 0 ? '' : ` and ${formatCount(computed.length, 'conclusion')}`
  const scope = scopeWords(scopeOf(sources, searched), sources)
  const count = scope === '' ? formatCount(passages(sources).length, 'passage') : scope
  output.text(output.style('dim', `Evidence: ${count}${rules}, found in ${seconds(evidenceMs)}`))
  showSources(sources, output)
  for (const line of unsearchedLines(searched)) output.text(output.style('yellow', line))
  output.text('')
}

function showSources(sources: readonly Source[], output: Output): void {
  for (const conclusion of conclusions(sources)) showConclusion(conclusion, output)
  for (const { source, document, reference, page, section, text } of passages(sources)) {
    const where = [placeName({ document, reference }), pageWords(document, page), section].filter(Boolean).join(', ')
    output.text(
      `  ${output.style('blue', source.padEnd(3))} ${output.style('bold', where)}  ${readableLine(text, document).slice(0, 100)}`,
    )
  }
}

function showConclusion(conclusion: ConclusionSource, output: Output): void {
  output.text(
    `  ${output.style('blue', conclusion.source.padEnd(3))} ${output.style('bold', withDates(headSentences(conclusion).join(' ')))}`,
  )
  for (const { depth, text } of conclusionLines(conclusion).slice(1))
    output.text(output.style('dim', `      ${'  '.repeat(depth - 1)}${text}`))
}

function showKnowledge({ gate, margin, sources }: Extract<AnswerEvent, { type: 'knowledge' }>, output: Output): void {
  const sure = margin === null ? '' : ` (margin ${margin.toFixed(2)})`
  if (gate === 'skipped')
    output.text(output.style('dim', `A card fits, but the model is sure of itself${sure}: not used.`))
  for (const { source, title } of sources)
    output.text(
      `  ${output.style('blue', source.padEnd(3))} ${output.style('bold', title)}  general knowledge, used${sure}`,
    )
  output.text('')
}

function showApproach(event: Extract<AnswerEvent, { type: 'approach' }>, output: Output): void {
  const lines = approachLines(event)
  for (const line of lines) output.text(output.style('dim', `  ${line}`))
  if (lines.length > 0) output.text('')
}

/** Of a sentence that stands above already. */
function judgedText({ index, citations, judged }: Claim): string {
  const marks = [...new Set(citations.map(({ source }) => `[${source}]`))].join('')
  return judged ? `${index + 1}. ${marks} ${judgedWords(judged)}` : ''
}

export function claimText(claim: Claim, output: Output): string {
  const marks = claim.citations.map(({ source }) => `[${source}]`).join('')
  const quotes = claim.citations.map(citationLine)
  const close = claim.differences.map((difference) => `     ${differenceWords(difference)}`)
  const judged = claim.judged ? [`     ${judgedWords(claim.judged)}`] : []
  const said = insteadWords(claim)
  const instead = said === null ? [] : [`     ${said.of}: “${said.words}”`]
  const absent = claim.absent.length === 0 ? [] : [`     not in the cited sources: ${claim.absent.join(', ')}`]
  const other =
    claim.differsFrom.length === 0 ? [] : [`     another value than ${claim.differsFrom.join(', ')} computes`]
  const disagreement = disagreementWords(claim)
  const authorities = claim.authorities.map(({ text, foundIn }) =>
    foundIn === null ? `     not in the library: ${text}` : output.style('dim', `     ${text}: stands in ${foundIn}`),
  )
  return [
    `${claim.index + 1}. ${quotedWords(claim.text)} ${marks}  (${verdictWords(claim.verdict)})`,
    ...quotes.map((quote) => output.style('dim', quote)),
    ...instead,
    ...judged,
    ...close,
    ...absent,
    ...other,
    ...(disagreement === null ? [] : [`     ${disagreement}`]),
    ...authorities,
  ].join('\n')
}

function citationLine(citation: Citation): string {
  if ('rule' in citation) return `     ${citation.source}: computed by rule ${citation.rule}`
  const { source, document, reference, page, quote } = citation
  const where = [source, reference === null ? '' : `reference ${reference}`, pageWords(document, page)]
  return `     ${where.filter(Boolean).join(', ')}: “${quotedWords(quote)}”`
}

function endText(answer: Extract<AnswerEvent, { type: 'answer-end' }>, output: Output): string {
  const { evidenceMs, firstTokenMs, totalMs } = answer.timing
  const first = firstTokenMs === null ? '' : `, first word ${seconds(firstTokenMs)}`
  const model = answer.model ? `${answer.model.id} ${answer.model.sha256.slice(0, 8)}` : 'no model'
  const how = answer.model ? `${strategyWords(answer)} · ` : ''
  const print = `${how}evidence ${seconds(evidenceMs)}${first}, all ${seconds(totalMs)} · ${model} · ledger entry ${answer.ledgerEntry} · ${answer.answerId}`
  const chosen = answer.choice === null ? '' : `\n${choiceWords(answer.choice)}`
  const day = answer.asOf === null ? '' : `\nRules as of ${answer.asOf}.`
  const open = openParts(answer)
    .map((part) => `\n${output.style('yellow', openPartWords(part))}`)
    .join('')
  const quoted = answer.state === 'not-written' ? quotedText(answer, output) : ''
  const warning =
    answer.model?.purpose === 'tests' && isWritten(answer) ? `\n${output.style('yellow', t('models.testWarning'))}` : ''
  return `\n${stateText(answer)}${quoted}${open}${chosen}${day}${warning}\n${output.style('dim', print)}${suggestionText(answer.routing, output)}`
}

/** They take the place of what was written and no source supports, so that they come with the end. */
function quotedText({ claims }: Answer, output: Output): string {
  return claims.map((claim) => `\n${claimText(claim, output)}`).join('')
}

/** `0.03 s`, `4.2 s`. */
function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 95 ? 2 : 1)} s`
}

function stateText(answer: Answer): string {
  const { searched, claims, choice, missingModel } = answer
  switch (shownState(answer)) {
    case 'answered':
      return `Answered: ${formatCount(claims.length, 'sentence')}, each confirmed by its source.`
    case 'answered-in-part':
      return `Answered in part: ${confirmedWords({ claims, notAnswered: [] })}`
    case 'possible':
      return `Possible answer: ${areVerbatim(claims) ? 'quoted word for word.' : confirmedWords({ claims, notAnswered: [] })} Check that it answers the question.`
    case 'not-written':
      return 'No answer was written. These sentences come nearest to the question. They are quoted word for word.'
    case 'not-found':
      return `${notFoundWords(answer)} Searched: ${formatCount(searched.documents, 'document')}, ${formatCount(searched.pages, 'page')}; words tried: ${searched.words.join(', ')}.${together(searched.references)}${nowhere(searched.unknownWords)}`
    case 'uncertain':
      if (isSplit(choice)) return 'Not confirmed: no option got more than half of the ballots. Do not rely on it.'
      return `Not confirmed: ${confirmedWords({ claims, notAnswered: [] })} Do not rely on it.`
    case 'extractive':
      if (missingModel !== undefined)
        return `The file of ${missingModel} is missing or damaged, so no answer was written: read the passages above. To get it again: consilium models get ${missingModel}. To choose another: consilium models`
      return 'No model was used, so nothing was written: read the passages above. To get one: consilium models'
    case 'stopped':
      return 'Stopped. What was written is kept.'
  }
}

function together(references: readonly string[]): string {
  return references.length === 0 ? '' : ` Together with: ${references.join(', ')}.`
}

function nowhere(words: readonly string[]): string {
  return words.length === 0 ? '' : ` No document has: ${words.join(', ')}.`
}

/** Where it was asked, as the command that takes an offer needs it. */
type Asked = { readonly matter: string; readonly question: string }

/** What is offered, in one line with the command that takes it. */
function offerText(offer: Offer, asked: Asked): string {
  const { asks, does, time } = offerWords(offer)
  return `${asks} ${does}${time === '' ? '' : ` (${time})`}: ${commandFor(offer, asked)}`
}

function commandFor(offer: Offer, { matter, question }: Asked): string {
  switch (offer.kind) {
    case 'table':
      return [
        'consilium table',
        shellWord(matter),
        ...offer.questions.flatMap((one) => ['--question', shellWord(one)]),
        ...only(offer),
      ].join(' ')
    case 'chronology':
      return ['consilium chronology', shellWord(matter), ...only(offer)].join(' ')
    case 'calculator':
      return `consilium sheet --for ${shellWord(question)} --matter ${shellWord(matter)}`
    case 'each':
      return `consilium ask ${shellWord(matter)} ${shellWord(question)} --each`
  }
}

function only({ documents }: { readonly documents: readonly string[] }): readonly string[] {
  return documents.length === 0 ? [] : ['--documents', ...documents.map(shellWord)]
}

/** As a shell reads it as one word. */
function shellWord(text: string): string {
  return /^[\w./-]+$/u.test(text) ? text : `"${text.replace(/["\\$`]/g, '\\$&')}"`
}

/** Below an answer: that a second opinion may help, why, and what it would cost; empty where nothing is suggested. */
function suggestionText(routing: Routing | null, output: Output): string {
  if (!routing?.suggested) return ''
  const reasons = routing.reasons.map(({ text }) => messageText(text)).join('; ')
  const lines = [
    output.style('yellow', `A second opinion may help: ${reasons}.`),
    ...(routing.cost === null ? [] : costWords(routing.cost).map((line) => output.style('dim', `  ${line}`))),
    output.style('dim', '  Nothing was sent. To see exactly what would be: consilium opinion --help'),
  ]
  return `\n${lines.join('\n')}`
}
