/** PDF allows other bytes before its header (ISO 32000-1 annex H, implementation note 13). */
const HEADER_WITHIN_BYTES = 1024

/** Where the PDF header stands in the first bytes of a file, -1 when there is none. */
export function pdfStart(bytes: Uint8Array): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN_BYTES + 5)).indexOf('%PDF-')
}
