import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { browserArguments } from '../../cli/serve/open-window.ts'
import { findChromium } from '../../scripts/find-chromium.ts'
import { runCommand, startCommand } from '../cli/run-command.ts'

/**
 * For `offline.test.ts`, inside a namespace whose only device is `lo`: everything but downloads, once. `node offline-session.ts
 * FOLDER MODELS LANGUAGE-MODEL`; prints what happened as one JSON line.
 */
async function main(folder: string, models: string, language: string): Promise<void> {
  const home = join(folder, 'home')
  const env = { CONSILIUM_MODELS: models }
  const run = async (words: readonly string[], own: Readonly<Record<string, string>> = env, at = home) =>
    runCommand([...words, '--json'], { home: at, env: own })
  const reached = await fetch('http://1.1.1.1/', { signal: AbortSignal.timeout(3000) }).then(
    () => 'the network',
    (error: Error) => String((error.cause as { code?: string })?.code ?? error.name),
  )
  await run(['matter', 'create', 'M'])
  const added = await run(['add', 'M', join(folder, 'files')])
  const asked = await run(['ask', 'M', 'What is the rent?', '--model', language, '--max-tokens', '12'])
  const found = await run(['search', 'M', 'What is the rent?'])
  const demo = await run(['demo'], { CONSILIUM_MODELS: join(folder, 'no-models') }, join(folder, 'demo'))
  const get = await run(['models', 'get', 'smollm2-135m-instruct-q4_1'], {
    CONSILIUM_MODELS: join(folder, 'no-models'),
  })

  const serving = startCommand(['serve', '--json'], { home, env: { CONSILIUM_MODELS: join(folder, 'no-models') } })
  const { url } = await serving.line(({ type }) => type === 'ready')
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: browserArguments('').filter((argument) => !argument.startsWith('--user-data-dir')),
  })
  const page = await browser.newPage()
  await page.goto(String(url))
  await page.getByRole('link', { name: 'M', exact: true }).first().click()
  await page.getByRole('textbox', { name: /Question about/ }).fill('What is the rent?')
  await page.keyboard.press('Enter')
  await page.locator('[data-testid=answer][data-state=extractive]').waitFor()
  const evidence = await page.getByTestId('evidence').innerText()
  await browser.close()
  serving.process.kill('SIGINT')
  await serving.ended

  const result = {
    reached,
    added: added.lines.at(-1),
    asked: asked.lines.at(-1)?.state,
    found: (found.lines[0]?.hits as { document: string }[] | undefined)?.[0]?.document,
    demo: { code: demo.code, state: demo.lines.at(-1)?.state, err: demo.err },
    get: { code: get.code, err: get.err },
    evidence,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
}

const [folder = '', models = '', language = ''] = process.argv.slice(2)
await main(folder, models, language)
