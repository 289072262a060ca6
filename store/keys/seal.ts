import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts a key under another one (AES-256-GCM): nonce, tag, ciphertext. `about` is bound in without being stored, so that
 * a sealed key moved to another place does not open there.
 */
export function seal(secret: Uint8Array, key: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
  const ciphertext = Buffer.concat([cipher.update(secret), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext])
}

/** The secret again, or null when `key` or `about` is not the one it was sealed with or a byte was changed. */
export function unseal(sealed: Uint8Array, key: Uint8Array, about: string): Buffer | null {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(about))
    .setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const secret = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES))
  try {
    decipher.final()
    return secret
  } catch {
    secret.fill(0)
    return null
  }
}
