import { message, type Message } from '../../../wording/message.ts'
import { Composer, type CST, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml'
import type { SourcePlace } from '../../program/rule.ts'
import type { Report } from './problem.ts'

/**
 * A YAML text as maps, lists and text with their places. All scalars are text, so that 0.10 stays as it was written and
 * `no` is no boolean; what a text means is decided where it is used.
 */
export type Tree =
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Entry>; readonly place: SourcePlace }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly place: SourcePlace }
  | TextTree
  /** `null`, `~` or nothing at all. */
  | { readonly kind: 'nothing'; readonly place: SourcePlace }

export type TextTree = {
  readonly kind: 'text'
  readonly text: string
  readonly place: SourcePlace
  /** The place of the character at this offset of `text`. */
  readonly placeAt: (offset: number) => SourcePlace
}

export type Entry = { readonly key: TextTree; readonly value: Tree }

/** A pack of a thousand rules has some 500 kB. */
const LARGEST = 2_000_000
/** A condition of a part of a sum of a rule is the deepest, at 11. */
const DEEPEST = 40

/** Null when the text is no YAML, or YAML that has no place in a pack: anchors, tags, several documents. */
export function readYaml(file: string, text: string, report: Report): Tree | null {
  const source = createSource(file, text)
  if (text.length > LARGEST) {
    report(source.placeAt(0), {
      code: 'TOO_LARGE',
      message: message('gate.yaml.tooLarge', { count: text.length, most: LARGEST }),
      fix: message('gate.yaml.split'),
    })
    return null
  }
  const tokens = parse(text, source, report)
  if (!tokens) return null
  const documents = [...new Composer({ schema: 'failsafe', uniqueKeys: false }).compose(tokens, true, text.length)]
  const refused: SourcePlace[] = []
  const reportYaml: Report = (at, problem) => {
    if (problem.code === 'YAML') refused.push(at)
    report(at, problem)
  }
  for (const { errors } of documents)
    for (const { pos, message: reason } of errors)
      reportYaml(source.placeAt(pos[0]), {
        code: 'YAML',
        message: message('gate.yaml.notYaml', { reason: reason.replace(/\.$/, '') }),
        fix: yamlFix(reason),
      })
  const second = documents[1]
  if (second)
    reportYaml(source.placeAt(second.range[0]), {
      code: 'YAML',
      message: message('gate.yaml.secondDocument'),
      fix: message('gate.yaml.ownFile', { code: '---' }),
    })
  const tree = treeOf(documents[0]?.contents, source, reportYaml)
  return refused.length > 0 ? null : tree
}

type Source = { readonly text: string; readonly placeAt: (offset: number) => SourcePlace }

function createSource(file: string, text: string): Source {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    text,
    placeAt(offset) {
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = Math.ceil((low + high) / 2)
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return { file, line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
    },
  }
}

/** The parser keeps a stack of its own; the composer after it recurses, so depth is bounded here. */
function parse(text: string, source: Source, report: Report): readonly CST.Token[] | null {
  const parser = new Parser()
  const tokens: CST.Token[] = []
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > DEEPEST) {
      report(source.placeAt(Math.min(parser.offset, text.length)), {
        code: 'TOO_LARGE',
        message: message('gate.yaml.tooDeep'),
        fix: message('gate.yaml.lookFor'),
      })
      return null
    }
  }
  tokens.push(...parser.end())
  return tokens
}

function yamlFix(reason: string): Message {
  if (/tab/i.test(reason)) return message('gate.yaml.indent')
  if (/quote/i.test(reason)) return message('gate.yaml.closeQuote')
  return message('gate.yaml.checkIndent', { signs: { any: ['": "', '"#"', '"{"', '"["'] } })
}

function treeOf(node: unknown, source: Source, report: Report): Tree {
  const place = source.placeAt(startOf(node))
  if (isAlias(node)) {
    report(place, { code: 'YAML', message: message('gate.yaml.alias'), fix: message('gate.yaml.writeOut') })
    return { kind: 'nothing', place }
  }
  refuseProperties(node, place, report)
  if (isMap(node)) return mapOf(node.items, place, source, report)
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => treeOf(item, source, report)), place }
  if (!isScalar(node)) return { kind: 'nothing', place }
  const text = String(node.value)
  const isNothing = node.type === 'PLAIN' && (text === '' || text === 'null' || text === '~')
  if (isNothing) return { kind: 'nothing', place }
  return {
    kind: 'text',
    text,
    place,
    placeAt: (offset) => source.placeAt(offsetInSource(node, text, offset, source.text)),
  }
}

function mapOf(
  pairs: readonly { readonly key: unknown; readonly value: unknown }[],
  place: SourcePlace,
  source: Source,
  report: Report,
): Tree {
  const entries = new Map<string, Entry>()
  for (const { key: keyNode, value: valueNode } of pairs) {
    const key = treeOf(keyNode, source, report)
    // An absent value has no place of its own.
    const value: Tree = valueNode ? treeOf(valueNode, source, report) : { kind: 'nothing', place: key.place }
    if (key.kind !== 'text')
      report(key.place, { code: 'YAML', message: message('gate.yaml.keyNoText'), fix: message('gate.yaml.wordBefore') })
    else if (entries.has(key.text))
      report(key.place, {
        code: 'DUPLICATE',
        message: message('gate.twice', { name: key.text }),
        fix: message('gate.yaml.keepOne'),
      })
    else entries.set(key.text, { key, value })
  }
  return { kind: 'map', entries, place }
}

function refuseProperties(node: unknown, place: SourcePlace, report: Report): void {
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return
  if (node.anchor !== undefined)
    report(place, { code: 'YAML', message: message('gate.yaml.anchor'), fix: message('gate.yaml.whereItBelongs') })
  // Untagged nodes get the tag of their shape.
  if (node.tag !== undefined && !/^tag:yaml\.org,2002:(?:map|seq|str)$/.test(node.tag))
    report(place, {
      code: 'YAML',
      message: message('gate.yaml.tag', { tag: String(node.tag) }),
      fix: message('gate.yaml.onlyText'),
    })
}

function startOf(node: unknown): number {
  if (isAlias(node) || isMap(node) || isSeq(node) || isScalar(node)) return node.range?.[0] ?? 0
  return 0
}

const SIMPLE_ESCAPE = /^\\[^xuUN_LP\s]/

/** Walks through quotes and simple escapes; beyond a folded line or `\u0041` it stays where it got to. */
function offsetInSource(
  node: { readonly type?: unknown; readonly range?: readonly number[] | null | undefined },
  text: string,
  offset: number,
  source: string,
): number {
  const quote = node.type === 'QUOTE_SINGLE' ? "'" : node.type === 'QUOTE_DOUBLE' ? '"' : ''
  let at = (node.range?.[0] ?? 0) + quote.length
  for (let index = 0; index < offset && index < text.length; index++) {
    const found = source.slice(at, at + 2)
    if (quote === "'" && found === "''") at += 2
    else if (quote === '"' && SIMPLE_ESCAPE.test(found)) at += 2
    else if (found.charAt(0) === text.charAt(index)) at += 1
    else break
  }
  return at
}
