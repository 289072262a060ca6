import type { LedgerData, LedgerKind } from '../../contract/ledger.ts'
import { answerHeading } from '../ask/answer/answer-summary.ts'
import { byWords, originWords } from '../facts/fact-wording.ts'
import { packName } from '../knowledge/pack-names.ts'
import { documentName } from '../../wording/document-name.ts'
import { formatBytes } from '../../wording/format-quantity.ts'
import { modelName } from '../../wording/model-name.ts'
import { sentenceCase, shortHash } from '../../wording/phrases.ts'
import { type Messages, t } from '../../wording/translate.ts'
import {
  type EntryWords,
  formatWords,
  joined,
  type KindWords,
  type LedgerNames,
  lessonWords,
  sha256Words,
  sourceRange,
  type WordsOfKinds,
} from './kind-words.ts'

/** What happens in a matter, apart from what may leave it. */
export const MATTER_KINDS = {
  'question-asked': questionAsked,
  'answers-exported': (data) => ({
    title: t('ledger.matter.answersExported'),
    rest: asFormat(data),
    detail: joined(t('ledger.matter.answers', { count: data.answerIds.length }), sha256Words(data)),
    about: ['questions'],
  }),
  'case-sheet-exported': (data) => ({
    title: t('ledger.matter.caseSheetExported'),
    rest: t('ledger.matter.caseSheet', { goal: data.goal.replaceAll('_', ' '), format: formatWords(data) }),
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'consultation-exported': (data) => ({
    title: t('ledger.matter.consultationExported'),
    rest: asFormat(data),
    detail: sha256Words(data),
    about: ['questions'],
  }),
  'evaluation-begun': (data) => ({
    title: t('ledger.matter.evaluationBegun'),
    detail: t('ledger.matter.runs', { count: data.runs.length }),
    about: ['questions'],
  }),
  'evaluation-exported': (data) => ({
    title: t('ledger.matter.evaluationExported'),
    rest: asFormat(data),
    detail: sha256Words(data),
    about: ['questions'],
  }),
  'highlights-exported': (data) => ({
    title: t('ledger.matter.highlightsExported'),
    rest: asFormat(data),
    detail: joined(t('ledger.matter.highlights', { count: data.highlights }), sha256Words(data)),
    about: ['documents'],
  }),
  'sheet-exported': (data) => ({
    title: data.sheet === 'chronology' ? t('ledger.matter.chronologyExported') : t('ledger.matter.tableExported'),
    rest: asFormat(data),
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'draft-checked': (data) => ({
    title: data.stopped ? t('ledger.matter.draftStopped') : t('ledger.matter.draftChecked'),
    rest: t('ledger.matter.draftCounts', data),
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'draft-exported': (data) => ({
    title: data.what === 'report' ? t('ledger.matter.draftReportExported') : t('ledger.matter.draftCommentedExported'),
    rest: asFormat(data),
    detail: joined(t('ledger.matter.draftFindings', { count: data.findings }), sha256Words(data)),
    about: ['documents'],
  }),
  'draft-removed': (data) => ({
    title: t('ledger.matter.draftRemoved'),
    detail: sha256Words(data),
    about: ['documents'],
  }),
  'answer-corrected': (data, names) => ({
    title: t('ledger.matter.answerCorrected'),
    rest: names.questions.get(data.answerId ?? '') ?? t('ledger.matter.aQuestion'),
    detail: lessonWords(names, data.card),
    about: ['questions'],
  }),
  'card-judged': (data, names) => ({
    title: data.effect === 'hurt' ? t('ledger.matter.cardHurt') : t('ledger.matter.cardHelped'),
    rest: names.questions.get(data.answerId) ?? t('ledger.common.goneQuestion'),
    detail: lessonWords(names, data.card),
    about: ['questions'],
  }),
  'corrections-exported': (data) => ({
    title: t('ledger.matter.correctionsExported'),
    rest: asFormat(data),
    detail: joined(t('ledger.matter.corrections', { count: data.corrections }), sha256Words(data)),
    about: ['questions'],
  }),
  'answer-deleted': () => ({ title: t('ledger.matter.answerDeleted'), about: ['questions'] }),
  'document-added': (data, names) => ({
    title: data.state === 'partial' ? t('ledger.matter.documentReadInPart') : t('ledger.matter.documentRead'),
    rest: documentOf(data, names),
    detail: joined(formatBytes(data.bytes), sha256Words(data)),
    about: ['documents'],
    ...(data.state === 'partial' ? { shape: 'partial', tone: 'warn' } : {}),
  }),
  'document-removed': (data) => ({
    title: t('ledger.matter.documentRemoved'),
    detail: joined(
      data.left ? t('ledger.matter.traces', { count: data.left }) : t('ledger.matter.noTrace'),
      formatBytes(data.bytes),
      sha256Words(data),
    ),
    about: ['documents'],
    ...(data.left ? { shape: 'failed', tone: 'bad' } : {}),
  }),
  'version-removed': (data, names) => ({
    title: t('ledger.matter.versionRemoved'),
    rest: documentOf(data, names),
    detail: joined(
      data.kept ? t('ledger.matter.versionKept') : t('ledger.matter.noTrace'),
      formatBytes(data.bytes),
      sha256Words(data),
    ),
    about: ['documents'],
  }),
  'facts-proposed': (data) => ({
    title: t('ledger.matter.factsRead'),
    rest: t('ledger.matter.factsToConfirm', { count: data.proposed }),
    detail: joined(
      t('ledger.common.documents', { count: data.documents }),
      data.model ? modelName(data.model) : t('ledger.common.noModel'),
    ),
    about: ['documents'],
  }),
  'table-made': (data) => ({
    title: data.stopped ? t('ledger.matter.tableStopped') : t('ledger.matter.table'),
    rest: t('ledger.matter.cells', { cells: data.cells, documents: data.documents }),
    detail: joined(t('ledger.matter.notFound', { count: data.notFound }), modelName(data.model.id)),
    about: ['documents'],
  }),
  'chronology-made': (data) => ({
    title: t('ledger.matter.chronology'),
    rest: t('ledger.matter.events', { count: data.events }),
    detail: joined(t('ledger.common.documents', { count: data.documents }), t('ledger.common.noModel')),
    about: ['documents'],
  }),
  'summary-made': (data) => ({
    title: data.stopped ? t('ledger.matter.summaryStopped') : t('ledger.matter.summary'),
    rest: t('ledger.matter.lines', { count: data.lines }),
    detail: data.model ? modelName(data.model.id) : t('ledger.common.noModel'),
    about: ['documents'],
  }),
  'fact-set': factWords('entered'),
  'fact-confirmed': factWords('confirmed'),
  'fact-rejected': factWords('rejected'),
  'fact-removed': factWords('removed'),
  'reference-switched': (data) => ({
    title: data.on ? t('ledger.matter.referenceUsed') : t('ledger.matter.referenceNotUsed'),
    rest: data.reference,
    about: ['people'],
  }),
  'pack-switched': (data, { packs }) => ({
    title: data.on ? t('ledger.matter.rulesUsed') : t('ledger.matter.rulesNotUsed'),
    rest: packName(packs, data.pack),
    about: ['people'],
  }),
  'jurisdiction-changed': (data) => ({
    title: data.isSaid ? t('ledger.matter.lawChosen') : t('ledger.matter.lawNotChosen'),
    about: ['people'],
  }),
  exported: (data) => ({
    title: t('ledger.matter.exported'),
    detail: joined(t('ledger.common.encrypted'), formatBytes(data.bytes)),
    about: ['people'],
  }),
  imported: () => ({ title: t('ledger.matter.imported'), detail: t('ledger.matter.fromFile'), about: ['people'] }),
  'ledger-recovered': (data) => ({
    title: t('ledger.matter.recovered'),
    detail: t('ledger.matter.recoveredAfter', { number: data.seq }),
    shape: 'caution',
    tone: 'warn',
  }),
} satisfies Partial<WordsOfKinds<LedgerKind>>

function asFormat(data: { readonly format: string }): string {
  return t('ledger.common.asFormat', { format: formatWords(data) })
}

function questionAsked(data: LedgerData<'question-asked'>, { questions }: LedgerNames): EntryWords {
  const { answerId, state, sources, model, closedBook } = data
  return {
    title: t('ledger.matter.asked'),
    rest: questions.get(answerId) ?? t('ledger.common.goneQuestion'),
    detail: joined(
      answerHeading(state).word,
      sourceRange(sources.map(({ source }) => source)) || t('ledger.matter.noSource'),
      model ? `${modelName(model.id)} ${shortHash(model.sha256)}` : t('ledger.common.noModel'),
      closedBook ? t('ledger.matter.withoutDocuments') : '',
    ),
    about: ['questions'],
    ...(state === 'not-found' ? { shape: 'none', tone: 'soft' } : {}),
  }
}

function factWords(what: keyof Messages['ledger']['matter']['facts']): KindWords<LedgerData<'fact-set'>> {
  return (data, names) => {
    const fact = names.facts.get(data.fact)
    const by = fact?.decidedBy ? byWords(fact.decidedBy, names.userName) : ''
    const from =
      fact?.source.kind === 'passage'
        ? t('ledger.matter.factFrom', { source: originWords(fact.source, names.userName) })
        : ''
    return {
      title: t(`ledger.matter.facts.${what}`),
      rest: fact ? sentenceCase(fact.sentence) : t('ledger.common.goneFact'),
      detail: [
        by,
        from,
        data.edited ? t('ledger.matter.factEdited') : '',
        data.replaces ? t('ledger.matter.factReplaced') : '',
      ]
        .filter(Boolean)
        .join(', '),
      about: ['people'],
    }
  }
}

function documentOf(
  { documentId }: Pick<LedgerData<'document-added'>, 'documentId'>,
  { documents }: LedgerNames,
): string {
  const name = documents.get(documentId)
  return name ? documentName(name) : t('ledger.common.goneDocument')
}
