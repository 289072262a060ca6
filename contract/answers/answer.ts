import * as z from 'zod'
import { CardSource } from '../knowledge/card.ts'
import { AnswerSignals, Confidence } from './confidence.ts'
import { NotRead } from '../document.ts'
import { messageSchema } from '../message.ts'
import { MODEL_PURPOSES } from '../model.ts'
import { Offer, OfferKind } from './offer.ts'
import { Certainty, MissingInput, Proof } from '../knowledge/proof.ts'
import { Routing } from './routing.ts'
import { StrategyName, WorkedExample } from './strategy.ts'

/** A span of a document's text as `library.text` gives it: UTF-16 offsets, `end` exclusive; `page` is null for formats without pages. */
export const Span = z.object({
  document: z.string(),
  page: z.number().int().nullable(),
  start: z.number().int(),
  end: z.number().int(),
})
export type Span = z.infer<typeof Span>

/** Words of a document. */
export const PassageSource = Span.extend({
  kind: z.literal('passage'),
  source: z.string(),
  documentId: z.string(),
  /** The reading of the document that the offsets are in: its file may have changed since. Null in answers of old. */
  textVersion: z.number().int().nullable().default(null),
  /** The reference library that it comes from, `documentId` being the hash of the content there; null: the matter. */
  reference: z.string().nullable().default(null),
  section: z.string(),
  text: z.string(),
  score: z.number(),
  byOcr: z.boolean(),
  /** What of it the model was given, from `start` to `end` of the whole text; null: all of it, none: nothing. */
  read: z
    .array(z.object({ start: z.number().int(), end: z.number().int() }))
    .nullable()
    .default(null),
  /** Other documents with nearly the same passage, which was left out for this one. */
  alsoIn: z.array(z.string()).readonly().optional(),
})
export type PassageSource = z.infer<typeof PassageSource>

/** What follows from the confirmed facts by rules that people wrote. Unknown: it depends on what is `missing`. */
export const ConclusionSource = z.object({
  kind: z.literal('conclusion'),
  source: z.string(),
  relation: z.string(),
  args: z.array(z.string()),
  /** How one asks for it, by the pack's author; `…` for whom it is about. Empty in answers of old. */
  asks: z.array(z.string()).default([]),
  /** What of closed lists these phrases name, such as the drug of a dose: without it, words are of something else. */
  names: z.array(z.string()).default([]),
  /** How well the question asks for it, about 0 to 1. */
  fit: z.number().default(1),
  /** The code of the language of its sentences: that of the question, where the packs and Consilium have it. */
  language: z.string().default('en'),
  /** The rule that gives it; of several the first. */
  rule: z.string(),
  holds: Certainty,
  sentence: z.string(),
  summary: z.string(),
  proof: Proof,
  assumed: z.array(z.string()),
  missing: z.array(MissingInput),
  /** The day for which it was asked. */
  asOf: z.iso.date(),
})
export type ConclusionSource = z.infer<typeof ConclusionSource>

/** One piece of evidence. A card is none: it is among them because the model was given it, and is never cited. */
export const Source = z.discriminatedUnion('kind', [PassageSource, ConclusionSource, CardSource])
export type Source = z.infer<typeof Source>

export const PassageCitation = Span.extend({
  source: z.string(),
  documentId: z.string(),
  reference: z.string().nullable().default(null),
  quote: z.string(),
})
export type PassageCitation = z.infer<typeof PassageCitation>

/** A passage is cited by its words, a conclusion by its rule. */
export const Citation = z.union([PassageCitation, z.object({ source: z.string(), rule: z.string() })])
export type Citation = z.infer<typeof Citation>

/**
 * How far the sources support a sentence. `verbatim`: word for word. `close`: but for a slip or another spelling. `supported`: a
 * paraphrase whose things, numbers, dates, names, states, negations and modal words one place of the source confirms.
 * `computed`: a rule's conclusion; or what code counted, added or compared from the quotes that are its citations.
 * `contradicted`: the source says otherwise of the same thing (see `instead`). `unsupported`: no source, not what the rule
 * concludes, or a number that no passage gives for it. `unchecked`: cites a source, not confirmed.
 */
export const Verdict = z.enum([
  'verbatim',
  'close',
  'supported',
  'computed',
  'contradicted',
  'unsupported',
  'unchecked',
])
export type Verdict = z.infer<typeof Verdict>

/** Words of a document that an answer cites, with the sentence that cites them; `textVersion`: the reading that they are of. */
export const DocumentCitation = Span.omit({ document: true }).extend({
  textVersion: z.number().int().nullable(),
  quote: z.string(),
  answerId: z.string(),
  question: z.string(),
  askedAt: z.string(),
  sentence: z.string(),
  verdict: Verdict,
})
export type DocumentCitation = z.infer<typeof DocumentCitation>

export const Claim = z.object({
  index: z.number().int(),
  text: z.string(),
  verdict: Verdict,
  citations: z.array(Citation),
  /** Numbers, dates and names of the sentence that its cited passages do not hold; words that it quotes from nowhere. */
  absent: z.array(z.string()),
  /** Of a `close` sentence: its words, and those that stand in their place in the source; empty for none. */
  differences: z.array(z.object({ written: z.string(), stands: z.string() })).default([]),
  /** Marks of conclusions that compute another number or day for what the sentence speaks of. */
  differsFrom: z.array(z.string()).default([]),
  /** Indices of sentences of the same answer that say otherwise of the same thing: both cannot be true. */
  disagreesWith: z.array(z.number().int()).default([]),
  /** Of a `contradicted` sentence: the words of the page that say otherwise, which its citations point to; else null. */
  instead: z.string().nullable().default(null),
  /** Of a sentence `supported` by a model's judgement: of so many that it said so of, so many did follow when it was measured. */
  judged: z.object({ right: z.number().int(), of: z.number().int() }).nullable().default(null),
  /** Statutes and decisions that the sentence names, and the document where each stands; null: in none of the library. */
  authorities: z.array(z.object({ text: z.string(), foundIn: z.string().nullable() })).default([]),
})
export type Claim = z.infer<typeof Claim>

/**
 * `answered`: every sentence is confirmed (see `answer-words.ts`) and nothing that was asked is missing. `answered-in-part`: some
 * sentences are confirmed; the others, or a part of the question, are not. `uncertain`: no sentence is confirmed. `not-found`:
 * nothing that was searched concerns the question. `not-written`: the model gave no usable answer, but passages concern the
 * question; they are quoted as its sentences. `extractive`: no model was used.
 */
export const AnswerState = z.enum([
  'answered',
  'answered-in-part',
  'uncertain',
  'not-found',
  'not-written',
  'extractive',
  'stopped',
])
export type AnswerState = z.infer<typeof AnswerState>

/** How much was read for an answer: so many passages, of so many of the documents that were searched. */
export const AnswerScope = z.object({
  passages: z.number().int(),
  documents: z.number().int(),
  of: z.number().int(),
})
export type AnswerScope = z.infer<typeof AnswerScope>

export const AnswerTiming = z.object({
  evidenceMs: z.number(),
  firstTokenMs: z.number().nullable(),
  totalMs: z.number(),
})

/** What was looked through, so that "your documents do not say" can say where it looked. */
export const Searched = z.object({
  documents: z.number().int(),
  pages: z.number().int(),
  /** Words of the question, as they are written there. */
  words: z.array(z.string()),
  /** Those of them that no document has. */
  unknownWords: z.array(z.string()),
  vectors: z.boolean(),
  /** Documents that were still waiting to be read when the question was asked. */
  notYetRead: z.array(z.string()).default([]),
  /** Reference libraries that were searched as well. */
  references: z.array(z.string()).default([]),
  /** Documents, or parts of them, that could not be read; reference libraries that could not be searched. */
  notReadable: z.array(NotRead),
  /** Conclusions that the question asks for too, beyond those among the sources: all stand under Facts & rules. */
  conclusionsLeftOut: z.number().int().default(0),
  /** Where the question asks for what rules conclude: those that are law of another place than the matter. */
  rulesNotUsed: z.array(messageSchema).default([]),
  /** Where nothing was found: the languages (ISO 639-1) of the nearest passages, when none is in the language of the question. */
  otherLanguages: z.array(z.string()).readonly().default([]),
})
export type Searched = z.infer<typeof Searched>

/** What the strategy was chosen by, and what it put before the model besides passages and cards. None of that is evidence but the quotes. */
export const Approach = z.object({
  /** Another one than was followed where this one could not be: no example was near, nothing could be quoted. */
  wanted: StrategyName,
  by: z.enum(['usual', 'measured', 'user']),
  /** The sentences that the answer was concluded from, as they stand in the documents. */
  quotes: z.array(PassageCitation),
  /** What the model wrote from memory, before it was given the passages. */
  recalled: z.string(),
  examples: z.array(WorkedExample),
})
export type Approach = z.infer<typeof Approach>

/** What was chosen of a closed list, and how clearly. */
export const Choice = z.object({
  options: z.array(z.string()),
  /** Which of them. */
  choice: z.number().int(),
  /** Of each option, its mean probability over the ballots. */
  shares: z.array(z.number()),
  /** How far the choice's share is above the next one's. */
  margin: z.number(),
  /** How many ballots, in other orders of the options and by letter or text, put it first. */
  votes: z.number().int(),
  ballots: z.number().int(),
})
export type Choice = z.infer<typeof Choice>

/** A finished answer, also the line that `ask --questions` prints. */
export const Answer = z.object({
  answerId: z.string(),
  question: z.string(),
  askedAt: z.string(),
  /** The answer that this one follows up, or null. */
  follows: z.string().nullable(),
  state: AnswerState,
  answer: z.string(),
  claims: z.array(Claim),
  /** The parts of the question, and the people and documents it names, that no confirmed sentence answers; in its words. */
  notAnswered: z.array(z.string()).default([]),
  /** Null in older answers. */
  scope: AnswerScope.nullable().default(null),
  /** The better way that was offered; null: none. */
  offer: OfferKind.nullable().default(null),
  /** What is needed to take it. */
  offered: Offer.nullable().default(null),
  /** The answer for which this one was asked of one of its parties alone; null: none. */
  partOf: z.string().nullable().default(null),
  /** Null where there is nothing to be sure of: nothing was found, or no model wrote; and in answers of old. */
  confidence: Confidence.nullable(),
  signals: AnswerSignals.nullable().default(null),
  knowledge: z.object({
    /** `used`: the model was unsure and got a card; `skipped`: it was sure of itself; `off`: no card fitted, or none was to be measured. */
    gate: z.enum(['off', 'used', 'skipped']),
    /** Mean lead of the first tokens over the next best, before anything was reasoned; null: not measured. */
    margin: z.number().nullable(),
    /** Ids of the cards that it was written with. */
    cards: z.array(z.string()),
    rules: z.array(z.string()),
    /** What a person said that they did. */
    judged: z.record(z.string(), z.enum(['helped', 'hurt'])).default({}),
  }),
  /** All that it rests on: a follow-up may cite again what only a question before had found. */
  sources: z.array(Source),
  /** Those found for this very question. */
  passages: z.array(Span.extend({ source: z.string() })),
  searched: Searched,
  timing: AnswerTiming,
  /** Of all drafts together; what is probed reads the same prompt again and is not counted. `firstPrompt`: what the user waited for before the first word. */
  tokens: z.object({
    prompt: z.number(),
    firstPrompt: z.number().default(0),
    generated: z.number(),
    calls: z.number(),
    reused: z.number(),
  }),
  /** `purpose`: what the model is fit for; absent in answers of old and where that is not known. */
  model: z.object({ id: z.string(), sha256: z.string(), purpose: z.enum(MODEL_PURPOSES).optional() }).nullable(),
  /** The chosen model, where its file was gone or damaged, so that nothing was written. */
  missingModel: z.string().optional(),
  /** The one that was followed. */
  strategy: StrategyName.default('direct'),
  /** Null in answers of old. */
  approach: Approach.nullable().default(null),
  /** Null where nothing was chosen from a list. */
  choice: Choice.nullable().default(null),
  /** Null in answers of old. */
  seed: z.number().int().nullable().default(null),
  /** The day for which the rules were asked, where one was chosen; null: the day of the question. */
  asOf: z.iso.date().nullable().default(null),
  ledgerEntry: z.number().int(),
})
export type Answer = z.infer<typeof Answer>

export const ExportFormat = z.enum(['md', 'docx', 'pdf'])
export type ExportFormat = z.infer<typeof ExportFormat>

/**
 * The steps of one answer. `evidence` always precedes the first `answer-delta`, and comes again where the order settles or passages are
 * added before anything is written; `answer-end` is last and appears once.
 */
export const AnswerEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answer-start'), answerId: z.string() }),
  z.object({ type: z.literal('evidence'), sources: z.array(Source), searched: Searched, evidenceMs: z.number() }),
  /** Behind the evidence and before anything is written, where another way suits the question better. */
  z.object({ type: z.literal('offer'), offer: Offer }),
  z.object({ type: z.literal('model-loading'), model: z.string() }),
  /** What the gate decided, where a card fitted; before the first word that the model writes. */
  z.object({
    type: z.literal('knowledge'),
    gate: z.enum(['off', 'used', 'skipped']),
    margin: z.number().nullable(),
    sources: z.array(CardSource),
  }),
  /** Where the strategy prepares something, or another one is followed; before the first word. */
  Approach.extend({ type: z.literal('approach'), strategy: StrategyName }),
  z.object({ type: z.literal('answer-delta'), text: z.string() }),
  /** A sentence, checked. It comes again, with the same index, where a later check confirms or refutes it. */
  Claim.extend({ type: z.literal('claim') }),
  /**
   * How much of what it was given the model has read, before it writes, and before each further part. `done` and `total` in the
   * model's own units; `secondsLeft` is null until it is known how fast the model reads on this computer.
   */
  z.object({
    type: z.literal('reading'),
    done: z.number().int(),
    total: z.number().int(),
    secondsLeft: z.number().nullable(),
  }),
  /** `routing`: whether a second opinion is suggested; null where no model answered. */
  Answer.extend({ type: z.literal('answer-end'), routing: Routing.nullable().default(null) }),
])
export type AnswerEvent = z.infer<typeof AnswerEvent>

export const AskInput = z.object({
  matter: z.string(),
  question: z.string().trim().min(1).max(4000),
  /** Globs over document paths; empty means all documents. */
  documents: z.array(z.string()).default([]),
  /** A model id, `none` for passages only, or null for the chosen one. */
  model: z.string().nullable().default(null),
  closedBook: z.boolean().default(false),
  /** `off`: without what follows from rules, to compare. */
  rules: z.enum(['on', 'off']).default('on'),
  /** The day for which rules are asked; null: that of the answer that it follows, else today. */
  asOf: z.iso.date().nullable().default(null),
  /** `off`: without knowledge cards. `always`: with one that fits, however sure the model is. */
  cards: z.enum(['on', 'off', 'always']).default('on'),
  /** `off`: the model is not asked whether the sources say what is in other words. */
  entailment: z.enum(['on', 'off']).default('on'),
  /**
   * `on`: counted, added and compared by code, from what the model lists. Off until it is measured: what the model does not list is
   * not counted, and of four bribes the 1.5B listed two.
   */
  tally: z.enum(['on', 'off']).default('off'),
  /** The answer that this question follows up. */
  follows: z.string().nullable().default(null),
  /** The answer whose offer is taken: this question is put to one of its parties alone. Nothing is offered again. */
  partOf: z.string().nullable().default(null),
  /** Null: as the settings of the model have it. */
  maxTokens: z.number().int().min(1).max(4096).nullable().default(null),
  seed: z.number().int().default(0),
  /** Left out: `options` where there are options, else what was measured best for the model, else the usual one (`UsualStrategy`). */
  strategy: StrategyName.optional(),
  /** The closed list to choose from, two to ten. */
  options: z.array(z.string().trim().min(1).max(400)).max(100).optional(),
})
export type AskInput = z.input<typeof AskInput>
/** With what was left out filled in. */
export type CompleteAskInput = z.output<typeof AskInput>
