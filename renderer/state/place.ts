const PLACE_NAMES = [
  'matters',
  'ask',
  'library',
  'facts',
  'opinion',
  'drafts',
  'knowledge',
  'evaluation',
  'ledger',
  'settings',
] as const
export type PlaceName = (typeof PLACE_NAMES)[number]

/** The places of the navigation in order; Alt and the number goes there. Places of later subjects are absent. */
export const PLACES: readonly { readonly name: PlaceName; readonly needsMatter: boolean }[] = [
  { name: 'ask', needsMatter: true },
  { name: 'library', needsMatter: true },
  { name: 'facts', needsMatter: true },
  { name: 'opinion', needsMatter: true },
  { name: 'drafts', needsMatter: true },
  { name: 'knowledge', needsMatter: false },
  { name: 'evaluation', needsMatter: false },
  { name: 'ledger', needsMatter: false },
  { name: 'settings', needsMatter: false },
]

export const SETTINGS_SECTIONS = [
  'models',
  'references',
  'providers',
  'privacy',
  'encryption',
  'backup',
  'you',
  'data',
] as const
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]

export const LIBRARY_TABS = ['documents', 'summary', 'chronology', 'table'] as const
export type LibraryTab = (typeof LIBRARY_TABS)[number]

export const FACTS_TABS = ['sheets', 'facts', 'conclusions', 'deadlines'] as const
export type FactsTab = (typeof FACTS_TABS)[number]

export const DRAFTS_TABS = ['check', 'compare'] as const
export type DraftsTab = (typeof DRAFTS_TABS)[number]

export const KNOWLEDGE_TABS = ['cards', 'rules', 'packs'] as const
export type KnowledgeTab = (typeof KNOWLEDGE_TABS)[number]

const LEDGER_TABS = ['matter', 'program'] as const
export type LedgerTab = (typeof LEDGER_TABS)[number]

/** Where the window is. `matter` stays what it was when a place that belongs to no matter is opened. Holds ids only, no text. */
export type Place = {
  readonly name: PlaceName
  readonly matter: string | null
  /** Ask: the first answer of the thread that is shown; null: a new question. */
  readonly answer: string | null
  readonly section: SettingsSection
  readonly libraryTab: LibraryTab
  /** Library: the document that is summarised. */
  readonly summarised: string | null
  readonly factsTab: FactsTab
  /** Facts: the case sheet that is open, as `matter/goal`; null: none. */
  readonly sheet: string | null
  readonly draftsTab: DraftsTab
  /** Drafts: the draft that is open; null: the list of them. */
  readonly draft: string | null
  /** Drafts: the documents that are compared, the earlier version (or `PREVIOUS`) and the later one; null: not chosen. */
  readonly earlier: string | null
  readonly later: string | null
  readonly knowledgeTab: KnowledgeTab
  /** Knowledge: the rule that is shown, as `pack/rule`; null: the list of them. */
  readonly rule: string | null
  /** Knowledge: the card that is shown; null: the list of them. */
  readonly card: string | null
  /** Knowledge: the decision that a rule is proposed of; null: none. */
  readonly proposed: string | null
  /** Second opinion: the packet that is reviewed or on its way. */
  readonly packet: string | null
  /** Second opinion: the question whose opinions are compared. */
  readonly consultation: string | null
  readonly ledgerTab: LedgerTab
  /** Ledger: the number of the entry that is shown; null: the last. */
  readonly entry: number | null
}

export const FIRST_PLACE: Place = {
  name: 'matters',
  matter: null,
  answer: null,
  section: 'models',
  libraryTab: 'documents',
  summarised: null,
  factsTab: 'sheets',
  sheet: null,
  draftsTab: 'check',
  draft: null,
  earlier: null,
  later: null,
  knowledgeTab: 'cards',
  rule: null,
  card: null,
  proposed: null,
  packet: null,
  consultation: null,
  ledgerTab: 'matter',
  entry: null,
}

/** A place as it is first entered: nothing in it is chosen. */
export function entranceOf(name: PlaceName): Partial<Place> {
  return { name, answer: null, libraryTab: 'documents', packet: null, consultation: null, proposed: null, entry: null }
}

/** In the place of an earlier document: what the later one was before its file was replaced. */
export const PREVIOUS = 'previous'

/** Where a document is compared with the version before it. */
export function previousPlace(documentId: string): Partial<Place> {
  return { name: 'drafts', draftsTab: 'compare', earlier: PREVIOUS, later: documentId }
}

/** Where a document is compared with another, which is still to be chosen. */
export function comparePlace(documentId: string): Partial<Place> {
  return { name: 'drafts', draftsTab: 'compare', earlier: documentId, later: null }
}

/** A place from `history.state`, which outlives a reload; null when there is none or it is of another form. */
export function readPlace(state: unknown): Place | null {
  const place = (state as { place?: Partial<Place> } | null)?.place
  if (!place || !isOneOf(PLACE_NAMES, place.name)) return null
  return {
    name: place.name,
    matter: textOrNull(place.matter),
    answer: textOrNull(place.answer),
    section: oneOf(SETTINGS_SECTIONS, place.section),
    libraryTab: oneOf(LIBRARY_TABS, place.libraryTab),
    summarised: textOrNull(place.summarised),
    factsTab: oneOf(FACTS_TABS, place.factsTab),
    sheet: textOrNull(place.sheet),
    draftsTab: oneOf(DRAFTS_TABS, place.draftsTab),
    draft: textOrNull(place.draft),
    earlier: textOrNull(place.earlier),
    later: textOrNull(place.later),
    rule: textOrNull(place.rule),
    card: textOrNull(place.card),
    proposed: textOrNull(place.proposed),
    knowledgeTab: oneOf(KNOWLEDGE_TABS, place.knowledgeTab),
    packet: textOrNull(place.packet),
    consultation: textOrNull(place.consultation),
    ledgerTab: oneOf(LEDGER_TABS, place.ledgerTab),
    entry: typeof place.entry === 'number' ? place.entry : null,
  }
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The value where it is one of these, else the first of them. */
function oneOf<T extends string>(values: readonly [T, ...T[]], value: unknown): T {
  return isOneOf(values, value) ? value : values[0]
}

function isOneOf<T extends string>(values: readonly T[], value: unknown): value is T {
  return values.includes(value as T)
}
