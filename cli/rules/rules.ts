import { formatCount } from '../../wording/format-quantity.ts'
import { withDates, withDayWords } from '../../wording/format-time.ts'
import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { proofLines } from '../../assistant/answers/claims/proof-lines.ts'
import type { Proof } from '../../contract/knowledge/proof.ts'
import type { Conclusion, ExampleRun, PackProblem, PackRun } from '../../contract/knowledge/rule.ts'
import { type Output } from '../output.ts'
import { EXIT_DONE, EXIT_SOMETHING_WRONG } from '../failures.ts'
import type { Run } from '../session.ts'
import { messageText } from '../../wording/message-text.ts'

/** `rules check PACK · test PACK · run PACK --facts FILE` */
export function addRulesCommand(program: Command, run: Run): void {
  const rules = program.command('rules').description('for authors of packs: check, test and try rules')

  rules
    .command('check <pack>')
    .description('the compile gate: every problem with file, line and column. PACK is a folder, or the name of a pack')
    .action((pack: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { problems, ...checked } = await assistant.rule.checkPack(await packNamed(pack))
          for (const problem of problems) output.result(problem, problemLine(problem, output))
          const words = problems.length === 0 ? 'no problems' : formatCount(problems.length, 'problem')
          output.result(
            { ...checked, problems: problems.length },
            `${checked.pack}: ${formatCount(checked.rules, 'rule')}, ${words}.`,
          )
          return problems.length > 0 ? EXIT_SOMETHING_WRONG : EXIT_DONE
        }),
      ),
    )

  rules
    .command('test <pack>')
    .description("a pack's own examples, each with what was expected and what came out")
    .action((pack: string) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const { pack: name, examples, problems } = await assistant.rule.testPack(await packNamed(pack))
          for (const problem of problems) output.result(problem, problemLine(problem, output))
          for (const example of examples) output.result(example, exampleLine(example, output))
          const passed = examples.filter((example) => example.passed).length
          const failed = examples.length - passed
          output.result(
            { pack: name, examples: examples.length, passed, failed },
            `${name}: ${passed} of ${formatCount(examples.length, 'example')} passed.`,
          )
          return failed > 0 || problems.length > 0 ? EXIT_SOMETHING_WRONG : EXIT_DONE
        }),
      ),
    )

  addRunCommand(rules, run)
}

type RunOptions = { facts: string; goal?: string; asOf?: string }

function addRunCommand(rules: Command, run: Run): void {
  rules
    .command('run <pack>')
    .description('what follows from facts of a file, a line each as in "facts set"; drafts of rules count too')
    .requiredOption('--facts <file>', 'lines of facts; # begins a remark')
    .option('--goal <statement>', 'what is asked: recommend(anna, ?what); default: all that rules conclude')
    .option('--as-of <day>', 'the day of the question, YYYY-MM-DD; default: today')
    .action((pack: string, { facts: file, goal, asOf }: RunOptions) =>
      run(({ withAssistant, output }) =>
        withAssistant(async (assistant) => {
          const facts = factLines(await readFile(file, 'utf8'))
          const asked = { ...(await packNamed(pack)), facts, goal: goal ?? null, asOf: asOf ?? null }
          const { conclusions, refused, stopped, ...ran } = await assistant.rule.runPack(asked)
          for (const line of refused) output.note(`not taken: ${messageText(line)}`)
          for (const one of conclusions) showConclusion(one, output)
          if (conclusions.length === 0 && stopped === null) output.text(nothingWords(ran))
          if (stopped !== null) output.note(messageText(stopped))
          return refused.length > 0 || stopped !== null ? EXIT_SOMETHING_WRONG : EXIT_DONE
        }),
      ),
    )
}

/** That no rule counts is another thing than that none concludes. */
function nothingWords({ asOf, outOfForce }: Pick<PackRun, 'asOf' | 'outOfForce'>): string {
  if (outOfForce === null) return 'Nothing follows.'
  const { rules, day, jurisdiction, retired } = outOfForce
  const reasons = [
    day > 0 ? `${day} out of force on ${asOf}` : '',
    jurisdiction > 0 ? `${jurisdiction} of another jurisdiction than the pack` : '',
    retired > 0 ? `${retired} retired` : '',
  ].filter((reason) => reason !== '')
  return `No rule was applied. Of ${formatCount(rules, 'rule')}: ${reasons.join(', ')}.`
}

function factLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
}

function showConclusion({ sentence: conclusion, args: values, proof, ...rest }: Conclusion, output: Output): void {
  const rule = proof.grounds.find((ground) => ground.rule !== '')?.rule ?? null
  const lines = proofLines(proof).slice(1)
  const text = [
    output.style('bold', `${rest.holds === 'unknown' ? 'Open: ' : ''}${withDayWords(conclusion)}`),
    ...(rest.summary ? [`  ${withDates(rest.summary)}`] : []),
    ...(rest.warning ? [`  ${withDates(rest.warning)}`] : []),
    ...proof.grounds.filter((ground) => ground.rule !== '').map((ground) => `  ${sourceLine(ground)}`),
    ...lines.map((line) => output.style('dim', `${'  '.repeat(line.depth)}${line.text}`)),
  ]
  output.result({ conclusion, values, rule, proof, ...rest }, text.join('\n'))
}

function sourceLine({ rule, source, sourceRead }: Proof['grounds'][number]): string {
  return `${rule}: ${source ?? 'no source'}; source read: ${sourceRead ? 'yes' : 'no'}`
}

/** A folder where there is one of that name, else a pack that is here. */
async function packNamed(name: string): Promise<{ folder: string } | { pack: string }> {
  const folder = resolve(name)
  const found = await stat(folder).catch(() => null)
  return found?.isDirectory() ? { folder } : { pack: name }
}

function problemLine({ file, line, column, message, fix }: PackProblem, output: Output): string {
  return `${output.style('bold', `${file}:${line}:${column}`)} ${messageText(message)} ${messageText(fix)}`
}

function exampleLine({ rule, title, passed, expected, got }: ExampleRun, output: Output): string {
  const mark = passed ? output.style('green', 'ok  ') : output.style('red', 'FAIL')
  return `${mark} ${rule}: ${title}${passed ? '' : `\n     expected ${expected}\n     came     ${got}`}`
}
