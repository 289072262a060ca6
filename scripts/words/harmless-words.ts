import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Language, WRITTEN_LANGUAGES } from '../../disclosure/words/open-word-lists.ts'
import type { Word } from './word-list.ts'

/** Common words that people are called as well: known to their language, and no more. */
const COMMON = 'common.txt'
const FOLDER = join(import.meta.dirname, '..', '..', 'disclosure/words/harmless')

/**
 * Our own lists of what identifies nobody: `# pl` begins what is so in Polish texts only, and is a word of the language; what stands under
 * any other name (`# units`, `# generic`, `# brands pl`) is so in every text.
 */
export async function harmlessWords(): Promise<readonly Word[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.txt'))
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      sections: (await readFile(join(FOLDER, name), 'utf8')).split(/^# /mu).slice(1),
    })),
  )
  return files.flatMap(({ name, sections }) => sections.flatMap((section) => wordsOf(section, name === COMMON)))
}

function wordsOf(section: string, isCommon: boolean): readonly Word[] {
  const [title = '', ...lines] = section.split('\n')
  const words = lines.join(' ').split(/\s+/u).filter(Boolean)
  const language = WRITTEN_LANGUAGES.find((one) => one === title.trim())
  if (language === undefined) return words.map((text): Word => ({ text, field: 'safe', level: 2 }))
  const own = words.map((text) => inLanguage(text, language))
  return isCommon ? own : [...own, ...words.map((text): Word => ({ text, field: 'safe', level: 1 }))]
}

function inLanguage(text: string, field: Language): Word {
  return { text, field, level: 2 }
}
