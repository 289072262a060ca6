import { biasWords, changeLabel, type SwappedAnswer } from '../../../contract/opinions/bias-check.ts'
import { damagedSentence } from '../../../contract/matter.ts'
import type { Opinion } from '../../../contract/opinions/opinion.ts'
import { answerOnPaper, claimsOnPaper, headed } from '../../answers/export/answer-on-paper.ts'
import { howProduced, momentWords } from '../../answers/export/how-produced.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { comparisonBlocks, differentialBlocks } from './comparison-blocks.ts'
import type { Conference, DecisionOnPaper } from './conference.ts'
import { ledgerBlocks, leftBlocks } from './record-blocks.ts'
import { messageText } from '../../../wording/message-text.ts'

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
      text: `Case conference in ${matter}, begun ${momentWords(askedAt)}. ${voicesWords(opinions, damagedOpinions)}`,
    },
    { kind: 'question', text: 'This computer' },
    ...(local
      ? answerOnPaper(local, corrections, number).slice(1)
      : [{ kind: 'small' as const, text: 'It was not asked, or its answer was deleted.' }]),
    ...opinions.flatMap((opinion) => opinionBlocks(opinion, number)),
    { kind: 'question', text: 'Held against each other' },
    ...comparisonBlocks(consultation, local),
    ...headed('Differential, by rank', differentialBlocks(differential)),
    ...headed('Check next, in this order', checkBlocks(differential.checkNext)),
    ...headed('Bias check', [...biasBlocks(biasCheck), ...biasBlocks(biasCheckHere)]),
    ...headed('Decided', decisionBlocks(decisions)),
    ...headed('What left this computer', leftBlocks(packets)),
    ...headed('In the ledger', ledgerBlocks(entries)),
    ...produced(conference, opinions),
  ]
}

function voicesWords(opinions: readonly Opinion[], damaged: number): string {
  const said = opinions.map(({ kind, provider, model }) => `${kind} (${provider}, ${model})`)
  const none = damaged > 0 ? '' : 'No opinion came back.'
  const words = said.length === 0 ? none : `Opinions: ${said.join(', ')}.`
  return [words, damaged > 0 ? damagedSentence('opinion', damaged) : ''].filter(Boolean).join(' ')
}

const TITLES = {
  blind: 'Blind opinion',
  informed: 'Informed opinion',
  counterfactual: 'Test packet',
} as const

function opinionBlocks(opinion: Opinion, number: () => number): readonly PaperBlock[] {
  const { kind, provider, model, claims, text, missing, struck, unknownTokens, why } = opinion
  const seen =
    kind === 'blind' ? 'It did not see the local answer.' : 'It saw the notes of this computer: not independent.'
  const remarks = [
    ...struck.map((mark) => `It cites ${mark}, and no such source was sent.`),
    ...unknownTokens.map((token) => `${token} stands for nothing in this matter; it was left as it came.`),
    ...(why === null ? [] : [messageText(why)]),
  ]
  return [
    { kind: 'question', text: TITLES[kind] },
    { kind: 'small', text: `${model}, ${provider}. ${seen}` },
    ...(claims.length > 0 ? claimsOnPaper(claims, number) : [{ kind: 'small' as const, text: text || 'Nothing.' }]),
    ...headed('Would decide it', missing.map(note)),
    ...headed('To know of it', remarks.map(note)),
  ]
}

function checkBlocks(checks: Conference['differential']['checkNext']): readonly PaperBlock[] {
  return checks.map(({ text, of }) => note(`${text} (${of})`))
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
    ...opinions.flatMap((opinion) => headed(TITLES[opinion.kind], opinionFields(opinion))),
    ...rest.slice(general),
  ]
}

/** How an opinion came about. */
function opinionFields(opinion: Opinion): readonly PaperBlock[] {
  const { provider, model, sentAt, finishedAt, attempts, restored, tokens, packetHash, replyHash, ledgerEntries } =
    opinion
  const times = attempts === 1 ? 'once' : `${attempts} times, the same bytes`
  const fields: readonly (readonly [string, ...string[]])[] = [
    ['Asked', `${model}, ${provider}`],
    ['Sent', `${momentWords(sentAt)}, ${times}`],
    ['Came back', momentWords(finishedAt)],
    ['Names put back', String(restored)],
    ['Tokens', tokens ? `${tokens.prompt} read, ${tokens.generated} written` : 'not told'],
    ['Packet', `SHA-256 ${packetHash}`],
    ['Reply', `SHA-256 ${replyHash}`],
    ['Ledger', ledgerEntries.length === 0 ? 'none' : `entries ${ledgerEntries.join(', ')} of the matter`],
  ]
  return fields.map(([name, ...lines]) => ({ kind: 'field', name, lines }))
}

const OUTCOMES: Readonly<Record<string, string>> = {
  local: 'this computer was right',
  second: 'the second opinion was right',
  neither: 'neither was right',
  unknown: 'not known yet',
}

/** Who turned out to be right, in the words of who decided it. */
function decisionBlocks(decisions: readonly DecisionOnPaper[]): readonly PaperBlock[] {
  return decisions.map(({ decidedAt, decidedBy, outcome, right, said }): PaperBlock => {
    const lines = [
      ...(said.local === null ? [] : [`This computer: ${said.local}`]),
      ...(said.second === null ? [] : [`Second opinion: ${said.second}`]),
      `${OUTCOMES[outcome] ?? outcome}${right === '' ? '' : `: ${right}`}`,
      [decidedBy, Number.isNaN(Date.parse(decidedAt)) ? '' : momentWords(decidedAt)].filter(Boolean).join(', '),
    ]
    return { kind: 'field', name: 'Which was right', lines: lines.filter((line) => line !== '') }
  })
}

/** What the answer to the test packet changed. Nothing where none was asked for. */
function biasBlocks(check: SwappedAnswer | null): readonly PaperBlock[] {
  if (!check) return []
  return [
    { kind: 'small', text: [biasWords(check), ...check.notes.map(messageText)].join(' ') },
    ...check.changes.map((change): PaperBlock => {
      const lines = [`As asked: ${change.blind ?? 'not mentioned'}`, `Swapped: ${change.swapped ?? 'not mentioned'}`]
      return { kind: 'field', name: changeLabel(change), lines }
    }),
  ]
}
