import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'

const main = fileURLToPath(new URL('../../out/cli/main.js', import.meta.url))

test('on a new home the first question finds its evidence without a model or a network', async ({ page }) => {
  const home = await mkdtemp(join(tmpdir(), 'consilium-browser-'))
  const host = spawn(process.execPath, [main, '--home', home, 'serve', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CONSILIUM_MODELS: join(home, 'no-models') },
  })
  try {
    const line = await new Promise<string>((resolve) => host.stdout.once('data', (data) => resolve(String(data))))
    await page.goto((JSON.parse(line) as { url: string }).url)
    await page.getByRole('button', { name: 'Not now' }).click()
    await expect(page.getByRole('list', { name: 'Places' })).toContainText('Documents4')
    // Asked before the lease is read, the question finds only what is read.
    await expect.poll(() => statesOf(home)).toEqual(['ready', 'ready', 'ready', 'ready'])
    await page.getByRole('button', { name: 'Ask', exact: true }).click()
    await expect(page.getByTestId('evidence')).toContainText('lease')
    await expect(page.getByTestId('answer').first()).toHaveAttribute('data-state', 'extractive')
    await page.getByTestId('evidence').getByText('S1', { exact: true }).click()
    await expect(page.getByTestId('highlight').first()).toBeVisible()
  } finally {
    host.kill('SIGTERM')
    await new Promise((resolve) => host.once('exit', resolve))
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
})

/** Of the documents of the sample matter, by a command beside the open window. */
async function statesOf(home: string): Promise<readonly string[]> {
  const words = [main, '--home', home, 'documents', 'A tenancy dispute', '--json']
  const { stdout } = await promisify(execFile)(process.execPath, words)
  return stdout
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { state: string }).state)
}
