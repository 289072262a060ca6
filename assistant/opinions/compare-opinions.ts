import type { Agreement } from '../../contract/opinions/opinion.ts'
import { anchoringOf, moveIn, type Ours } from './align/anchoring.ts'
import { type ClaimsOf, type Group, type JudgementOf, matchClaims, VOICES, type Voice } from './align/match-claims.ts'
import { type Judge, judgingOf } from './align/kept-judgements.ts'

export type Comparing = {
  /** The notes of this computer that the informed opinion saw, under the sources that they are on. */
  readonly notes: Ours
  readonly judge: Judge | null
  /** Whether one model gave both opinions: what two different ones say apart is no move of either. */
  readonly isOneModel: boolean
}

const BY_RULE: Comparing = { notes: [], judge: null, isOneModel: true }
const UNJUDGED: JudgementOf = () => null

/**
 * How sentences of different opinions stand to each other: by rule, and by what the local model judged where rules cannot tell. What it
 * judged is a hint at its row (the better of two was right for 37 of 47 pairs): the state of them all is by rule alone. A sentence that only
 * one says counts neither way. Null where one alone speaks.
 */
export function compareOpinions(claims: ClaimsOf, { notes, judge, isOneModel }: Comparing = BY_RULE): Agreement | null {
  if (VOICES.filter((voice) => claims[voice].length > 0).length < 2) return null
  const judgementOf = judge?.judgementOf ?? UNJUDGED
  const matched = matchClaims(claims, judgementOf)
  const moveOf = (group: Group) => (isOneModel ? moveIn(group, notes, judgementOf) : null)
  const rows = matched.groups.map((group) => ({ ...rowOf(group), move: moveOf(group) }))
  return {
    state: stateOf(judge ? matchClaims(claims, UNJUDGED).groups.map(rowOf) : rows),
    claims: rows,
    judging: judgingOf(matched, judge),
    anchoring: isOneModel && claims.blind.length > 0 && claims.informed.length > 0 ? anchoringOf(rows) : null,
  }
}

type Row = Omit<Agreement['claims'][number], 'move'>

function rowOf({ said, links }: Group): Row {
  const indexOf = (voice: Voice) => said.find((one) => one.voice === voice)?.claim.index ?? null
  const state = said.length === 1 ? 'only' : stateOfLinks(links)
  const by = links.some((link) => link.by === 'model' && link.state === state) ? 'model' : 'rule'
  const indexes = { local: indexOf('local'), blind: indexOf('blind'), informed: indexOf('informed') }
  return { state, by, against: againstLocal({ said, links }), ...indexes }
}

function againstLocal({ said, links }: Group): Row['against'] {
  const isLikeLocal = (voice: Voice) =>
    links.some(
      (link) => link.state === 'agree' && [link.one, link.other].every((one) => ['local', voice].includes(one.voice)),
    )
  const speaks = (voice: Voice) => said.some((one) => one.voice === voice)
  return (['blind', 'informed'] as const).find((voice) => speaks(voice) && !isLikeLocal(voice)) ?? null
}

function stateOfLinks(links: Group['links']): Row['state'] {
  return (['differ', 'unclear'] as const).find((state) => links.some((link) => link.state === state)) ?? 'agree'
}

/** One unclear row may be the one that decides, so they agree only where there is none. */
function stateOf(rows: readonly Pick<Row, 'state'>[]): Agreement['state'] {
  const has = (wanted: Row['state']) => rows.some(({ state }) => state === wanted)
  if (has('differ')) return 'differ'
  return has('agree') && !has('unclear') ? 'agree' : 'unknown'
}
