import type { Opinion } from '../../contract/opinions/opinion.ts'
import { OPTION_LETTERS } from '../../disclosure/packet/cloud-prompt.ts'
import { restore } from '../../disclosure/pseudonyms/restore.ts'
import type { WordLists } from '../../disclosure/words/open-word-lists.ts'
import type { NamedIn } from '../../library/matter-library.ts'
import { createShowSource } from '../answers/draft/prompt-source.ts'
import { knownEntities } from '../packets/matter-pseudonyms.ts'
import type { PacketRecord } from '../packets/packet-record.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { lexiconOf } from '../home/word-lists.ts'
import { checkReply } from './check-reply.ts'
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
  const entities = knownEntities(matter)
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

const LETTER_ALONE = /^\W*(?:option\W*)?([A-J])\W*$/i
const LETTER_AND_TEXT = /^\W*(?:option\W*)?([A-J])[.):](.+)$/is

/**
 * The option that a reply means, in the words in which it was given here: by its letter alone, its letter and its words, or its words
 * alone. Null where that is not plain: "Both A and C" is no choice, and "Adjourned" is not option A.
 */
export function chosenOption(said: string | null, options: readonly string[]): string | null {
  const text = said ?? ''
  const alone = LETTER_ALONE.exec(text)
  if (alone) return underLetter(alone[1], options)
  const same = options.filter((option) => plainWords(option) === plainWords(text))
  if (same.length > 0) return same.length === 1 ? (same[0] ?? null) : null
  const [, letter, words = ''] = LETTER_AND_TEXT.exec(text) ?? []
  const option = underLetter(letter, options)
  return option !== null && plainWords(option) === plainWords(words) ? option : null
}

function underLetter(letter: string | undefined, options: readonly string[]): string | null {
  return options[OPTION_LETTERS.indexOf(letter?.toUpperCase() ?? '-')] ?? null
}

/** Without case, spaces and what stands around them. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'“‘]+|[\s"'”’.,;]+$/g, '')
}
