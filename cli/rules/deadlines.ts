import { formatCount } from '../../wording/format-quantity.ts'
import { dayWords, withDates } from '../../wording/format-time.ts'
import type { Command } from 'commander'
import type { Conclusions } from '../../contract/knowledge/rule.ts'
import { type Output } from '../output.ts'
import type { Run } from '../session.ts'
import { writeUnencrypted } from '../arguments.ts'
import { messageText } from '../../wording/message-text.ts'

type Options = { readonly asOf?: string; readonly calendar?: string }

/** `deadlines MATTER`: the days ahead, exceptions below the usual one; then those that have passed. */
export function addDeadlinesCommand(program: Command, run: Run): void {
  program
    .command('deadlines <matter>')
    .description(
      'the days ahead that follow from the facts of a matter, with what each depends on, and those that have passed',
    )
    .option('--as-of <day>', 'from this day on, YYYY-MM-DD; default: today')
    .option('--calendar <file>', 'also writes a calendar file (not encrypted)')
    .action((matter: string, { asOf, calendar }: Options) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const asked = { matter, asOf: asOf ?? null }
          const { ahead, passed, stopped } = await assistant.rule.conclusions(asked, { signal })
          for (const { conclusion: _conclusion, ...one } of ahead) output.result(one, lineText(one, output))
          if (ahead.length === 0 && !output.json) output.note('No day ahead follows from what is recorded.')
          for (const { conclusion: _conclusion, ...one } of passed) output.result(one, passedText(one, output))
          if (stopped !== null) output.note(messageText(stopped))
          if (calendar === undefined) return stopped === null ? 0 : 1
          if (stopped !== null) {
            output.note('The calendar file was not written: it would lack some days.')
            return 1
          }
          output.note(await writeUnencrypted(calendar, await assistant.rule.calendar(asked, { signal })))
          return 0
        }),
      ),
    )
}

function lineText(
  { day: date, daysLeft, sentence, dependsOn, isException }: Omit<Conclusions['ahead'][number], 'conclusion'>,
  output: Output,
): string {
  const indent = isException ? '    ' : ''
  const what = `${isException ? 'Possible instead: ' : ''}${sentence}`
  return [
    `${indent}${output.style('bold', dayWords(date))}  ${withDates(what)} (${leftWords(daysLeft)})`,
    ...dependsLines(dependsOn, indent, output),
  ].join('\n')
}

function passedText(
  { day, daysLeft, sentence, dependsOn }: Omit<Conclusions['passed'][number], 'conclusion'>,
  output: Output,
): string {
  const when = `${dependsOn.length > 0 ? 'may have passed' : 'passed'} ${formatCount(-daysLeft, 'day')} ago`
  return [
    `${output.style('bold', dayWords(day))}  ${withDates(sentence)} (${output.style('yellow', when)})`,
    ...dependsLines(dependsOn, '', output),
  ].join('\n')
}

function dependsLines(dependsOn: readonly string[], indent: string, output: Output): readonly string[] {
  if (dependsOn.length === 0) return []
  return [
    `${indent}    ${output.style('yellow', 'Not confirmed. Depends on:')}`,
    ...dependsOn.map((question) => `${indent}    - ${withDates(question)}`),
  ]
}

function leftWords(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `in ${formatCount(days, 'day')}` : `may have passed, ${formatCount(-days, 'day')} ago`
}
