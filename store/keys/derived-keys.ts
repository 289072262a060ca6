import { hkdfSync } from 'node:crypto'
import { seal, unseal } from './seal.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** The key of `app.db`, from the master key. */
export function appStoreKey(masterKey: Uint8Array): Buffer {
  return derive(masterKey, 'consilium app store 1')
}

/** A matter's own key as it is kept in the app store; bound to the matter's id. */
export function wrapMatterKey(matterKey: Uint8Array, masterKey: Uint8Array, matterId: string): Buffer {
  const key = derive(masterKey, 'consilium matter keys 1')
  const wrapped = seal(matterKey, key, matterId)
  key.fill(0)
  return wrapped
}

/** Throws `DAMAGED`: the master key is known to be right, so the row is not what was written. */
export function unwrapMatterKey(wrapped: Uint8Array, masterKey: Uint8Array, matterId: string): Buffer {
  const key = derive(masterKey, 'consilium matter keys 1')
  const matterKey = unseal(wrapped, key, matterId)
  key.fill(0)
  if (!matterKey) throw new Failure('DAMAGED', message('failures.keys.damagedMatterKey'))
  return matterKey
}

function derive(masterKey: Uint8Array, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), label, 32))
}
