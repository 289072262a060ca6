/** What comes by the hundred is drawn no more often than this. */
const DRAWN_EVERY_MS = 50

export type SoonDrawn = {
  /** Something came. */
  soon(): void
  /** Nothing more comes: what is not drawn yet is drawn at once. */
  end(): void
}

/** Draws after something came, all that came meanwhile together; not where nothing did. */
export function drawSoon(draw: () => void): SoonDrawn {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const drawNow = () => {
    waiting = undefined
    draw()
  }
  return {
    soon: () => void (waiting ??= setTimeout(drawNow, DRAWN_EVERY_MS)),
    end() {
      if (waiting === undefined) return
      clearTimeout(waiting)
      drawNow()
    },
  }
}
