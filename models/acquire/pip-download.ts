import { spawn } from 'node:child_process'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../wording/failure.ts'
import { message, type Message } from '../../wording/message.ts'

const PYTHON_NAMES = ['python3', 'python'] as const
const ERROR_TAIL_CHARACTERS = 2000

export type Wheel = { readonly package: string; readonly version: string }

/**
 * Downloads one wheel into `folder`, which is emptied first, with the pip of this computer and whatever package index
 * that is set up for; nothing of the package is run. Gives its path. Throws `FETCH_FAILED`.
 */
export async function pipDownload(
  wheel: Wheel,
  folder: string,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<string> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const requirement = `${wheel.package}==${wheel.version}`
  for (const python of PYTHON_NAMES) {
    const ended = await run(python, pipArguments(folder, requirement), environment, signal)
    if (ended.isMissing) continue
    if (ended.code !== 0) throw new Failure('FETCH_FAILED', pipFailure(requirement, ended.errorText))
    const [name] = (await readdir(folder)).filter((each) => each.endsWith('.whl'))
    if (name === undefined) throw new Failure('FETCH_FAILED', message('failures.models.noWheel', { requirement }))
    return join(folder, name)
  }
  throw new Failure('FETCH_FAILED', message('failures.models.needsPython'))
}

function pipArguments(folder: string, requirement: string): readonly string[] {
  // By default pip tries five times more, with growing pauses: without a network that is 15 seconds for one package.
  const quiet = [
    '--disable-pip-version-check',
    '--no-input',
    '--quiet',
    '--progress-bar',
    'off',
    '--no-cache-dir',
    '--retries',
    '1',
  ]
  return ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', ...quiet, '-d', folder, requirement]
}

type Ended = { readonly code: number | null; readonly errorText: string; readonly isMissing: boolean }

function run(
  command: string,
  parameters: readonly string[],
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<Ended> {
  const { promise, resolve, reject } = Promise.withResolvers<Ended>()
  const child = spawn(command, parameters, {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(signal ? { signal } : {}),
  })
  let errorText = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errorText = (errorText + text).slice(-ERROR_TAIL_CHARACTERS)
  })
  child.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') resolve({ code: null, errorText, isMissing: true })
    else reject(signal?.aborted ? signal.reason : error)
  })
  child.once('close', (code) => resolve({ code, errorText, isMissing: false }))
  return promise
}

function pipFailure(requirement: string, errorText: string): Message {
  if (errorText.includes('No module named pip')) return message('failures.models.needsPip')
  const lines = errorText.split('\n').filter((line) => line.startsWith('ERROR:'))
  const reason = lines.at(-1)?.slice('ERROR:'.length).trim() ?? errorText.trim().split('\n').at(-1)
  return reason
    ? message('failures.models.pipFailed', { requirement, reason })
    : message('failures.models.pipSilent', { requirement })
}
