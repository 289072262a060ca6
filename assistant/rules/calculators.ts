import type { Calculation, Calculator, KnownInputs } from '../../contract/rule.ts'
import type { FactStatement } from '../../store/matter/stored-facts.ts'
import { isLawIn } from '../../kb/infer/jurisdiction.ts'
import { AssistantError } from '../home/assistant-error.ts'
import { factRows } from './fact-rows.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import type { Knowledge } from './knowledge.ts'
import { knownInputs } from './known-inputs.ts'
import { jurisdictionOf } from './matter-jurisdiction.ts'
import { packsOf } from './matter-packs.ts'

/** Of the packs of a matter, but those that are law of another place than it. */
export async function calculatorsInMatter(
  knowledge: Knowledge,
  { store: { settings } }: OpenMatter,
): Promise<Calculator[]> {
  const law = jurisdictionOf(settings)
  return (await calculatorsOf(knowledge, packsOf(settings))).filter((calculator) => isUsedUnder(law, calculator))
}

/** `law` null: that of the matter is not said. */
export function isUsedUnder(law: string | null, { jurisdictions }: Pick<Calculator, 'jurisdictions'>): boolean {
  return law === null || jurisdictions.length === 0 || jurisdictions.some((place) => isLawIn(place, law))
}

/** The calculators of these packs, or (null) of all that are here, those of samples last; packs with problems have none. */
export async function calculatorsOf(
  { shelf, view }: Knowledge,
  packs: readonly string[] | null,
): Promise<Calculator[]> {
  const names = packs ?? (await shelf.list()).map(({ name }) => name)
  const views = await Promise.all(names.map(async (name) => view(await shelf.together([name]))))
  const found = views.map(({ packs: heads, calculators }, at) => ({
    head: heads.find(({ id }) => id === names[at]),
    calculators: calculators.filter(({ pack }) => pack === names[at]),
  }))
  return found
    .toSorted((one, other) => Number(one.head?.sample ?? false) - Number(other.head?.sample ?? false))
    .flatMap((one) => one.calculators)
}

/** By its name or title; `pack` null: the first of that name. */
type Wanted = { readonly name: string; readonly pack: string | null }
type Asked = Wanted & { readonly inputs: readonly FactStatement[]; readonly asOf: string }

/** Throws `NOT_FOUND`, and `WRONG_USE` for inputs that do not pass the gate. */
export async function runCalculator(knowledge: Knowledge, { inputs, asOf, ...wanted }: Asked): Promise<Calculation> {
  const found = calculatorNamed(await calculatorsOf(knowledge, null), wanted)
  const packs = await knowledge.shelf.together([found.pack])
  return knowledge.kernel.call('calculate', { packs }, { name: found.name, inputs, asOf })
}

type AskedOf = Wanted & { readonly about: readonly string[]; readonly asOf: string }

/** What a matter knows of the inputs of a calculator, one of its own packs before that of another. Throws `NOT_FOUND`. */
export async function inputsKnownIn(
  knowledge: Knowledge,
  matter: OpenMatter,
  { about, asOf, ...wanted }: AskedOf,
): Promise<KnownInputs> {
  const all = [...(await calculatorsInMatter(knowledge, matter)), ...(await calculatorsOf(knowledge, null))]
  return knownInputs(calculatorNamed(all, wanted), await factRows(knowledge, matter, asOf), { about, asOf })
}

/** By its name or title. Throws `NOT_FOUND`. */
export function calculatorNamed(all: readonly Calculator[], { name, pack }: Wanted): Calculator {
  const wanted = name.trim().toLowerCase()
  const found = all.find(
    (one) =>
      (pack === null || one.pack === pack) && [one.name, one.title].some((text) => text.toLowerCase() === wanted),
  )
  if (!found) throw new AssistantError('NOT_FOUND', `There is no calculator "${name}". To see them: consilium calc`)
  return found
}
