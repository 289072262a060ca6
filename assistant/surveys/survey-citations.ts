import type { Claim, PassageSource } from '../../contract/answers/answer.ts'
import type { SurveyCitation } from '../../contract/answers/survey.ts'

/** What a checked sentence cites, with the reading that its offsets are in. */
export function surveyCitations({ citations }: Claim, sources: readonly PassageSource[]): SurveyCitation[] {
  const versions = new Map(sources.map(({ source, textVersion }) => [source, textVersion]))
  return citations.flatMap((citation) => {
    const textVersion = versions.get(citation.source) ?? null
    return 'rule' in citation || textVersion === null ? [] : [{ ...citation, textVersion }]
  })
}
