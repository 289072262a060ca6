import * as z from 'zod'
import { type ConnectionTest, Provider } from '../../contract/opinions/provider.ts'
import type { CloudAccount, CloudModel, CloudProviderKind } from '../../models/cloud/cloud-model.ts'
import { createCloudModel, RETRY_LIMITS, type RetryLimits } from '../../models/cloud/create-cloud-model.ts'
import { CloudFailure } from '../../models/cloud/cloud-failure.ts'
import { addressOf } from '../../models/cloud/provider-client.ts'
import { testConnection } from '../../models/cloud/test-connection.ts'
import type { AppStore } from '../../store/app/app-store.ts'
import { readableRow, readableRows } from '../home/readable-rows.ts'
import { readSettings } from '../home/settings.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

type ProviderInput = Omit<Provider, 'keyEnding'> & { readonly key?: string | null | undefined }

/** The cloud models that the user set up. Their keys stay in the store; nothing here connects to anything. */
export interface Providers {
  list(): Provider[]
  /** Throws `NOT_FOUND`. */
  get(name: string): Provider
  /** In the place of one of the same name. Throws `WRONG_USE`. */
  save(input: ProviderInput): Provider
  remove(name: string): void
  /** Connects to it, only to see whether it answers, takes the key and has the model. Throws `NOT_FOUND`, `OFFLINE`. */
  test(name: string, signal: AbortSignal): Promise<ConnectionTest>
  /** `allow` is asked before every attempt to send, after the privacy switch. Throws `NOT_FOUND`. */
  model(name: string, allow?: () => void): CloudModel
}

/** Shorter keys would be given away by their ending. */
const KEY_CHARACTERS_AT_LEAST = 12
const ENDING_CHARACTERS = 4

export function createProviders(app: () => AppStore, retries: RetryLimits = RETRY_LIMITS): Providers {
  const list = () => [...readableRows(KeptProvider, app().providers.list())]
  const get = (name: string) =>
    readableRow(KeptProvider, app().providers.get(name), message('failures.store.theProvider', { name }))
  const account = (name: string): CloudAccount | null => {
    const found = list().find((one) => one.provider === name)
    return found
      ? { kind: found.kind, address: found.address, model: found.model, key: app().providers.key(name) }
      : null
  }
  return {
    list,
    get,
    save(input) {
      const { key, ...given } = input
      const before = list().find(({ provider }) => provider === input.provider) ?? null
      const address = providerAddress(input.kind, input.address)
      const kept = { ...given, address, keyEnding: endingFor(input, before, address) }
      app().providers.save(kept, key)
      const { provider, kind, model } = kept
      app().ledger.append('provider-saved', { provider, kind, address, model })
      return kept
    },
    remove(name) {
      app().providers.remove(name)
      app().ledger.append('provider-removed', { provider: name })
    },
    async test(name, signal) {
      const { provider, kind, address, model } = get(name)
      refuseOffline(app())
      const { host } = new URL(address)
      const of = { kind, address, model, key: app().providers.key(name) }
      // The key may have left whatever becomes of the test, so that one which breaks off is recorded too.
      let outcome: ConnectionTest['outcome'] | 'stopped' | 'broken-off' = 'broken-off'
      try {
        const result = await testConnection(of, signal).then(
          (there): ConnectionTest => ({ outcome: THERE[there], host, said: null }),
          (error: unknown): ConnectionTest => failedTest(host, error),
        )
        outcome = signal.aborted ? 'stopped' : result.outcome
        signal.throwIfAborted()
        return result
      } finally {
        app().ledger.append('provider-tested', { provider, address, outcome })
      }
    },
    model(name, allow = () => {}) {
      const { provider, kind, address, model } = get(name)
      return createCloudModel({
        info: { provider, kind, address, model },
        account: () => account(name),
        retries,
        allow() {
          refuseOffline(app())
          allow()
        },
      })
    },
  }
}

function refuseOffline(app: AppStore): void {
  if (!readSettings(app.settings).network) throw new Failure('OFFLINE', message('failures.outgoing.offline'))
}

const THERE = { listed: 'ok', 'not-listed': 'model-not-listed', unknown: 'model-unknown' } as const

const FAILED: Readonly<Partial<Record<CloudFailure['kind'], ConnectionTest['outcome']>>> = {
  unreachable: 'unreachable',
  key: 'key',
  busy: 'busy',
  server: 'server',
  redirect: 'redirect',
  timeout: 'slow',
}

/** Anything but a failure of the provider is thrown on. */
function failedTest(host: string, error: unknown): ConnectionTest {
  if (!(error instanceof CloudFailure)) throw error
  const { kind, status, said } = error
  const hasNoList = status === 404 || status === 405
  return { outcome: hasNoList ? 'not-found' : (FAILED[kind] ?? 'other'), host, said }
}

/** A key belongs to the address that it was given for, and is never taken to another. */
function endingFor(
  { key, kind }: ProviderInput,
  before: z.infer<typeof KeptProvider> | null,
  address: string,
): string | null {
  const isMoved = before !== null && before.keyEnding !== null && (before.address !== address || before.kind !== kind)
  if (key === undefined && isMoved) throw new Failure('WRONG_USE', message('failures.providers.keyOfAnotherAddress'))
  const ending = key === undefined ? (before?.keyEnding ?? null) : key && endingOf(key)
  if (ending === null && kind !== 'openai-compatible')
    throw new Failure('WRONG_USE', message('failures.providers.needsKey'))
  return ending
}

function endingOf(key: string): string {
  return key.length < KEY_CHARACTERS_AT_LEAST ? '' : key.slice(-ENDING_CHARACTERS)
}

/**
 * Where a provider is, as it is kept, shown and agreed to. Throws `WRONG_USE` for what is no address, for one that carries a
 * name or a key, and for one that what is sent would travel to unencrypted.
 */
function providerAddress(kind: CloudProviderKind, given: string | null): string {
  const address = addressOf(kind, given)
  if (address === null)
    throw new Failure('WRONG_USE', message('failures.providers.needsAddress', { example: 'https://…/v1' }))
  if (!URL.canParse(address)) throw new Failure('WRONG_USE', message('failures.providers.noAddress', { address }))
  const { protocol, hostname, username, password, search, hash } = new URL(address)
  if (username || password || search || hash)
    throw new Failure('WRONG_USE', message('failures.providers.addressWithKey'))
  if (protocol !== 'https:' && !(protocol === 'http:' && isThisComputer(hostname)))
    throw new Failure('WRONG_USE', message('failures.providers.notEncrypted', { address }))
  return address
}

function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

/** What is kept of a provider, beside its key. */
export const KeptProvider = Provider.extend({ address: z.url() })
