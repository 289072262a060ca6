import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { childEnvironment, engineEnvironment } from '../../processes/child-environment.ts'
import { forkChild } from '../../processes/fork-child.ts'

const SECRETS = [
  'CONSILIUM_PASSPHRASE',
  'CONSILIUM_NEW_PASSPHRASE',
  'CONSILIUM_FILE_PASSPHRASE',
  'CONSILIUM_RECOVERY_KEY',
  'CONSILIUM_PROVIDER_KEY',
]

describe('what a child process is told of the environment', () => {
  test('is the system and nothing of the user, in a process that was really started', async () => {
    const names = [...SECRETS, 'AWS_SECRET_ACCESS_KEY', 'SSH_AUTH_SOCK', 'GITHUB_TOKEN']
    for (const name of names) process.env[name] = 'hush'
    const child = forkChild(fileURLToPath(new URL('children/tells-environment.ts', import.meta.url)))
    try {
      const told = await new Promise<Record<string, string>>((resolve) =>
        child.onMessage((all) => resolve(all as never)),
      )
      expect(Object.keys(told)).toContain('PATH')
      expect(JSON.stringify(told)).not.toContain('hush')
    } finally {
      child.kill()
      for (const name of names) delete process.env[name]
    }
  })

  test('is for the engine all but what people type there in place of a question', () => {
    const environment = Object.fromEntries(
      [...SECRETS, 'AWS_SECRET_ACCESS_KEY', 'CONSILIUM_MODELS'].map((one) => [one, 'x']),
    )
    expect(Object.keys(engineEnvironment(environment))).toEqual(['AWS_SECRET_ACCESS_KEY', 'CONSILIUM_MODELS'])
  })

  test('is never more than what is there, with its values', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.string()), (environment) => {
        for (const told of [childEnvironment(environment), engineEnvironment(environment)])
          for (const [name, value] of Object.entries(told)) expect(environment[name]).toBe(value)
      }),
    )
  })
})
