import { expect, it } from 'vitest'
import { concludeExamples } from '../../../../assistant/rules/kernel/run-packs.ts'
import { compilePacks } from '../../../../kb/compile/compile-packs.ts'
import { inLanguage } from '../../../../kb/compile/words/translations.ts'
import { loadMessages } from '../../../../wording/messages/languages.ts'
import { languageOf, saidIn } from '../../../../wording/translate.ts'
import { readShippedPack } from '../../../kb/read-shipped-pack.ts'

const GERMAN = languageOf(await loadMessages('de'))

it.each(['af-demo', 'clinical', 'legal-time', 'limitation-demo'])(
  '%s concludes the same in each language, by the same rules, and fills every sentence',
  (name) => {
    const packs = compilePacks([readShippedPack(name)])
    const bare = (all: ReturnType<typeof concludeExamples>) =>
      all.map(({ rule, conclusions }) => [rule, conclusions.map(({ holds, grounds }) => [holds, grounds])])
    const german = saidIn(GERMAN, () => concludeExamples(inLanguage(packs, 'de')))
    expect(bare(german)).toEqual(bare(concludeExamples(packs)))
    const sentences = german.flatMap(({ conclusions }) => conclusions.map(({ sentence }) => sentence))
    expect(sentences.length).toBeGreaterThan(10)
    expect(sentences.filter((sentence) => /[{}]/.test(sentence))).toEqual([])
  },
)
