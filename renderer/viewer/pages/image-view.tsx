import { useState } from 'react'
import { FailureNote } from '../../parts/failure-note.tsx'
import { Opening } from '../../parts/opening.tsx'
import type { Zoom } from '../zoom.ts'
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
  readonly zoom: Zoom
  readonly turn: Turn
  readonly marks: PageMarks
  readonly onJump: JumpOnPage
}

/** A picture that is a document: a photographed or scanned page. The browser turns it as its camera says. */
export function ImageView({ reading, mediaType, name, zoom, turn, marks, onJump }: Props) {
  const { address, failure } = useImage(reading, mediaType)
  const [ratio, setRatio] = useState<number | null>(null)
  const [isBroken, setBroken] = useState(false)
  if (failure) return <FailureNote failure={failure} />
  if (!address) return <Opening>Opening the picture.</Opening>
  return (
    <PageFrame zoom={zoom} label={name}>
      <PageSheet
        reading={reading}
        page={1}
        marks={marks}
        isTarget
        turn={turn}
        ratio={ratio ?? Math.SQRT2}
        isDrawn={ratio !== null}
        onJump={onJump}
      >
        <img
          src={address}
          alt={pageName(1, name, marks)}
          onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
            naturalWidth > 0 && setRatio(naturalHeight / naturalWidth)
          }
          onError={() => setBroken(true)}
        />
        {isBroken ? <p className="message">This picture could not be drawn. Its text is kept and searched.</p> : null}
      </PageSheet>
    </PageFrame>
  )
}
