import type { CandidateRow } from '../../../contract/opinions/differential.ts'
import { assumedWords } from '../../../contract/knowledge/proof-words.ts'
import type { Change, Conclusion } from '../../../contract/knowledge/rule.ts'
import type { CompiledPacks } from '../../../kb/compile/compiled-packs.ts'
import type { Inference } from '../../../kb/infer/inference.ts'
import type { Atom } from '../../../kb/program/rule.ts'
import type { Relation } from '../../../kb/program/vocabulary.ts'
import { proofsOf } from '../../../kb/prove/proof-of.ts'
import type { Proof, Step } from '../../../kb/prove/proof.ts'
import { assumedText } from '../../../kb/prove/statement-of.ts'
import { weighCandidates, type WeighedCandidate } from '../../../kb/prove/weigh-candidates.ts'
import { type TrialSteps, whatDecides } from '../../../kb/prove/what-decides.ts'
import { type Change as Found, whatWouldChange } from '../../../kb/prove/what-would-change.ts'
import { Decimal } from '../../../kb/values/decimal.ts'
import { anyOf, goalIn, whyStopped } from './ask-kernel.ts'
import { datesAhead, datesOf, datesPassed, skippedIn } from './conclusion-dates.ts'
import { createFactDays, createOwnUnits, warnOfDays } from './fact-days.ts'
import type { Concluded } from './kernel-methods.ts'
import { showMissing, type Shown, showProof } from './show-proof.ts'
import { sayConflict, writeValues } from './statement-text.ts'
import { message, type Message, sentences } from '../../../wording/message.ts'

/** Well before the worker is killed, which would lose what follows for the other goals too. */
const ALL_GOALS_MS = 10_000

/** What follows for these goals, in their order. A goal that runs out of its budget is left out and said to be stopped. */
export function conclude(
  inference: Inference,
  goals: readonly Atom[],
  { packs }: CompiledPacks,
  asOf: string,
): Concluded {
  const shown = {
    vocabulary: inference.program.vocabulary,
    packs,
    days: createFactDays(inference.facts),
    own: createOwnUnits(inference.facts),
  }
  const stopped = new Map<string, Stopped>()
  const stop = (why: Message, goal: string | null) => {
    const key = JSON.stringify(why)
    const before = stopped.get(key)?.goals ?? []
    stopped.set(key, { why, goals: goal === null || before.includes(goal) ? before : [...before, goal] })
  }
  const proofs = new Map<Atom, readonly Proof[]>()
  const end = inference.options.now() + ALL_GOALS_MS
  for (const goal of goals)
    try {
      if (inference.options.now() > end) {
        stop(message('rules.stopped.allTogether'), null)
        break
      }
      proofs.set(
        goal,
        proofsOf(inference, goal).filter((proof) => proof.status !== 'no' && !countsNothing(proof)),
      )
    } catch (error) {
      stop(whyStopped(error), nameOf(goal, shown.vocabulary))
    }
  const missing = missingIn(inference, [...proofs.values()].flat(), shown)
  const conclusions = [...proofs].flatMap(([goal, found]) =>
    concludeGoal(inference, goal, found, { ...shown, missing }),
  )
  return {
    asOf,
    conclusions,
    conflicts: inference.conflicts().map((conflict) => sayConflict(conflict, shown.vocabulary)),
    ahead: datesAhead(inference, [...proofs.values()].flat(), conclusions, asOf),
    passed: datesPassed(conclusions, asOf),
    stopped: inSentences([...stopped.values()]),
  }
}

/** Goals that were stopped for one reason; none where it is of all. */
type Stopped = { readonly why: Message; readonly goals: readonly string[] }

function inSentences(all: readonly Stopped[]): Message | null {
  const [one, ...more] = all.map(({ why, goals }) =>
    goals.length === 0 ? why : message('rules.stopped.of', { goals: { all: goals }, why }),
  )
  return one ? sentences(one, ...more) : null
}

function nameOf({ relation }: Atom, { relations }: Shown['vocabulary']): string {
  const named = relations.get(relation)
  return named?.calculator ?? named?.label ?? relation.replaceAll('_', ' ')
}

/** Relations whose conclusions answer questions; without such, all that rules conclude. */
export function goalsOf({ vocabulary, rulesFor }: Inference['program']): readonly Atom[] {
  const all = [...vocabulary.relations.values()]
  const asked = all.filter(({ asks }) => asks.length > 0)
  return (asked.length > 0 ? asked : all.filter(({ name }) => rulesFor.get(name)?.length)).map(anyOf)
}

export function goalsNamed(names: readonly string[], { vocabulary }: Inference['program']): readonly Atom[] {
  return [...vocabulary.relations.values()].filter(({ name }) => names.includes(name)).map(anyOf)
}

/** "Takes 0 medicines" where nothing is recorded of any says something that nobody knows, unless it follows in another way too. */
function countsNothing({ grounds }: Proof): boolean {
  const isEmpty = (step: Step) => step.kind === 'aggregate' && step.of.length === 0
  return grounds.length > 0 && grounds.every((ground) => ground.kind === 'rule' && ground.steps.some(isEmpty))
}

type ShownMissing = Shown & { readonly missing: ReadonlyMap<Proof, Conclusion['missing']> }

function concludeGoal(
  inference: Inference,
  goal: Atom,
  proofs: readonly Proof[],
  shown: ShownMissing,
): readonly Conclusion[] {
  const relation = shown.vocabulary.relations.get(goal.relation)
  const rankedBy = relation?.rankedBy ?? null
  const inTurn = rankedBy === null ? proofs : proofs.toSorted((one, other) => byRank(one, other, rankedBy))
  return inTurn.map((proof) => toConclusion(inference, proof, relation, shown))
}

function toConclusion(
  inference: Inference,
  proof: Proof,
  relation: Relation | undefined,
  shown: ShownMissing,
): Conclusion {
  const { conclusion, status, summary } = proof
  const assumed = proof.assumed
    .filter((statement) => shown.vocabulary.relations.get(statement.relation)?.alternative !== true)
    .map((statement) => assumedText(statement, shown.vocabulary))
  // An open value of an answer is `..` nowhere in a fact, so it stands as it is read.
  const args = writeValues(conclusion.values, relation).map((text, at) => text ?? conclusion.values[at]?.text ?? '')
  const rank = relation?.rankedBy == null ? undefined : conclusion.values[relation.rankedBy]
  return {
    relation: conclusion.relation,
    args,
    sentence: proof.sentence,
    holds: status,
    summary: summary ?? assumedWords(assumed),
    warning: warnOfDays([proof], inference),
    proof: showProof(proof, shown),
    assumed,
    missing: shown.missing.get(proof) ?? [],
    dates: datesOf(proof),
    skipped: skippedIn(proof),
    rank: rank?.text ?? null,
  }
}

/**
 * Answers are tried within so many steps, first where the fewest inputs are missing: without an end the trials of 130 conclusions took
 * four fifths of the time (issue 20). What each answer does to one conclusion is told by its case sheet.
 */
const TRIAL_STEPS = 50_000

function missingIn(inference: Inference, proofs: readonly Proof[], shown: Shown): ShownMissing['missing'] {
  const trials: TrialSteps = { left: TRIAL_STEPS }
  const inTurn = proofs.toSorted((one, other) => one.missing.length - other.missing.length)
  return new Map(inTurn.map((proof) => [proof, missingOf(inference, proof, shown, trials)]))
}

/** Which of the missing inputs would settle it; those that only narrow a range settle nothing. */
function missingOf(inference: Inference, proof: Proof, shown: Shown, trials: TrialSteps): Conclusion['missing'] {
  if (proof.status !== 'unknown')
    return isRange(proof) ? proof.missing.map((input) => showMissing(input, false, shown)) : []
  const goal = trials.left > 0 ? groundGoal(proof, inference) : null
  if (!goal) return proof.missing.map((input) => showMissing(input, false, shown))
  return whatDecides(inference, goal, proof.missing, trials).map((input) =>
    showMissing(input, input.decides !== 'no', shown),
  )
}

function isRange({ conclusion }: Proof): boolean {
  return conclusion.values.some((value) => 'low' in value && value.low !== value.high)
}

function groundGoal({ conclusion }: Proof, { program }: Inference): Atom | null {
  const relation = program.vocabulary.relations.get(conclusion.relation)
  const args = writeValues(conclusion.values, relation)
  // A goal cannot ask for a range, so a place whose value is not known is left open.
  const terms = args.map((text, at) => (text === null || text.includes('..') ? `?v${at}` : text))
  return goalIn(`${conclusion.relation}(${terms.join(', ')})`, program)
}

/** The greatest first; what is open by its least. */
function byRank(one: Proof, other: Proof, rankedBy: number): number {
  const weight = ({ conclusion }: Proof) => {
    const value = conclusion.values[rankedBy]
    return new Decimal(value?.kind === 'number' ? (value.low ?? 0) : 0)
  }
  return weight(other).comparedTo(weight(one))
}

type ChangeInput = { readonly relation: string; readonly args: readonly string[] }

const KINDS = { flip: 'fact', appear: 'assumed-absent', answer: 'missing' } as const

/** Single things that, were they otherwise, would make a conclusion another. */
export function showChanges(inference: Inference, { relation, args }: ChangeInput): Change[] {
  const goal = goalIn(`${relation}(${args.map(openRange).join(', ')})`, inference.program)
  return whatWouldChange(inference, goal).map(showChange)
}

/** What was concluded as a range, or left blank ("…"), is asked for as it is, whatever its value; no name holds a space. */
function openRange(text: string, index: number): string {
  return text.includes('..') || text.startsWith('…') || /^[^\d"-].* /u.test(text) ? `?v${index}` : text
}

function showChange({ kind, text: change, after }: Found): Change {
  // Of what is open then, the values are open too.
  const said = after.status === 'unknown' ? '' : after.statements.map(({ text }) => text).join('; ')
  return { change, kind: KINDS[kind], then: after.status, sentence: said }
}

/** What the packs say is to be considered, the likeliest first, with what speaks for and against each. */
export function showCandidates(inference: Inference, { candidates }: CompiledPacks): readonly CandidateRow[] {
  return weighCandidates(inference, candidates).map(toRow)
}

function toRow({ candidate, applies, about, weight, range, findings }: WeighedCandidate): CandidateRow {
  const { id, name, pack, cannotMiss, decides } = candidate
  return {
    candidate: id,
    name,
    pack,
    applies,
    about,
    weight: weight.toString(),
    low: range.low.toString(),
    high: range.high.toString(),
    cannotMiss,
    decides: [...decides],
    findings: findings.map(({ finding, status, side, weight: own, sentence, question }) => ({
      say: finding.say,
      status,
      side,
      weight: (side === 'missing' ? finding.add : own).toString(),
      source: finding.source,
      sentence,
      question,
    })),
  }
}
