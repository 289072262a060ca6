import { contentWords } from '../../../checks/content-words.ts'

/**
 * Two names are of one candidate where their words are the same, whatever the case, punctuation, plural `s` and what stands in
 * brackets: "Pulmonary embolism (PE)" and "pulmonary embolism". By the text alone: what no text tells to be the same stays apart.
 */
export function nameKey(name: string): string {
  const words = contentWords(name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' '))
  return (words.length > 0 ? words : contentWords(name)).join(' ') || name.trim().toLowerCase()
}
