import { useEffect, useState } from 'react'
import type { AssistantClient } from '../../../contract/index.ts'
import { useClient } from '../../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../../state/user-failure.ts'
import { isDrawnForUs } from '../view-kind.ts'
import type { Reading } from './open-pdf.ts'

/** The contract's limit for one reading of bytes. */
const PART_BYTES = 4 * 2 ** 20

type OpenedImage = { readonly address: string | null; readonly failure: UserFailure | null }

const NOTHING: OpenedImage = { address: null, failure: null }

/** The address of the picture of a page for as long as it is shown. */
export function useImage({ matter, document: id, textVersion }: Reading, mediaType: string, page: number): OpenedImage {
  const client = useClient()
  const key = `${id} ${textVersion} ${page}`
  const [held, setHeld] = useState<OpenedImage & { readonly of: string }>({ ...NOTHING, of: '' })
  useEffect(() => {
    const abort = new AbortController()
    let address: string | null = null
    pictureOf(client, { matter, document: id, textVersion }, { mediaType, page }, abort.signal).then(
      (picture) => {
        if (abort.signal.aborted) return
        address = URL.createObjectURL(picture)
        setHeld({ address, failure: null, of: key })
      },
      (caught: unknown) => {
        const failure = userFailure(caught, 'The text of the picture is kept and searched.')
        if (!abort.signal.aborted) setHeld({ address: null, failure, of: key })
      },
    )
    return () => {
      abort.abort()
      if (address) URL.revokeObjectURL(address)
    }
  }, [client, matter, id, textVersion, mediaType, page, key])
  return held.of === key ? held : NOTHING
}

async function pictureOf(
  client: AssistantClient,
  reading: Reading,
  { mediaType, page }: { readonly mediaType: string; readonly page: number },
  signal: AbortSignal,
): Promise<Blob> {
  if (isDrawnForUs(mediaType)) return (await client.library.pageImage({ ...reading, page }, { signal })).image
  return new Blob([...(await readAll(client, reading, signal))], { type: mediaType })
}

async function readAll(client: AssistantClient, reading: Reading, signal: AbortSignal): Promise<readonly Blob[]> {
  const parts: Blob[] = []
  for (let from = 0, size = 1; from < size; from += PART_BYTES) {
    const part = await client.library.bytes({ ...reading, from, to: from + PART_BYTES }, { signal })
    parts.push(part.bytes)
    size = part.size
  }
  return parts
}
