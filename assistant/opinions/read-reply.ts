import type { Opinion } from '../../contract/opinions/opinion.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import { createShowSource } from '../answers/draft/prompt-source.ts'
import { matterPseudonyms } from '../disclosure/matter-pseudonyms.ts'
import type { PacketRecord } from '../disclosure/packet-record.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { lexiconOf } from '../home/word-lists.ts'
import { checkReply } from './check-reply.ts'
import { chosenOption } from './chosen-option.ts'
import { unswap } from './counterfactual/unswap.ts'
import { parseReply } from './parse-reply.ts'

export type ReadReply = Pick<
  Opinion,
  'claims' | 'text' | 'restored' | 'unknownTokens' | 'struck' | 'missing' | 'ranked' | 'choice'
> & {
  readonly isStructured: boolean
}

export type ReadingReply = {
  readonly matter: OpenMatter
  readonly packet: PacketRecord
  readonly lists: WordLists
  /** The documents that its question names. */
  readonly named: readonly NamedIn[]
}

export const NOTHING_READ = {
  claims: [],
  restored: 0,
  unknownTokens: [],
  struck: [],
  missing: [],
  ranked: [],
  choice: null,
  isStructured: false,
}

/**
 * What came to a packet, with the names back and each sentence held against the sources of this computer; as it stands where it is not
 * of the form that was asked for.
 */
export function readReply(text: string, { packet, matter, lists, named }: ReadingReply): ReadReply {
  // "[Exhibit-3]" in a source is no mark that the model made up.
  const own = (mark: string) => !packet.text.includes(mark)
  const { question, sources } = packet
  const { entities } = matterPseudonyms(matter)
  const reply = unswap(parseReply(text), packet)
  if (!reply) {
    const { text: plain, restored, unknown } = restore(unswap(text, packet), entities)
    return { ...NOTHING_READ, text: plain, restored, unknownTokens: unknown.filter(own) }
  }
  const show = createShowSource(matter.store.pages)
  const checked = checkReply(reply, { sources, question, named, show, entities, lexicon: lexiconOf(lists) })
  return {
    ...checked,
    claims: [...checked.claims],
    unknownTokens: checked.unknownTokens.filter(own),
    struck: [...checked.struck],
    missing: [...checked.missing],
    ranked: [...checked.ranked],
    choice: chosenOption(reply.choice === null ? null : restore(reply.choice, entities).text, packet.options ?? []),
    isStructured: true,
  }
}
