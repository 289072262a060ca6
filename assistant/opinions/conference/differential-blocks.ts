import type { Differential, DifferentialItem } from '../../../contract/opinions/differential.ts'
import { VERDICT_WORDS } from '../../answers/export/answer-words.ts'
import type { PaperBlock } from '../../paper/paper-block.ts'
import { VOICE_WORDS } from './comparison-blocks.ts'

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
