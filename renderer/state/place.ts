const PLACE_NAMES = ['matters', 'ask', 'library', 'facts', 'knowledge', 'settings'] as const
export type PlaceName = (typeof PLACE_NAMES)[number]

export const SETTINGS_SECTIONS = ['models', 'references', 'privacy', 'encryption', 'backup', 'you', 'data'] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

export const FACTS_TABS = ['facts', 'conclusions', 'calculators', 'deadlines'] as const
export type FactsTab = (typeof FACTS_TABS)[number]

export const KNOWLEDGE_TABS = ['rules', 'packs'] as const
export type KnowledgeTab = (typeof KNOWLEDGE_TABS)[number]

/** Where the window is. `matter` stays what it was when a place that belongs to no matter is opened. Holds ids only, no text. */
export type Place = {
  readonly name: PlaceName
  readonly matter: string | null
  /** Ask: the first answer of the thread that is shown; null: a new question. */
  readonly answer: string | null
  readonly section: SettingsSection
  readonly factsTab: FactsTab
  readonly knowledgeTab: KnowledgeTab
  /** Knowledge: the rule that is shown, as `pack/rule`; null: the list of them. */
  readonly rule: string | null
}

export const FIRST_PLACE: Place = {
  name: 'matters',
  matter: null,
  answer: null,
  section: 'models',
  factsTab: 'facts',
  knowledgeTab: 'rules',
  rule: null,
}

/** A place from `history.state`, which outlives a reload; null when there is none or it is of another form. */
export function readPlace(state: unknown): Place | null {
  const place = (state as { place?: Partial<Place> } | null)?.place
  if (!place || !isOneOf(PLACE_NAMES, place.name)) return null
  return {
    name: place.name,
    matter: typeof place.matter === 'string' ? place.matter : null,
    answer: typeof place.answer === 'string' ? place.answer : null,
    section: isOneOf(SETTINGS_SECTIONS, place.section) ? place.section : 'models',
    factsTab: isOneOf(FACTS_TABS, place.factsTab) ? place.factsTab : 'facts',
    rule: typeof place.rule === 'string' ? place.rule : null,
    knowledgeTab: isOneOf(KNOWLEDGE_TABS, place.knowledgeTab) ? place.knowledgeTab : 'rules',
  }
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return values.includes(value as T)
}
