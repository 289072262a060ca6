import { setImmediate } from 'node:timers/promises'
import type { Passage } from '../../store/matter/passages.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { type Candidate, findCandidates, type Finding } from './find-candidates.ts'
import { textSegments } from './text-segments.ts'
import type { WantedRelation } from './wanted-relations.ts'

/** What is to be decided in one passage. */
export type PassagePlan = { readonly passage: Passage; readonly findings: readonly Finding[] }

/** The best passages of a document for each relation, beside those with its own words. */
const HITS = 3
const SEEN_BEFORE = 300

/** A model takes seconds for each: of what a document could say of a relation the likeliest are looked at. */
const MOST_FINDINGS = { single: 4, several: 16 }

/** Where a document could say something of the relations: by its search, and by what stands in its passages. In reading order. */
export async function planDocument(
  { library, store }: OpenMatter,
  { documentId, textVersionId }: { readonly documentId: string; readonly textVersionId: number },
  relations: readonly WantedRelation[],
  signal: AbortSignal,
): Promise<readonly PassagePlan[]> {
  const passages = store.passages.list(textVersionId)
  const ranks = new Map<WantedRelation, ReadonlyMap<number, number>>()
  for (const relation of relations) {
    signal.throwIfAborted()
    const { hits } = await library.search({ question: relation.query, limit: HITS, documentIds: [documentId] })
    ranks.set(relation, new Map(hits.map(({ passage }, rank) => [passage.id, rank])))
  }
  const all: Placed[] = []
  for (const passage of passages) {
    // A long document takes a while, and others wait for this process.
    await setImmediate(undefined, { signal })
    const before = store.pages.slice(textVersionId, Math.max(0, passage.start - SEEN_BEFORE), passage.start)
    const searched = { ...passage, before, segments: textSegments(passage.text) }
    const rankFor = (relation: WantedRelation) => ranks.get(relation)?.get(passage.id) ?? null
    const found = relations.flatMap((relation) => findCandidates(relation, { ...searched, rank: rankFor(relation) }))
    all.push(...withoutRivals(found).map((finding) => ({ passage, finding })))
  }
  const chosen = new Set(relations.flatMap((relation) => likeliest(all, relation)))
  const byPassage = Map.groupBy(
    all.filter((one) => chosen.has(one)),
    ({ passage }) => passage,
  )
  return passages.map((passage) => ({
    passage,
    findings: (byPassage.get(passage) ?? []).map(({ finding }) => finding),
  }))
}

type Placed = { readonly passage: Passage; readonly finding: Finding }

/**
 * What stands right behind its words costs nothing and is all kept; where that is a relation with one value, the rest of the
 * document need not be guessed at.
 */
function likeliest(all: readonly Placed[], relation: WantedRelation): readonly Placed[] {
  const own = all.filter(({ finding }) => finding.relation === relation)
  const isPlain = ({ finding }: Placed) => finding.candidates.some(({ isBeside }) => isBeside)
  const plain = own.filter(isPlain)
  if (relation.isSingle && plain.length > 0) return plain
  const most = relation.isSingle ? MOST_FINDINGS.single : MOST_FINDINGS.several
  const others = own.filter((one) => !isPlain(one))
  return [...plain, ...others.toSorted((one, other) => other.finding.weight - one.finding.weight).slice(0, most)]
}

/**
 * A date or a number says one thing: of the relations that could claim the same one, those whose words are closest keep it
 * ("placed under criminal detention on 10 January" is no other detention). Equally close ones all do. Names are claimed by
 * their labels, which are a relation's own; of two with one value each of one list the first: one medicine is not the other one too.
 */
export function withoutRivals(findings: readonly Finding[]): readonly Finding[] {
  const closest = new Map<string, number>()
  for (const finding of findings)
    for (const candidate of finding.candidates) {
      const key = claimOf(finding, candidate)
      if (key !== null) closest.set(key, Math.max(closest.get(key) ?? 0, candidate.closeness))
    }
  const named = new Map<string, WantedRelation>()
  const isFirst = (finding: Finding, candidate: Candidate) => {
    const key = nameClaimOf(finding, candidate)
    if (key === null) return true
    const first = named.get(key) ?? finding.relation
    named.set(key, first)
    return first === finding.relation
  }
  return findings.flatMap((finding) => {
    const candidates = finding.candidates.filter((candidate) => {
      if (!isFirst(finding, candidate)) return false
      const key = claimOf(finding, candidate)
      return key === null || candidate.closeness === closest.get(key)
    })
    return candidates.length === 0 ? [] : [{ ...finding, candidates }]
  })
}

function nameClaimOf({ relation, segment }: Finding, { mentions }: Candidate): string | null {
  const [mention] = mentions
  const place = relation.places.find(({ subject }) => subject === null)?.place
  if (mentions.length !== 1 || !mention || place?.kind !== 'name' || place.open || !relation.isAttribute) return null
  return `${place.type} ${segment.start + mention.start}`
}

function claimOf({ relation, segment }: Finding, { mentions }: Candidate): string | null {
  const [mention] = mentions
  const place = relation.places.find(({ subject }) => subject === null)?.place
  if (mentions.length !== 1 || !mention || !place || place.kind === 'name') return null
  return `${place.kind} ${segment.start + mention.start}`
}
