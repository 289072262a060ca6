import { languageAmong, loadLanguage, saidInNamed } from '../../wording/messages/languages.ts'
import { inEnglish } from '../../wording/translate.ts'
import type { FormPlace, FormRelation } from '../../contract/knowledge/fact.ts'
import type { OpenMatter } from '../home/open-matters.ts'
import { sha256 } from '../home/sha256.ts'
import { ownWords, tellingWords } from '../questions/relation-words.ts'
import type { InputQuestion } from '../rules/kernel/kernel-methods.ts'
import type { Knowledge } from '../rules/knowledge.ts'
import { packsOf } from '../rules/packs/matter-packs.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** A relation that facts are looked for, with what the places are filled with that documents need not name. */
export type WantedRelation = {
  readonly relation: string
  readonly places: readonly WantedPlace[]
  /** At most one value for the subject, ever: a birthday, but no weight. */
  readonly isSingle: boolean
  /** Another value on another day, of which the latest counts. */
  readonly isSeries: boolean
  /** One value that stands for itself no more than "personal" or "none" does: the relation has to be named as well. */
  readonly isAttribute: boolean
  /** A medicine that somebody takes. */
  readonly isTaken: boolean
  /** In documents of this language decimals stand behind a comma. */
  readonly hasComma: boolean
  readonly say: string
  readonly ask: string | null
  readonly ownWords: readonly string[]
  /** Those of them that few other relations have. */
  readonly tellingWords: readonly string[]
  /** What the matter is searched for. */
  readonly query: string
  /** Another one as soon as something is that could change what is found. */
  readonly key: string
}

/** `subject`: whom or what it is about, not looked for in the text; null: the text must say it. */
export type WantedPlace = { readonly place: FormPlace; readonly subject: string | null }

/** What changes what is found in a text, so that texts are looked through again after it changed. */
const FINDERS = 6

/**
 * What to look for: relations with at least one value that a text can show. Relations that only name their subject
 * ("the court disapplied the limitation period") have nothing to compare with the text, and are never proposed.
 */
export function wantedRelations(
  relations: readonly FormRelation[],
  questions: readonly InputQuestion[],
  individuals: ReadonlyMap<string, ReadonlySet<string>>,
  { local = null, hasComma = false }: InLanguage = {},
): readonly WantedRelation[] {
  const asked = new Map(questions.map((question) => [question.relation, question]))
  const subjects = new Set(relations.flatMap(({ places }) => subjectType(places) ?? []))
  const inLocal = new Map(local?.relations.map((form) => [form.relation, form]))
  const own = relations.map(({ relation, say }) =>
    ownWords([relation, say, withoutHints(asked.get(relation)?.ask ?? ''), ...localWords(relation, local)]),
  )
  const telling = tellingWords(own)
  return relations.flatMap((form, at) => {
    const both = withLocalLabels(form.places, inLocal.get(form.relation)?.places ?? [])
    const places = wantedPlaces(both, subjects, individuals)
    if (places.every(({ subject }) => subject !== null)) return []
    const { relation, say, unique, latest } = form
    const { ask = null } = asked.get(relation) ?? {}
    const [words = [], distinct = []] = [own[at], telling[at]]
    const key = sha256(JSON.stringify([FINDERS, form, ask, places, hasComma, words])).slice(0, 16)
    const isSingle = !latest && unique !== null && unique.every((index) => places[index]?.subject !== null)
    const query = queryOf(ask ?? say, places, words)
    return {
      relation,
      places,
      isSingle,
      isSeries: latest,
      isAttribute: unique !== null,
      isTaken: TAKEN.test(`${say} ${ask ?? ''}`),
      hasComma,
      say,
      ask,
      ownWords: words,
      tellingWords: distinct,
      query,
      key,
    }
  })
}

/** `local`: in the words of the language, where the packs have some. */
type InLanguage = { readonly local?: Words | null; readonly hasComma?: boolean }

/** The same relations in the words of a document's language. */
type Words = { readonly relations: readonly FormRelation[]; readonly questions: readonly InputQuestion[] }

function localWords(relation: string, local: Words | null): readonly string[] {
  const form = local?.relations.find((one) => one.relation === relation)
  const ask = local?.questions.find((one) => one.relation === relation)?.ask
  return [form?.say, form?.label, ask].flatMap((text) => (text ? withoutHints(text) : []))
}

/** A name of a closed list goes by its label in either language. */
function withLocalLabels(places: readonly FormPlace[], local: readonly FormPlace[]): readonly FormPlace[] {
  return places.map((place, at) => {
    const other = local[at]
    if (place.kind !== 'name' || place.open || other?.kind !== 'name' || other.open) return place
    const known = new Set(place.choices.map(({ label }) => label))
    return { ...place, choices: [...place.choices, ...other.choices.filter(({ label }) => !known.has(label))] }
  })
}

/** That a relation is of a medicine somebody takes, in each language that a pack may be written in. */
const TAKEN = new RegExp(
  String.raw`(?<!\p{L})(?:${[
    'takes?|taking|medicines?|medications?|drugs?|doses?',
    'nimmt|einnimmt|eingenommen|einnahme|arzneimittels?|medikamente?s?|medikation|wirkstoffe?|dosis|dosierung',
    'prend|prise|pris|médicaments?|traitements? médicamenteux|dose|posologie',
    'toma|tomar|medicamentos?|medicación|fármacos?|dosis',
    'assume|assunzione|farmac[oi]|medicinal[ei]|dos[ei]|posologia',
    'tomar|medicamentos?|medicação|fármacos?|doses?|posologia',
    'neemt|gebruikt|inname|geneesmiddel(?:en)?|medicijn(?:en)?|medicatie|dosis|dosering',
    'przyjmuje|zażywa|stosuje|leki?|leków|leku|dawk[aięu]|dawkowanie',
  ].join('|')})(?!\p{L})`,
  'iu',
)

/** "When did the claimant turn 18? (The day of birth may be recorded instead.)" asks for no birthday. */
function withoutHints(ask: string): string {
  return ask.replaceAll(/\s*\([^()]*\)/g, '')
}

/** What a relation is about: its first place that takes any name. */
function subjectType(places: readonly FormPlace[]): string | null {
  const first = places.find((place) => place.kind === 'name' && place.open)
  return first?.kind === 'name' ? first.type : null
}

/**
 * Whom something is about, texts seldom name as the facts do: the one individual of the type in the facts, else the name of
 * the type itself (`patient`). What is nowhere the subject is looked for in the text.
 */
function wantedPlaces(
  places: readonly FormPlace[],
  subjects: ReadonlySet<string>,
  individuals: ReadonlyMap<string, ReadonlySet<string>>,
): readonly WantedPlace[] {
  return places.map((place) => {
    if (place.kind !== 'name' || !place.open) return { place, subject: null }
    const known = individuals.get(place.type)
    const [only = null] = known?.size === 1 ? known : []
    return { place, subject: only ?? (subjects.has(place.type) ? place.type : null) }
  })
}

function queryOf(text: string, places: readonly WantedPlace[], words: readonly string[]): string {
  const said = text.replace(/\{(\d+)\}/g, (_, index: string) => {
    const place = places[Number(index)]?.place
    return place?.kind === 'name' ? place.type.replaceAll('_', ' ') : ''
  })
  return [said, ...words.filter((word) => !said.toLowerCase().includes(word))].join(' ').trim()
}

type WantedOptions = { readonly matter: OpenMatter; readonly knowledge: Knowledge }

/**
 * What to look for in a document of a matter that is written in `language`: the relations of its packs that no rule concludes, in their
 * English words and in those that the packs have in that language. Throws `WRONG_USE` where it uses none.
 */
export async function wantedInMatter(
  { matter, knowledge }: WantedOptions,
  language: string,
): Promise<readonly WantedRelation[]> {
  const { packs, facts } = await knowledge.of(matter)
  if (packsOf(matter.store.settings).length === 0)
    throw new Failure('WRONG_USE', message('failures.facts.noWordsToFind', { matter: matter.name }))
  // A model is asked, and documents are searched, in the words that were measured.
  const { relations, questions, problems } = await inEnglish(() => knowledge.view(packs))
  const [problem] = problems
  if (problem)
    throw new Failure(
      'WRONG_USE',
      message('failures.facts.packsWithErrors', { matter: matter.name, problem: problem.message, fix: problem.fix }),
    )
  const individuals = individualsIn(facts.facts, relations)
  const isSpoken = language !== 'en' && languageAmong([language]) === language
  if (isSpoken) await loadLanguage(language)
  const local = isSpoken ? await saidInNamed(language, () => knowledge.view(packs)) : null
  return wantedRelations(relations, questions, individuals, { local, hasComma: language !== 'en' })
}

/** Whom facts are about, by the type of their place. */
function individualsIn(
  facts: readonly { readonly relation: string; readonly args: readonly string[]; readonly state: string }[],
  relations: readonly FormRelation[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const individuals = new Map<string, Set<string>>()
  for (const { relation, args, state } of facts) {
    const places = relations.find((form) => form.relation === relation)?.places ?? []
    if (state === 'rejected') continue
    for (const [index, place] of places.entries()) {
      const name = args[index]
      if (place.kind !== 'name' || !place.open || name === undefined) continue
      individuals.set(place.type, (individuals.get(place.type) ?? new Set()).add(name))
    }
  }
  return individuals
}
