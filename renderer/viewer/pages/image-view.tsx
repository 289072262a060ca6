import { useEffect, useState } from 'react'
import type { AssistantClient } from '../../../contract/index.ts'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/progress.tsx'
import { useClient } from '../../state/assistant-context.ts'
import { type UserFailure, userFailure } from '../../state/user-failure.ts'
import { isDrawnForUs, type Turn, type Zoom } from '../view-kind.ts'
import { LatePage, PageFrame } from './page-frame.tsx'
import { type JumpOnPage, type PageMarks, pageName, PageSheet } from './page-sheet.tsx'
import type { Reading } from './open-pdf.ts'
import { t } from '../../../wording/translate.ts'

type Props = {
  readonly reading: Reading
  readonly mediaType: string
  readonly name: string
  readonly page: number
  readonly pages: number
  readonly isWhole: boolean
  readonly zoom: Zoom
  readonly turn: Turn
  readonly marks: PageMarks
  readonly onShape: (ratio: number) => void
  readonly onJump: JumpOnPage
}

/** A picture that is a document, a photographed or scanned page, or all the pages of a fax. It lies as its camera says. */
export function ImageView({ page, pages, isWhole, zoom, onShape, ...shown }: Props) {
  if (!isWhole)
    return (
      <PageFrame zoom={zoom} label={pages > 1 ? t('viewer.page.one', { page: String(page) }) : shown.name}>
        <Picture key={page} {...shown} page={page} onShape={onShape} />
      </PageFrame>
    )
  return (
    <PageFrame zoom={zoom} label={t('viewer.page.all', { document: shown.name })}>
      <div className="pages">
        {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
          <LatePage key={number} page={number} isFirst={number === page}>
            <Picture {...shown} page={number} onShape={number === page ? onShape : null} />
          </LatePage>
        ))}
      </div>
    </PageFrame>
  )
}

type PictureProps = Pick<Props, 'reading' | 'mediaType' | 'name' | 'page' | 'turn' | 'marks' | 'onJump'> & {
  readonly onShape: ((ratio: number) => void) | null
}

function Picture({ reading, mediaType, name, page, turn, marks, onShape, onJump }: PictureProps) {
  const { address, failure } = useImage(reading, mediaType, page)
  const [ratio, setRatio] = useState<number | null>(null)
  const [isBroken, setBroken] = useState(false)
  if (failure) return <FailureNote failure={failure} />
  if (!address) return <Opening>{t('viewer.picture.opening')}</Opening>
  const shape = ({ currentTarget: { naturalWidth, naturalHeight } }: React.SyntheticEvent<HTMLImageElement>) => {
    if (naturalWidth === 0) return
    setRatio(naturalHeight / naturalWidth)
    onShape?.(naturalHeight / naturalWidth)
  }
  return (
    <PageSheet
      reading={reading}
      page={page}
      marks={marks}
      turn={turn}
      ratio={ratio ?? Math.SQRT2}
      isDrawn={ratio !== null}
      failure={isBroken ? t('viewer.picture.failed') : null}
      onJump={onJump}
    >
      <img src={address} alt={pageName(page, name, marks)} onLoad={shape} onError={() => setBroken(true)} />
    </PageSheet>
  )
}

/** The contract's limit for one reading of bytes. */
const PART_BYTES = 4 * 2 ** 20

type OpenedImage = { readonly address: string | null; readonly failure: UserFailure | null }

const NOTHING: OpenedImage = { address: null, failure: null }

/** The address of the picture of a page for as long as it is shown. */
function useImage({ matter, document: id, textVersion }: Reading, mediaType: string, page: number): OpenedImage {
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
        const failure = userFailure(caught, t('viewer.picture.textKept'))
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
