const EQUALS = 0x3d

/** Bytes from quoted-printable (RFC 2045, 6.7); what breaks its rules stays as it is. */
export function quotedPrintable(source: Buffer): Buffer {
  const target = Buffer.allocUnsafe(source.length)
  let length = 0
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at]!
    const after = byte === EQUALS ? source.subarray(at + 1, at + 3).toString('latin1') : ''
    if (/^[0-9a-f]{2}$/i.test(after)) {
      target[length++] = Number.parseInt(after, 16)
      at += 2
    } else if (after.startsWith('\n')) at += 1
    else if (after === '\r\n') at += 2
    else target[length++] = byte
  }
  return target.subarray(0, length)
}
