import type { AnswerState } from '../../contract/answers/answer.ts'
import { ANSWER_HEADINGS } from '../ask/answer/answer-summary.ts'
import { originWords, personWords } from '../facts/fact-wording.ts'
import { documentName } from '../wording/document-name.ts'
import { formatCount } from '../wording/format-quantity.ts'
import { sentenceCase, shortHash } from '../wording/phrases.ts'
import {
  bytesWords,
  type EntryData,
  joined,
  numberIn,
  recordIn,
  recordsIn,
  sha256Words,
  sourceRange,
  textIn,
} from './entry-data.ts'
import type { EntryWords, KindWords, LedgerNames } from './kind-words.ts'

/** What happens in a matter, apart from what may leave it. */
export const MATTER_KINDS: Readonly<Record<string, KindWords>> = {
  'question-asked': questionAsked,
  'answers-exported': (data) => ({
    title: 'Answers exported',
    rest: `as ${FORMATS[textIn(data, 'format')] ?? textIn(data, 'format')}`,
    detail: joined(countOf(data, 'answerIds', 'answer'), sha256Words(data)),
    about: ['questions'],
  }),
  'case-sheet-exported': (data) => ({
    title: 'Case sheet exported',
    rest: `${textIn(data, 'goal').replaceAll('_', ' ')}, as ${FORMATS[textIn(data, 'format')] ?? textIn(data, 'format')}`,
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'consultation-exported': (data) => ({
    title: 'Second opinion exported',
    rest: `as ${FORMATS[textIn(data, 'format')] ?? textIn(data, 'format')}`,
    detail: sha256Words(data),
    about: ['questions'],
  }),
  'evaluation-begun': (data) => ({
    title: 'Questions run to measure the answers',
    detail: countOf(data, 'runs', 'run'),
    about: ['questions'],
  }),
  'evaluation-exported': (data) => ({
    title: 'Run of questions exported',
    rest: `as ${FORMATS[textIn(data, 'format')] ?? textIn(data, 'format')}`,
    detail: sha256Words(data),
    about: ['questions'],
  }),
  'sheet-exported': (data) => ({
    title: textIn(data, 'sheet') === 'chronology' ? 'Chronology exported' : 'Table exported',
    rest: `as ${FORMATS[textIn(data, 'format')] ?? textIn(data, 'format')}`,
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'answer-corrected': (data, names) => ({
    title: 'Answer corrected:',
    rest: names.questions.get(textIn(data, 'answerId')) ?? 'a question',
    detail: `card ${textIn(data, 'card')}`,
    about: ['questions'],
  }),
  'card-judged': (data, names) => ({
    title: textIn(data, 'effect') === 'hurt' ? 'Card made an answer wrong:' : 'Card helped:',
    rest: names.questions.get(textIn(data, 'answerId')) ?? 'a question since deleted',
    detail: `card ${textIn(data, 'card')}`,
    about: ['questions'],
  }),
  'corrections-exported': (data) => ({
    title: 'Corrections exported',
    rest: `as ${textIn(data, 'format')}`,
    detail: joined(formatCount(numberIn(data, 'corrections') ?? 0, 'correction'), sha256Words(data)),
    about: ['questions'],
  }),
  'answer-deleted': () => ({ title: 'Answer deleted', about: ['questions'] }),
  'document-added': (data, names) => ({
    title: data.state === 'partial' ? 'Document read in part:' : 'Document read:',
    rest: documentOf(data, names),
    detail: joined(bytesWords(data), sha256Words(data)),
    about: ['documents'],
    ...(data.state === 'partial' ? { shape: 'partial', tone: 'warn' } : {}),
  }),
  'document-removed': (data) => ({
    title: 'Document removed',
    detail: joined(
      numberIn(data, 'left') ? `${formatCount(numberIn(data, 'left') ?? 0, 'trace')} left` : 'no trace left',
      bytesWords(data),
      sha256Words(data),
    ),
    about: ['documents'],
    ...(numberIn(data, 'left') ? { shape: 'failed', tone: 'bad' } : {}),
  }),
  'facts-proposed': (data) => ({
    title: 'Facts read from documents',
    rest: `${numberIn(data, 'proposed') ?? 0} wait for a yes`,
    detail: joined(formatCount(numberIn(data, 'documents') ?? 0, 'document'), textIn(data, 'model') || 'no model used'),
    about: ['documents'],
  }),
  'table-made': (data) => ({
    title: data.stopped === true ? 'Table, stopped:' : 'Table:',
    rest: `${formatCount(numberIn(data, 'cells') ?? 0, 'cell')} on ${formatCount(numberIn(data, 'documents') ?? 0, 'document')}`,
    detail: joined(`${numberIn(data, 'notFound') ?? 0} not found`, textIn(recordIn(data, 'model'), 'id')),
    about: ['documents'],
  }),
  'chronology-made': (data) => ({
    title: 'Chronology:',
    rest: formatCount(numberIn(data, 'events') ?? 0, 'event'),
    detail: joined(formatCount(numberIn(data, 'documents') ?? 0, 'document'), 'no model used'),
    about: ['documents'],
  }),
  'summary-made': (data) => ({
    title: data.stopped === true ? 'Summary, stopped:' : 'Summary:',
    rest: formatCount(numberIn(data, 'lines') ?? 0, 'line'),
    detail: textIn(recordIn(data, 'model'), 'id') || 'no model used',
    about: ['documents'],
  }),
  'fact-set': factWords('Fact entered:'),
  'fact-confirmed': factWords('Fact confirmed:'),
  'fact-rejected': factWords('Fact rejected:'),
  'fact-removed': factWords('Fact taken back:'),
  'reference-switched': (data) => ({
    title: data.on === true ? 'Reference used:' : 'Reference not used:',
    rest: textIn(data, 'reference'),
    about: ['people'],
  }),
  'pack-switched': (data) => ({
    title: data.on === true ? 'Rules used:' : 'Rules not used:',
    rest: textIn(data, 'pack'),
    about: ['people'],
  }),
  'jurisdiction-changed': (data) => ({
    title: data.isSaid === true ? 'Law of this matter chosen' : 'Law of this matter no longer said',
    about: ['people'],
  }),
  exported: (data) => ({ title: 'Matter exported', detail: joined('encrypted', bytesWords(data)), about: ['people'] }),
  imported: () => ({ title: 'Matter imported', detail: 'from an exported file', about: ['people'] }),
  'ledger-recovered': (data) => ({
    title: 'Ledger continued',
    detail: `The program was stopped after entry ${numberIn(data, 'seq') ?? '?'} was written and before it was anchored.`,
    shape: 'caution',
    tone: 'warn',
  }),
}

const FORMATS: Readonly<Record<string, string>> = {
  docx: 'Word',
  pdf: 'PDF',
  md: 'Markdown',
  csv: 'CSV',
  html: 'HTML',
  jsonl: 'JSONL',
}

function questionAsked(data: EntryData, names: LedgerNames): EntryWords {
  const heading = ANSWER_HEADINGS[textIn(data, 'state') as AnswerState]
  const model = recordIn(data, 'model')
  const modelWords = textIn(model, 'id')
    ? `${textIn(model, 'id')} ${shortHash(textIn(model, 'sha256'))}`
    : 'no model used'
  return {
    title: 'Asked:',
    rest: names.questions.get(textIn(data, 'answerId')) ?? 'a question since deleted',
    detail: joined(
      heading?.word ?? textIn(data, 'state'),
      sourceRange(recordsIn(data, 'sources').map((source) => textIn(source, 'source'))) || 'no source',
      modelWords,
      data.closedBook === true ? 'without documents' : '',
    ),
    about: ['questions'],
    ...(data.state === 'not-found' ? { shape: 'none', tone: 'soft' } : {}),
  }
}

function factWords(title: string): KindWords {
  return (data, names) => {
    const fact = names.facts.get(textIn(data, 'fact'))
    const by = fact?.decidedBy ? `by ${personWords(fact.decidedBy, names.userName)}` : ''
    const from = fact?.source.kind === 'passage' ? `from ${originWords(fact.source, names.userName)}` : ''
    return {
      title,
      rest: fact ? sentenceCase(fact.sentence) : 'a fact that is no longer there',
      detail: [by, from, data.edited === true ? 'edited' : '', data.replaces ? 'in place of another' : '']
        .filter(Boolean)
        .join(', '),
      about: ['people'],
    }
  }
}

function documentOf(data: EntryData, { documents }: LedgerNames): string {
  const name = documents.get(textIn(data, 'documentId'))
  return name ? documentName(name) : 'a document that is no longer there'
}

function countOf(data: EntryData, name: string, word: string): string {
  const value = data[name]
  return Array.isArray(value) ? formatCount(value.length, word) : ''
}
