import type { Ground } from '../../contract/proof.ts'

/** `example guideline 1.6, source not read, in force from 2025-04-01`. */
export function groundWords({ source, sourceRead, validFrom, validTo }: Ground): string {
  const force =
    validFrom && validTo
      ? `in force ${validFrom} to ${validTo}`
      : validFrom
        ? `in force from ${validFrom}`
        : validTo
          ? `in force to ${validTo}`
          : ''
  const read = source === null ? '' : sourceRead ? 'source read' : 'source not read'
  return [source ?? 'no source given', read, force].filter(Boolean).join(', ')
}
