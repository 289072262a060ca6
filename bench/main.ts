import { writeFile } from 'node:fs/promises'
import { readBars } from './bars.ts'
import { benchmarksPage } from './benchmarks-page.ts'
import { measureAlignment } from './measure-alignment.ts'
import { measureAsking } from './measure-asking.ts'
import { measureAskingRules } from './measure-asking-rules.ts'
import { measureBias } from './measure-bias.ts'
import { measureComparing } from './measure-comparing.ts'
import { measureComparisons } from './measure-comparisons.ts'
import { measureDates } from './measure-dates.ts'
import { measureEntailment } from './measure-entailment.ts'
import { measureCalculators } from './measure-calculators.ts'
import { measureCandidates } from './measure-candidates.ts'
import { measureClaims } from './measure-claims.ts'
import { measureCrossEncoder } from './measure-cross-encoder.ts'
import { measureDraftSpeed } from './measure-draft-speed.ts'
import { measureDrafts } from './measure-drafts.ts'
import { measureFirstWord } from './measure-first-word.ts'
import { measureFollowUps } from './measure-follow-ups.ts'
import { measureFormats } from './measure-formats.ts'
import { measureFusion } from './measure-fusion.ts'
import { measureGoals } from './measure-goals.ts'
import { measureGeneration } from './measure-generation.ts'
import { measureGrowth } from './measure-growth.ts'
import { measureIdentifiers } from './measure-identifiers.ts'
import { measureIdentifiersByLanguage } from './measure-identifiers-by-language.ts'
import { measureIndexMemory } from './measure-index-memory.ts'
import { measureKeyboard } from './measure-keyboard.ts'
import { measureListTables } from './measure-list-tables.ts'
import { measureLongLists } from './measure-long-lists.ts'
import { measureMemory } from './measure-memory.ts'
import { measureOffers } from './measure-offers.ts'
import { measureOptimisation } from './measure-optimisation.ts'
import { measurePageAnswers } from './measure-page-answers.ts'
import { measurePageJump } from './measure-page-jump.ts'
import { measurePages } from './measure-pages.ts'
import { measureQuotes } from './measure-quotes.ts'
import { measureReading } from './measure-reading.ts'
import { measureRedline } from './measure-redline.ts'
import { measureReference, measureReferenceStore } from './measure-reference.ts'
import { measureRoundTrip } from './measure-round-trip.ts'
import { measureRuleAnswers } from './measure-rule-answers.ts'
import { measureRules } from './measure-rules.ts'
import { measureScoring } from './measure-scoring.ts'
import { measureSearch } from './measure-search.ts'
import { measureSheets } from './measure-sheets.ts'
import { measureStart } from './measure-start.ts'
import { measureWording } from './measure-wording.ts'
import type { Measurement, Measures } from './measurement.ts'
import { beginRecord, keepRun, readRecordedRuns } from './recorded-runs.ts'
import { runMeasures } from './run-measures.ts'

const MEASURES: Measures = {
  alignment: measureAlignment,
  bias: measureBias,
  dates: measureDates,
  drafts: measureDrafts,
  'drafts-speed': measureDraftSpeed,
  entailment: measureEntailment,
  generation: measureGeneration,
  'first-word': measureFirstWord,
  'follow-ups': measureFollowUps,
  formats: measureFormats,
  fusion: measureFusion,
  goals: measureGoals,
  growth: measureGrowth,
  quotes: measureQuotes,
  reading: measureReading,
  pages: measurePages,
  'page-jump': measurePageJump,
  'page-answers': measurePageAnswers,
  search: measureSearch,
  sheets: measureSheets,
  wording: measureWording,
  redline: measureRedline,
  reference: measureReference,
  'reference-store': measureReferenceStore,
  asking: measureAsking,
  'asking-rules': measureAskingRules,
  start: measureStart,
  identifiers: measureIdentifiers,
  'identifiers-by-language': measureIdentifiersByLanguage,
  'long-lists': measureLongLists,
  memory: measureMemory,
  rules: measureRules,
  'rule-answers': measureRuleAnswers,
  optimisation: measureOptimisation,
  offers: measureOffers,
  comparing: measureComparing,
  comparisons: measureComparisons,
  'list-tables': measureListTables,
  candidates: measureCandidates,
  claims: measureClaims,
  calculators: measureCalculators,
  'cross-encoder': measureCrossEncoder,
  'index-memory': measureIndexMemory,
  keyboard: measureKeyboard,
  'round-trip': measureRoundTrip,
  scoring: measureScoring,
}

const PAGE = new URL('../docs/benchmarks.md', import.meta.url)

/** As the command line ends (`docs/commands.md`). */
const EXIT_SOMETHING_WRONG = 1
const EXIT_WRONG_USE = 2

/**
 * `node bench/main.ts [--json] [--record] [name…]`: one JSON line a measurement; `--json` is for errors. Ends with 1 and a line for each
 * bar of `bars.json` that is missed. `--record` keeps what was measured and writes `docs/benchmarks.md`; `--page` only writes that page,
 * from what is kept. Run it on an idle computer.
 */
async function main(words: readonly string[]): Promise<number> {
  if (words.includes('--page')) {
    await writePage()
    return 0
  }
  const names = words.filter((word) => word !== '--json' && word !== '--record')
  const unknown = names.find((name) => !Object.hasOwn(MEASURES, name))
  if (unknown !== undefined) {
    const message = `There is no measurement "${unknown}". There are: ${Object.keys(MEASURES).join(', ')}.`
    process.stderr.write(`error WRONG_USE: ${message}\n`)
    const error = { code: 'WRONG_USE', message, data: null }
    if (words.includes('--json')) process.stdout.write(`${JSON.stringify({ error })}\n`)
    return EXIT_WRONG_USE
  }
  let missed = 0
  for (const name of names.length > 0 ? names : Object.keys(MEASURES))
    missed += await measure(name, words.includes('--record'))
  return missed === 0 ? 0 : EXIT_SOMETHING_WRONG
}

/** How many bars it missed. */
async function measure(name: string, isRecorded: boolean): Promise<number> {
  const endRecord = beginRecord()
  const measurements: Measurement[] = []
  const missed = await runMeasures([name], MEASURES, readBars(), {
    measurement: (measurement) => {
      measurements.push(measurement)
      process.stdout.write(`${JSON.stringify(measurement)}\n`)
    },
    missed: (line) => process.stderr.write(`Bar missed: ${line}.\n`),
  })
  if (isRecorded) {
    await keepRun(name, endRecord(measurements))
    await writePage()
  }
  return missed.length
}

function writePage(): Promise<void> {
  return writeFile(PAGE, benchmarksPage(Object.keys(MEASURES), readBars(), readRecordedRuns()))
}

process.exitCode = await main(process.argv.slice(2))
