import type { LedgerData, LedgerKind } from '../../contract/ledger.ts'
import { byWords } from '../facts/fact-wording.ts'
import { maskedCount, maskedWords } from '../second-opinion/packet-words.ts'
import { formatClock } from '../../wording/format-time.ts'
import { shortHash } from '../../wording/phrases.ts'
import { knownText, t } from '../../wording/translate.ts'
import { type EntryWords, joined, type LedgerNames, sourceRange, type WordsOfKinds } from './kind-words.ts'

/** What may leave: prepared, refused, sent, come back. */
export const SENDING_KINDS = {
  'sending-intended': (data, names, { seq }) => intentWords(data, names, names.ended.has(seq)),
  'sending-completed': (data, names) => {
    const intent = names.intents.get(data.intent)
    return {
      title: sentTitle(intent?.kind),
      rest: goesTo(intent),
      detail: joined(packetWords(intent, names), replyWords(data)),
      shape: 'out',
      tone: 'info',
      about: ['left'],
    }
  },
  'sending-failed': failedWords,
  'packet-refused': (data) => ({
    title: t('ledger.sending.notSent'),
    rest: t(`ledger.sending.reasons.${data.reason}`),
    detail: joined(t('ledger.sending.refused'), packetHashWords(data)),
    shape: 'lock',
    tone: 'soft',
    about: ['questions'],
  }),
  'packet-abandoned': (data, { packets }) => ({
    title: t('ledger.sending.abandoned'),
    rest: t('ledger.sending.atReview'),
    detail: joined(packets.get(data.packetId)?.question ?? '', packetHashWords(data)),
    about: ['questions'],
  }),
  'opinion-kept': (data) => ({
    title: t('ledger.sending.opinionKept', { kind: kindWords(data.kind) }),
    rest:
      data.state === 'failed'
        ? t('ledger.sending.replyBrokeOff')
        : data.state === 'text'
          ? t('ledger.sending.otherForm')
          : '',
    detail: joined(
      verdictWords(data.verdicts),
      t('ledger.sending.namesPutBack', { count: data.restored }),
      data.unknownTokens ? t('ledger.sending.unknownNames', { count: data.unknownTokens }) : '',
      data.struck ? t('ledger.sending.citationsStruck', { count: data.struck }) : '',
      replyWords(data),
    ),
    about: ['questions'],
  }),
  'consultation-deleted': () => ({
    title: t('ledger.sending.opinionDeleted'),
    detail: t('ledger.sending.staysSent'),
    about: ['questions', 'people'],
  }),
  'opinion-suggested': (data, { questions }) => ({
    title: t('ledger.sending.suggested'),
    rest: questions.get(data.answerId) ?? t('ledger.common.goneQuestion'),
    about: ['questions'],
  }),
  'suggestion-decided': (data, { questions }) => ({
    title: data.outcome === 'asked' ? t('ledger.sending.suggestionTaken') : t('ledger.sending.suggestionDismissed'),
    rest: questions.get(data.answerId) ?? t('ledger.common.goneQuestion'),
    about: ['questions', 'people'],
  }),
  'opinion-decided': (data) => ({
    title: t('ledger.sending.decided'),
    rest: t(`ledger.sending.outcomes.${data.outcome}`),
    detail: data.of === 'first' ? t('ledger.sending.whatComesFirst') : t('ledger.sending.oneLine'),
    about: ['questions', 'people'],
  }),
  'term-unmasked': (data, { packets }) => ({
    title: t('ledger.sending.wordsLetThrough'),
    rest: t('ledger.sending.inOneText'),
    detail: packets.get(data.packetId)?.question ?? '',
    shape: 'caution',
    tone: 'warn',
    about: ['people'],
  }),
  'words-kept': (data) => ({
    title: t('ledger.sending.wordsKept', { count: data.words }),
    rest: t('ledger.sending.untilAskedAgain'),
    shape: 'caution',
    tone: 'warn',
    about: ['people'],
  }),
  'words-asked-again': (data) => ({
    title: t('ledger.sending.wordsAskedAgain', { count: data.words }),
    rest: t('ledger.sending.inWholeMatter'),
    about: ['people'],
  }),
  'sending-allowed': (data) => ({
    title: data.allowed ? t('ledger.sending.allowed') : t('ledger.sending.forbidden'),
    rest: t('ledger.sending.forMatter'),
    ...(data.allowed ? {} : { shape: 'lock', tone: 'soft' }),
    about: ['people'],
  }),
  sending: (data, { matters }) => ({
    title: t('ledger.sending.left'),
    rest: t('ledger.sending.to', data),
    detail: joined(
      matters.get(data.matter) ?? t('ledger.sending.goneMatter'),
      t('ledger.common.characters', { count: data.characters }),
      packetHashWords(data),
      t('ledger.sending.maskedTerms', { terms: maskedWords(data.masked) }),
    ),
    shape: 'out',
    tone: 'info',
    about: ['left'],
  }),
} satisfies Partial<WordsOfKinds<LedgerKind>>

type Intent = LedgerData<'sending-intended'>

/** A kind of a later version as it stands. */
function kindWords(kind: string): string {
  return knownText('ledger.sending.kinds', kind) ?? kind
}

/** A bias check brings no opinion. */
function sentTitle(kind: string | undefined): string {
  if (kind === 'counterfactual') return t('ledger.sending.biasCheckSent')
  return t('ledger.sending.sent', { kind: kind === undefined ? t('ledger.sending.kindNotKnown') : kindWords(kind) })
}

function intentWords(data: Intent, names: LedgerNames, isEnded: boolean): EntryWords {
  const detail = packetWords(data, names)
  if (isEnded)
    return {
      title: t('ledger.sending.begun', { kind: kindWords(data.kind) }),
      rest: goesTo(data),
      detail,
      shape: 'out',
      tone: 'soft',
      about: ['left'],
    }
  if (names.packets.get(data.packetId)?.state === 'sending')
    return {
      title: t('ledger.sending.beingSent'),
      rest: goesTo(data),
      detail,
      shape: 'running',
      tone: 'info',
      about: ['left'],
    }
  return {
    title: t('ledger.sending.mayHaveBeenSent'),
    rest: t('ledger.sending.neverCompleted'),
    detail: `${t('ledger.sending.stoppedWhileSending', data)} ${detail}`,
    shape: 'caution',
    tone: 'warn',
    about: ['left'],
  }
}

function failedWords(data: LedgerData<'sending-failed'>, names: LedgerNames): EntryWords {
  const { mayHaveArrived, status, attempts, intent } = data
  const intended = names.intents.get(intent)
  return {
    title: mayHaveArrived ? t('ledger.sending.mayHaveBeenSent') : t('ledger.sending.failed'),
    rest: goesTo(intended),
    detail: joined(
      mayHaveArrived ? t('ledger.sending.failedAfterArrival') : t('ledger.sending.didNotArrive'),
      status === null ? '' : t('ledger.sending.answeredStatus', { status }),
      t('ledger.sending.attempts', { count: attempts }),
      packetWords(intended, names),
    ),
    shape: mayHaveArrived ? 'caution' : 'failed',
    tone: mayHaveArrived ? 'warn' : 'bad',
    about: mayHaveArrived ? ['left'] : ['questions'],
  }
}

function goesTo(sent: Pick<Intent, 'provider' | 'model'> | undefined): string {
  return sent ? t('ledger.program.providerModel', sent) : ''
}

/** `1,102 characters, S1–S3, text 7c1e…e07f, 9 masked, 2 marked words decided, approved by J. Marsh 10:57`. */
function packetWords(intent: Intent | undefined, { userName }: LedgerNames): string {
  if (!intent) return ''
  const { characters, sources, masked, flags, unmasked, by, consentAt } = intent
  return [
    t('ledger.common.characters', { count: characters }),
    sourceRange(sources),
    packetHashWords(intent),
    t('ledger.sending.masked', { count: maskedCount(masked) }),
    maskedCount(flags) > 0 ? t('ledger.sending.flagsDecided', { count: maskedCount(flags) }) : '',
    unmasked > 0 ? t('ledger.sending.letThrough', { count: unmasked }) : '',
    t('ledger.sending.approved', { by: byWords(by, userName), clock: formatClock(consentAt) }),
  ]
    .filter(Boolean)
    .join(', ')
}

function verdictWords(verdicts: Readonly<Record<string, number>>): string {
  const all = maskedCount(verdicts)
  if (all === 0) return t('ledger.sending.noSentence')
  const parts = Object.entries(verdicts).map(([verdict, count]) =>
    t('ledger.sending.verdict', { count, verdict: knownText('verdicts.counted', verdict) ?? verdict }),
  )
  return t('ledger.sending.sentences', { count: all, verdicts: parts.join(', ') })
}

function packetHashWords({ packetHash }: { readonly packetHash?: string | undefined }): string {
  return packetHash ? t('ledger.sending.textHash', { hash: shortHash(packetHash) }) : ''
}

function replyWords({ replyHash }: { readonly replyHash?: string | undefined }): string {
  return replyHash ? t('ledger.sending.replyHash', { hash: shortHash(replyHash) }) : ''
}
