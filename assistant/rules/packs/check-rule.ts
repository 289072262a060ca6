import { locale, t } from '../../../wording/translate.ts'
import { isMap, isSeq, parseDocument } from 'yaml'
import type { Conclusion, PackProblem, RuleCheck } from '../../../contract/knowledge/rule.ts'
import type { AnswerStore } from '../../home/home-session.ts'
import { idOf, placedRule, type PlacedRule, type RuleText, ruleYaml, withRule, withStatus } from './edit-rules.ts'
import type { ExampleConclusions, LoadedPacks, PackView } from '../kernel/kernel-methods.ts'
import { type Knowledge, loadedFacts, type MatterKnowledge } from '../knowledge.ts'
import { packsOf } from './matter-packs.ts'
import { loadedPacks, type ShelvedPack, withUsed } from './pack-shelf.ts'

const NO_DIFF: RuleCheck['diff'] = { cases: 0, same: 0, newGrounds: 0, changed: [] }

export type CheckOptions = DiffOptions

/** What a proposed rule would do: the gate, its examples, and what it would change were it approved. Changes nothing. */
export async function checkRule(pack: ShelvedPack, text: RuleText, options: CheckOptions): Promise<RuleCheck> {
  const { knowledge } = options
  const id = idOf(text)
  const changed = withRule(pack, text)
  const placed = placedRule(changed, id)
  const packs = await packsWith(knowledge, changed, [pack.name])
  const view = await knowledge.view(packs)
  const examples = await knowledge.exampleRuns(packs)
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
    diff: row ? await diffConclusions(withStatus(changed, id, 'approved', null), id, options) : NO_DIFF,
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

type Place = { readonly line: number; readonly column: number }

/** The problems inside a rule at their lines and columns in `yaml`, the rule alone; those elsewhere stay where they are. */
function problemsInRule(
  problems: readonly PackProblem[],
  { path, map }: PlacedRule,
  fileText: string,
  yaml: string,
): PackProblem[] {
  const alone = firstItem(yaml)
  const [from, to] = [map.range?.[0], map.range?.[2]]
  if (alone === null || from === undefined || to === undefined) return [...problems]
  const [first, end, own] = [placeOf(fileText, from), placeOf(fileText, to), placeOf(yaml, alone)]
  return problems.map((problem) => {
    const isInside = problem.file.endsWith(`/${path}`) && problem.line >= first.line && problem.line <= end.line
    if (!isInside) return problem
    const { line, column } = problem
    return { ...problem, line: line - first.line + own.line, column: Math.max(1, column - first.column + own.column) }
  })
}

function firstItem(yaml: string): number | null {
  const { contents } = parseDocument(yaml, { logLevel: 'silent' })
  const item = isSeq(contents) ? contents.items[0] : contents
  return isMap(item) ? (item.range?.[0] ?? null) : null
}

/** Counted from 1. */
function placeOf(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

type DiffOptions = {
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
async function diffConclusions(changed: ShelvedPack, rule: string, options: DiffOptions): Promise<Diff> {
  const diff: Diff = { cases: 0, same: 0, newGrounds: 0, changed: [] }
  const all = (await options.knowledge.shelf.list()).map((pack) => (pack.name === changed.name ? changed : pack))
  await overMatters({ changed, all }, options, diff)
  await overExamples({ changed, all }, rule, options, diff)
  return diff
}

/** The changed pack, and all packs with it in its place. */
type ChangedShelf = { readonly changed: ShelvedPack; readonly all: readonly ShelvedPack[] }

async function overMatters(
  { changed, all }: ChangedShelf,
  { knowledge, store, asOf, signal }: DiffOptions,
  diff: Diff,
): Promise<void> {
  for (const { id, matter } of store.app.matters.list()) {
    const opened = await store.matter(id)
    const names = packsOf(opened.settings)
    if (!uses(names, changed, all)) continue
    const on = (packs: LoadedPacks) => ({ packs, facts: loadedFacts(opened, packs.key) })
    const concluded = (from: MatterKnowledge) =>
      knowledge.kernel.call('conclude', from, { asOf, relations: null }, signal)
    const saved = on(await knowledge.shelf.together(names))
    const before = await knowledge.saved.conclusions(`${saved.facts.key} ${asOf} ${locale()}`, () => concluded(saved))
    const after = await concluded(on(loadedPacks(withUsed(names, all))))
    compare(matter, before.conclusions.map(ofMatter), after.conclusions.map(ofMatter), diff)
  }
}

async function overExamples(
  { changed, all }: ChangedShelf,
  rule: string,
  { knowledge, signal }: DiffOptions,
  diff: Diff,
): Promise<void> {
  const names = all.map(({ name }) => name).filter((name) => uses([name], changed, all))
  const [then, now] = [await knowledge.shelf.together(names), loadedPacks(withUsed(names, all))]
  // What did not pass the gate before concluded nothing.
  if ((await knowledge.view(then)).problems.length > 0) return
  const concluded = (packs: LoadedPacks) => knowledge.kernel.call('concludeExamples', { packs }, null, signal)
  const before = await knowledge.saved.examples(`${then.key} ${locale()}`, () => concluded(then))
  const after = await concluded(now)
  const keyOf = ({ rule: of, title }: ExampleConclusions) => JSON.stringify([of, title])
  const later = new Map(after.map((one) => [keyOf(one), one]))
  for (const one of before) {
    const other = later.get(keyOf(one))
    if (one.rule !== rule && other)
      compare(
        t('rules.changes.example', { rule: one.rule, title: one.title }),
        one.conclusions.map(ofExample),
        other.conclusions.map(ofExample),
        diff,
      )
  }
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

/** Empty where nothing is concluded. */
function words(conclusion: Compared | undefined): string {
  if (!conclusion) return ''
  const { holds, sentence } = conclusion
  return holds === 'unknown' ? t('reasoning.concluded.open', { statement: sentence }) : sentence
}
