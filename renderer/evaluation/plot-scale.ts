/** Where shares from 0 to 1 lie in a square plot; y points up. */
export const PLOT = { left: 44, top: 22, width: 300, height: 240 } as const

export function plotX(share: number): number {
  return PLOT.left + PLOT.width * share
}

export function plotY(share: number): number {
  return PLOT.top + PLOT.height * (1 - share)
}

export const TICKS = [0, 0.25, 0.5, 0.75, 1]
