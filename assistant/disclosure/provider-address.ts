import type { CloudProviderKind } from '../../models/cloud/cloud-model.ts'
import { addressOf } from '../../models/cloud/provider-client.ts'
import { AssistantError } from '../home/assistant-error.ts'

/**
 * Where a provider is, as it is kept, shown and agreed to. Throws `WRONG_USE` for what is no address, for one that carries a
 * name or a key, and for one that what is sent would travel to unencrypted.
 */
export function providerAddress(kind: CloudProviderKind, given: string | null): string {
  const address = addressOf(kind, given)
  if (address === null) throw new AssistantError('WRONG_USE', 'Give the address of the server: https://…/v1')
  if (!URL.canParse(address)) throw new AssistantError('WRONG_USE', `"${address}" is no address of the web.`)
  const { protocol, hostname, username, password, search, hash } = new URL(address)
  if (username || password || search || hash)
    throw new AssistantError(
      'WRONG_USE',
      'An address holds no user name, no key and no parameters. Give the key apart from it.',
    )
  if (protocol !== 'https:' && !(protocol === 'http:' && isThisComputer(hostname)))
    throw new AssistantError(
      'WRONG_USE',
      `What is sent to ${address} would travel unencrypted. Give an address that begins with https://; only this computer itself needs none.`,
    )
  return address
}

function isThisComputer(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}
