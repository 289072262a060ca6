import { personWords } from '../facts/fact-wording.ts'
import { maskedCount, maskedWords } from '../second-opinion/packet-words.ts'
import { formatCount } from '../wording/format-quantity.ts'
import { formatClock } from '../wording/format-time.ts'
import { shortHash } from '../wording/phrases.ts'
import { type EntryData, joined, numberIn, recordIn, sourceRange, textIn, wordsIn } from './entry-data.ts'
import type { EntryWords, KindWords, LedgerNames } from './kind-words.ts'

/** What may leave: prepared, refused, sent, come back. */
export const SENDING_KINDS: Readonly<Record<string, KindWords>> = {
  'sending-intended': (data, names, { seq }) => intentWords(data, names, names.ended.has(seq)),
  'sending-completed': (data, names) => {
    const intent = intentOf(data, names)
    return {
      title: sentTitle(textIn(intent, 'kind')),
      rest: goesTo(intent),
      detail: joined(packetWords(intent, names), replyWords(data)),
      shape: 'out',
      tone: 'info',
      about: ['left'],
    }
  },
  'sending-failed': (data, names) => failedWords(data, intentOf(data, names), names),
  'packet-refused': (data) => ({
    title: 'Not sent:',
    rest: REASONS[textIn(data, 'reason')] ?? textIn(data, 'reason'),
    detail: joined('Refused; needs approval again', packetHashWords(data)),
    shape: 'lock',
    tone: 'soft',
    about: ['questions'],
  }),
  'packet-abandoned': (data, { packets }) => ({
    title: 'Packet abandoned',
    rest: 'at review',
    detail: joined(packets.get(textIn(data, 'packetId'))?.question ?? '', packetHashWords(data)),
    about: ['questions'],
  }),
  'opinion-kept': (data) => ({
    title: `Opinion kept, ${textIn(data, 'kind')}.`,
    rest: data.state === 'failed' ? 'The reply broke off' : data.state === 'text' ? 'Not of the form asked for' : '',
    detail: joined(
      verdictWords(recordIn(data, 'verdicts')),
      `${formatCount(numberIn(data, 'restored') ?? 0, 'name')} put back`,
      numberIn(data, 'unknownTokens') ? `${numberIn(data, 'unknownTokens')} unknown` : '',
      numberIn(data, 'struck') ? `${formatCount(numberIn(data, 'struck') ?? 0, 'citation')} struck` : '',
      replyWords(data),
    ),
    about: ['questions'],
  }),
  'consultation-deleted': (data) => ({
    title: 'Second opinion deleted',
    detail: joined('what was sent stays sent', `id ${textIn(data, 'consultation')}`),
    about: ['questions', 'people'],
  }),
  'opinion-suggested': (data, { questions }) => ({
    title: 'Second opinion suggested:',
    rest: questions.get(textIn(data, 'answerId')) ?? 'a question since deleted',
    detail: wordsIn(data, 'reasons').join(', '),
    about: ['questions'],
  }),
  'suggestion-decided': (data, { questions }) => ({
    title: data.outcome === 'asked' ? 'Suggested opinion asked for:' : 'Suggestion put aside:',
    rest: questions.get(textIn(data, 'answerId')) ?? 'a question since deleted',
    about: ['questions', 'people'],
  }),
  'opinion-decided': (data) => ({
    title: 'Who was right was decided:',
    rest: OUTCOMES[textIn(data, 'outcome')] ?? '',
    detail: joined(data.of === 'first' ? 'what comes first' : 'one line', `id ${textIn(data, 'consultation')}`),
    about: ['questions', 'people'],
  }),
  'term-unmasked': (data, { packets }) => ({
    title: 'Words let through',
    rest: 'in one packet, with a reason',
    detail: packets.get(textIn(data, 'packetId'))?.question ?? '',
    shape: 'caution',
    tone: 'warn',
    about: ['people'],
  }),
  'words-kept': (data) => ({
    title: `${formatCount(numberIn(data, 'words') ?? 0, 'flagged word')} kept`,
    rest: 'in the whole matter, until asked about again',
    shape: 'caution',
    tone: 'warn',
    about: ['people'],
  }),
  'words-asked-again': (data) => ({
    title: `${formatCount(numberIn(data, 'words') ?? 0, 'kept word')} asked about again`,
    rest: 'in the whole matter',
    about: ['people'],
  }),
  'sending-allowed': (data) => ({
    title: data.allowed === true ? 'Sending allowed' : 'Sending forbidden',
    rest: 'for this matter',
    ...(data.allowed === true ? {} : { shape: 'lock', tone: 'soft' }),
    about: ['people'],
  }),
  sending: (data, { matters }) => ({
    title: 'Left this computer:',
    rest: `to ${goesTo(data)}`,
    detail: joined(
      matters.get(textIn(data, 'matter')) ?? `of a matter that is no longer there, id ${textIn(data, 'matter')}`,
      formatCount(numberIn(data, 'characters') ?? 0, 'character'),
      packetHashWords(data),
      `masked ${maskedWords(countsIn(data, 'masked'))}`,
    ),
    shape: 'out',
    tone: 'info',
    about: ['left'],
  }),
}

const OUTCOMES: Readonly<Record<string, string>> = {
  local: 'this computer',
  second: 'the second opinion',
  neither: 'neither',
  unknown: 'not known yet',
}

const REASONS: Readonly<Record<string, string>> = {
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

const NOTHING: EntryData = {}

/** A test packet brings no opinion. */
function sentTitle(kind: string): string {
  return kind === 'counterfactual' ? 'Bias check sent.' : `Second opinion sent, ${kind || 'kind not known'}.`
}

function intentOf(data: EntryData, { intents }: LedgerNames): EntryData {
  return intents.get(numberIn(data, 'intent') ?? 0) ?? NOTHING
}

function intentWords(data: EntryData, names: LedgerNames, isEnded: boolean): EntryWords {
  const detail = packetWords(data, names)
  if (isEnded)
    return {
      title: `Sending begun, ${textIn(data, 'kind')}.`,
      rest: goesTo(data),
      detail,
      shape: 'out',
      tone: 'soft',
      about: ['left'],
    }
  if (names.packets.get(textIn(data, 'packetId'))?.state === 'sending')
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

function failedWords(data: EntryData, intent: EntryData, names: LedgerNames): EntryWords {
  const mayHave = data.mayHaveArrived === true
  const status = numberIn(data, 'status')
  return {
    title: mayHave ? 'May have been sent.' : 'Sending failed.',
    rest: goesTo(intent),
    detail: joined(
      mayHave ? 'It failed after it may have arrived; treat it as sent' : 'It did not arrive',
      status ? `answered ${status}` : textIn(data, 'kind'),
      formatCount(numberIn(data, 'attempts') ?? 0, 'attempt'),
      packetWords(intent, names),
    ),
    shape: mayHave ? 'caution' : 'failed',
    tone: mayHave ? 'warn' : 'bad',
    about: mayHave ? ['left'] : ['questions'],
  }
}

function goesTo(data: EntryData): string {
  return [textIn(data, 'provider'), textIn(data, 'model')].filter(Boolean).join(', ')
}

/** `1,102 characters, S1–S3, packet 7c1e…e07f, 9 masked, 2 flags kept, agreed by J. Marsh 10:57`. */
function packetWords(intent: EntryData, { userName }: LedgerNames): string {
  const characters = numberIn(intent, 'characters')
  if (characters === null) return ''
  const flags = countsIn(intent, 'flags')
  const by = personWords(textIn(intent, 'by'), userName)
  const unmasked = numberIn(intent, 'unmasked') ?? 0
  return [
    formatCount(characters, 'character'),
    sourceRange(wordsIn(intent, 'sources')),
    packetHashWords(intent),
    `${maskedCount(countsIn(intent, 'masked'))} masked`,
    maskedCount(flags) > 0 ? `${formatCount(maskedCount(flags), 'flag')} decided` : '',
    unmasked > 0 ? `${unmasked} let through` : '',
    `agreed by ${by} ${formatClock(textIn(intent, 'consentAt'))}`,
  ]
    .filter(Boolean)
    .join(', ')
}

function verdictWords(verdicts: EntryData): string {
  const parts = Object.entries(countsOf(verdicts)).map(([verdict, count]) => `${count} ${verdict}`)
  const all = maskedCount(countsOf(verdicts))
  return all === 0 ? 'no sentence' : `${formatCount(all, 'sentence')}: ${parts.join(', ')}`
}

function countsIn(data: EntryData, name: string): Readonly<Record<string, number>> {
  return countsOf(recordIn(data, name))
}

function countsOf(record: EntryData): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(record).filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
  )
}

function packetHashWords(data: EntryData): string {
  const hash = textIn(data, 'packetHash')
  return hash ? `packet ${shortHash(hash)}` : ''
}

function replyWords(data: EntryData): string {
  const hash = textIn(data, 'replyHash')
  return hash ? `reply ${shortHash(hash)}` : ''
}
