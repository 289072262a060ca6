import { message, type Message } from '../../../wording/message.ts'
import { didYouMean } from './did-you-mean.ts'
import type { Report } from './problem.ts'
import type { TextTree } from './yaml-tree.ts'

/** Every `{…}` of a sentence must be one of `known`; gives those that occur. */
export function checkTemplate(
  tree: TextTree | null,
  known: readonly string[],
  explained: Message,
  report: Report,
): ReadonlySet<string> {
  const found = new Set<string>()
  if (!tree) return found
  if (tree.text.trim() === '')
    report(tree.place, {
      code: 'TEMPLATE',
      message: message('gate.sentences.empty'),
      fix: message('gate.sentences.writeOrOut'),
    })
  for (const match of tree.text.matchAll(/\{([^{}]*)\}|[{}]/gu)) {
    const name = match[1]
    if (name === undefined)
      report(tree.placeAt(match.index), {
        code: 'TEMPLATE',
        message: message('gate.sentences.halfBracket', { bracket: match[0] }),
        fix: message('gate.sentences.onlyValues', { code: '{name}' }),
      })
    else if (known.includes(name)) found.add(name)
    else
      report(tree.placeAt(match.index), {
        code: 'TEMPLATE',
        message: message('gate.sentences.unknownHole', { hole: `{${name}}` }),
        fix: didYouMean(name, known, explained),
      })
  }
  return found
}
