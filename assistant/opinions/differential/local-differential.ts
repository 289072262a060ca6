import type { Lexicon } from '../../../checks/quotes/harmless-slip.ts'
import type { PassageSource } from '../../../contract/answers/answer.ts'
import type { CandidateRow, RankedItem, RankingEvent, Support } from '../../../contract/opinions/differential.ts'
import type { LanguageModel } from '../../../models/language-model.ts'
import { createClaimStream } from '../../answers/claims/claim-stream.ts'
import { itemOfCandidate, nameKey } from './candidates.ts'
import { judgeCandidate, sampleFirst } from './judge-candidate.ts'
import { contentWords } from '../../../text/words.ts'
import { hasSamePolarity } from '../../../checks/qualified-alike.ts'
import { splitSentences } from '../../../text/sentences.ts'

type LocalDifferentialOptions = {
  readonly question: string
  readonly passages: readonly PassageSource[]
  /** Of the packs, likeliest first; where there are none the model names some. */
  readonly candidates: readonly CandidateRow[]
  /** Null: facts and weights alone. */
  readonly model: LanguageModel | null
  readonly lexicon: Lexicon
  /** So often the model is asked which comes first. */
  readonly samples: number
}

/** What a list of this computer is made with, besides its candidate. */
type Reading = LocalDifferentialOptions & { readonly sentences: readonly PassageSentence[] }

/**
 * The list of this computer, made step by step by code: the candidates by the weights of the packs, or as the model names them; for
 * each the sentences that speak for and against it; what is missing and would decide it. The model fills one narrow slot a call.
 */
export async function* localDifferential(
  options: LocalDifferentialOptions,
  signal: AbortSignal,
): AsyncGenerator<RankingEvent, { readonly items: readonly RankedItem[]; readonly samples: readonly string[] }, void> {
  const { question, passages, candidates, model } = options
  const known = candidates.map(({ name }) => name)
  const about = candidates.flatMap(({ name, findings }) => [name, ...findings.map(({ say }) => say)])
  const sentences = await fitting(sentencesFor(question, about, passages), model)
  const named = known.length > 0 || !model ? known : await nameCandidates(question, sentences, model, signal)
  yield { type: 'ranking-begin', names: [...named] }
  const reading = { ...options, sentences }
  const made: RankedItem[] = []
  for (const [index, name] of named.entries()) {
    const item = await itemFor(name, candidates.find((row) => row.name === name) ?? null, reading, signal)
    made.push(item)
    yield { type: 'ranking-item', index, item }
  }
  const samples: string[] = []
  for (let seed = 1; model && named.length > 1 && seed <= options.samples; seed += 1) {
    const first = await sampleFirst({ question, names: named, sentences: numbered(sentences), seed, model }, signal)
    if (first === null) continue
    samples.push(first)
    yield { type: 'sample', index: seed - 1, first }
  }
  // Weights order the candidates of packs; those that the model named stand by what was found for them.
  const told = withoutCommon(made)
  const items = known.length > 0 ? told : told.toSorted((one, other) => balance(other) - balance(one))
  yield { type: 'ranked', items: [...items] }
  return { items, samples }
}

function balance(item: RankedItem): number {
  return item.for.length - item.against.length
}

const ROOM_TOKENS = 400

/** As many of the sentences as the model has room for. */
async function fitting(
  sentences: readonly PassageSentence[],
  model: LanguageModel | null,
): Promise<readonly PassageSentence[]> {
  if (!model) return sentences
  const room = model.info.contextTokens - ROOM_TOKENS
  for (let count = sentences.length; count > 0; count -= 4) {
    const kept = sentences.slice(0, count)
    if ((await model.countTokens([{ role: 'user', text: numbered(kept) }])) <= room) return kept
  }
  return []
}

async function itemFor(
  name: string,
  row: CandidateRow | null,
  reading: Reading,
  signal: AbortSignal,
): Promise<RankedItem> {
  const { question, sentences, model } = reading
  const known = row ? withCitations(row, reading) : { ...NOTHING, name }
  if (!model || sentences.length === 0) return known
  const asksMore = known.decides.length === 0
  const judging = { question, name, sentences: numbered(sentences), count: sentences.length, asksMore, model }
  const judged = await judgeCandidate(judging, signal)
  const cited = new Set([...known.for, ...known.against].map(({ claim }) => claim?.text))
  const found = (indexes: readonly number[]) =>
    indexes
      .flatMap((index) => sentences[index] ?? [])
      .flatMap((sentence) => supportsOf(sentence, reading))
      .filter(({ claim }) => !cited.has(claim?.text))
  return {
    ...known,
    for: [...known.for, ...found(judged.for)],
    against: [...known.against, ...found(judged.against)],
    missing: [...known.missing, ...(known.missing.length === 0 ? judged.missing : [])],
    decides: [...known.decides, ...judged.decides],
  }
}

const NOTHING = { for: [], against: [], missing: [], decides: [], cannotMiss: false }

/** A reason that stands in a passage is cited there; the others rest on the record alone. */
function withCitations(row: CandidateRow, reading: Reading): RankedItem {
  const item = itemOfCandidate(row)
  const cite = (support: Support): Support => {
    const finding = row.findings.find(({ sentence }) => sentence === support.text)
    if (!finding || finding.status === 'unknown') return support
    const sentence = findFinding(finding.say, finding.status, reading.sentences)
    const [claim] = sentence ? supportsOf(sentence, reading) : []
    return claim ? { ...support, claim: claim.claim } : support
  }
  return { ...item, for: item.for.map(cite), against: item.against.map(cite) }
}

/** A sentence of a passage as a checked one: it stands there, so it is found there. */
function supportsOf({ source, text }: PassageSentence, { passages, question, lexicon }: Reading): readonly Support[] {
  return createClaimStream({ sources: passages, question, lexicon })
    .ended(`${text} [${source}]`)
    .map((claim) => ({ text: claim.text, claim }))
}

/** With two candidates a sentence may well bear on both. */
const CANDIDATES_AT_LEAST = 3

/**
 * Without the sentences that the model put on the same side of every candidate: they tell none from another. The 1.5B named the same
 * two for and the same four against each of five. What rests on recorded facts stays.
 */
export function withoutCommon(items: readonly RankedItem[]): readonly RankedItem[] {
  if (items.length < CANDIDATES_AT_LEAST) return items
  const common = (side: 'for' | 'against') => {
    const [first, ...others] = items.map((item) => new Set(item[side].filter(isOfModel).map(({ text }) => text)))
    return new Set([...(first ?? [])].filter((text) => others.every((texts) => texts.has(text))))
  }
  const [on, against] = [common('for'), common('against')]
  return items.map((item) => ({
    ...item,
    for: item.for.filter((support) => !isOfModel(support) || !on.has(support.text)),
    against: item.against.filter((support) => !isOfModel(support) || !against.has(support.text)),
  }))
}

/** A recorded fact is said in the words of its pack, whatever sentence it is cited from. */
function isOfModel({ text, claim }: Support): boolean {
  return claim !== null && claim.text === text
}

const NAMED = 5
const TOKENS_AT_MOST = 90
/** Five short lines. */
const LINES = ['root ::= line{1,5}', 'line ::= "- " [^-\\n\\[\\]:;.] [^\\n\\[\\]:;.]{2,58} "\\n"'].join('\n')

const INSTRUCTIONS =
  'You read findings and name possible explanations of them. An explanation is a cause, a diagnosis or a legal ground; it is not written in the findings. Write short names, one a line, likeliest first.'
/** Begun so, the 1.5B names causes; asked for a "differential" it gave back the findings. */
const BEGUN = 'Possible explanations:\n'

/** What the model thinks of where no pack has candidates: up to five names, likeliest first, each once. */
export async function nameCandidates(
  question: string,
  sentences: readonly PassageSentence[],
  model: LanguageModel,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const turns = [
    { role: 'system', text: INSTRUCTIONS },
    {
      role: 'user',
      text: `Findings:\n${numbered(sentences)}\n\nQuestion: ${question}\nWhich diagnoses, causes or grounds could explain it?`,
    },
    { role: 'assistant', text: BEGUN },
  ] as const
  let text = ''
  for await (const piece of model.generate({ turns, maxTokens: TOKENS_AT_MOST, grammar: LINES }, signal))
    text += piece.text
  // A last line without its end was cut off.
  const names = text
    .split('\n')
    .slice(0, -1)
    .flatMap((line) => /^- (.{3,60})$/.exec(line)?.[1]?.trim() ?? [])
  const meant = names.filter((name) => !sentences.some((sentence) => isCopyOf(name, sentence)))
  return [...new Map(meant.map((name) => [nameKey(name), name])).values()].slice(0, NAMED)
}

/** Of a sentence's words so many make it a copy: a 0.5B gave back the findings as their own causes. */
const COPIED = 0.6

function isCopyOf(name: string, { text }: PassageSentence): boolean {
  const words = new Set(contentWords(text))
  const shared = new Set(contentWords(name).filter((word) => words.has(word))).size
  return words.size > 1 && shared / words.size >= COPIED
}

/** A sentence of a passage, word for word, under the mark of the passage. */
type PassageSentence = { readonly source: string; readonly text: string }

/** The model reads them once for all candidates; more cost a minute on a slow computer. */
const READ = 24
const CHARACTERS_AT_MOST = 400

/** The sentences of the passages that share most words with the question or `about`, in the order in which they stand. */
function sentencesFor(
  question: string,
  about: readonly string[],
  passages: readonly PassageSource[],
): readonly PassageSentence[] {
  const wanted = new Set(contentWords([question, ...about].join(' ')))
  const all = passages.flatMap(({ source, text }) =>
    splitSentences(text).map(({ start, end }) => ({ source, text: text.slice(start, end).replace(/\s+/g, ' ') })),
  )
  const readable = all.filter(({ text }) => text.length <= CHARACTERS_AT_MOST && contentWords(text).length > 0)
  const shared = ({ text }: PassageSentence) => new Set(contentWords(text).filter((word) => wanted.has(word))).size
  const best = new Set(readable.toSorted((one, other) => shared(other) - shared(one)).slice(0, READ))
  return readable.filter((sentence) => best.has(sentence))
}

/** As the model reads them: under their numbers, which are all that it can name. */
function numbered(sentences: readonly PassageSentence[]): string {
  return sentences.map(({ text }, index) => `${index + 1}. ${text}`).join('\n')
}

/**
 * The first sentence that has all words of a recorded finding. For one that holds it has no more "not", "no" or "may" than the finding,
 * for one that does not hold a single denial and nothing else: code cannot tell what further such words would turn round.
 */
export function findFinding(
  finding: string,
  holds: 'yes' | 'no',
  sentences: readonly PassageSentence[],
): PassageSentence | null {
  const words = contentWords(finding)
  if (words.length === 0) return null
  const told = holds === 'yes' ? finding : `no ${finding}`
  const fits = (text: string) => hasSamePolarity(text, told)
  const hasAll = (text: string) => {
    const held = new Set(contentWords(text))
    return words.every((word) => held.has(word))
  }
  return sentences.find(({ text }) => hasAll(text) && fits(text)) ?? null
}
