import { useState } from 'react'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/opening.tsx'
import type { Zoom } from '../zoom.ts'
import { LatePage } from './late-page.tsx'
import type { JumpOnPage } from './link-layer.tsx'
import type { Reading } from './open-pdf.ts'
import { PageFrame } from './page-frame.tsx'
import { type PageMarks, pageName } from './page-marks.ts'
import { PageSheet, type Turn } from './page-sheet.tsx'
import { useImage } from './use-image.ts'

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
      <PageFrame zoom={zoom} label={pages > 1 ? `Page ${page}` : shown.name}>
        <Picture key={page} {...shown} page={page} isTarget onShape={onShape} />
      </PageFrame>
    )
  return (
    <PageFrame zoom={zoom} label={`All pages of ${shown.name}`}>
      <div className="pages">
        {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
          <LatePage key={number} isFirst={number === page}>
            <Picture {...shown} page={number} isTarget={number === page} onShape={number === page ? onShape : null} />
          </LatePage>
        ))}
      </div>
    </PageFrame>
  )
}

type PictureProps = Pick<Props, 'reading' | 'mediaType' | 'name' | 'page' | 'turn' | 'marks' | 'onJump'> & {
  readonly isTarget: boolean
  readonly onShape: ((ratio: number) => void) | null
}

function Picture({ reading, mediaType, name, page, turn, marks, isTarget, onShape, onJump }: PictureProps) {
  const { address, failure } = useImage(reading, mediaType, page)
  const [ratio, setRatio] = useState<number | null>(null)
  const [isBroken, setBroken] = useState(false)
  if (failure) return <FailureNote failure={failure} />
  if (!address) return <Opening>Opening the picture.</Opening>
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
      isTarget={isTarget}
      turn={turn}
      ratio={ratio ?? Math.SQRT2}
      isDrawn={ratio !== null}
      onJump={onJump}
    >
      <img src={address} alt={pageName(page, name, marks)} onLoad={shape} onError={() => setBroken(true)} />
      {isBroken ? <p className="message">This picture could not be drawn. Its text is kept and searched.</p> : null}
    </PageSheet>
  )
}
