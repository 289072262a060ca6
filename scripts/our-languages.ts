import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'

type Database = { readonly languages: Record<string, string>; readonly ngrams: Record<string, Record<string, number>> }

/**
 * The database of the language detector knows 60 languages; we ask it for eight. With only those it takes 4 MB instead of 28 in each
 * process, and 12 ms to load instead of 174. The scores of the eight stay the same.
 */
export const OUR_LANGUAGES: Plugin = {
  name: 'our-languages',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]eld[\\/]src[\\/]ngrams[\\/]extrasmall\.js$/ }, async ({ path }) => {
      const { LANGUAGES } = await import('../text/languages.ts')
      const { ngramsData } = (await import(pathToFileURL(path).href)) as { ngramsData: Database }
      const ours = Object.keys(ngramsData.languages).filter((id) =>
        LANGUAGES.some((one) => one === ngramsData.languages[id]),
      )
      const ngrams: Record<string, Record<string, number>> = {}
      for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
        const kept = Object.entries(scores).filter(([id]) => ours.includes(id))
        if (kept.length > 0) ngrams[ngram] = Object.fromEntries(kept)
      }
      const json = JSON.stringify({ ...ngramsData, ngrams })
      const licence = /\/\*[^]*?\*\//.exec(await readFile(path, 'utf8'))?.[0] ?? ''
      // Parsed as JSON it loads three times as fast as written out as an object.
      return { contents: `${licence}\nexport const ngramsData = JSON.parse(${JSON.stringify(json)})` }
    })
  },
}
