import type { Argument, Statement } from './statement.ts'

/** The text that `readFactText` reads back as the same statement. */
export function writeFactText(statement: Statement): string {
  const { relation, args, holds, at, validFrom, validTo } = statement
  const days = [
    at === null ? '' : ` @${at}`,
    validFrom === null ? '' : ` from ${validFrom}`,
    validTo === null ? '' : ` to ${validTo}`,
  ]
  return `${holds === 'yes' ? '' : `${holds} `}${relation}(${args.map(writeArgument).join(', ')})${days.join('')}`
}

export function writeArgument(argument: Argument): string {
  if (argument.kind === 'name') return writeName(argument.name)
  const { low, high } = argument
  const range = low === high ? (low ?? '') : `${low ?? ''}..${high ?? ''}`
  return argument.kind === 'number' && argument.unit !== null ? `${range} ${argument.unit}` : range
}

/** A name that is no identifier stands in quotes. */
export function writeName(name: string): string {
  if (/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name)) return name
  return `"${name.replace(/["\\]/gu, '\\$&')}"`
}
