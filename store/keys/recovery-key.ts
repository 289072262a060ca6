import { hkdfSync, randomBytes } from 'node:crypto'
import * as z from 'zod'
import { seal, unseal } from './seal.ts'
import { Failure } from '../../wording/failure.ts'
import { message } from '../../wording/message.ts'

/** Crockford's: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CHARACTERS = 40
const GROUP = 5

/** A key under a recovery key; bytes are Base64. */
export const RecoveryWrap = z.object({ salt: z.base64(), sealed: z.base64() })
export type RecoveryWrap = z.infer<typeof RecoveryWrap>

/** A new key to print: 8 groups of 5 characters, 39 random ones (195 bits) and a check character. */
export function makeRecoveryKey(): string {
  const values = [...randomBytes(CHARACTERS - 1)].map((byte) => byte % ALPHABET.length)
  const characters = [...values, checkValue(values)].map((value) => ALPHABET[value]).join('')
  return (characters.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')
}

/** Seals `secret` under a recovery key. No scrypt: 195 random bits cannot be guessed. */
export function wrapByRecoveryKey(secret: Uint8Array, recoveryKey: string, about: string): RecoveryWrap {
  const salt = randomBytes(16)
  const sealed = seal(secret, recoveryKeyKey(recoveryKey, salt), about)
  return { salt: salt.toString('base64'), sealed: sealed.toString('base64') }
}

/** The secret, or null when it is another key. Throws `WRONG_USE` when what was typed cannot be a recovery key at all. */
export function unwrapByRecoveryKey(wrap: RecoveryWrap, recoveryKey: string, about: string): Buffer | null {
  return unseal(
    Buffer.from(wrap.sealed, 'base64'),
    recoveryKeyKey(recoveryKey, Buffer.from(wrap.salt, 'base64')),
    about,
  )
}

function recoveryKeyKey(recoveryKey: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', readRecoveryKey(recoveryKey), salt, 'consilium recovery key', 32))
}

/** As typed by hand: any case, any spacing, O for 0, I and L for 1. */
function readRecoveryKey(typed: string): Buffer {
  const characters = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const values = Array.from(characters, (character) => ALPHABET.indexOf(character))
  if (values.length !== CHARACTERS)
    throw new Failure(
      'WRONG_USE',
      message('failures.keys.recoveryLength', { needed: CHARACTERS, count: values.length }),
    )
  const strange = values.indexOf(-1)
  if (strange >= 0)
    throw new Failure(
      'WRONG_USE',
      message('failures.keys.recoveryCharacter', { character: String(characters[strange]), group: group(strange) }),
    )
  if (values.at(-1) !== checkValue(values.slice(0, -1)))
    throw new Failure('WRONG_USE', message('failures.keys.recoveryTyping'))
  return Buffer.from(values)
}

function group(index: number): number {
  return Math.floor(index / GROUP) + 1
}

/** Odd weights are invertible modulo 32, so every single wrong character is noticed, and most swaps of neighbours. */
function checkValue(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (2 * index + 1), 0) % ALPHABET.length
}
