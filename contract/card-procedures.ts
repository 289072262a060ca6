import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { Card, CardScope, CardText, Correction, GateThreshold, MistakeKind, TestingEvent } from './card.ts'
import { errors } from './errors.ts'

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
