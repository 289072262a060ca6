import type { Conclusion, RuleCheck } from '../../contract/rule.ts'
import type { AnswerStore } from '../home-life.ts'
import { idOf, placedRule, type RuleText, ruleYaml, withRule, withStatus } from './edit-rules.ts'
import type { PackView } from './kernel/kernel-methods.ts'
import { type Knowledge, loadedFacts } from './knowledge.ts'
import { packsOf } from './matter-packs.ts'
import { loadedPacks, type ShelvedPack, withUsed } from './pack-shelf.ts'
import { problemsInRule } from './problems-in-rule.ts'

const NO_DIFF: RuleCheck['diff'] = { same: 0, newGrounds: 0, changed: [] }

export type CheckOptions = {
  readonly knowledge: Knowledge
  readonly store: AnswerStore
  readonly asOf: string
  readonly signal: AbortSignal
}

/** What a proposed rule would do: the gate, its examples, and what it would change were it approved. Changes nothing. */
export async function checkRule(pack: ShelvedPack, text: RuleText, options: CheckOptions): Promise<RuleCheck> {
  const { knowledge } = options
  const id = idOf(text)
  const changed = withRule(pack, text)
  const placed = placedRule(changed, id)
  const packs = await packsWith(knowledge, changed, [pack.name])
  const view = await knowledge.view(packs)
  const examples = view.problems.length > 0 ? [] : await knowledge.kernel.call('runExamples', { packs }, null)
  const yaml = placed ? ruleYaml(placed) : ''
  const fileText = changed.files.find(({ path }) => path === placed?.path)?.text ?? ''
  const problems = problemsHere(view, pack.name)
  const row = view.rules.find(({ rule, pack: own }) => rule === id && own === pack.name)
  return {
    problems: placed ? problemsInRule(problems, placed, fileText, yaml) : problems,
    examples: examples.filter(({ rule }) => rule === id),
    examplesMissing: row?.examplesMissing ?? [],
    sentence: row?.sentence ?? '',
    yaml,
    diff: row ? await diffOverMatters(withStatus(changed, id, 'approved', null), options) : NO_DIFF,
  }
}

/** The packs of these names, with `changed` in place of the one of its name. */
async function packsWith({ shelf }: Knowledge, changed: ShelvedPack, names: readonly string[]) {
  const all = (await shelf.list()).map((pack) => (pack.name === changed.name ? changed : pack))
  return loadedPacks(withUsed(names, all))
}

function problemsHere({ problems }: PackView, pack: string): RuleCheck['problems'] {
  return problems.toSorted(
    (one, other) => Number(other.file.startsWith(`${pack}/`)) - Number(one.file.startsWith(`${pack}/`)),
  )
}

/** The regression set: every matter that uses the pack, with its confirmed facts as they are. */
async function diffOverMatters(changed: ShelvedPack, options: CheckOptions): Promise<RuleCheck['diff']> {
  const { knowledge, store, asOf, signal } = options
  const sums = { same: 0, newGrounds: 0, changed: [] as RuleCheck['diff']['changed'] }
  for (const { id, matter } of store.app.matters.list()) {
    const { settings, facts } = await store.matter(id)
    const names = packsOf(settings)
    if (!names.includes(changed.name)) continue
    const [before, after] = await Promise.all(
      [await knowledge.shelf.together(names), await packsWith(knowledge, changed, names)].map(async (packs) => {
        const on = { packs, facts: loadedFacts(facts, packs.key) }
        return (await knowledge.kernel.call('conclude', on, { asOf, relations: null }, signal)).conclusions
      }),
    )
    compare(matter, before ?? [], after ?? [], sums)
  }
  return sums
}

function compare(
  matter: string,
  before: readonly Conclusion[],
  after: readonly Conclusion[],
  sums: { same: number; newGrounds: number; changed: RuleCheck['diff']['changed'] },
): void {
  const [then, now] = [byStatement(before), byStatement(after)]
  for (const key of new Set([...then.keys(), ...now.keys()])) {
    const [one, other] = [then.get(key), now.get(key)]
    if (one && other && one.holds === other.holds && one.sentence === other.sentence)
      if (JSON.stringify(one.proof) === JSON.stringify(other.proof)) sums.same += 1
      else sums.newGrounds += 1
    else sums.changed.push({ matter, before: words(one), after: words(other) })
  }
}

function byStatement(conclusions: readonly Conclusion[]): ReadonlyMap<string, Conclusion> {
  return new Map(conclusions.map((one) => [`${one.relation}(${one.args.join(', ')})`, one]))
}

function words(conclusion: Conclusion | undefined): string {
  if (!conclusion) return 'nothing is concluded'
  return conclusion.holds === 'unknown' ? `open: ${conclusion.sentence}` : conclusion.sentence
}
