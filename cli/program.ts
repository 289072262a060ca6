import { Command, CommanderError } from 'commander'
import { programFiles } from '../host/program-files.ts'
import { addAddCommand } from './documents/add.ts'
import { addAnswersCommands } from './answers/answers.ts'
import { addAskCommand } from './answers/ask.ts'
import { addBackupCommands } from './home/backup.ts'
import { addBenchCommand } from './home/bench.ts'
import { addCalcCommand } from './rules/calc.ts'
import { addDeadlinesCommand } from './rules/deadlines.ts'
import { addSheetCommand } from './rules/sheet.ts'
import { addCardsCommand } from './evaluation/cards.ts'
import { addCheckClaimsCommand } from './answers/check-claims.ts'
import { addCheckCommand } from './documents/check.ts'
import { addChronologyCommand } from './answers/chronology.ts'
import { addCompareCommand } from './documents/compare.ts'
import { addCoverageCommand } from './documents/coverage.ts'
import { addDemoCommand } from './home/demo.ts'
import { addDoctorCommand } from './home/doctor.ts'
import { addUpdateCommand } from './home/update.ts'
import { addDocumentsCommands } from './documents/documents.ts'
import { addHighlightsCommand } from './documents/highlights.ts'
import { addFactsCommand } from './rules/facts.ts'
import { addEvalCommand } from './evaluation/eval.ts'
import { addJobsCommand } from './documents/jobs.ts'
import { addLedgerCommand } from './home/ledger.ts'
import { addMatterCommand } from './home/matter.ts'
import { addModelsCommand } from './home/models.ts'
import { addNetworkCommand } from './home/network.ts'
import { addProvidersCommand } from './opinions/providers.ts'
import { addSuggestCommand } from './opinions/suggest.ts'
import { addOpinionCommand } from './opinions/opinion.ts'
import { addOptimiseCommand } from './evaluation/optimise.ts'
import { addPacksCommand } from './rules/packs.ts'
import { addPassphraseCommand } from './home/passphrase.ts'
import { addRedactCommand } from './opinions/redact.ts'
import { addReferenceCommand } from './documents/reference.ts'
import { addRulesCommand } from './rules/rules.ts'
import { addSearchCommand } from './answers/search.ts'
import { addStartCommands } from './serve/start.ts'
import { addSummaryCommand } from './answers/summary.ts'
import { addTableCommand } from './answers/table.ts'
import { addTermsCommand } from './opinions/terms.ts'
import { addWatchCommand } from './documents/watch.ts'
import { EXIT_DONE, exitCode, reportError } from './failures.ts'
import { createOutput, type Output } from './output.ts'
import { createSession, type Run } from './session.ts'

export type ProgramOptions = {
  /** The folder that holds `cli/`: the sources, or `out/`. */
  readonly root: URL
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly version: string
}

const COMMANDS: readonly ((program: Command, run: Run) => void)[] = [
  addStartCommands,
  addDemoCommand,
  addPassphraseCommand,
  addMatterCommand,
  addAddCommand,
  addJobsCommand,
  addWatchCommand,
  addDocumentsCommands,
  addHighlightsCommand,
  addReferenceCommand,
  addCoverageCommand,
  addSearchCommand,
  addAskCommand,
  addAnswersCommands,
  addSummaryCommand,
  addChronologyCommand,
  addTableCommand,
  addCheckClaimsCommand,
  addCheckCommand,
  addCompareCommand,
  addRedactCommand,
  addFactsCommand,
  addRulesCommand,
  addCalcCommand,
  addSheetCommand,
  addDeadlinesCommand,
  addPacksCommand,
  addCardsCommand,
  addEvalCommand,
  addOptimiseCommand,
  addBenchCommand,
  addModelsCommand,
  addNetworkCommand,
  addSuggestCommand,
  addProvidersCommand,
  addOpinionCommand,
  addTermsCommand,
  addLedgerCommand,
  addBackupCommands,
  addUpdateCommand,
  addDoctorCommand,
]

const EXAMPLES = `
Examples:
  consilium demo                                    a sample matter, one question, one cited answer
  consilium matter create "Hollis v Marlowe"        a matter is a case, with a key of its own
  consilium add "Hollis v Marlowe" ~/cases/hollis   reads a folder; run again, it reads only what changed
  consilium ask "Hollis v Marlowe" "When may the tenant break the lease?"
  consilium search "Hollis v Marlowe" "break notice" --json

Exit codes: 0 done · 1 ran, and something is wrong · 2 wrong use · 3 no such thing · 4 locked or wrong key
            5 no usable model · 6 refused by the privacy switch, or no consent · 7 in use by another process · 130 interrupted`

/** Runs one command and returns its exit code. Nothing is thrown: every failure is one line that says what to do. */
export async function runProgram(words: readonly string[], options: ProgramOptions): Promise<number> {
  const output = createOutput(words.includes('--json'), process.stdout, process.stderr)
  const ended = { code: EXIT_DONE }
  const program = createProgram(output, options, ended)
  try {
    await program.parseAsync(withCommand(words, program), { from: 'user' })
    return ended.code
  } catch (error) {
    if (error instanceof CommanderError)
      return reportWrongWords(misspeltCommand(error, words, program) ?? error, output)
    return reportError(error, output, options.signal)
  }
}

/** `start` where no command is named. A default of the parser would take a misspelt command for words of `start`. */
function withCommand(words: readonly string[], program: Command): readonly string[] {
  const { operands } = program.parseOptions([...words])
  const asksForText = words.some((word) => ['--help', '-h', '--version', '-V'].includes(word))
  return operands.length === 0 && !asksForText ? ['start', ...words] : words
}

/** What a group says of a command that it lacks, also one that does something by itself: that would only call it too many arguments. */
function misspeltCommand({ code }: CommanderError, words: readonly string[], program: Command): CommanderError | null {
  if (code !== 'commander.excessArguments') return null
  let group = program
  const { operands } = program.parseOptions([...words])
  const word = operands.find((operand) => {
    const below = group.commands.find((one) => one.name() === operand)
    if (below) group = below
    return !below
  })
  if (word === undefined || group.commands.length === 0) return null
  const names = new Command(group.name()).configureOutput({ outputError: () => {} }).exitOverride()
  for (const one of group.commands) names.command(one.name())
  try {
    names.parse([word], { from: 'user' })
    return null
  } catch (error) {
    // Where a word may also be an argument, only one that resembles a command was meant as one.
    const isMeant =
      error instanceof CommanderError && (group.registeredArguments.length === 0 || /Did you mean/.test(error.message))
    return isMeant ? error : null
  }
}

/** Help that was asked for is no error; a group of commands named without one shows its help and is. */
function reportWrongWords({ exitCode: code, message }: CommanderError, output: Output): number {
  if (code === 0) return EXIT_DONE
  const isHelp = message === '(outputHelp)'
  const wrong = message
    .replace(/^error: /, '')
    .replaceAll('\n', ' ')
    .replace(/(?<![.?!)])$/, '.')
  if (!isHelp) output.error('WRONG_USE', `${wrong} Run it with --help to see how it is used.`)
  return exitCode('WRONG_USE')
}

/** All commands with their options; `ended` gets the exit code of the one that runs. */
export function createProgram(
  output: Output,
  { root, env, signal, version }: ProgramOptions,
  ended: { code: number },
): Command {
  const program = new Command('consilium')
    .description('Asks your own documents, on your own computer, and names the source of each sentence.')
    .version(version)
    .option('--home <folder>', 'where everything is kept (or CONSILIUM_HOME; default: the data folder of this system)')
    .option('--passphrase', 'ask for the passphrase of the home (or set CONSILIUM_PASSPHRASE)')
    .option('--json', 'one JSON object a line on standard output')
    .addHelpText('after', EXAMPLES)
    // Errors are written in one place and one form, by `reportWrongWords`.
    .configureOutput({ outputError: () => {} })
    .exitOverride()
  const run: Run = async (work) => {
    const { home, passphrase } = program.opts<{ home?: string; passphrase?: boolean }>()
    const filesFor = (folder: string) => programFiles(root, folder, output.note)
    const session = createSession({ home, askForPassphrase: passphrase ?? false, output, signal, filesFor, env })
    ended.code = (await work(session)) ?? EXIT_DONE
  }
  for (const addCommand of COMMANDS) addCommand(program, run)
  return program
}
