import { biasWords, changeLabel, type SwappedAnswer } from '../../../contract/opinions/bias-check.ts'
import { damagedSentence } from '../../../contract/matter.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { answerOnPaper, claimsOnPaper, headed } from '../../answers/export/answer-on-paper.ts'
import { howProduced, momentWords } from '../../answers/export/how-produced.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { comparisonBlocks, differentialBlocks } from './comparison-blocks.ts'
import type { Conference, DecisionOnPaper } from './conference.ts'
import { formatNumber } from '../../../wording/format-quantity.ts'
import { listWords } from '../../../wording/phrases.ts'
import { knownText, t, texts } from '../../../wording/translate.ts'
import { messageText } from '../../../wording/message-text.ts'
import { replacedGroupTitle } from '../../../contract/opinions/packet-groups.ts'
import type { LedgerEntry } from '../../../store/ledger.ts'
import { isLesson } from '../decisions/kept-decisions.ts'
import { mayHaveArrived, type PacketRecord } from '../../packets/packet-record.ts'

/**
 * A consultation as it is read on paper: the question, what each voice says with its evidence, how they stand to each other, what was
 * decided, and what left this computer. The voices are never merged.
 */
export function conferenceOnPaper(conference: Conference): readonly PaperBlock[] {
  const { matter, consultation, local, corrections, differential, decisions, packets, entries } = conference
  const { question, askedAt, blind, informed, damagedOpinions, biasCheck, biasCheckHere } = consultation
  let notes = 0
  const number = () => (notes += 1)
  const opinions = [blind, informed].filter((one) => one !== null)
  return [
    { kind: 'question', text: question },
    {
      kind: 'small',
      text: t('conference.begun', {
        matter,
        moment: momentWords(askedAt),
        opinions: voicesWords(opinions, damagedOpinions),
      }),
    },
    { kind: 'question', text: t('conference.voices.local') },
    ...(local
      ? answerOnPaper(local, corrections, number).slice(1)
      : [{ kind: 'small' as const, text: t('conference.notAsked') }]),
    ...opinions.flatMap((opinion) => opinionBlocks(opinion, number)),
    { kind: 'question', text: t('conference.headings.compared') },
    ...comparisonBlocks(consultation, local),
    ...headed(t('conference.headings.differential'), differentialBlocks(differential)),
    ...headed(t('conference.headings.checkNext'), checkBlocks(differential.checkNext)),
    ...headed(t('conference.headings.biasCheck'), [...biasBlocks(biasCheck), ...biasBlocks(biasCheckHere)]),
    ...headed(t('conference.headings.decided'), decisionBlocks(decisions)),
    ...headed(t('conference.headings.left'), leftBlocks(packets)),
    ...headed(t('conference.headings.log'), ledgerBlocks(entries)),
    ...produced(conference, opinions),
  ]
}

function voicesWords(opinions: readonly Opinion[], damaged: number): string {
  const said = opinions.map(({ kind, provider, model }) =>
    t('conference.opinion', { kind: t(`conference.voicesInText.${kind}`), provider, model }),
  )
  const none = damaged > 0 ? '' : t('conference.noOpinion')
  const words = said.length === 0 ? none : t('conference.opinions', { opinions: said.join(', ') })
  return [words, damaged > 0 ? damagedSentence('opinion', damaged) : ''].filter(Boolean).join(' ')
}

function opinionBlocks(opinion: Opinion, number: () => number): readonly PaperBlock[] {
  const { kind, provider, model, claims, text, missing, struck, unknownTokens, why } = opinion
  const remarks = [
    ...struck.map((mark) => t('conference.struck', { mark })),
    ...unknownTokens.map((mark) => t('conference.unknownMark', { mark })),
    ...(why === null ? [] : [messageText(why)]),
  ]
  return [
    { kind: 'question', text: t(`conference.titles.${kind}`) },
    { kind: 'small', text: t(`conference.${kind === 'blind' ? 'sawNothing' : 'sawNotes'}`, { model, provider }) },
    ...(claims.length > 0
      ? claimsOnPaper(claims, number)
      : [{ kind: 'small' as const, text: text || t('conference.nothing') }]),
    ...headed(t('conference.headings.wouldDecide'), missing.map(note)),
    ...headed(t('conference.headings.notes'), remarks.map(note)),
  ]
}

function checkBlocks(checks: Conference['differential']['checkNext']): readonly PaperBlock[] {
  return checks.map(({ text, of }) => note(t('conference.check', { text, of })))
}

function note(text: string): PaperBlock {
  return { kind: 'note', text }
}

/** Of the opinions too, before what holds for all. */
function produced({ local }: Conference, opinions: readonly Opinion[]): readonly PaperBlock[] {
  const [title, ...rest] = howProduced(
    local ? [local] : [],
    opinions.flatMap(({ claims }) => claims),
  )
  const general = rest.findLastIndex(({ kind }) => kind === 'heading')
  return [
    ...(title ? [title] : []),
    ...rest.slice(0, general),
    ...opinions.flatMap((opinion) => headed(t(`conference.titles.${opinion.kind}`), opinionFields(opinion))),
    ...rest.slice(general),
  ]
}

/** How an opinion came about. */
function opinionFields(opinion: Opinion): readonly PaperBlock[] {
  const { provider, model, sentAt, finishedAt, attempts, restored, packetHash, replyHash, ledgerEntries } = opinion
  const entries = { count: ledgerEntries.length, entries: listWords(ledgerEntries.map(String)) }
  const lines = {
    asked: t('conference.by', { model, provider }),
    sent: t('conference.sentTimes', { moment: momentWords(sentAt), count: attempts }),
    cameBack: momentWords(finishedAt),
    restored: formatNumber(restored),
    outgoing: `SHA-256 ${packetHash}`,
    reply: `SHA-256 ${replyHash}`,
    log: ledgerEntries.length === 0 ? t('paper.produced.none') : t('conference.entries', entries),
  }
  const names = texts('conference.produced')
  const order = ['asked', 'sent', 'cameBack', 'restored', 'outgoing', 'reply', 'log'] as const
  return order.map((field) => ({ kind: 'field', name: names[field], lines: [lines[field]] }))
}

function outcomeWords(outcome: string, right: string): string {
  const words = knownText('conference.decision.outcomes', outcome) ?? outcome
  return right === '' ? words : t('conference.decision.right', { outcome: words, right })
}

/** Who turned out to be right, in the words of who decided it. */
function decisionBlocks(decisions: readonly DecisionOnPaper[]): readonly PaperBlock[] {
  return decisions.map(({ decidedAt, decidedBy, outcome, right, said }): PaperBlock => {
    const lines = [
      ...(said.local === null ? [] : [t('conference.decision.local', { said: said.local })]),
      ...(said.second === null ? [] : [t('conference.decision.second', { said: said.second })]),
      outcomeWords(outcome, right),
      [decidedBy, Number.isNaN(Date.parse(decidedAt)) ? '' : momentWords(decidedAt)].filter(Boolean).join(', '),
    ]
    return { kind: 'field', name: t('conference.decision.title'), lines: lines.filter((line) => line !== '') }
  })
}

/** What the answer to the test packet changed. Nothing where none was asked for. */
function biasBlocks(check: SwappedAnswer | null): readonly PaperBlock[] {
  if (!check) return []
  const none = t('conference.swapped.notMentioned')
  return [
    { kind: 'small', text: [biasWords(check), ...check.notes.map(messageText)].join(' ') },
    ...check.changes.map((change): PaperBlock => {
      const lines = [
        t('conference.swapped.asAsked', { text: change.blind ?? none }),
        t('conference.swapped.swapped', { text: change.swapped ?? none }),
      ]
      return { kind: 'field', name: changeLabel(change), lines }
    }),
  ]
}

/** Each packet that left or may have, with the yes to it; while one is sent, nobody knows how much of it did. */
function leftBlocks(packets: readonly PacketRecord[]): readonly PaperBlock[] {
  const gone = packets.filter((packet) => packet.state === 'sending' || mayHaveArrived(packet)).toReversed()
  if (gone.length === 0) return [{ kind: 'note', text: t('conference.nothing') }]
  return [{ kind: 'small', text: t('conference.left.hashes') }, ...gone.map(packetBlock)]
}

function packetBlock(packet: PacketRecord): PaperBlock {
  const { kind, state, provider, model, address, characters: count, masked, hash, consent, swapped } = packet
  const replaced = Object.entries(masked).map(([type, number]) => replacedGroupTitle({ type, count: number }))
  const dates = t(`outgoing.dates.modes.${packet.dates}`)
  return {
    kind: 'field',
    name: isLesson(packet) ? t('conference.left.lesson') : t(`conference.left.kinds.${kind}`),
    lines: [
      t('conference.left.to', {
        provider,
        model,
        address,
        state: knownText('conference.left.states', state) ?? state,
      }),
      t('conference.left.content', {
        count,
        replaced: replaced.length === 0 ? t('conference.left.nothingReplaced') : listWords(replaced),
        dates,
      }),
      ...(swapped ? [t('conference.left.test')] : []),
      consent
        ? t('conference.left.approved', { by: consent.by, moment: momentWords(consent.at) })
        : t('conference.left.noApproval'),
      hash,
    ],
  }
}

/** Each entry with its hash, in which the hash of the one before is. */
function ledgerBlocks(entries: readonly LedgerEntry[]): readonly PaperBlock[] {
  return entries.map(({ seq, time, kind, hash }): PaperBlock => {
    const what = knownText('conference.log.kinds', kind) ?? kind
    const line = t('conference.log.line', { what, moment: momentWords(time) })
    return { kind: 'field', name: t('conference.log.entry', { entry: seq }), lines: [line, hash] }
  })
}
