import { DOCUMENTS_AT_MOST, namedAtMost } from './named-documents.ts'
import { type QuestionParts, splitQuestion, wordsOf, wordsOfTime } from './question-words.ts'

/** What the names of a question are looked up in. */
export type NameIndex = {
  readonly documentCount: number
  /** The documents by number, with the words of title and head. */
  readonly allNames: () => Iterable<readonly [number, ReadonlySet<string>]>
  /** Documents in whose text a word stands, no more than `limit`; none for a stop word. */
  readonly textsWith: (word: string, limit: number) => Promise<ReadonlySet<number>>
}

export type Meant = {
  /** How far a question means a document by its names: 1 where it has them all and no other document does; documents without are absent. */
  readonly shares: ReadonlyMap<number, number>
  /** What is looked for in them: the question without an introduction that has named documents. */
  readonly asked: string
  /** Whether the question begins with where to look ("Consider the Ashton lease; …"). */
  readonly isIntroduced: boolean
}

/**
 * Which documents a question means. Each name counts the logarithm of how rare it is (documents by documents that have it). In
 * an introduction a word with a capital or digit is a name however ordinary it is, and as rare as it is among titles and heads: an app may
 * be called "Keep", and every policy say "keep". One that few texts have names these too, for a contract may name its parties
 * further down. Other words of an introduction, and names in what is asked, count where they stand in a title or head and are rare in the texts.
 *
 * A question that matches half of the documents is hardly about one of them: shares are those of the best, times the
 * probability that a document drawn by chance does not match as well. Names that the best one does not have may name
 * another ("the judgments of Ashton and Glenwood"), if they are rare in the texts.
 */
export async function meantDocuments(question: string, index: NameIndex): Promise<Meant> {
  const parts = splitQuestion(question)
  const names = await namesIn(parts, index)
  const shares = sharesOf(names)
  const isIntroduced = names.some(({ isOfIntroduction, holders }) => isOfIntroduction && holders.size > 0)
  return { shares, asked: isIntroduced ? askedWith(parts, names) : question, isIntroduced }
}

/** A word that may name documents, with those that have it and how much it tells of each. */
type Name = {
  readonly word: string
  readonly isOfIntroduction: boolean
  readonly isInHeads: boolean
  readonly holders: ReadonlyMap<number, number>
  /** How much it tells where it does not name the document that fits best. */
  readonly rarityInTexts: number
}

function sharesOf(names: readonly Name[]): ReadonlyMap<number, number> {
  const shares = new Map<number, number>()
  let left = names
  for (let round = 0; round < DOCUMENTS_AT_MOST; round += 1) {
    const scores = new Map<number, number>()
    for (const { holders, rarityInTexts } of left)
      for (const [document, rarity] of holders)
        scores.set(document, (scores.get(document) ?? 0) + (round === 0 ? rarity : rarityInTexts))
    const best = Math.max(0, ...scores.values())
    if (best === 0) break
    for (const [document, score] of scores) {
      const share = (1 - Math.exp(-best)) * (score / best)
      if (share > 0) shares.set(document, Math.max(shares.get(document) ?? 0, share))
    }
    left = left.filter(({ holders }) => ![...holders.keys()].some((document) => scores.get(document) === best))
  }
  return shares
}

/** What is asked, with names of the introduction that name nothing, and numbers: a date may stand in the text. */
function askedWith({ introduction, asking }: QuestionParts, names: readonly Name[]): string {
  const known = new Set(names.flatMap(({ word, isInHeads, holders }) => (isInHeads || holders.size > 0 ? [word] : [])))
  const left = namesOf(introduction).filter((name) => /^\d+$/.test(name) || !known.has(name.toLowerCase()))
  return [asking, ...left].join(' ')
}

async function namesIn({ introduction, asking }: QuestionParts, index: NameIndex): Promise<readonly Name[]> {
  const introduced = new Set(namesOf(introduction).map((name) => name.toLowerCase()))
  const ofIntroduction = new Set([...introduced, ...wordsOf(introduction)])
  const words = new Set([...ofIntroduction, ...properNouns(asking)])
  const { documentCount } = index
  if (words.size === 0 || documentCount < 2) return []
  const heads = headsWith(words, index)
  const atMost = namedAtMost(documentCount)
  return Promise.all(
    [...words].map(async (word): Promise<Name> => {
      const inHeads = heads.get(word) ?? []
      const isName = introduced.has(word)
      const texts = isName || inHeads.length > 0 ? await index.textsWith(word, atMost + 1) : new Set<number>()
      const isRare = texts.size > 0 && texts.size <= atMost
      const rarityInTexts = isRare ? Math.log(documentCount / Math.max(inHeads.length, texts.size)) : 0
      const rarity = isName && inHeads.length > 0 ? Math.log(documentCount / inHeads.length) : rarityInTexts
      const holders = new Map<number, number>(isName && isRare ? [...texts].map((one) => [one, rarityInTexts]) : [])
      for (const document of rarity > 0 ? inHeads : []) holders.set(document, rarity)
      return { word, isOfIntroduction: ofIntroduction.has(word), isInHeads: inHeads.length > 0, holders, rarityInTexts }
    }),
  )
}

/** The documents that have each of the words in their title or head. */
function headsWith(words: ReadonlySet<string>, { allNames }: NameIndex): ReadonlyMap<string, readonly number[]> {
  const heads = new Map([...words].map((word) => [word, [] as number[]]))
  for (const [document, names] of allNames())
    for (const [word, documents] of heads) if (names.has(word)) documents.push(document)
  return heads
}

/** Words with a capital or a digit. Where somebody writes without capitals, any word may be a name. */
function namesOf(introduction: string): readonly string[] {
  const words = introduction.match(/[\p{L}\p{N}]+/gu) ?? []
  const names = words.filter((word) => /\p{Lu}|\p{N}/u.test(word))
  return names.length > 0 ? names : words
}

/** The first word has its capital anyway; abbreviations ("HIV") are things more often than names. */
function properNouns(asking: string): readonly string[] {
  const words = asking.match(/[\p{L}\p{N}]+/gu) ?? []
  const ofTime = wordsOfTime(asking)
  const names = words.flatMap((word, at) => (at > 0 && /^\p{Lu}\p{Ll}/u.test(word) ? [word.toLowerCase()] : []))
  return names.filter((word) => !ofTime.has(word))
}
