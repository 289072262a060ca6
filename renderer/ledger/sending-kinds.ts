import type { LedgerData, LedgerKind } from '../../contract/ledger.ts'
import { personWords } from '../facts/fact-wording.ts'
import { maskedCount, maskedWords } from '../second-opinion/packet-words.ts'
import { formatCount } from '../../wording/format-quantity.ts'
import { formatClock } from '../../wording/format-time.ts'
import { shortHash } from '../../wording/phrases.ts'
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
    title: 'Not sent:',
    rest: REASONS[data.reason],
    detail: joined('Refused; needs approval again', packetHashWords(data)),
    shape: 'lock',
    tone: 'soft',
    about: ['questions'],
  }),
  'packet-abandoned': (data, { packets }) => ({
    title: 'Packet abandoned',
    rest: 'at review',
    detail: joined(packets.get(data.packetId)?.question ?? '', packetHashWords(data)),
    about: ['questions'],
  }),
  'opinion-kept': (data) => ({
    title: `Opinion kept, ${data.kind}.`,
    rest: data.state === 'failed' ? 'The reply broke off' : data.state === 'text' ? 'Not of the form asked for' : '',
    detail: joined(
      verdictWords(data.verdicts),
      `${formatCount(data.restored, 'name')} put back`,
      data.unknownTokens ? `${data.unknownTokens} unknown` : '',
      data.struck ? `${formatCount(data.struck, 'citation')} struck` : '',
      replyWords(data),
    ),
    about: ['questions'],
  }),
  'consultation-deleted': (data) => ({
    title: 'Second opinion deleted',
    detail: joined('what was sent stays sent', `id ${data.consultation}`),
    about: ['questions', 'people'],
  }),
  'opinion-suggested': (data, { questions }) => ({
    title: 'Second opinion suggested:',
    rest: questions.get(data.answerId) ?? 'a question since deleted',
    detail: data.reasons.join(', '),
    about: ['questions'],
  }),
  'suggestion-decided': (data, { questions }) => ({
    title: data.outcome === 'asked' ? 'Suggested opinion asked for:' : 'Suggestion put aside:',
    rest: questions.get(data.answerId) ?? 'a question since deleted',
    about: ['questions', 'people'],
  }),
  'opinion-decided': (data) => ({
    title: 'Who was right was decided:',
    rest: OUTCOMES[data.outcome],
    detail: joined(data.of === 'first' ? 'what comes first' : 'one line', `id ${data.consultation}`),
    about: ['questions', 'people'],
  }),
  'term-unmasked': (data, { packets }) => ({
    title: 'Words let through',
    rest: 'in one packet, with a reason',
    detail: packets.get(data.packetId)?.question ?? '',
    shape: 'caution',
    tone: 'warn',
    about: ['people'],
  }),
  'words-kept': (data) => ({
    title: `${formatCount(data.words, 'flagged word')} kept`,
    rest: 'in the whole matter, until asked about again',
    shape: 'caution',
    tone: 'warn',
    about: ['people'],
  }),
  'words-asked-again': (data) => ({
    title: `${formatCount(data.words, 'kept word')} asked about again`,
    rest: 'in the whole matter',
    about: ['people'],
  }),
  'sending-allowed': (data) => ({
    title: data.allowed ? 'Sending allowed' : 'Sending forbidden',
    rest: 'for this matter',
    ...(data.allowed ? {} : { shape: 'lock', tone: 'soft' }),
    about: ['people'],
  }),
  sending: (data, { matters }) => ({
    title: 'Left this computer:',
    rest: `to ${goesTo(data)}`,
    detail: joined(
      matters.get(data.matter) ?? `of a matter that is no longer there, id ${data.matter}`,
      formatCount(data.characters, 'character'),
      packetHashWords(data),
      `masked ${maskedWords(data.masked)}`,
    ),
    shape: 'out',
    tone: 'info',
    about: ['left'],
  }),
} satisfies Partial<WordsOfKinds<LedgerKind>>

const OUTCOMES: Readonly<Record<LedgerData<'opinion-decided'>['outcome'], string>> = {
  local: 'this computer',
  second: 'the second opinion',
  neither: 'neither',
  unknown: 'not known yet',
}

const REASONS: Readonly<Record<LedgerData<'packet-refused'>['reason'], string>> = {
  'network-off': 'the network was off',
  forbidden: 'sending is forbidden for this matter',
  'unknown-packet': 'there was no such packet',
  state: 'the packet was no longer to be sent',
  provider: 'the provider had been changed',
  hash: 'the yes was to other bytes',
  flags: 'a marked word was not decided',
  changed: 'the packet had changed since it was read',
  terms: 'the last check found a name in it',
}

type Intent = LedgerData<'sending-intended'>

/** A test packet brings no opinion. */
function sentTitle(kind: string | undefined): string {
  return kind === 'counterfactual' ? 'Bias check sent.' : `Second opinion sent, ${kind ?? 'kind not known'}.`
}

function intentWords(data: Intent, names: LedgerNames, isEnded: boolean): EntryWords {
  const detail = packetWords(data, names)
  if (isEnded)
    return {
      title: `Sending begun, ${data.kind}.`,
      rest: goesTo(data),
      detail,
      shape: 'out',
      tone: 'soft',
      about: ['left'],
    }
  if (names.packets.get(data.packetId)?.state === 'sending')
    return { title: 'Being sent.', rest: goesTo(data), detail, shape: 'running', tone: 'info', about: ['left'] }
  return {
    title: 'May have been sent.',
    rest: 'Intent without completion',
    detail: `The program was stopped while sending to ${goesTo(data)}. Treat it as sent. ${detail}`,
    shape: 'caution',
    tone: 'warn',
    about: ['left'],
  }
}

function failedWords(data: LedgerData<'sending-failed'>, names: LedgerNames): EntryWords {
  const { mayHaveArrived, status, kind, attempts, intent } = data
  const intended = names.intents.get(intent)
  return {
    title: mayHaveArrived ? 'May have been sent.' : 'Sending failed.',
    rest: goesTo(intended),
    detail: joined(
      mayHaveArrived ? 'It failed after it may have arrived; treat it as sent' : 'It did not arrive',
      status === null ? kind : `answered ${status}`,
      formatCount(attempts, 'attempt'),
      packetWords(intended, names),
    ),
    shape: mayHaveArrived ? 'caution' : 'failed',
    tone: mayHaveArrived ? 'warn' : 'bad',
    about: mayHaveArrived ? ['left'] : ['questions'],
  }
}

function goesTo(sent: Pick<Intent, 'provider' | 'model'> | undefined): string {
  return sent ? `${sent.provider}, ${sent.model}` : ''
}

/** `1,102 characters, S1–S3, packet 7c1e…e07f, 9 masked, 2 flags kept, agreed by J. Marsh 10:57`. */
function packetWords(intent: Intent | undefined, { userName }: LedgerNames): string {
  if (!intent) return ''
  const { characters, sources, masked, flags, unmasked, by, consentAt } = intent
  return [
    formatCount(characters, 'character'),
    sourceRange(sources),
    packetHashWords(intent),
    `${maskedCount(masked)} masked`,
    maskedCount(flags) > 0 ? `${formatCount(maskedCount(flags), 'flag')} decided` : '',
    unmasked > 0 ? `${unmasked} let through` : '',
    `agreed by ${personWords(by, userName)} ${formatClock(consentAt)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function verdictWords(verdicts: Readonly<Record<string, number>>): string {
  const all = maskedCount(verdicts)
  const parts = Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`)
  return all === 0 ? 'no sentence' : `${formatCount(all, 'sentence')}: ${parts.join(', ')}`
}

function packetHashWords({ packetHash }: { readonly packetHash?: string | undefined }): string {
  return packetHash ? `packet ${shortHash(packetHash)}` : ''
}

function replyWords({ replyHash }: { readonly replyHash?: string | undefined }): string {
  return replyHash ? `reply ${shortHash(replyHash)}` : ''
}
