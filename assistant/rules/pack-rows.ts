import type { Pack, PackProblem } from '../../contract/rule.ts'
import { AssistantError } from '../assistant-error.ts'
import type { PackView } from './kernel/kernel-methods.ts'
import type { Knowledge } from './knowledge.ts'
import type { ShelvedPack } from './pack-shelf.ts'

/** A pack as it is shown, compiled together with the packs whose words it uses. */
export async function packRow({ shelf, view }: Knowledge, pack: ShelvedPack): Promise<Pack> {
  return toRow(pack, await view(await shelf.together([pack.name])))
}

export function toRow({ name, shipped }: ShelvedPack, { packs, problems, rules, calculators }: PackView): Pack {
  const head = packs.find(({ id }) => id === name)
  return {
    pack: name,
    title: head?.title ?? name,
    version: head?.version ?? '',
    language: head?.language ?? '',
    licence: head?.licence ?? null,
    reviewed: head?.reviewed ?? false,
    rules: rules.filter(({ pack }) => pack === name).length,
    calculators: calculators.filter(({ pack }) => pack === name).length,
    shipped,
    problems: [...problems],
  }
}

/** Throws `WRONG_USE` with the first problem of packs that do not pass the gate. */
export function refuseProblems(problems: readonly PackProblem[]): void {
  const [first, ...others] = problems
  if (!first) return
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`
  throw new AssistantError(
    'WRONG_USE',
    `${first.file}:${first.line}:${first.column}: ${first.message} ${first.fix}${more}`,
  )
}
