import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Language, WRITTEN_LANGUAGES } from '../../disclosure/words/word-fields.ts'
import type { Word } from '../make-word-lists.ts'

const FOLDER = join(import.meta.dirname, '..', '..', 'disclosure/words/harmless')

/**
 * Our own lists of what identifies nobody: `# pl` begins what is so in Polish texts only, and is a word of the language; what stands under
 * any other name (`# units`, `# generic`, `# brands pl`) is so in every text.
 */
export async function harmlessWords(): Promise<readonly Word[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.txt'))
  const texts = await Promise.all(names.map((name) => readFile(join(FOLDER, name), 'utf8')))
  return texts.flatMap((text) => text.split(/^# /mu).slice(1).flatMap(wordsOf))
}

function wordsOf(section: string): readonly Word[] {
  const [title = '', ...lines] = section.split('\n')
  const words = lines.join(' ').split(/\s+/u).filter(Boolean)
  const language = WRITTEN_LANGUAGES.find((one) => one === title.trim())
  if (language === undefined) return words.map((text): Word => ({ text, field: 'safe', level: 2 }))
  return words.flatMap((text) => [inLanguage(text, language), { text, field: 'safe', level: 1 }])
}

function inLanguage(text: string, field: Language): Word {
  return { text, field, level: 2 }
}
