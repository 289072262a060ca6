import { expect, test } from 'vitest'
import { MESSAGES } from '../../wording/messages/en/messages.ts'
import { filesOf } from './files-of.ts'
import { messagesOf } from './messages-of.ts'

const SPEAKERS = [
  'assistant',
  'cli',
  'contract',
  'disclosure',
  'kb',
  'library',
  'models',
  'processes',
  'renderer',
  'store',
  'wording',
  ':!wording/messages',
]
const KEY = /(['"])([\w-]+(?:\.[\w -]+)+)\1|messages\.([\w.]+)/g
/** A key with parts that are known only when the program runs: `verdicts.marks.${verdict}`. */
const TEMPLATE = /`([\w-]+\.(?:[\w.-]|\$\{[^{}]*\})*\$\{[^{}]*\}[\w.-]*)`/g
const CHOSEN = / [?:] '([\w.-]+)'/g
const GROUP = /\b(?:texts|knownText)\(\s*(['"`])([\w.-]+)\1/g

/** The keys that a file names, as patterns of whole keys. */
function keysIn(source: string): readonly string[] {
  const keys = [...source.matchAll(KEY)].map(([, , key, read]) => escaped(key ?? read ?? ''))
  const groups = [...source.matchAll(GROUP)].map(([, , group = '']) => `${escaped(group)}\\..+`)
  const templates = [...source.matchAll(TEMPLATE)].map(([, template = '']) =>
    template
      .split(/(\$\{[^{}]*\})/)
      .map(patternOf)
      .join(''),
  )
  return [...keys, ...groups, ...templates]
}

/** Of a choice between words only these; of any other value whatever stands between two points. */
function patternOf(part: string): string {
  if (!part.startsWith('${')) return escaped(part)
  const words = [...part.matchAll(CHOSEN)].map(([, word = '']) => escaped(word))
  const choices = [...part.matchAll(/ \? /g)].length
  return choices > 0 && words.length === choices + 1 ? `(?:${words.join('|')})` : '[^.]+'
}

function escaped(key: string): string {
  return key.replaceAll('.', '\\.')
}

test('every message is said somewhere', () => {
  const files = filesOf(SPEAKERS, /\.tsx?$/)
  expect(files.length).toBeGreaterThan(300)
  const said = new RegExp(`^(?:${[...new Set(files.flatMap(({ text }) => keysIn(text)))].join('|')})$`)
  const unsaid = messagesOf(MESSAGES).filter(([key]) => !said.test(key))
  expect(unsaid.map(([key]) => key)).toEqual([])
})
