import type { Command } from 'commander'
import type { Conclusions } from '../../contract/rule.ts'
import { counted } from '../counted.ts'
import type { Output } from '../output.ts'
import type { Run } from '../program.ts'
import { writeUnencrypted } from '../write-unencrypted.ts'

type Options = { readonly asOf?: string; readonly calendar?: string }

/** `deadlines MATTER`: the days ahead, exceptions below the usual one. */
export function addDeadlinesCommand(program: Command, run: Run): void {
  program
    .command('deadlines <matter>')
    .description('the days ahead that follow from the facts of a matter, with what each depends on')
    .option('--as-of <day>', 'from this day on, YYYY-MM-DD; default: today')
    .option('--calendar <file>', 'also writes a calendar file (not encrypted)')
    .action((matter: string, { asOf, calendar }: Options) =>
      run(({ withAssistant, output, signal }) =>
        withAssistant(async (assistant) => {
          const asked = { matter, asOf: asOf ?? null }
          const { ahead, stopped } = await assistant.rule.conclusions(asked, { signal })
          for (const { conclusion: _conclusion, ...one } of ahead) output.result(one, lineText(one, output))
          if (ahead.length === 0 && !output.json) output.note('No day ahead follows from what is recorded.')
          if (stopped !== null) output.note(stopped)
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

const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' })

function lineText(
  { day: date, daysLeft, sentence, dependsOn, isException }: Omit<Conclusions['ahead'][number], 'conclusion'>,
  output: Output,
): string {
  const indent = isException ? '    ' : ''
  const when = `${WEEKDAY.format(new Date(`${date}T00:00:00Z`))} ${date}`
  const what = `${isException ? 'Possible instead: ' : ''}${sentence}`
  return [
    `${indent}${output.style('bold', when)}  ${what} (${leftWords(daysLeft)})`,
    ...(dependsOn.length === 0 ? [] : [`${indent}    ${output.style('yellow', 'Not confirmed. Depends on:')}`]),
    ...dependsOn.map((question) => `${indent}    - ${question}`),
  ].join('\n')
}

function leftWords(days: number): string {
  if (days === 0) return 'today'
  return days > 0 ? `in ${counted(days, 'day')}` : `may have passed, ${counted(-days, 'day')} ago`
}
