import { useEffect, useState } from 'react'
import type { AssistantClient } from '../../../contract/index.ts'
import { useClient } from '../../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../../state/user-failure.ts'
import type { Reading } from './open-pdf.ts'

/** The contract's limit for one reading of bytes. */
const PART_BYTES = 4 * 2 ** 20

type OpenedImage = { readonly address: string | null; readonly failure: UserFailure | null }

const NOTHING: OpenedImage = { address: null, failure: null }

/** The address of a picture's bytes for as long as it is shown. */
export function useImage({ matter, document: id, textVersion }: Reading, mediaType: string): OpenedImage {
  const client = useClient()
  const key = `${id} ${textVersion}`
  const [held, setHeld] = useState<OpenedImage & { readonly of: string }>({ ...NOTHING, of: '' })
  useEffect(() => {
    const abort = new AbortController()
    let address: string | null = null
    readAll(client, { matter, document: id, textVersion }, abort.signal).then(
      (parts) => {
        if (abort.signal.aborted) return
        address = URL.createObjectURL(new Blob([...parts], { type: mediaType }))
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
  }, [client, matter, id, textVersion, mediaType, key])
  return held.of === key ? held : NOTHING
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
