import { readFile, rename, stat, writeFile } from 'node:fs/promises'

/** Offsets in the head of a 64-bit ELF file (System V ABI, chapter 4 and 5). */
const HEAD = { programs: 32, sections: 40, programSize: 54, programCount: 56, sectionCount: 60, sectionNames: 62 }
const PROGRAM = { offset: 8, fileSize: 32 }
const HEAD_BYTES = 64
const ELF_64_LITTLE = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1])

/**
 * Cuts off what stands behind the last part of a Linux library that is ever loaded: names for a debugger, 34 of the 202 MB of LanceDB.
 * Other files stay as they are. The file gets a new inode: the packer may have made it a hard link into `node_modules`.
 */
export async function dropSymbols(file: string): Promise<void> {
  const bytes = await readFile(file)
  if (bytes.length < HEAD_BYTES || !bytes.subarray(0, ELF_64_LITTLE.length).equals(ELF_64_LITTLE)) return
  const end = loadedEnd(bytes)
  if (end >= bytes.length) return
  const kept = Buffer.from(bytes.subarray(0, end))
  kept.writeBigUInt64LE(0n, HEAD.sections)
  kept.writeUInt16LE(0, HEAD.sectionCount)
  kept.writeUInt16LE(0, HEAD.sectionNames)
  const { mode } = await stat(file)
  await writeFile(`${file}.part`, kept, { mode })
  await rename(`${file}.part`, file)
}

/** Where the last of the parts ends that the system's loader is told of. */
function loadedEnd(bytes: Buffer): number {
  const first = Number(bytes.readBigUInt64LE(HEAD.programs))
  const size = bytes.readUInt16LE(HEAD.programSize)
  const ends = Array.from({ length: bytes.readUInt16LE(HEAD.programCount) }, (_, index) => {
    const at = first + index * size
    return Number(bytes.readBigUInt64LE(at + PROGRAM.offset) + bytes.readBigUInt64LE(at + PROGRAM.fileSize))
  })
  return Math.max(HEAD_BYTES, first + ends.length * size, ...ends)
}
