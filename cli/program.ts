import { Command, CommanderError } from 'commander'
import { programFiles } from '../host/program-files.ts'
import { addAddCommand } from './commands/add.ts'
import { addAnswersCommands } from './commands/answers.ts'
import { addAskCommand } from './commands/ask.ts'
import { addBackupCommands } from './commands/backup.ts'
import { addBenchCommand } from './commands/bench.ts'
import { addCalcCommand } from './commands/calc.ts'
import { addDeadlinesCommand } from './commands/deadlines.ts'
import { addSheetCommand } from './commands/sheet.ts'
import { addCardsCommand } from './commands/cards.ts'
import { addCheckClaimsCommand } from './commands/check-claims.ts'
import { addChronologyCommand } from './commands/chronology.ts'
import { addCoverageCommand } from './commands/coverage.ts'
import { addDemoCommand } from './commands/demo.ts'
import { addDoctorCommand } from './commands/doctor.ts'
import { addDocumentsCommands } from './commands/documents.ts'
import { addFactsCommand } from './commands/facts.ts'
import { addEvalCommand } from './commands/eval.ts'
import { addJobsCommand } from './commands/jobs.ts'
import { addLedgerCommand } from './commands/ledger.ts'
import { addMatterCommand } from './commands/matter.ts'
import { addModelsCommand } from './commands/models.ts'
import { addNetworkCommand } from './commands/network.ts'
import { addSuggestCommand } from './commands/suggest.ts'
import { addOpinionCommand } from './commands/opinion.ts'
import { addOptimiseCommand } from './commands/optimise.ts'
import { addPacksCommand } from './commands/packs.ts'
import { addPassphraseCommand } from './commands/passphrase.ts'
import { addProvidersCommand } from './commands/providers.ts'
import { addRedactCommand } from './commands/redact.ts'
import { addReferenceCommand } from './commands/reference.ts'
import { addRulesCommand } from './commands/rules.ts'
import { addSearchCommand } from './commands/search.ts'
import { addStartCommands } from './commands/start.ts'
import { addSummaryCommand } from './commands/summary.ts'
import { addTableCommand } from './commands/table.ts'
import { addTermsCommand } from './commands/terms.ts'
import { addWatchCommand } from './commands/watch.ts'
import { EXIT_DONE, exitCode } from './exit-code.ts'
import { createOutput, type Output } from './output.ts'
import { reportError } from './report-error.ts'
import { createSession, type Session } from './session.ts'

export type ProgramOptions = {
  /** The folder that holds `cli/`: the sources, or `out/`. */
  readonly root: URL
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly version: string
}

/** Runs a command's work with its session; a number that the work returns is the exit code. */
export type Run = (work: (session: Session) => Promise<number | void>) => Promise<void>

const COMMANDS: readonly ((program: Command, run: Run) => void)[] = [
  addStartCommands,
  addDemoCommand,
  addPassphraseCommand,
  addMatterCommand,
  addAddCommand,
  addJobsCommand,
  addWatchCommand,
  addDocumentsCommands,
  addReferenceCommand,
  addCoverageCommand,
  addSearchCommand,
  addAskCommand,
  addAnswersCommands,
  addSummaryCommand,
  addChronologyCommand,
  addTableCommand,
  addCheckClaimsCommand,
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
    await program.parseAsync(words, { from: 'user' })
    return ended.code
  } catch (error) {
    if (error instanceof CommanderError) return reportWrongWords(error, output)
    return reportError(error, output, options.signal)
  }
}

/** Help that was asked for is no error; a group of commands named without one shows its help and is. */
function reportWrongWords({ exitCode: code, message }: CommanderError, output: Output): number {
  if (code === 0) return EXIT_DONE
  const isHelp = message === '(outputHelp)'
  const wrong = message.replace(/^error: /, '').replace(/(?<![.?!)])$/, '.')
  if (!isHelp) output.error('WRONG_USE', `${wrong} Run it with --help to see how it is used.`)
  return exitCode('WRONG_USE')
}

function createProgram(
  output: Output,
  { root, env, signal, version }: ProgramOptions,
  ended: { code: number },
): Command {
  const program = new Command('consilium')
    .description('Asks your own documents, on your own computer, and shows where each sentence stands.')
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
