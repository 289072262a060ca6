/**
 * A rule of the linter: what the window says stands in `wording/messages/`, not in its components, so that it can be said in another
 * language. Text between tags, what attributes say to people, and every other string that reads like prose (two words, or a capital and
 * small letters) is refused; class names, types, names of keys, addresses and the words of an error that only a developer meets are not.
 */

type Named = { readonly name?: string; readonly property?: Named } | null

type Node = {
  readonly type: string
  readonly parent: Node | null
  readonly value?: unknown
  readonly callee?: Named
  readonly id?: Named
  readonly key?: Named
  readonly name?: Named
  readonly openingElement?: Node
}
type Context = { report(problem: { node: Node; message: string }): void }

const MESSAGE = 'Text for people stands in wording/messages/: take it from there with t().'
const SAID_ATTRIBUTES = new Set(['alt', 'aria-description', 'aria-label', 'hint', 'label', 'placeholder', 'title'])
/** Attributes and names that hold class names, addresses or shapes. */
const UNSAID_NAME = /^(d|href|id|points|src|style|transform|viewBox)$|class(es|Names?)?$/i
/** `#work h1` is no prose. */
const TAKES_SELECTOR = /^(closest|matches|querySelector(All)?)$/
const KEYS =
  /^(Alt|Arrow(Down|Left|Right|Up)|Backspace|Control|Ctrl|Delete|End|Enter|Escape|F\d+|Home|Meta|Page(Down|Up)|Shift|Space|Tab)$/
/** What stands on a key of the keyboard in every language. */
const KEY_CAP = /^(Alt|Esc|F\d+|Tab|\p{L})$/u
/** An address or a path, as an example of what is to be entered. */
const ADDRESS = /^(\w+:\/)?\/\S+$/
const PROSE = /\p{L}[.,:;)]?\s+[(“]?\p{L}|^\s*\p{Lu}\p{Ll}+(\s|[.,:;!?…]|$)/u

/** Whether a string is of a type, an import, an error of ours, a selector, or a name or attribute that is not said to anybody. */
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
  (type === 'CallExpression' && TAKES_SELECTOR.test(callee?.property?.name ?? ''))

const isKeyCap = ({ parent, value }: Node) =>
  parent?.openingElement?.name?.name === 'kbd' && KEY_CAP.test(String(value).trim())

/** The name of the attribute, variable or key that a node is the value of. */
const heldBy = ({ type, name, id, key }: Node) => (type === 'JSXAttribute' ? name : (id ?? key))?.name ?? ''

function attributeOf(node: Node): string | null {
  return node.parent?.type === 'JSXAttribute' ? (node.parent.name?.name ?? null) : null
}

const bareText = {
  create(context: Context) {
    const refuse = (node: Node) => context.report({ node, message: MESSAGE })
    return {
      JSXText(node: Node) {
        if (/\p{L}/u.test(String(node.value)) && !isKeyCap(node)) refuse(node)
      },
      Literal(node: Node) {
        const { value } = node
        if (typeof value !== 'string') return
        if (SAID_ATTRIBUTES.has(attributeOf(node) ?? '')) {
          if (/\p{L}/u.test(value) && !ADDRESS.test(value)) refuse(node)
        } else if (PROSE.test(value) && !KEYS.test(value) && !isUnsaid(node)) refuse(node)
      },
      TemplateElement(node: Node) {
        const { cooked } = node.value as { readonly cooked: string | null }
        if (PROSE.test(cooked ?? '') && !isUnsaid(node)) refuse(node)
      },
    }
  },
}

// The linter asks for its plugins by this name.
// oxlint-disable-next-line import/no-default-export
export default { meta: { name: 'consilium' }, rules: { 'no-bare-text': bareText } }
