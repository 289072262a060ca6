import type { FormRelation } from '../../contract/fact.ts'
import { plainName } from './plain-name.ts'

const WORD = /[\p{L}\p{N}]+/gu

/** A relation as people write it, its abbreviations with the capitals that its sentence has: "PaO2", "QT interval", "GCS". */
export function relationName({ relation, say }: Pick<FormRelation, 'relation' | 'say'>): string {
  const said = say.match(WORD) ?? []
  return plainName(relation)
    .split(' ')
    .map((word) => {
      const spelt = said.find((other) => other.toLowerCase() === word)
      return spelt ?? (isInitials(word, said) ? word.toUpperCase() : word)
    })
    .join(' ')
}

/** "gcs" of "the Glasgow coma scale of …". Of two words it would be chance. */
function isInitials(word: string, said: readonly string[]): boolean {
  const initials = said.map((one) => one.charAt(0).toLowerCase()).join('')
  return word.length > 2 && !/[aeiouy]/.test(word) && initials.includes(word)
}
