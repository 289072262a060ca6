import type { Routing } from '../contract/routing.ts'
import { costWords } from '../contract/routing-words.ts'
import type { Output } from './output.ts'

/** Below an answer: that a second opinion may help, why, and what it would cost; empty where nothing is suggested. */
export function suggestionText(routing: Routing | null, output: Output): string {
  if (!routing?.suggested) return ''
  const reasons = routing.reasons.map(({ text }) => text).join('; ')
  const lines = [
    output.style('yellow', `A second opinion may help: ${reasons}.`),
    ...(routing.cost === null ? [] : costWords(routing.cost).map((line) => output.style('dim', `  ${line}`))),
    output.style('dim', '  Nothing was sent. To see exactly what would be: consilium opinion --help'),
  ]
  return `\n${lines.join('\n')}`
}
