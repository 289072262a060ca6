import type { Claim } from '../../contract/answers/answer.ts'
import type { Opinion } from '../../contract/opinions/opinion.ts'
import { passages } from '../answers/answer-record.ts'
import { createFindAuthorities } from '../answers/evidence/find-authorities.ts'
import type { SendOpinionOptions } from './sending-progress.ts'

/** The opinion, which is kept already, with the authorities of its sentences looked up. Where that is stopped it stays as it is. */
export async function lookUpAuthorities(
  opinion: Opinion,
  { matter, lists, search }: Pick<SendOpinionOptions, 'matter' | 'lists' | 'search'>,
  signal: AbortSignal,
): Promise<Opinion> {
  const { question, sources } = opinion
  try {
    const find = createFindAuthorities({ lists, question, passages: passages(sources), search: await search() })
    const claims: Claim[] = []
    for (const claim of opinion.claims) claims.push(await find(claim, signal))
    const ranked: Opinion['ranked'] = []
    for (const item of opinion.ranked) {
      const on = async (supports: Opinion['ranked'][number]['for']) => {
        const found: typeof supports = []
        for (const { text, claim } of supports) found.push({ text, claim: claim && (await find(claim, signal)) })
        return found
      }
      ranked.push({ ...item, for: await on(item.for), against: await on(item.against) })
    }
    const looked = { ...opinion, claims, ranked }
    const reasons = ranked.flatMap((item) => [...item.for, ...item.against].flatMap(({ claim }) => claim ?? []))
    if ([...claims, ...reasons].some(({ authorities }) => authorities.length > 0)) matter.store.opinions.save(looked)
    return looked
  } catch {
    // Stopped, or the library was closed: the opinion has been kept without.
    return opinion
  }
}
