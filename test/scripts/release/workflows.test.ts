import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const FOLDER = join(ROOT, '.github/workflows')
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yml'))
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8')

type Job = {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: Readonly<Record<string, unknown>>
  }[]
}
type Workflow = { readonly permissions: Readonly<Record<string, string>>; readonly jobs: Readonly<Record<string, Job>> }
const jobsOf = (name: string) => Object.values((parse(read(name)) as Workflow).jobs)

describe.each(FILES)('%s', (name) => {
  test('uses actions by the commit of a version that is named, and of each only one', () => {
    const used = [...read(name).matchAll(/uses: (.+)/g)].map(([, rest = '']) => rest)
    expect(used.filter((one) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(one))).toEqual([])
    const all = new Set(FILES.flatMap((file) => [...read(file).matchAll(/uses: (.+)/g)].map(([, rest = '']) => rest)))
    expect(new Set([...all].map((one) => one.split('@')[0])).size).toBe(all.size)
  })

  test('may only read, but for a job that installs no package', () => {
    expect((parse(read(name)) as Workflow).permissions).toEqual({ contents: 'read' })
    const writing = jobsOf(name).filter(({ permissions = {} }) => Object.values(permissions).includes('write'))
    for (const { steps } of writing)
      expect(steps.filter(({ run = '' }) => /npm (?:ci|i|install)\b|npx|pip/.test(run))).toEqual([])
  })

  test('has no secret, leaves no key in the checkout, and lets no step fail silently', () => {
    expect(read(name)).not.toMatch(/secrets\.|continue-on-error|pull_request_target|\|\| true/)
    const checkouts = jobsOf(name).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    )
    for (const step of checkouts) expect(step.with).toMatchObject({ 'persist-credentials': false })
  })

  test('puts no text of an event into a script', () => {
    const scripts = jobsOf(name).flatMap(({ steps }) => steps.flatMap(({ run = '' }) => run))
    expect(scripts.filter((run) => /\$\{\{(?!\s*matrix\.)/.test(run))).toEqual([])
  })

  test('asks for steps of a release that there are', () => {
    const asked = [...read(name).matchAll(/run (?:--silent )?release -- ([a-z]+)/g)].map(([, step = '']) => step)
    const steps = readFileSync(join(ROOT, 'scripts/release/main.ts'), 'utf8')
    expect(asked.filter((step) => !new RegExp(`^  ${step}: `, 'm').test(steps))).toEqual([])
  })
})

test('what depends on others waits some days before a new version is proposed', () => {
  type Updates = { readonly updates: readonly { readonly 'package-ecosystem': string; readonly cooldown: object }[] }
  const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as Updates
  expect(updates.map((one) => one['package-ecosystem']).toSorted()).toEqual(['github-actions', 'npm'])
  for (const { cooldown } of updates) expect(cooldown).toMatchObject({ 'default-days': 7 })
})

const hasActionlint = spawnSync('actionlint', ['-version']).status === 0
test.skipIf(!hasActionlint)(
  'actionlint finds no fault (skipped where it is not installed: it is no package of the project)',
  () => {
    const { status, stdout } = spawnSync(
      'actionlint',
      FILES.map((name) => join(FOLDER, name)),
      { cwd: ROOT, encoding: 'utf8' },
    )
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  },
)
