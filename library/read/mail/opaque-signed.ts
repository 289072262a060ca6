/** How deep the content lies: ContentInfo, SignedData, EncapsulatedContentInfo, and a string in pieces. */
const DEEPEST = 12
/** 1.2.840.113549.1.7.2, signedData. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')
/** 1.2.840.113549.1.7.1, data. */
const DATA = Buffer.from('06092a864886f70d010701', 'hex')
const OCTETS = 0x04
const OCTETS_IN_PIECES = 0x24

type Element = { readonly tag: number; readonly start: number; readonly end: number }

/**
 * The message inside an S/MIME part that is signed and not encrypted (CMS SignedData, RFC 5652): signature and certificates
 * are passed over, nothing is verified. Undefined where it is encrypted or no such part.
 */
export function opaqueSignedContent(cms: Buffer): Buffer | undefined {
  if (cms.subarray(0, 40).indexOf(SIGNED_DATA) < 0) return undefined
  const at = cms.indexOf(DATA)
  if (at < 0) return undefined
  const explicit = elementAt(cms, at + DATA.length, cms.length)
  if (explicit?.tag !== 0xa0) return undefined
  return octets(cms, elementAt(cms, explicit.start, explicit.end), 0)
}

function octets(cms: Buffer, element: Element | undefined, depth: number): Buffer | undefined {
  if (!element || depth > DEEPEST) return undefined
  if (element.tag === OCTETS) return cms.subarray(element.start, element.end)
  if (element.tag !== OCTETS_IN_PIECES) return undefined
  const pieces: Buffer[] = []
  for (let at = element.start; at < element.end; ) {
    const next = elementAt(cms, at, element.end)
    const piece = octets(cms, next, depth + 1)
    if (!next || !piece) break
    pieces.push(piece)
    at = next.end
  }
  return Buffer.concat(pieces)
}

/** One BER element; of unknown length (0x80) it reaches as far as its parent, and reading stops at its end mark. */
function elementAt(cms: Buffer, at: number, limit: number): Element | undefined {
  const tag = cms[at]
  const first = cms[at + 1]
  if (tag === undefined || first === undefined || at + 2 > limit || (tag === 0 && first === 0)) return undefined
  if (first === 0x80) return { tag, start: at + 2, end: limit }
  if (first < 0x80) return { tag, start: at + 2, end: Math.min(limit, at + 2 + first) }
  const size = first & 0x7f
  if (size > 4 || at + 2 + size > limit) return undefined
  const start = at + 2 + size
  return { tag, start, end: Math.min(limit, start + cms.readUIntBE(at + 2, size)) }
}
