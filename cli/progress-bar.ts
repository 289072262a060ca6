const CELLS = 24

/** "████████░░░░ 62 %  about 2 min left": a bar for a share between 0 and 1. */
export function progressBar(share: number, secondsLeft: number | null): string {
  const part = Math.min(1, Math.max(0, share))
  const full = Math.round(part * CELLS)
  const left = secondsLeft === null ? '' : `  ${timeLeft(secondsLeft)} left`
  return `${'█'.repeat(full)}${'░'.repeat(CELLS - full)} ${String(Math.floor(part * 100)).padStart(3)} %${left}`
}

function timeLeft(seconds: number): string {
  if (seconds < 60) return `about ${Math.max(1, Math.round(seconds))} s`
  if (seconds < 3600) return `about ${Math.round(seconds / 60)} min`
  return `about ${(seconds / 3600).toFixed(1)} h`
}
