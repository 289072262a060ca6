/** What an element means for the text; the others run along in a line. */
export type Role =
  | 'table'
  | 'rows'
  | 'row'
  | 'cell'
  | 'heading'
  | 'list'
  | 'item'
  | 'preformatted'
  | 'break'
  | 'block'
  | 'raised'
  | 'struck'
  | 'quote'
  | 'reading'
  | 'link'

const BLOCKS =
  'address article aside blockquote body caption center details dialog div dl dt fieldset figcaption figure footer form header hr legend main nav p section summary'

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...BLOCKS.split(' ').map((name) => [name, 'block'] as const),
  ...'h1 h2 h3 h4 h5 h6'.split(' ').map((name) => [name, 'heading'] as const),
  ...'thead tbody tfoot'.split(' ').map((name) => [name, 'rows'] as const),
  ...'del s strike'.split(' ').map((name) => [name, 'struck'] as const),
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['ul', 'list'],
  ['ol', 'list'],
  ['menu', 'list'],
  ['li', 'item'],
  ['dd', 'item'],
  ['pre', 'preformatted'],
  ['br', 'break'],
  ['sup', 'raised'],
  ['q', 'quote'],
  ['rt', 'reading'],
  ['a', 'link'],
])

export function roleOf(name: string): Role | undefined {
  return ROLES.get(name)
}

/** Their content is no text of the page; `annotation` repeats a formula in another notation. */
const DROPPED = new Set('script style template iframe datalist rp annotation annotation-xml'.split(' '))

export function isDropped(name: string): boolean {
  return DROPPED.has(name)
}

/** Elements without an end tag: they open no level. */
const VOID = new Set('area base br col embed frame hr img input link meta source track wbr'.split(' '))

export function isVoid(name: string): boolean {
  return VOID.has(name)
}

export type Attributes = Readonly<Record<string, string>>

/** What the element itself says; styles by class or in other files are not followed. */
export function isHidden(name: string, attributes: Attributes): boolean {
  if (name === 'dialog' && !('open' in attributes)) return true
  return (
    'hidden' in attributes ||
    attributes['aria-hidden'] === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i.test(attributes.style ?? '')
  )
}

/** What a form field shows, filled in or not. */
export function fieldText({ type = 'text', value = '', ...attributes }: Attributes): string {
  const kind = type.toLowerCase()
  if (kind === 'checkbox') return 'checked' in attributes ? '\u2612' : '\u2610'
  if (kind === 'radio') return 'checked' in attributes ? '\u25c9' : '\u25cb'
  return /^(hidden|password|submit|button|reset|image|file)$/.test(kind) ? '' : value
}

/** Notes at the end of a page, by the ids that Mammoth, Pandoc, Word and wikis give them. */
export function isNote(attributes: Attributes): boolean {
  return (
    /^(_?(foot|end)note-?|_?(ft|ed)n|fn:?-?|cite_note-)[\w.-]*\d$/i.test(attributes.id ?? '') ||
    /\b(footnote|endnote|rearnote)\b/.test(attributes['epub:type'] ?? '')
  )
}

/** A link that calls a note, also where it is not set as a superscript. */
export function isNoteCall({ role = '', class: classes = '', 'epub:type': type = '' }: Attributes): boolean {
  return /\bnoteref\b/.test(type) || role === 'doc-noteref' || /\bfootnote-ref\b/.test(classes)
}

/** The elements with which mail programs wrap what they quote. */
export function isQuotation(name: string, { class: classes = '' }: Attributes): boolean {
  return name === 'blockquote' || /\b(gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote)\b/.test(classes)
}
