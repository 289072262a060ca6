import type { ExampleRun, Pack, PackProblem, RuleRow } from '../../../contract/knowledge/rule.ts'
import { approvalsIn, noSuchRule } from './edit-rules.ts'
import type { PackView } from '../kernel/kernel-methods.ts'
import type { Knowledge } from '../knowledge.ts'
import type { ShelvedPack } from './pack-shelf.ts'
import { RulesStoppedError } from '../rule-kernel.ts'
import { Failure } from '../../../wording/failure.ts'
import { message, type Message } from '../../../wording/message.ts'

/** A pack as it is shown, compiled together with the packs whose words it uses. */
export async function packRow({ shelf, view, exampleRuns }: Knowledge, pack: ShelvedPack): Promise<Pack> {
  try {
    const packs = await shelf.together([pack.name])
    const row = toRow(pack, await view(packs))
    // Only to tell whether they come to an end.
    await exampleRuns(packs)
    return row
  } catch (error) {
    if (!(error instanceof RulesStoppedError)) throw error
    // One pack that never comes to an end must not hide the others, nor the way to remove it.
    return toRow(pack, { ...NOTHING, problems: [stoppedProblem(pack.name, error.said)] })
  }
}

const NOTHING: PackView = {
  packs: [],
  problems: [],
  relations: [],
  words: [],
  goals: [],
  named: [],
  calculators: [],
  rules: [],
  questions: [],
}

function stoppedProblem(pack: string, said: Message): PackProblem {
  const fix = message('gate.neverEnds')
  return { file: `${pack}/pack.yaml`, line: 1, column: 1, rule: null, code: 'STOPPED', message: said, fix }
}

/** The places whose law a pack is; none where it never comes to an end. */
export async function lawsOfPack({ shelf, view }: Knowledge, pack: ShelvedPack): Promise<readonly string[]> {
  try {
    return toRow(pack, await view(await shelf.together([pack.name]))).jurisdictions
  } catch (error) {
    if (!(error instanceof RulesStoppedError)) throw error
    return []
  }
}

function toRow({ name, shipped }: ShelvedPack, { packs, problems, rules, calculators }: PackView): Pack {
  const { title, version, language, field, licence, jurisdiction, reviewed, sample } =
    packs.find(({ id }) => id === name) ?? headless(name)
  return {
    pack: name,
    title,
    version,
    language,
    field,
    licence,
    jurisdiction,
    jurisdictions: lawsOf([{ jurisdiction }, ...rules.filter(({ pack }) => pack === name)]),
    reviewed,
    sample,
    rules: rules.filter(({ pack }) => pack === name).length,
    calculators: calculators.filter(({ pack }) => pack === name).length,
    shipped,
    problems: [...problems],
  }
}

function lawsOf(all: readonly Pick<PackView['rules'][number], 'jurisdiction'>[]): string[] {
  return [...new Set(all.flatMap(({ jurisdiction }) => jurisdiction ?? []))].toSorted()
}

/** Of a pack that did not compile. */
function headless(title: string) {
  const none = { field: null, licence: null, jurisdiction: null }
  return { title, version: '', language: '', ...none, reviewed: false, sample: false }
}

/** Throws `WRONG_USE` with the first problem of packs that do not pass the gate. */
export function refuseProblems(problems: readonly PackProblem[]): void {
  const [first, ...others] = problems
  if (!first) return
  const { file, line, column, message: problem, fix } = first
  const said = { place: `${file}:${line}:${column}`, problem, fix }
  throw new Failure(
    'WRONG_USE',
    others.length === 0
      ? message('failures.packs.problem', said)
      : message('failures.packs.problems', { ...said, count: others.length }),
  )
}

/** The rules of a pack; none while it does not pass the gate. */
export async function ruleRows({ shelf, view, exampleRuns }: Knowledge, pack: ShelvedPack): Promise<RuleRow[]> {
  const packs = await shelf.together([pack.name])
  const { rules } = await view(packs)
  const runs = await exampleRuns(packs)
  const approvals = approvalsIn(pack)
  return rules
    .filter((rule) => rule.pack === pack.name)
    .map(({ file: _file, line: _line, ...row }) => ({
      ...row,
      examplesPassed: passedOf(row.rule, runs),
      ...(approvals.get(row.rule) ?? { approvedBy: null, approvedOn: null }),
    }))
}

/** How many examples of a rule come out as their author says. */
export function passedOf(rule: string, runs: readonly ExampleRun[]): number {
  return runs.filter((one) => one.rule === rule && one.passed).length
}

/** Throws `NOT_FOUND`. */
export async function ruleRow(knowledge: Knowledge, pack: ShelvedPack, rule: string): Promise<RuleRow> {
  const found = (await ruleRows(knowledge, pack)).find((row) => row.rule === rule)
  if (!found) throw noSuchRule(pack.name, rule)
  return found
}
