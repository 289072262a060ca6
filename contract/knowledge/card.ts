import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { Interval } from '../answers/confidence.ts'
import { errors } from '../errors.ts'

const Day = z.iso.date()

/** The life of a card; only an approved one is used. */
export const CardStatus = z.enum(['draft', 'tested', 'approved', 'retired'])
export type CardStatus = z.infer<typeof CardStatus>

/** What went wrong where a card comes from. */
export const MistakeKind = z.enum([
  'comprehension',
  'missing-fact',
  'wrong-rule',
  'arithmetic',
  'citation',
  'omission',
  'overconfidence',
])
export type MistakeKind = z.infer<typeof MistakeKind>

/** A definition, formula or fact that is needed, with where it can be read. */
export const KnowledgeItem = z.object({ text: z.string().max(2000), source: z.string().max(400).nullable() })
export type KnowledgeItem = z.infer<typeof KnowledgeItem>

/** What people write of a card. General: nothing in it is about one matter. */
export const CardText = z.object({
  title: z.string().trim().min(1).max(200),
  /** Learning summary: the line of thought, with what to watch for. */
  summary: z.string().max(4000),
  /** Supplementary knowledge. */
  knowledge: z.array(KnowledgeItem).max(20),
  /** What a question looks like that it is for, names taken out: `was [DOCUMENT] served in time`. */
  trigger: z.string().max(1000),
  /** Null: for questions of every domain. */
  domain: z.string().max(100).nullable(),
  jurisdiction: z.string().max(100).nullable(),
  mistake: MistakeKind,
  /** Used for each question that it fits, however sure the model is. */
  always: z.boolean(),
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
})
export type CardText = z.infer<typeof CardText>

const CardModel = z.object({ id: z.string(), sha256: z.string() })

/** A question with what was to be answered lies in its matter; a card only knows which. */
export const CardOrigin = z.object({
  kind: z.enum(['user', 'correction', 'evaluation', 'opinion', 'pack']),
  matter: z.string().nullable(),
  correction: z.string().nullable(),
  pack: z.string().nullable(),
})
export type CardOrigin = z.infer<typeof CardOrigin>

/** What came out when a card was tested. */
export const CardTest = z.object({
  testedAt: z.string(),
  /** Of the text that was tested: another text is not tested. */
  sha256: z.string(),
  passed: z.boolean(),
  /** Why not, or what to know of it; a sentence each. */
  remarks: z.array(z.string()),
  model: CardModel.nullable(),
  lint: z.array(z.string()),
  /** The question it comes from, without the card and with it; null: it comes from none. */
  question: z
    .object({
      rightBefore: z.boolean(),
      rightAfter: z.boolean(),
      /** Whether the question finds the card. */
      isGiven: z.boolean(),
      /** How sure the model is of the question by itself, and from where on it gets no card. */
      margin: z.number().nullable(),
      threshold: z.number(),
    })
    .nullable(),
  /** `asked`: those for which other cards are found with this one; the others cannot have changed. */
  regression: z.object({
    questions: z.number().int(),
    asked: z.number().int(),
    rightBefore: z.number().int(),
    rightAfter: z.number().int(),
    /** Those that were right before and are wrong with it, each by where it comes from: a card holds no question of a matter. */
    broken: z.array(z.string()).default([]),
    /** Questions of approved cards whose matter is gone. */
    lost: z.number().int(),
  }),
})
export type CardTest = z.infer<typeof CardTest>

export const Card = CardText.extend({
  card: z.string(),
  version: z.number().int(),
  status: CardStatus,
  /** Sent back to draft because an answer that was right became wrong with it. */
  sentBack: z.boolean(),
  /** Of its text. */
  sha256: z.string(),
  /** The model that made the mistake. */
  student: CardModel.nullable(),
  /** Who wrote it: a person, or the id of a local model. */
  teacher: z.string(),
  promptVersion: z.string().nullable(),
  origin: CardOrigin,
  createdAt: z.string(),
  changedAt: z.string(),
  approvedBy: z.string().nullable(),
  approvedOn: Day.nullable(),
  test: CardTest.nullable(),
  /** How often it was given to the model; wrong became right with it; right became wrong. They never grow smaller. */
  retrieved: z.number().int(),
  helped: z.number().int(),
  hurt: z.number().int(),
})
export type Card = z.infer<typeof Card>

/** A card that an answer was written with. General knowledge: no sentence may rest on it alone. */
export const CardSource = z.object({
  kind: z.literal('card'),
  source: z.string(),
  card: z.string(),
  version: z.number().int(),
  sha256: z.string(),
  title: z.string(),
  /** As the model was given them, clipped. */
  summary: z.string(),
  knowledge: z.array(KnowledgeItem),
  /** How well the question fits it, about 0 to 1. */
  fit: z.number(),
})
export type CardSource = z.infer<typeof CardSource>

export const TestingEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('testing-progress'), done: z.number().int(), of: z.number().int() }),
  /** What the model wrote to the card's own question; it is of the matter, and is kept nowhere. */
  z.object({ type: z.literal('testing-answer'), withCard: z.boolean(), answer: z.string(), isRight: z.boolean() }),
  z.object({ type: z.literal('testing-end'), card: Card }),
])
export type TestingEvent = z.infer<typeof TestingEvent>

/** What an answer should have said, kept with its matter. */
export const Correction = z.object({
  correctionId: z.string(),
  createdAt: z.string(),
  /** `opinion`: a person decided against it beside a second opinion. */
  from: z.enum(['user', 'evaluation', 'opinion']),
  /** The answer that was wrong; it may have been deleted since. */
  answerId: z.string().nullable(),
  question: z.string(),
  wrong: z.string(),
  expected: z.string(),
  mistake: MistakeKind,
})
export type Correction = z.infer<typeof Correction>

/** Which cards a matter can get beside those for every domain; null: all. */
export const CardScope = z.object({
  domains: z.array(z.string().trim().min(1).max(100)).max(50).nullable(),
  jurisdictions: z.array(z.string().trim().min(1).max(100)).max(50).nullable(),
})
export type CardScope = z.infer<typeof CardScope>

/** What a threshold was measured on. */
export const GateMeasure = z.object({
  set: z.string(),
  at: z.string(),
  answers: z.number().int(),
  right: z.number().int(),
  /** How often the margin of a right answer is higher than that of a wrong one; .5 is chance. */
  auroc: z.number(),
  aurocInterval: Interval,
  /** `cards`: the questions were asked with their cards too, and the most are right in the end. `answers`: the margin alone. */
  by: z.enum(['answers', 'cards']),
  /** Whether the margin tells right from wrong at all; where it does not, the threshold is the one to begin with. */
  tells: z.boolean(),
})
export type GateMeasure = z.infer<typeof GateMeasure>

/** How sure a model must be, over the first tokens of its answer, to get no card. `measured` null: it never was for this file. */
export const GateThreshold = z.object({
  threshold: z.number().min(0).max(1),
  source: z.string().max(400),
  measured: GateMeasure.nullable().default(null),
})
export type GateThreshold = z.infer<typeof GateThreshold>

const base = oc.errors(errors)
const ofCard = z.object({ card: z.string() })
const inMatter = z.object({ matter: z.string() })
const inFile = z.object({ path: z.string().min(1).max(4096) })
const Sha256 = z.string().min(1).max(128)

export const cardProcedures = {
  /** Newest first. */
  list: base.output(z.array(Card)),
  get: base.input(ofCard).output(Card),
  /** By hand. With a question and what is right of a matter, which stay with that matter, it can be tested on them. */
  create: base
    .input(
      CardText.extend({
        about: inMatter
          .extend({ question: z.string().trim().min(1).max(4000), expected: z.string().trim().min(1).max(8000) })
          .nullable()
          .default(null),
      }),
    )
    .output(Card),
  /** From an answer that was wrong. A draft: its two parts are still to be written, by a person or `write`. */
  correct: base
    .input(
      inMatter.extend({ answerId: z.string(), expected: z.string().trim().min(1).max(8000), mistake: MistakeKind }),
    )
    .output(Card),
  /**
   * From a question, by its id, that a run of a set of the matter answered wrong; its known answer is what is right. Throws `NOT_FOUND`,
   * and `WRONG_USE` for one that was not answered wrong, has no known answer, or brings passages of its own.
   */
  fromRun: base.input(inMatter.extend({ run: z.string(), question: z.string(), mistake: MistakeKind })).output(Card),
  /** The installed model that can write the parts: one larger than that which made the mistake. Null: none. */
  teacher: base.input(ofCard).output(z.object({ model: z.string().nullable() })),
  /** Has the two parts written by a local model, for a person to read and change; nothing is kept. Throws `NO_MODEL`. */
  write: base
    .input(ofCard.extend({ model: z.string().nullable().default(null) }))
    .output(
      CardText.pick({ summary: true, knowledge: true }).extend({ teacher: z.string(), promptVersion: z.string() }),
    ),
  /** Another text is another version, and a draft. `teacher`: who wrote it, else the user. */
  save: base
    .input(
      ofCard.extend({
        text: CardText,
        teacher: z.string().max(200).nullable().default(null),
        promptVersion: z.string().max(40).nullable().default(null),
      }),
    )
    .output(Card),
  /** What stands against it, in words; changes nothing. */
  lint: base.input(ofCard.extend({ text: CardText })).output(z.array(z.string())),
  /** Moreover on the questions of a file (lines of {"question","answer"}), asked in `matter`. */
  test: base
    .input(ofCard.extend({ questions: inFile.extend(inMatter.shape).nullable().default(null) }))
    .output(eventIterator(TestingEvent)),
  /** By a person, by name. Refused (WRONG_USE) without a passed test of this very text. */
  approve: base.input(ofCard.extend({ by: z.string().trim().min(1).max(120) })).output(Card),
  retire: base.input(ofCard).output(Card),
  /** A person says what a card did to an answer; once for each. One that hurts goes back to draft. */
  judge: base
    .input(inMatter.extend({ answerId: z.string(), card: z.string(), effect: z.enum(['helped', 'hurt']) }))
    .output(Card),
  corrections: base.input(inMatter).output(z.array(Correction)),
  scope: base.input(inMatter).output(CardScope),
  changeScope: base.input(inMatter.extend(CardScope.partial().shape)).output(CardScope),
  /** Of a model file, by its hash. */
  gate: base.input(z.object({ sha256: Sha256 })).output(GateThreshold),
  setGate: base.input(GateThreshold.extend({ sha256: Sha256 })).output(GateThreshold),
  /** A YAML file, or a folder of them. Each card is taken in as a draft, in the place of the same one. */
  import: base.input(inFile).output(z.array(Card)),
  /**
   * `yaml`: a file each into a folder. `alpaca`, `chat`: one file of JSON lines to train a model with, of approved cards alone; with a
   * matter also its corrections, which hold its words in plain. No file is encrypted.
   */
  export: base
    .input(
      inFile.extend({
        format: z.enum(['yaml', 'alpaca', 'chat']),
        cards: z.array(z.string()).nullable().default(null),
        matter: z.string().nullable().default(null),
      }),
    )
    .output(
      z.object({
        path: z.string(),
        cards: z.number().int(),
        /** Those that were wanted and are not approved. */
        leftOut: z.array(Card.pick({ card: true, title: true, status: true, sentBack: true })),
        corrections: z.number().int(),
      }),
    ),
}
