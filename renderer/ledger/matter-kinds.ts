import type { LedgerData, LedgerKind } from '../../contract/ledger.ts'
import { answerHeading } from '../ask/answer/answer-summary.ts'
import { originWords, personWords } from '../facts/fact-wording.ts'
import { documentName } from '../../wording/document-name.ts'
import { formatBytes, formatCount } from '../../wording/format-quantity.ts'
import { sentenceCase, shortHash } from '../../wording/phrases.ts'
import {
  type EntryWords,
  joined,
  type KindWords,
  type LedgerNames,
  sha256Words,
  sourceRange,
  type WordsOfKinds,
} from './kind-words.ts'

/** What happens in a matter, apart from what may leave it. */
export const MATTER_KINDS = {
  'question-asked': questionAsked,
  'answers-exported': (data) => ({
    title: 'Answers exported',
    rest: `as ${formatWords(data)}`,
    detail: joined(formatCount(data.answerIds.length, 'answer'), sha256Words(data)),
    about: ['questions'],
  }),
  'case-sheet-exported': (data) => ({
    title: 'Case sheet exported',
    rest: `${data.goal.replaceAll('_', ' ')}, as ${formatWords(data)}`,
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'consultation-exported': (data) => ({
    title: 'Second opinion exported',
    rest: `as ${formatWords(data)}`,
    detail: sha256Words(data),
    about: ['questions'],
  }),
  'evaluation-begun': (data) => ({
    title: 'Questions run to measure the answers',
    detail: formatCount(data.runs.length, 'run'),
    about: ['questions'],
  }),
  'evaluation-exported': (data) => ({
    title: 'Run of questions exported',
    rest: `as ${formatWords(data)}`,
    detail: sha256Words(data),
    about: ['questions'],
  }),
  'highlights-exported': (data) => ({
    title: 'Notes and highlights exported',
    rest: `as ${formatWords(data)}`,
    detail: joined(formatCount(data.highlights, 'highlight'), sha256Words(data)),
    about: ['documents'],
  }),
  'sheet-exported': (data) => ({
    title: data.sheet === 'chronology' ? 'Chronology exported' : 'Table exported',
    rest: `as ${formatWords(data)}`,
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'answer-corrected': (data, names) => ({
    title: 'Answer corrected:',
    rest: names.questions.get(data.answerId ?? '') ?? 'a question',
    detail: `card ${data.card}`,
    about: ['questions'],
  }),
  'card-judged': (data, names) => ({
    title: data.effect === 'hurt' ? 'Card made an answer wrong:' : 'Card helped:',
    rest: names.questions.get(data.answerId) ?? 'a question since deleted',
    detail: `card ${data.card}`,
    about: ['questions'],
  }),
  'corrections-exported': (data) => ({
    title: 'Corrections exported',
    rest: `as ${data.format}`,
    detail: joined(formatCount(data.corrections, 'correction'), sha256Words(data)),
    about: ['questions'],
  }),
  'answer-deleted': () => ({ title: 'Answer deleted', about: ['questions'] }),
  'document-added': (data, names) => ({
    title: data.state === 'partial' ? 'Document read in part:' : 'Document read:',
    rest: documentOf(data, names),
    detail: joined(formatBytes(data.bytes), sha256Words(data)),
    about: ['documents'],
    ...(data.state === 'partial' ? { shape: 'partial', tone: 'warn' } : {}),
  }),
  'document-removed': (data) => ({
    title: 'Document removed',
    detail: joined(
      data.left ? `${formatCount(data.left, 'trace')} left` : 'no trace left',
      formatBytes(data.bytes),
      sha256Words(data),
    ),
    about: ['documents'],
    ...(data.left ? { shape: 'failed', tone: 'bad' } : {}),
  }),
  'facts-proposed': (data) => ({
    title: 'Facts read from documents',
    rest: `${data.proposed} wait for a yes`,
    detail: joined(formatCount(data.documents, 'document'), data.model ?? 'no model used'),
    about: ['documents'],
  }),
  'table-made': (data) => ({
    title: data.stopped ? 'Table, stopped:' : 'Table:',
    rest: `${formatCount(data.cells, 'cell')} on ${formatCount(data.documents, 'document')}`,
    detail: joined(`${data.notFound} not found`, data.model.id),
    about: ['documents'],
  }),
  'chronology-made': (data) => ({
    title: 'Chronology:',
    rest: formatCount(data.events, 'event'),
    detail: joined(formatCount(data.documents, 'document'), 'no model used'),
    about: ['documents'],
  }),
  'summary-made': (data) => ({
    title: data.stopped ? 'Summary, stopped:' : 'Summary:',
    rest: formatCount(data.lines, 'line'),
    detail: data.model?.id ?? 'no model used',
    about: ['documents'],
  }),
  'fact-set': factWords('Fact entered:'),
  'fact-confirmed': factWords('Fact confirmed:'),
  'fact-rejected': factWords('Fact rejected:'),
  'fact-removed': factWords('Fact taken back:'),
  'reference-switched': (data) => ({
    title: data.on ? 'Reference used:' : 'Reference not used:',
    rest: data.reference,
    about: ['people'],
  }),
  'pack-switched': (data) => ({
    title: data.on ? 'Rules used:' : 'Rules not used:',
    rest: data.pack,
    about: ['people'],
  }),
  'jurisdiction-changed': (data) => ({
    title: data.isSaid ? 'Law of this matter chosen' : 'Law of this matter no longer said',
    about: ['people'],
  }),
  exported: (data) => ({
    title: 'Matter exported',
    detail: joined('encrypted', formatBytes(data.bytes)),
    about: ['people'],
  }),
  imported: () => ({ title: 'Matter imported', detail: 'from an exported file', about: ['people'] }),
  'ledger-recovered': (data) => ({
    title: 'Ledger continued',
    detail: `The program was stopped after entry ${data.seq} was written and before it was anchored.`,
    shape: 'caution',
    tone: 'warn',
  }),
} satisfies Partial<WordsOfKinds<LedgerKind>>

const FORMATS: Readonly<Record<string, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  md: 'Markdown',
  csv: 'CSV',
  html: 'HTML',
  jsonl: 'JSONL',
}

function formatWords({ format }: { readonly format: string }): string {
  return FORMATS[format] ?? format
}

function questionAsked(data: LedgerData<'question-asked'>, { questions }: LedgerNames): EntryWords {
  const { answerId, state, sources, model, closedBook } = data
  return {
    title: 'Asked:',
    rest: questions.get(answerId) ?? 'a question since deleted',
    detail: joined(
      answerHeading(state).word,
      sourceRange(sources.map(({ source }) => source)) || 'no source',
      model ? `${model.id} ${shortHash(model.sha256)}` : 'no model used',
      closedBook ? 'without documents' : '',
    ),
    about: ['questions'],
    ...(state === 'not-found' ? { shape: 'none', tone: 'soft' } : {}),
  }
}

function factWords(title: string): KindWords<LedgerData<'fact-set'>> {
  return (data, names) => {
    const fact = names.facts.get(data.fact)
    const by = fact?.decidedBy ? `by ${personWords(fact.decidedBy, names.userName)}` : ''
    const from = fact?.source.kind === 'passage' ? `from ${originWords(fact.source, names.userName)}` : ''
    return {
      title,
      rest: fact ? sentenceCase(fact.sentence) : 'a fact that is no longer there',
      detail: [by, from, data.edited ? 'edited' : '', data.replaces ? 'in place of another' : '']
        .filter(Boolean)
        .join(', '),
      about: ['people'],
    }
  }
}

function documentOf({ documentId }: LedgerData<'document-added'>, { documents }: LedgerNames): string {
  const name = documents.get(documentId)
  return name ? documentName(name) : 'a document that is no longer there'
}
