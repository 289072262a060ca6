import type { Answer } from '../../../contract/answers/answer.ts'
import type { Differential, DifferentialItem } from '../../../contract/opinions/differential.ts'
import type { Agreement, Consultation } from '../../../contract/opinions/opinion.ts'
import { VERDICT_WORDS } from '../../answers/export/answer-words.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { VOICES } from '../align/match-claims.ts'

const ORDER = ['differ', 'unclear', 'agree', 'only'] as const
const STATES = { differ: 'Differ', unclear: 'Unclear', agree: 'Agree', only: 'One alone says' } as const
const VOICE_WORDS = { local: 'This computer', blind: 'Blind', informed: 'Informed' } as const

/** Row by row who says what, differences first, who told them apart, and how the informed opinion moved. */
export function comparisonBlocks(consultation: Consultation, local: Answer | null): readonly PaperBlock[] {
  const { agreement, blind, informed } = consultation
  if (!agreement) return [{ kind: 'small', text: 'One side alone speaks: there is nothing to compare.' }]
  const said = { local, blind, informed }
  const rows = agreement.claims.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
  return [
    { kind: 'small', text: [...judgedLines(agreement), ...anchoringLines(agreement)].join(' ') },
    ...rows.map((row): PaperBlock => {
      const lines = VOICES.flatMap((voice) => {
        const claim = said[voice]?.claims.find(({ index }) => index === row[voice])
        return claim ? [`${VOICE_WORDS[voice]}: ${claim.text} (${VERDICT_WORDS[claim.verdict]})`] : []
      })
      return { kind: 'field', name: `${STATES[row.state]}${row.by === 'model' ? ' (model)' : ''}`, lines }
    }),
  ]
}

function judgedLines({ judging: { judged, open, model, measured } }: Agreement): readonly string[] {
  const often = measured
    ? `; it agreed with our own labels in ${measured.right} of ${measured.of} such pairs`
    : '; how often it is right was never measured'
  return [
    judged === 0
      ? 'Compared by rules; no model judged.'
      : `Compared by rules first; ${model} judged ${judged} ${judged === 1 ? 'pair' : 'pairs'}${often}.`,
    ...(open === 0 ? [] : [`Rules cannot tell ${open} ${open === 1 ? 'pair' : 'pairs'}, and nobody judged them.`]),
  ]
}

function anchoringLines({ anchoring }: Agreement): readonly string[] {
  if (!anchoring) return []
  const { toward, away, elsewhere, stayed, unclear, takenUp } = anchoring
  const counts: readonly (readonly [number, string])[] = [
    [toward, 'toward ours'],
    [away, 'away from ours'],
    [elsewhere, 'to something else'],
    [stayed, 'stayed'],
    [unclear, 'unclear'],
    [takenUp, 'taken up that only ours said'],
  ]
  const parts = counts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`)
  return parts.length === 0 ? [] : [`Of the blind sentences in the informed opinion: ${parts.join(', ')}.`]
}

/** The candidates of all voices, each with what speaks for and against it. What cannot be missed says so. */
export function differentialBlocks({ items, contested }: Differential): readonly PaperBlock[] {
  const isContested = contested.some((one) => one.isContested)
  return [
    ...(isContested ? [{ kind: 'small' as const, text: 'Contested, so there is no single verdict.' }] : []),
    ...items.flatMap((item, at) => itemBlocks(item, at + 1)),
  ]
}

function itemBlocks(item: DifferentialItem, rank: number): readonly PaperBlock[] {
  const { name, cannotMiss, missing, decides } = item
  const supports = (of: DifferentialItem['for']) =>
    of.map(({ text, claim, voice }) => {
      const marks = [...new Set(claim?.citations.map(({ source }) => ` [${source}]`) ?? [])].join('')
      return `${text.replace(/\s*\[[SR]\d+\]/g, '')}${marks} (${claim ? `${VERDICT_WORDS[claim.verdict]}; ` : ''}${voice})`
    })
  const line = (words: string, texts: readonly string[]): readonly PaperBlock[] =>
    texts.map((text) => ({ kind: 'proof', mark: '', depth: 1, text: `${words}: ${text}` }))
  return [
    {
      kind: 'proof',
      mark: `${rank}.`,
      depth: 0,
      text: `${name}${cannotMiss ? ', CAN’T MISS' : ''} (${placesOf(item)})`,
    },
    ...line('For', supports(item.for)),
    ...line('Against', supports(item.against)),
    ...line('Missing', missing),
    ...line('Would decide it', decides),
  ]
}

function placesOf(item: DifferentialItem): string {
  const places = (['local', 'blind', 'informed'] as const).flatMap((voice) =>
    item[voice] === null ? [] : [`${VOICE_WORDS[voice].toLowerCase()} ${item[voice]}`],
  )
  return places.join(', ') || 'listed by nobody'
}
