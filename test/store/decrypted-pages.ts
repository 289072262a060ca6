import { createDecipheriv } from 'node:crypto'

const PAGE_BYTES = 4096
const RESERVED_BYTES = 80
const IV_BYTES = 16

/**
 * All pages of a sqlcipher file, decrypted without SQLite: free pages and slack as well, which no query would show. For a
 * write-ahead log (`isLog`) the pages of all its frames, those of before the last checkpoint too.
 */
export function decryptedPages(file: Buffer, key: Uint8Array, isLog: boolean): Buffer {
  const start = isLog ? 32 : 0
  const gap = isLog ? 24 : 0
  const pages: Buffer[] = []
  for (let at = start; at + gap + PAGE_BYTES <= file.length; at += gap + PAGE_BYTES)
    pages.push(decrypt(file.subarray(at + gap, at + gap + PAGE_BYTES), key))
  return Buffer.concat(pages)
}

function decrypt(page: Buffer, key: Uint8Array): Buffer {
  const ivAt = PAGE_BYTES - RESERVED_BYTES
  const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(ivAt, ivAt + IV_BYTES)).setAutoPadding(false)
  // The first page begins with 16 bytes of salt; CBC decrypts all blocks but the next one all the same.
  return Buffer.concat([decipher.update(page.subarray(0, ivAt)), decipher.final()])
}
