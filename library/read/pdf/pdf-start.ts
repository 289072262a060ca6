/** PDF allows other bytes before its header (ISO 32000-1 annex H, implementation note 13). */
const HEADER_WITHIN_BYTES = 1024

const ZIP_ENTRY = Buffer.from('PK\x03\x04', 'latin1')

/**
 * Where the PDF header stands in the first bytes of a file, -1 when there is none. An archive whose first file is a PDF that was
 * not compressed has one as well; it is an archive.
 */
export function pdfStart(bytes: Uint8Array): number {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HEADER_WITHIN_BYTES + 5))
  return head.subarray(0, ZIP_ENTRY.length).equals(ZIP_ENTRY) ? -1 : head.indexOf('%PDF-')
}
