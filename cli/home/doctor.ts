import type { Command } from 'commander'
import { EXIT_SOMETHING_WRONG } from '../failures.ts'
import { findBrowser } from '../serve/find-browser.ts'
import type { Run } from '../session.ts'

export function addDoctorCommand(program: Command, run: Run): void {
  program
    .command('doctor')
    .description('what works on this computer and what does not, in one page')
    .action(() =>
      run(({ withAssistant, output, env }) =>
        withAssistant(async (assistant) => {
          const browser = findBrowser(env)
          const window = {
            check: 'window',
            ok: browser !== null,
            detail: browser ?? 'no Chromium, Chrome or Edge was found',
            todo: browser
              ? null
              : 'Install one of them, or set CONSILIUM_BROWSER; `consilium serve` prints an address for any browser.',
          }
          const checks = [...(await assistant.application.doctor()), window]
          for (const check of checks)
            output.result(
              check,
              `${check.ok ? output.style('green', 'works ') : output.style('red', 'lacks ')} ${check.check.padEnd(12)} ${check.detail}${check.todo ? `\n                    ${check.todo}` : ''}`,
            )
          return checks.every(({ ok }) => ok) ? 0 : EXIT_SOMETHING_WRONG
        }),
      ),
    )
}
