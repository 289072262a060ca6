import { formatCount } from '../../../wording/format-quantity.ts'
import { t } from '../../../wording/translate.ts'
import type { Answer, Claim, PassageSource } from '../../../contract/answers/answer.ts'
import { scopeWords } from '../../../contract/answers/answer-words.ts'
import { VERSION } from '../../home/version.ts'
import { cards, conclusions, passages } from '../answer-record.ts'
import {
  approachLines,
  choiceWords,
  confidenceWords,
  placeWords,
  stateOnPaper,
  strategyWords,
  VERDICT_MEANINGS,
} from './answer-words.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'

/** The last page: of each answer what went into it, then what holds for all of them. `others`: sentences that stand in no answer. */
export function howProduced(answers: readonly Answer[], others: readonly Claim[] = []): readonly PaperBlock[] {
  return [
    { kind: 'page', text: 'How this was produced' },
    ...answers.flatMap((answer): PaperBlock[] => [
      { kind: 'heading', text: answer.question },
      ...fieldsOf(answer).map(([name, ...lines]): PaperBlock => ({ kind: 'field', name, lines })),
    ]),
    { kind: 'heading', text: 'To know about it' },
    { kind: 'field', name: 'Verdicts', lines: meanings([...answers.flatMap(({ claims }) => claims), ...others]) },
    { kind: 'field', name: 'Program', lines: [`Exported with Consilium ${VERSION}.`] },
    { kind: 'field', name: 'To verify', lines: [VERIFY] },
    {
      kind: 'field',
      name: 'What it is not',
      lines: [NOT, 'Check every sentence at its source before you rely on it.'],
    },
  ]
}

const VERIFY =
  'Each ledger entry has the hash of the one before, so that a change to an earlier one shows. Check the chain in the window under Ledger, or with: consilium ledger verify. An entry has the places of the sources and the hash of the model, no words.'
const NOT = 'Consilium is not a medical device, and this is not legal advice.'

type Field = readonly [name: string, ...lines: string[]]

function fieldsOf(answer: Answer): readonly Field[] {
  const { askedAt, searched, confidence, ledgerEntry } = answer
  const { documents, pages, references } = searched
  const libraries = references.length === 0 ? '' : `; reference libraries: ${references.join(', ')}`
  return [
    ['Asked', momentWords(askedAt)],
    ['Outcome', stateOnPaper(answer)],
    [
      'Searched',
      `${formatCount(documents, 'document')}, ${formatCount(pages, 'page')}${libraries}`,
      ...scopeLines(answer),
    ],
    ['Read by the model', ...readLines(answer)],
    ['By rules', ...ruleLines(answer)],
    ...dayField(answer),
    ['Model', ...modelLines(answer)],
    ['Strategy', ...strategyLines(answer)],
    ['Knowledge cards', cardWords(answer)],
    ['Confidence', confidenceWords(confidence)],
    ['Time', timeWords(answer)],
    ['Tokens', tokenWords(answer)],
    ['Ledger', `entry ${ledgerEntry} of the matter`],
  ]
}

function scopeLines({ scope, sources }: Answer): readonly string[] {
  const words = scopeWords(scope, sources)
  return words === '' ? [] : [`Found: ${words}`]
}

function modelLines({ model }: Answer): readonly string[] {
  if (!model) return ['none']
  const warning = model.purpose === 'tests' ? [t('models.testWarning')] : []
  return [model.id, `SHA-256 ${model.sha256}`, ...warning]
}

/** What of each passage the model read, for it is seldom all. */
function readLines({ sources, model }: Answer): readonly string[] {
  if (!model) return ['nothing, for no model was used']
  return orNone(passages(sources).map((one) => `${one.source}, ${placeWords(one)}: ${readWords(one)}`))
}

function ruleLines({ sources, claims }: Answer): readonly string[] {
  const stated = new Set(claims.flatMap(({ citations }) => citations.map(({ source }) => source)))
  return orNone(
    conclusions(sources).map(
      ({ source, rule }) => `${source}, rule ${rule}${stated.has(source) ? '' : ': found, not stated'}`,
    ),
  )
}

function dayField({ asOf, sources }: Answer): readonly Field[] {
  const day = asOf ?? conclusions(sources)[0]?.asOf
  if (day === undefined) return []
  return [['Rules as of', asOf === null ? `${day}, the day of the question` : `${day}, chosen with the question`]]
}

function orNone(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? ['none'] : lines
}

function readWords({ read, start, end }: PassageSource): string {
  if (read === null) return `all of it, ${formatCount(end - start, 'character')}`
  if (read.length === 0) return 'found, but not read'
  const length = read.reduce((sum, span) => sum + span.end - span.start, 0)
  const places = read.length === 1 ? '' : ` in ${read.length} places`
  return `${length.toLocaleString('en-GB')} of ${formatCount(end - start, 'character')}${places}`
}

function strategyLines(answer: Answer): readonly string[] {
  const { strategy, approach, choice, seed, model } = answer
  if (!model) return ['none']
  const name = `${strategy}: ${strategyWords(answer)}${seed === null ? '' : `, seed ${seed}`}`
  return [name, ...(choice === null ? [] : [`${choiceWords(choice)}.`]), ...(approach ? approachLines(approach) : [])]
}

function cardWords({ knowledge: { gate, margin, cards: ids }, sources }: Answer): string {
  const measured = margin === null ? '' : ` (margin ${margin.toFixed(2)})`
  const used = ids.map((id) => cards(sources).find(({ card }) => card === id)?.title ?? id)
  if (used.length > 0) return `${used.join('; ')}${measured}: general knowledge, which is no evidence`
  return gate === 'skipped' ? `none, for the model was sure enough without${measured}` : `none${measured}`
}

function timeWords({ timing: { evidenceMs, firstTokenMs, totalMs } }: Answer): string {
  const first = firstTokenMs === null ? '' : `, first word after ${seconds(firstTokenMs)}`
  return `evidence after ${seconds(evidenceMs)}${first}, all after ${seconds(totalMs)}`
}

function tokenWords({ tokens: { prompt, reused, generated, calls } }: Answer): string {
  if (calls === 0) return 'none'
  const kept = reused === 0 ? '' : ` (${reused.toLocaleString('en-GB')} of them kept from before)`
  return `${prompt.toLocaleString('en-GB')} read${kept}, ${generated.toLocaleString('en-GB')} written, in ${formatCount(calls, 'call')}`
}

function meanings(claims: readonly Claim[]): readonly string[] {
  const used = new Set(claims.map(({ verdict }) => verdict))
  const known = Object.entries(VERDICT_MEANINGS).filter(([verdict]) => used.has(verdict as Claim['verdict']))
  return known.length === 0 ? ['No sentence was written.'] : known.map(([, meaning]) => meaning)
}

/** `3 June 2026 at 08:00 UTC`: paper is read in other places than it was printed. */
export function momentWords(iso: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return `${format.format(new Date(iso))} UTC`
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 95 ? 2 : 1)} s`
}
