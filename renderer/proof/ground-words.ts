import type { Ground } from '../../contract/proof.ts'

/** `example guideline 1.6, not checked against this source, in force from 2025-04-01`. */
export function groundWords({ source, sourceRead, validFrom, validTo }: Ground): string {
  const force =
    validFrom && validTo
      ? `in force ${validFrom} to ${validTo}`
      : validFrom
        ? `in force from ${validFrom}`
        : validTo
          ? `in force to ${validTo}`
          : ''
  const read = source === null ? '' : sourceRead ? 'checked against this source' : 'not checked against this source'
  return [source ?? 'no source given', read, force].filter(Boolean).join(', ')
}
