import { isMap, isScalar, parseDocument, visit } from 'yaml'
import type { PackSource } from '../../../kb/compile/read/read-packs.ts'

const WORDS_FILE = /^words\/.*\.ya?ml$/
const AS_WRITTEN = { lineWidth: 0 } as const

/**
 * The pack without translations of texts that a change took out of it: they are of nothing any more, and the pack would not pass the
 * gate. What was not changed is not looked at, so that an author is still told of what is misspelt.
 */
export function withoutStaleWords<P extends Pick<PackSource, 'files'>>(before: P, after: P): P {
  if (!after.files.some(({ path }) => WORDS_FILE.test(path))) return after
  const now = textsIn(after, before)
  const taken = [...textsIn(before, after)].filter((text) => !now.has(text))
  if (taken.length === 0) return after
  const kept = textsIn(after)
  const gone = taken.filter((text) => !kept.has(text))
  return gone.length === 0 ? after : { ...after, files: after.files.map((file) => withoutTexts(file, gone)) }
}

/** The texts of all files but those of words; of those alone that another pack has otherwise, where one is given. */
function textsIn({ files }: Pick<PackSource, 'files'>, other?: Pick<PackSource, 'files'>): ReadonlySet<string> {
  const texts = new Set<string>()
  for (const { path, text } of files) {
    if (WORDS_FILE.test(path) || other?.files.some((one) => one.path === path && one.text === text)) continue
    visit(parseDocument(text, { logLevel: 'silent' }), { Scalar: (_, { value }) => void texts.add(String(value)) })
  }
  return texts
}

function withoutTexts(file: PackSource['files'][number], gone: readonly string[]): PackSource['files'][number] {
  if (!WORDS_FILE.test(file.path)) return file
  const document = parseDocument(file.text, { logLevel: 'silent' })
  const words = isMap(document.contents) ? document.contents.get('words', true) : null
  if (!isMap(words)) return file
  const isGone = (key: unknown) => isScalar(key) && gone.includes(String(key.value))
  if (!words.items.some(({ key }) => isGone(key))) return file
  words.items = words.items.filter(({ key }) => !isGone(key))
  return { ...file, text: document.toString(AS_WRITTEN) }
}
