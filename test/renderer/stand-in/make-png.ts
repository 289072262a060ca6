import { crc32, deflateSync } from 'node:zlib'
import type { Box } from '../../../contract/document.ts'

/** A white PNG in grey tones with the boxes filled dark: a scan that needs no scanner. */
export function makePng(width: number, height: number, boxes: readonly Box[]): Uint8Array<ArrayBuffer> {
  const rows = Buffer.alloc((width + 1) * height, 255)
  for (let y = 0; y < height; y += 1) rows[y * (width + 1)] = 0
  for (const box of boxes)
    for (let y = Math.round(box.y); y < box.y + box.height; y += 1)
      rows.fill(40, y * (width + 1) + 1 + Math.round(box.x), y * (width + 1) + 1 + Math.round(box.x + box.width))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const parts = [signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat(parts))
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
