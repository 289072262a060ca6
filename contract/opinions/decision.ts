import { oc } from '@orpc/contract'
import * as z from 'zod'
import { Card } from '../knowledge/card.ts'
import { errors } from '../errors.ts'
import { RuleForm } from '../knowledge/rule.ts'

const base = oc.errors(errors)
const inMatter = z.object({ matter: z.string() })
const claim = z.number().int().nullable()

/** What is decided: one line of the comparison, by the claims on it, or what comes first in the lists of candidates. */
export const DecisionSubject = z.discriminatedUnion('of', [
  z.object({ of: z.literal('line'), local: claim, blind: claim, informed: claim }),
  z.object({ of: z.literal('first') }),
])
export type DecisionSubject = z.infer<typeof DecisionSubject>

/** Who turned out to be right; `unknown`: not known yet. */
export const DecisionOutcome = z.enum(['local', 'second', 'neither', 'unknown'])
export type DecisionOutcome = z.infer<typeof DecisionOutcome>

/** Who was right where this computer and a second opinion differ, as a person decided. */
export const Decision = z.object({
  decisionId: z.string(),
  consultation: z.string(),
  decidedAt: z.string(),
  decidedBy: z.string(),
  subject: DecisionSubject,
  /** What each said there; null: nothing. */
  said: z.object({ local: z.string().nullable(), second: z.string().nullable() }),
  outcome: DecisionOutcome,
  /** In the words of the person; empty while it is not known. */
  right: z.string(),
  /** Where this computer was wrong: the confirmed mistake that is kept with the matter. */
  correction: z.string().nullable(),
  /** The card that was begun from it. */
  card: z.string().nullable(),
})
export type Decision = z.infer<typeof Decision>

/** Beside one against this computer, the packet that asks for its general lesson: its question, its consultation, whether it was answered. */
export const DecisionRow = Decision.extend({
  lesson: z.object({ question: z.string(), consultation: z.string(), hasCome: z.boolean() }).nullable(),
})
export type DecisionRow = z.infer<typeof DecisionRow>

/** What a card starts with: nothing, what the second opinion said there, or the lesson that it gave when asked for one. */
export const CardStart = z.enum(['blank', 'second', 'lesson'])
export type CardStart = z.infer<typeof CardStart>

const ofDecision = inMatter.extend({ decisionId: z.string() })

/** The part of `opinion` that is about who was right. */
export const decisionProcedures = {
  /**
   * In the place of what was decided of the same. Where this computer was wrong, that is a confirmed mistake. `right`: null for the
   * words that were kept with the same outcome before, else what the right side said; empty for what that side said. Throws `WRONG_USE`
   * for what the sides do not differ on, and while a card stands on it.
   */
  decide: base
    .input(
      inMatter.extend({
        consultation: z.string(),
        subject: DecisionSubject,
        outcome: DecisionOutcome,
        right: z.string().trim().max(8000).nullable().default(null),
      }),
    )
    .output(DecisionRow),
  /** Oldest first. `consultation`: of this one alone. */
  decisions: base
    .input(inMatter.extend({ consultation: z.string().nullable().default(null) }))
    .output(z.array(DecisionRow)),
  /** Begins a card, a draft, of a decision against this computer. Nothing is sent. Throws `WRONG_USE`. */
  card: base.input(ofDecision.extend({ start: CardStart.default('blank') })).output(Card),
  /** How a rule of it begins, with names taken out, for the form of a new rule. Nothing is kept; saving it goes through the gate. */
  proposeRule: base.input(ofDecision).output(RuleForm.pick({ title: true, source: true })),
}

/** Whether they are about the same: a line may be put together otherwise once a model has judged, but keeps a sentence. */
export function isSameSubject(one: DecisionSubject, other: DecisionSubject): boolean {
  if (one.of === 'first' || other.of === 'first') return one.of === other.of
  return (['local', 'blind', 'informed'] as const).some((voice) => one[voice] !== null && one[voice] === other[voice])
}
