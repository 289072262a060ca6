import type { Conclusion, RuleCheck } from '../../contract/rule.ts'
import type { AnswerStore } from '../home-life.ts'
import type { ExampleConclusions, LoadedPacks } from './kernel/kernel-methods.ts'
import { type Knowledge, loadedFacts } from './knowledge.ts'
import { packsOf } from './matter-packs.ts'
import { loadedPacks, type ShelvedPack, withUsed } from './pack-shelf.ts'

export type DiffOptions = {
  readonly knowledge: Knowledge
  readonly store: AnswerStore
  readonly asOf: string
  readonly signal: AbortSignal
}

type Diff = RuleCheck['diff']

/**
 * What a changed pack would conclude otherwise over the regression set: every matter that uses it, also through another pack,
 * with its confirmed facts as they are, and the examples of these packs. Those of `rule` itself are left out, for whoever
 * changes it sees them beside.
 */
export async function diffConclusions(changed: ShelvedPack, rule: string, options: DiffOptions): Promise<Diff> {
  const diff: Diff = { cases: 0, same: 0, newGrounds: 0, changed: [] }
  await overMatters(changed, options, diff)
  await overExamples(changed, rule, options, diff)
  return diff
}

async function overMatters(
  changed: ShelvedPack,
  { knowledge, store, asOf, signal }: DiffOptions,
  diff: Diff,
): Promise<void> {
  const all = await withChanged(knowledge, changed)
  for (const { id, matter } of store.app.matters.list()) {
    const { settings, facts } = await store.matter(id)
    const names = packsOf(settings)
    if (!uses(names, changed, all)) continue
    const concluded = async (packs: LoadedPacks) => {
      const on = { packs, facts: loadedFacts(facts, packs.key) }
      return (await knowledge.kernel.call('conclude', on, { asOf, relations: null }, signal)).conclusions.map(ofMatter)
    }
    const before = await concluded(await knowledge.shelf.together(names))
    compare(matter, before, await concluded(loadedPacks(withUsed(names, all))), diff)
  }
}

async function overExamples(
  changed: ShelvedPack,
  rule: string,
  { knowledge, signal }: DiffOptions,
  diff: Diff,
): Promise<void> {
  const all = await withChanged(knowledge, changed)
  const names = all.map(({ name }) => name).filter((name) => uses([name], changed, all))
  const [then, now] = [await knowledge.shelf.together(names), loadedPacks(withUsed(names, all))]
  // What did not pass the gate before concluded nothing.
  if ((await knowledge.view(then)).problems.length > 0) return
  const before = await knowledge.kernel.call('concludeExamples', { packs: then }, null, signal)
  const after = await knowledge.kernel.call('concludeExamples', { packs: now }, null, signal)
  for (const one of before) {
    const other = after.find(({ rule: of, title }) => of === one.rule && title === one.title)
    if (one.rule !== rule && other)
      compare(
        `Example of ${one.rule}: ${one.title}`,
        one.conclusions.map(ofExample),
        other.conclusions.map(ofExample),
        diff,
      )
  }
}

async function withChanged({ shelf }: Knowledge, changed: ShelvedPack): Promise<readonly ShelvedPack[]> {
  return (await shelf.list()).map((pack) => (pack.name === changed.name ? changed : pack))
}

function uses(names: readonly string[], { name }: ShelvedPack, all: readonly ShelvedPack[]): boolean {
  return withUsed(names, all).some((pack) => pack.name === name)
}

type Compared = Pick<Conclusion, 'sentence' | 'holds'> & { readonly key: string; readonly grounds: string }

function compare(matter: string, before: readonly Compared[], after: readonly Compared[], diff: Diff): void {
  diff.cases += 1
  const [then, now] = [byKey(before), byKey(after)]
  for (const key of new Set([...then.keys(), ...now.keys()])) {
    const [one, other] = [then.get(key), now.get(key)]
    if (one && other && one.holds === other.holds && one.sentence === other.sentence)
      if (one.grounds === other.grounds) diff.same += 1
      else diff.newGrounds += 1
    else diff.changed.push({ matter, before: words(one), after: words(other) })
  }
}

function ofMatter({ relation, args, sentence, holds, proof }: Conclusion): Compared {
  return { key: `${relation}(${args.join(', ')})`, sentence, holds, grounds: JSON.stringify(proof) }
}

function ofExample(one: ExampleConclusions['conclusions'][number]): Compared {
  return { ...one, key: one.sentence }
}

function byKey(conclusions: readonly Compared[]): ReadonlyMap<string, Compared> {
  return new Map(conclusions.map((one) => [one.key, one]))
}

function words(conclusion: Compared | undefined): string {
  if (!conclusion) return 'nothing is concluded'
  return conclusion.holds === 'unknown' ? `open: ${conclusion.sentence}` : conclusion.sentence
}
