import { randomBytes, scrypt } from 'node:crypto'
import * as z from 'zod'
import { seal, unseal } from './seal.ts'

/** Cost of one guess at a passphrase: memory is 128 * N * r bytes. */
export const ScryptCost = z.object({
  // The upper bounds keep a tampered file from taking all the memory of the computer.
  N: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20)
    // Of another number OpenSSL says that it is no parameter, which would not tell that the file is damaged.
    .refine((value) => Number.isInteger(Math.log2(value)), 'expected a power of two'),
  r: z.number().int().min(1).max(16),
  p: z.number().int().min(1).max(4),
})
export type ScryptCost = z.infer<typeof ScryptCost>

/** 128 MiB and about 0.4 s a guess (`docs/storage.md`). */
export const PASSPHRASE_COST: ScryptCost = { N: 2 ** 17, r: 8, p: 1 }

/** Bytes in Base64. As they are written and no other way: bits of the last letter that mean nothing must not be changed unseen. */
const Base64 = z
  .base64()
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text, 'expected Base64 as it is written')

/** A key under a passphrase. */
export const PassphraseWrap = z.object({ scrypt: ScryptCost, salt: Base64, sealed: Base64 })
export type PassphraseWrap = z.infer<typeof PassphraseWrap>

/** Seals `secret` under `passphrase`. `about` must be the same when it is opened. */
export async function wrapByPassphrase(
  secret: Uint8Array,
  passphrase: string,
  about: string,
  cost: ScryptCost,
): Promise<PassphraseWrap> {
  const salt = randomBytes(16)
  const key = await passphraseKey(passphrase, salt, cost)
  const sealed = seal(secret, key, about)
  key.fill(0)
  return { scrypt: cost, salt: salt.toString('base64'), sealed: sealed.toString('base64') }
}

/** The secret, or null when the passphrase is not the one. */
export async function unwrapByPassphrase(
  wrap: PassphraseWrap,
  passphrase: string,
  about: string,
): Promise<Buffer | null> {
  const key = await passphraseKey(passphrase, Buffer.from(wrap.salt, 'base64'), wrap.scrypt)
  const secret = unseal(Buffer.from(wrap.sealed, 'base64'), key, about)
  key.fill(0)
  return secret
}

function passphraseKey(passphrase: string, salt: Uint8Array, { N, r, p }: ScryptCost): Promise<Buffer> {
  // The same letters typed on another keyboard may arrive composed differently.
  const bytes = Buffer.from(passphrase.normalize('NFKC'))
  return new Promise((resolve, reject) => {
    scrypt(bytes, salt, 32, { N, r, p, maxmem: 2 * 128 * N * r + 2 ** 20 }, (error, key) => {
      bytes.fill(0)
      if (error) reject(error)
      else resolve(key)
    })
  })
}
