import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const IMPORT = /^(?:import|export) (?!type )(?:[^'"]*? from )?'(\.[^']*)'/gm
const TYPES_ALONE = /^import \{(?: type \w+,?)+ \} from/

/** The files that loading this one loads, itself among them; what is imported as a type alone is not. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { 0: line, 1: to = '' } of readFileSync(join(ROOT, file), 'utf8').matchAll(IMPORT))
    if (!TYPES_ALONE.test(line.replaceAll(/\s+/g, ' '))) loadedBy(relative(ROOT, join(ROOT, dirname(file), to)), seen)
  return seen
}

test('a question is answered without loading what is off by default: cards, further strategies, tally, optimisation', () => {
  const loaded = [...loadedBy('assistant/answers/ask.ts')]
  expect(loaded).toContain('assistant/answers/lead-by-quotes.ts')
  expect(loaded.filter((file) => /\/(?:cards|strategies|tally|offer|optimisation|learning)\//.test(file))).toEqual([])
  expect(loaded).not.toContain('assistant/answers/draft/draft-with-cards.ts')
})

test('whoever follows a question by what the files load reads at most 90 files of the assistant', () => {
  const loaded = [...loadedBy('assistant/answers/ask.ts')].filter((file) => file.startsWith('assistant/'))
  expect(loaded.length).toBeLessThanOrEqual(90)
})
