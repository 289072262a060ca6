import { addNamed } from '../../disclosure/identifiers/find-by-model.ts'
import type { Findings, IdentifierSpan, KnownTerm } from '../../disclosure/identifiers/identifier.ts'
import { createIsKept, type KeptInMatter } from '../../disclosure/packet/decisions.ts'
import type { FindIdentifiers } from '../../disclosure/packet/mask-segments.ts'
import { linkMentions } from '../../disclosure/pseudonyms/link-mentions.ts'
import { sexBefore } from '../../disclosure/pseudonyms/person-name.ts'

export type Redacted = {
  /** With every identifier replaced. */
  readonly text: string
  /** Places in the text as it was given, in UTF-16 units. */
  readonly spans: readonly (Pick<IdentifierSpan, 'start' | 'end' | 'type' | 'by'> & { readonly replacement: string })[]
  readonly flags: Findings['flags']
  readonly kept: Findings['kept']
}

/** What a matter says of its words: these are always replaced, those are not asked about. */
export type KnownInMatter = { readonly known: readonly KnownTerm[]; readonly keptWords?: readonly KeptInMatter[] }

/**
 * Replaces what the layers find and what a local model `named`; the same person gets the same pseudonym. Nothing is recorded, and
 * nothing leaves.
 */
export function redactText(
  text: string,
  { known, keptWords = [] }: KnownInMatter,
  find: FindIdentifiers,
  named: readonly KnownTerm[] = [],
): Redacted {
  const { spans, flags: found, kept } = addNamed(find(text, known), text, named)
  const isKept = createIsKept(keptWords)
  const flags = found.filter(({ start, end, kind }) => !isKept(text.slice(start, end), kind))
  const mentions = spans.map((span) => ({
    text: text.slice(span.start, span.end),
    type: span.type,
    by: span.by,
    confidence: span.confidence,
    sex: sexBefore(text, span.start),
  }))
  const { of } = linkMentions(mentions, [])
  const replaced = spans.map(({ start, end, type, by }, at) => {
    const entity = of[at]
    if (!entity)
      throw new Error(`expected a pseudonym for each of ${spans.length} identifiers; none came for number ${at}`)
    return { start, end, type, by, replacement: `[${entity.pseudonym}]` }
  })
  return { text: write(text, replaced), spans: replaced, flags, kept }
}

function write(text: string, replaced: Redacted['spans']): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, replacement } of replaced) {
    parts.push(text.slice(at, start), replacement)
    at = end
  }
  return parts.join('') + text.slice(at)
}
