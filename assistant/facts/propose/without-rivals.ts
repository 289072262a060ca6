import type { Candidate, Finding } from './candidate.ts'

/**
 * A date or a number says one thing: of the relations that could claim the same one, those whose words are closest keep it
 * ("placed under criminal detention on 10 January" is no other detention). Equally close ones all do. Names are claimed by
 * their labels, which are a relation's own.
 */
export function withoutRivals(findings: readonly Finding[]): readonly Finding[] {
  const closest = new Map<string, number>()
  for (const finding of findings)
    for (const candidate of finding.candidates) {
      const key = claimOf(finding, candidate)
      if (key !== null) closest.set(key, Math.max(closest.get(key) ?? 0, candidate.closeness))
    }
  return findings.flatMap((finding) => {
    const candidates = finding.candidates.filter((candidate) => {
      const key = claimOf(finding, candidate)
      return key === null || candidate.closeness === closest.get(key)
    })
    return candidates.length === 0 ? [] : [{ ...finding, candidates }]
  })
}

function claimOf({ relation, segment }: Finding, { mentions }: Candidate): string | null {
  const [mention] = mentions
  const place = relation.places.find(({ subject }) => subject === null)?.place
  if (mentions.length !== 1 || !mention || !place || place.kind === 'name') return null
  return `${place.kind} ${segment.start + mention.start}`
}
