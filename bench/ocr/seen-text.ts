import { fileURLToPath } from 'node:url'
import { LiteParse } from '@llamaindex/liteparse'
import { decodeGray } from '../../library/read/image/decode-gray.ts'
import { imagePdf } from '../../library/read/ocr/recognise-words.ts'
import type { OcrRequest } from '../../library/read/read-page.ts'
import { isAttached } from '../../library/read/read-source.ts'
import type { RemoteReader } from '../../library/remote-reader.ts'

const DPI = 200
/** Laid there by `npm run build`. */
const DATA_FOLDER = fileURLToPath(new URL('../../out/ocr-data', import.meta.url))
const OCR: OcrRequest = { mode: 'auto', dataFolder: DATA_FOLDER, languages: [] }

/** What a person sees of a PDF: its pages drawn and recognised, whatever their text layers say. */
export async function seenText(reader: RemoteReader, bytes: Buffer, pages: number): Promise<string> {
  const texts: string[] = []
  for (let page = 1; page <= pages; page += 1) {
    const [drawn] = await new LiteParse({ ocrEnabled: false, quiet: true, dpi: DPI }).screenshot(bytes, [page])
    const scan = imagePdf(await decodeGray(drawn!.imageBuffer), DPI)
    const reading = reader.read({ name: 'scan.pdf', sizeBytes: scan.length, chunks: () => [scan], ocr: OCR })
    for await (const item of reading) if (!isAttached(item)) texts.push(item.text)
  }
  return texts.join('\n')
}
