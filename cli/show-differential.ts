import type { Differential, DifferentialItem } from '../contract/differential.ts'
import type { Output } from './output.ts'

/** Prints the candidates of all voices as one list, and what to look for next. Nothing where no list was asked for. */
export function showDifferential(differential: Differential, output: Output): void {
  const { items, contested, checkNext, why } = differential
  if (why !== null) output.text(output.style('yellow', why))
  if (items.length === 0) return
  const isDivided = contested.some(({ isContested }) => isContested)
  output.text(output.style('bold', `\nDifferential, by rank${isDivided ? '; contested, so no single verdict' : ''}:`))
  for (const [index, item] of items.entries()) output.text(itemText(item, index + 1, differential.voices, output))
  if (checkNext.length === 0) return
  output.text(output.style('bold', '\nCheck next, in this order:'))
  for (const { text, of } of checkNext) output.text(`  - ${text} (${of})`)
}

function itemText(item: DifferentialItem, rank: number, voices: Differential['voices'], output: Output): string {
  const urgent = item.cannotMiss ? output.style('red', ' can’t miss') : ''
  return [
    `${rank}. ${item.name}${urgent} (${ranks(item, voices)})`,
    ...lines('for', item.for.map(reason)),
    ...lines('against', item.against.map(reason)),
    ...lines('missing', item.missing),
    ...lines('would decide it', item.decides),
  ].join('\n')
}

function ranks(item: DifferentialItem, voices: Differential['voices']): string {
  if (voices.every((voice) => item[voice] === null)) return 'ranked by nobody'
  return voices.map((voice) => `${voice} ${item[voice] ?? 'not listed'}`).join(', ')
}

function reason({ text, claim, voice }: DifferentialItem['for'][number]): string {
  if (!claim) return `${text} [recorded fact]`
  const marks = [...new Set(claim.citations.map(({ source }) => `[${source}]`))].join('')
  const absent = claim.absent.length > 0 ? `; not in the source: ${claim.absent.join(', ')}` : ''
  return `${text} ${marks || '[no source]'} ${claim.verdict}, ${voice}${absent}`
}

function lines(title: string, texts: readonly string[]): readonly string[] {
  return texts.map((text) => `     ${title}: ${text}`)
}
