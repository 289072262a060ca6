import { verbatim } from '../../../wording/message.ts'
import type { Computer, ModelProgress, ModelRow } from '../../../contract/model.ts'

const GB = 2 ** 30

export const COMPUTER: Computer = {
  cores: 8,
  threads: 7,
  memoryBytes: 16 * GB,
  freeBytes: 10.8 * GB,
  diskFreeBytes: 212e9,
  graphicsFault: null,
  graphicsOffers: [],
  graphics: null,
}

type Short = readonly [
  id: string,
  bytes: number,
  licence: string,
  fit: ModelRow['fit']['verdict'],
  needGb: number,
  note: string,
]

const ROWS: readonly Short[] = [
  ['qwen3-4b', 2.5e9, 'Apache 2.0', 'yes', 3.4, 'Q4_K_M, 4 billion weights'],
  ['qwen3-1.7b', 1.83e9, 'Apache 2.0', 'yes', 2.4, 'Q8_0, 1.7 billion weights'],
  ['phi-4-mini', 2.49e9, 'MIT', 'yes', 3.5, 'Q4_K_M, 3.8 billion weights'],
  ['qwen3-8b', 5.03e9, 'Apache 2.0', 'slow', 6.3, 'Q4_K_M'],
  ['qwen3-14b', 9e9, 'Apache 2.0', 'no', 11.5, 'Q4_K_M'],
]

const TO_TRY = 'qwen3-1.7b'

const REASONS = { yes: 'fits', slow: 'cores', no: 'memory' } as const

export function inventModels(): ModelRow[] {
  const writing = ROWS.map(([id, bytes, licence, verdict, needGb, note]) =>
    row(id, 'language', bytes, licence, note, { verdict, needGb }),
  )
  return [
    ...writing,
    row('multilingual-e5-small', 'embedding', 118e6, 'MIT', '384 numbers a passage', { verdict: 'yes', needGb: 0.5 }),
  ]
}

function row(
  id: string,
  kind: ModelRow['kind'],
  bytes: number,
  licence: string,
  note: string,
  fit: { verdict: ModelRow['fit']['verdict']; needGb: number },
): ModelRow {
  return {
    id,
    title: id,
    kind,
    bytes,
    sha256: '3f9a77c0'.repeat(8),
    licence,
    languages: 'English and 100 others',
    installed: false,
    inUse: false,
    partialBytes: 0,
    fromPackageIndex: false,
    address: `https://models.example/${id}/${id}.gguf`,
    notes: [verbatim(note)],
    fit: {
      verdict: fit.verdict,
      reason: REASONS[fit.verdict],
      needBytes: fit.needGb * GB,
      memoryBytes: 16 * GB,
      freeBytes: 10.8 * GB,
      threads: 8,
      tokensPerSecond: kind === 'language' ? 6 : null,
    },
    purpose: kind === 'language' ? (id === TO_TRY ? 'try' : 'daily') : null,
  }
}

/** A download that goes on where it stopped, `steps` steps to the end. */
export async function* inventDownload(
  model: ModelRow,
  waitMs: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<ModelProgress> {
  const { id, bytes } = model
  const step = bytes / 40
  yield { type: 'model-start', id, way: 'address', address: model.address ?? '', bytes, resumedAt: model.partialBytes }
  for (let doneBytes = model.partialBytes; doneBytes < bytes; doneBytes = Math.min(bytes, doneBytes + step)) {
    signal?.throwIfAborted()
    model.partialBytes = doneBytes
    yield {
      type: 'model-progress',
      id,
      doneBytes,
      bytes,
      bytesPerSecond: 6.2e6,
      secondsLeft: (bytes - doneBytes) / 6.2e6,
    }
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
  Object.assign(model, { installed: true, partialBytes: 0 })
  yield { type: 'model-end', id, path: `/models/${id}.gguf`, sha256: model.sha256 }
}
