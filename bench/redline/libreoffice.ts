import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const SCRIPT = fileURLToPath(new URL('settle-in-libreoffice.py', import.meta.url))
/** Debian's, which has LibreOffice's own module. */
const PYTHON = '/usr/bin/python3'
const PORT = 20_831

export type Settled = {
  /** What LibreOffice shows; null where it could not open the file. */
  readonly text: string | null
  readonly changes: number
  readonly comments: number
  /** Changes that are left once all are accepted or rejected. */
  readonly left: number
  readonly said: string
}

export type Job = { readonly file: Uint8Array; readonly what: 'accept' | 'reject' | 'open' }

/** Whether LibreOffice and its module for Python are there. */
export async function hasLibreOffice(): Promise<boolean> {
  const isThere = await access(PYTHON).then(
    () => true,
    () => false,
  )
  return (
    isThere && spawnSync(PYTHON, ['-c', 'import uno']).status === 0 && spawnSync('soffice', ['--version']).status === 0
  )
}

/** Opens files in LibreOffice, settles their changes, and gives the text of each. A file that it dies of costs that file. */
export async function settle(jobs: readonly Job[]): Promise<readonly Settled[]> {
  const folder = await mkdtemp(join(tmpdir(), 'redline-'))
  try {
    const lines = await Promise.all(
      jobs.map(async ({ file, what }, at) => {
        await writeFile(join(folder, `${at}.docx`), file)
        return `${join(folder, `${at}.docx`)}\t${what}\t${join(folder, `${at}.txt`)}`
      }),
    )
    const said: string[] = []
    for (let tried = 0; said.length < jobs.length && tried < jobs.length; tried += 1) {
      const more = await runOffice(lines.slice(said.length), folder, PORT + tried)
      said.push(...(more.length > 0 ? more : ['no answer']))
    }
    return await Promise.all(jobs.map(async (_, at) => settledOf(said[at] ?? 'no answer', join(folder, `${at}.txt`))))
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 })
  }
}

async function runOffice(lines: readonly string[], folder: string, port: number): Promise<readonly string[]> {
  const address = `--accept=socket,host=127.0.0.1,port=${port};urp;`
  const profile = `-env:UserInstallation=file://${folder}/profile-${port}`
  // A group of its own: the command is a script that starts the program.
  const office = spawn('soffice', ['--headless', '--norestore', '--nologo', profile, address], {
    stdio: 'ignore',
    detached: true,
  })
  try {
    const script = spawn(PYTHON, [SCRIPT, String(port)], { stdio: ['pipe', 'pipe', 'inherit'] })
    let output = ''
    script.stdout.on('data', (chunk) => (output += String(chunk)))
    script.stdin.on('error', () => {})
    script.stdin.end(`${lines.join('\n')}\n`)
    await once(script, 'close')
    return output.split('\n').filter((line) => line !== '')
  } finally {
    if (office.exitCode === null && office.pid !== undefined) process.kill(-office.pid, 'SIGKILL')
  }
}

async function settledOf(said: string, textFile: string): Promise<Settled> {
  const [state, changes = '0', comments = '0', left = '0'] = said.split(' ')
  if (state !== 'ok') return { text: null, changes: 0, comments: 0, left: 0, said }
  const text = (await readFile(textFile, 'utf8')).replace(/^\ufeff/, '')
  return { text, changes: Number(changes), comments: Number(comments), left: Number(left), said }
}
