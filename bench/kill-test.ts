import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Kill = { readonly part: string; readonly toldMs: number; readonly nextRequestMs: number }

/**
 * `node bench/kill-test.ts [KILLS] [SECONDS APART]`: the kills of `test/faults/kills.thorough.test.ts`, by default ten of each process, 12 s
 * apart, and one JSON line for each process. Ends with 1 when anything was lost, doubled or told too late.
 */
async function main(kills: string, secondsApart: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'consilium-kills-'))
  const report = join(folder, 'kills.jsonl')
  const root = fileURLToPath(new URL('..', import.meta.url))
  const words = ['run', '--project', 'thorough', 'test/faults/kills.thorough.test.ts']
  const vitest = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      CONSILIUM_KILLS: kills,
      CONSILIUM_KILLS_APART_MS: String(Number(secondsApart) * 1000),
      CONSILIUM_KILLS_REPORT: report,
    },
  })
  const code = await new Promise<number>((resolve) => vitest.once('exit', (ended) => resolve(ended ?? 1)))
  const lines = (await readFile(report, 'utf8')).trim().split('\n')
  await rm(folder, { recursive: true })
  const all = lines.map((line) => JSON.parse(line) as Kill)
  for (const [part, ones] of Map.groupBy(all, ({ part: name }) => name)) {
    const worst = (of: (kill: Kill) => number) => Math.max(...ones.map(of))
    const figures = {
      toldMsWorst: worst(({ toldMs }) => toldMs),
      nextRequestMsWorst: worst(({ nextRequestMs }) => nextRequestMs),
    }
    process.stdout.write(`${JSON.stringify({ bench: 'kills', process: part, kills: ones.length, ...figures })}\n`)
  }
  process.stdout.write(`${JSON.stringify({ bench: 'kills', nothingLostOrDoubled: code === 0 })}\n`)
  return code
}

process.exitCode = await main(process.argv[2] ?? '10', process.argv[3] ?? '12')
