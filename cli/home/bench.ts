import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import type { Run } from '../session.ts'
import { notFound } from '../failures.ts'

export function addBenchCommand(program: Command, run: Run): void {
  program
    .command('bench [names...]')
    .description('measure speed on this computer, one line a measurement; needs the sources')
    .action((names: readonly string[]) =>
      run(({ files, output }) => {
        if (!existsSync(files.benchFile))
          throw notFound('The measurements are not in this installation: they come with the sources.')
        const child = spawn(process.execPath, [files.benchFile, ...(output.json ? ['--json'] : []), ...names], {
          stdio: 'inherit',
        })
        return new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
      }),
    )
}
