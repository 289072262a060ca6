import { ANALYSIS_NOTE, INSTRUCTIONS } from './instructions.ts'
import { letterOf } from './option-source.ts'
import { CHOICE_INSTRUCTIONS, RANKED_INSTRUCTIONS } from './ranked-instructions.ts'

type Part = { readonly source: string; readonly outgoing: string }

/**
 * The whole message: instructions, question, sources under their marks, candidates and options where there are any, then the local analysis. Names of files, pages and
 * headings are no part of it.
 */
export function composeText(parts: readonly Part[]): string {
  const analysis = parts.filter(({ source }) => source === 'analysis')
  const options = parts.filter(({ source }) => letterOf(source) !== null)
  const others = parts.filter((part) => !analysis.includes(part) && !options.includes(part))
  return [INSTRUCTIONS, ...others.map(block), ...choice(options), ...analysis.map(block)].join('\n\n')
}

function choice(options: readonly Part[]): readonly string[] {
  const lines = options.map(({ source, outgoing }) => `${letterOf(source)}. ${outgoing}`)
  return lines.length === 0 ? [] : [[CHOICE_INSTRUCTIONS, ...lines].join('\n')]
}

function block({ source, outgoing }: Part): string {
  if (source === 'question') return `Question: ${outgoing}`
  if (source === 'analysis') return `${ANALYSIS_NOTE}\n${outgoing}`
  if (source === 'candidates') return `${RANKED_INSTRUCTIONS}\n${outgoing}`
  const kind = source.startsWith('R') ? ' (computed by a rule from recorded facts)' : ''
  return `[${source}]${kind}\n${outgoing}`
}
