import type { Fact } from '../contract/fact.ts'
import type { Output } from './output.ts'

/** A fact on a line, with what is to be said of it below. */
export function showFact(fact: Fact, output: Output): void {
  output.result(fact, `${fact.id}  ${fact.state.padEnd(9)} ${writtenFact(fact)}${remarks(fact)}`)
}

/** As it could be entered. */
export function writtenFact({ relation, args, holds, at, validFrom, validTo }: Fact): string {
  const days = [at && ` @${at}`, validFrom && ` from ${validFrom}`, validTo && ` to ${validTo}`]
  return `${holds === 'yes' ? '' : `${holds} `}${relation}(${args.join(', ')})${days.filter(Boolean).join('')}`
}

function remarks({ conflicts, supersededBy, unusable, source }: Fact): string {
  const said = [
    source.kind === 'passage' ? `${source.document}: “${source.quote}”` : '',
    conflicts.length > 0 ? `conflicts with ${conflicts.join(', ')}` : '',
    supersededBy === null ? '' : `a later one counts: ${supersededBy}`,
    unusable === null ? '' : `not used: ${unusable}`,
  ]
  const lines = said.filter(Boolean)
  return lines.length === 0 ? '' : `\n    ${lines.join('\n    ')}`
}
