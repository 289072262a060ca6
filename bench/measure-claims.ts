import type { Verdict } from '../contract/answers/answer.ts'
import { isConfirming } from '../contract/answers/confirmed.ts'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { verdictOn } from '../assistant/assembly/check-claims.ts'
import { createWordLists, lexiconOf } from '../assistant/home/word-lists.ts'
import type { Measurement } from './measurement.ts'
import { wilson } from './wilson.ts'

const EVALUATION = new URL('../../shared/eval/claims/', import.meta.url)
const LISTS = fileURLToPath(new URL('../disclosure/words/words.txt.br', import.meta.url))
const SETS = ['contract_nli', 'healthver']

type Labelled = {
  readonly id: string
  readonly source: string
  readonly claim: string
  readonly label: 'supported' | 'contradicted' | 'not-stated'
}
type Judged = Pick<Labelled, 'label'> & { readonly verdict: Verdict }

/**
 * The checks alone on claims that others labelled: how many positive verdicts are right, how many `contradicted` ones, how many of the
 * contradicted claims got a positive verdict, and how many of the supported ones were found.
 */
export async function* measureClaims(): AsyncGenerator<Measurement> {
  const lexicon = lexiconOf(await createWordLists(LISTS)())
  const all: Judged[] = []
  for (const set of SETS) {
    const text = await readFile(new URL(`${set}.jsonl`, EVALUATION), 'utf8')
    const rows = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Labelled)
    const before = process.cpuUsage()
    const judged = rows.map((row): Judged => ({ label: row.label, verdict: verdictOn(row, lexicon).verdict }))
    const { user, system } = process.cpuUsage(before)
    all.push(...judged)
    yield { bench: 'claims', set, ...scored(judged), processorMs: (user + system) / 1000 / rows.length }
  }
  yield { bench: 'claims', set: 'both', ...scored(all) }
}

function scored(rows: readonly Judged[]) {
  const of = (label: Labelled['label']) => rows.filter((row) => row.label === label)
  const positive = rows.filter(({ verdict }) => isConfirming(verdict))
  const against = rows.filter(({ verdict }) => verdict === 'contradicted')
  const share = (part: readonly Judged[], whole: readonly Judged[]) => ({
    count: part.length,
    of: whole.length,
    interval: wilson(part.length, whole.length),
  })
  return {
    n: rows.length,
    positiveRight: share(
      positive.filter(({ label }) => label === 'supported'),
      positive,
    ),
    contradictedRight: share(
      against.filter(({ label }) => label === 'contradicted'),
      against,
    ),
    contradictedPassed: share(
      of('contradicted').filter(({ verdict }) => isConfirming(verdict)),
      of('contradicted'),
    ),
    supportedFound: share(
      of('supported').filter(({ verdict }) => isConfirming(verdict)),
      of('supported'),
    ),
  }
}
