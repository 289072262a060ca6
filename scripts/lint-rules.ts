/**
 * Three rules of the linter. The first: what the window says stands in `wording/messages/`, not in its components, so that it can be said in another
 * language. Text between tags, what attributes say to people, and every other string that reads like prose (two words, or a capital and
 * small letters) is refused; class names, types, names of keys, addresses and the words of an error that only a developer meets are not. The second: a failure that
 * a user is told of says a message, and no English stands in its values; the words of a plain error are free, for only a developer meets it.
 * The third: no test asserts that something was quick, for on a busy machine nothing is, nor measures its processor time by itself; `bench/` measures.
 */

type Named = { readonly name?: string; readonly property?: Named; readonly object?: Named } | null

type Node = {
  readonly type: string
  readonly parent: Node | null
  readonly value?: unknown
  readonly callee?: Named
  readonly id?: Named
  readonly key?: Named
  readonly name?: Named
  readonly openingElement?: Node
  /** Of a template: the texts between its expressions. */
  readonly quasis?: readonly Node[]
  /** Of what chooses: by which it does. */
  readonly test?: Node
}
type Context = { report(problem: { node: Node; message: string }): void }

const MESSAGE = 'Text for people stands in wording/messages/: take it from there with t().'
const SAID_ATTRIBUTES = new Set(['alt', 'aria-description', 'aria-label', 'hint', 'label', 'placeholder', 'title'])
/** Attributes and names that hold class names, addresses or shapes. */
const UNSAID_NAME = /^(d|href|id|look|points|src|transform|viewBox)$|(class(es|Names?)?|style)$/i
/** `#work h1` is no prose, and neither are the values of an enumeration, which data hold. */
const TAKES_NO_TEXT = /^(closest|enum|matches|querySelector(All)?)$/
const KEYS =
  /^(Alt|Arrow(Down|Left|Right|Up)|Backspace|Control|Ctrl|Delete|End|Enter|Escape|F\d+|Home|Meta|Page(Down|Up)|Shift|Space|Tab)$/
/** What stands on a key of the keyboard in every language. */
const KEY_CAP = /^(Alt|Esc|F\d+|Tab|\p{L})$/u
/** An address or a path, as an example of what is to be entered. */
const ADDRESS = /^(\w+:\/)?\/\S+$/
const PROSE = /\p{L}[.,:;)]?\s+[(“]?\p{L}|^\s*\p{Lu}\p{Ll}+(\s|[.,:;!?…]|$)/u
/** ` of `, `, about `: what would stand elsewhere in another language. */
const WORD_BETWEEN = /^[,;:]?\s+(\S+\s+)*\p{L}{2,}[.,:;]?(\s|$)/u

/** What a string of HTML says, past its tags; one that is filled in begins or ends within a tag. */
const withoutTags = (text: string) => text.replace(/^[^<>]*">|<[^<>]*(?:>|$)/g, '')

const isProse = (text: string) => PROSE.test(withoutTags(text))

/** Whether a string is of a type, an import, an error of ours, a selector, a value of data, or a name or attribute that is not said to anybody. */
function isUnsaid(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (isOfProgram(at) || UNSAID_NAME.test(heldBy(at))) return true
    if (at.type === 'JSXAttribute') return false
  }
  return false
}

const isOfProgram = ({ type, callee }: Node) =>
  type === 'TSLiteralType' ||
  type.startsWith('Import') ||
  (type === 'NewExpression' && callee?.name?.endsWith('Error') === true) ||
  (type === 'CallExpression' && TAKES_NO_TEXT.test(callee?.property?.name ?? ''))

/** What stands on a key, in `<kbd>`. */
const isKeyCap = (place: Node | null, text: string) =>
  place?.openingElement?.name?.name === 'kbd' && KEY_CAP.test(text.trim())

/** The name of the attribute, variable or key that a node is the value of. */
const heldBy = ({ type, name, id, key }: Node) => (type === 'JSXAttribute' ? name : (id ?? key))?.name ?? ''

/** What becomes of one of its values as it is: `a ? b : c`, `a ?? b`, `{a}`, a template. What is compared or handed to a function does not. */
const PASSES_ON =
  /^(ConditionalExpression|LogicalExpression|JSXExpressionContainer|TemplateLiteral|TS(As|Satisfies)Expression)$/

/** The element or attribute that a string ends up in, past what only chooses it; null where it ends up in neither. */
function saidIn(node: Node): Node | null {
  const { parent } = node
  if (parent === null || parent.test === node) return null
  if (/^JSX(Attribute|Element|Fragment)$/.test(parent.type)) return parent
  return PASSES_ON.test(parent.type) ? saidIn(parent) : null
}

/** Whether a string with a letter is said as it is: in an element, or in an attribute that is said to people. */
function isSaid(node: Node, text: string): boolean {
  const place = saidIn(node)
  if (place === null || !/\p{L}/u.test(text)) return false
  if (place.type === 'JSXAttribute') return SAID_ATTRIBUTES.has(place.name?.name ?? '') && !ADDRESS.test(text)
  return !isKeyCap(place, text)
}

/** `of` in `${count} of ${all}`. */
function joinsWords(node: Node, text: string): boolean {
  const texts = node.parent?.quasis ?? []
  return node !== texts[0] && node !== texts.at(-1) && WORD_BETWEEN.test(text)
}

const bareText = {
  create(context: Context) {
    const refuse = (node: Node) => context.report({ node, message: MESSAGE })
    return {
      JSXText(node: Node) {
        if (/\p{L}/u.test(String(node.value)) && !isKeyCap(node.parent, String(node.value))) refuse(node)
      },
      Literal(node: Node) {
        const { value } = node
        if (typeof value !== 'string') return
        const readsAsProse = isProse(value) && !KEYS.test(value) && !ADDRESS.test(value) && !isUnsaid(node)
        if (readsAsProse || isSaid(node, value)) refuse(node)
      },
      TemplateElement(node: Node) {
        const text = (node.value as { readonly cooked: string | null }).cooked ?? ''
        const readsAsProse = isProse(text) || joinsWords(node, text)
        if ((readsAsProse && !isUnsaid(node)) || isSaid(node, text)) refuse(node)
      },
    }
  },
}

const FAILURE_MESSAGE = 'What a user is told stands in wording/messages/: take it from there with message().'
/** What carries words to a user: a failure, a message, or an error that is given a code. */
const carriesWords = ({ type, callee }: Node) =>
  (type === 'NewExpression' && callee?.name?.endsWith('Failure') === true) ||
  (type === 'CallExpression' &&
    (/^(message|verbatim)$/.test(callee?.name ?? '') || callee?.property?.name === 'assign'))

/** Whether a string ends up in a failure or a message, as it is or as a part of a value. */
function isTold(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) if (carriesWords(at)) return true
  return false
}

const wordedFailure = {
  create(context: Context) {
    const refuse = (node: Node, text: string) => {
      if (PROSE.test(text) && isTold(node)) context.report({ node, message: FAILURE_MESSAGE })
    }
    return {
      Literal(node: Node) {
        if (typeof node.value === 'string') refuse(node, node.value)
      },
      TemplateElement(node: Node) {
        refuse(node, (node.value as { readonly cooked: string | null }).cooked ?? '')
      },
    }
  },
}

const TIME_MESSAGE =
  'A test asserts no speed: wait for what must come (test/patience.ts), compare (test/times-as-long.ts), and measure in bench/.'
const CLOCKS = new Set(['performance', 'Date'])
/** Processor time is no better than the clock: collecting memory and compiling add to it. `test/times-as-long.ts` alone reads it. */
const PROCESSOR_CLOCKS = new Set(['cpuUsage', 'hrtime', 'threadCpuUsage'])

/** Whether a clock is read in what is expected to be less than something. */
function isLess(node: Node): boolean {
  for (let at = node.parent; at; at = at.parent)
    if (at.type === 'CallExpression' && at.callee?.property?.name?.startsWith('toBeLess')) return true
  return false
}

const assertedTime = {
  create(context: Context) {
    // What is expected stands in the callee of the assertion, so the assertion is above it.
    return {
      CallExpression(node: Node) {
        const { callee } = node
        const readsClock = callee?.property?.name === 'now' && CLOCKS.has(callee.object?.name ?? '')
        const readsProcessor = PROCESSOR_CLOCKS.has(callee?.property?.name ?? '')
        if (readsProcessor || (readsClock && isLess(node))) context.report({ node, message: TIME_MESSAGE })
      },
    }
  },
}

const rules = { 'no-bare-text': bareText, 'no-worded-failure': wordedFailure, 'no-asserted-time': assertedTime }

// The linter asks for its plugins by this name.
// oxlint-disable-next-line import/no-default-export
export default { meta: { name: 'consilium' }, rules }
