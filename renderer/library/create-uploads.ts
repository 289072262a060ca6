import type { AddEvent } from '../../contract/document.ts'
import { rootPath } from '../parts/path-field.tsx'
import type { AssistantClient } from '../../contract/index.ts'
import type { Host } from '../connection/open-connection.ts'
import { type UserFailure, userFailure } from '../state/user-failure.ts'
import { t } from '../../wording/translate.ts'
import type { PickedFile, Unreadable } from './collect-files.ts'

type Upload = {
  readonly upload: string
  readonly matter: string
  readonly path: string
  readonly sizeBytes: number
  readonly sentBytes: number
  /** Set when it could not be taken in; the others go on. */
  readonly failure: UserFailure | null
}

/** Files on their way into a matter. What has arrived is read by the assistant, whether the window is open or not. */
export interface Uploads {
  readonly list: readonly Upload[]
  /** Takes files in, one after the other. Under Electron only their paths travel. */
  add(matter: string, files: readonly PickedFile[]): void
  /** Sends the file that becomes the new version of a document. */
  replace(matter: string, documentId: string, file: File): void
  /** Shows what could not be read where it lies. */
  refuse(matter: string, unreadable: readonly Unreadable[]): void
  /** Stops those that have not begun and the present one; what arrived stays. */
  stop(matter: string): void
  forget(upload: string): void
  onChange(listener: () => void): () => void
}

/** The contract's limit for one chunk; a frame holds twice that. */
export const CHUNK_BYTES = 4 * 2 ** 20

type Task = {
  readonly upload: Upload
  readonly file: File
  readonly abort: AbortController
  /** The document that the file is a new version of. */
  readonly replaces: string | null
}

export function createUploads(client: AssistantClient, host: Host | undefined): Uploads {
  const listeners = new Set<() => void>()
  const tasks: Task[] = []
  let list: readonly Upload[] = []
  let current: Task | null = null

  function show(next: readonly Upload[]): void {
    list = next
    for (const listener of listeners) listener()
  }
  const update = (id: string, change: Partial<Upload>) =>
    show(list.map((upload) => (upload.upload === id ? { ...upload, ...change } : upload)))
  const drop = (id: string) => show(list.filter(({ upload }) => upload !== id))

  async function run(): Promise<void> {
    if (current) return
    for (let task = tasks.shift(); task; task = tasks.shift()) {
      current = task
      const { upload } = task.upload
      try {
        await send(client, task, (sentBytes) => update(upload, { sentBytes }))
        drop(upload)
      } catch (caught) {
        const failure = userFailure(caught, t('library.uploads.othersGoOn'))
        if (failure) update(upload, { failure })
        else drop(upload)
      }
    }
    current = null
  }

  function begin(added: readonly Task[]): void {
    tasks.push(...added)
    show([...list, ...added.map(({ upload }) => upload)])
    void run()
  }

  return {
    get list() {
      return list
    },
    add(matter, files) {
      if (host) void addPaths(client, host, matter, files, (upload) => show([...list, upload]))
      else begin(files.map((file) => taskOf(matter, file, null)))
    },
    // By its bytes under Electron as well.
    replace: (matter, documentId, file) => begin([taskOf(matter, { path: file.name, file }, documentId)]),
    refuse: (matter, unreadable) => show([...list, ...unreadable.map((one) => unreadableUpload(matter, one))]),
    stop(matter) {
      tasks.splice(0, tasks.length, ...tasks.filter(({ upload }) => upload.matter !== matter))
      if (current?.upload.matter === matter) current.abort.abort()
      show(list.filter((upload) => upload.matter !== matter || upload.sentBytes > 0 || upload.failure !== null))
    },
    forget: drop,
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function taskOf(matter: string, { path, file }: PickedFile, replaces: string | null): Task {
  const upload = { upload: crypto.randomUUID(), matter, path, sizeBytes: file.size, sentBytes: 0, failure: null }
  return { upload, file, abort: new AbortController(), replaces }
}

function failedUpload(matter: string, files: readonly PickedFile[], failure: UserFailure): Upload {
  const path = files.length === 1 ? (files[0]?.path ?? '') : t('library.uploads.files', { count: files.length })
  return { upload: crypto.randomUUID(), matter, path, sizeBytes: 0, sentBytes: 0, failure }
}

function unreadableUpload(matter: string, { path, reason }: Unreadable): Upload {
  const failure = {
    code: 'UNKNOWN',
    happened: t('library.uploads.unreadable', { reason }),
    kept: t('library.uploads.othersGoOn'),
    todo: t('library.uploads.addAgain'),
  } as const
  return { upload: crypto.randomUUID(), matter, path, sizeBytes: 0, sentBytes: 0, failure }
}

async function send(client: AssistantClient, task: Task, onSent: (sentBytes: number) => void): Promise<void> {
  const { upload, matter, path, sizeBytes } = task.upload
  let from = 0
  do {
    const to = Math.min(from + CHUNK_BYTES, sizeBytes)
    const chunk = new File([task.file.slice(from, to)], 'chunk')
    const last = to === sizeBytes
    const piece = { matter, path, upload, from, chunk, last, replaces: task.replaces }
    await client.library.addBytes(piece, { signal: task.abort.signal })
    onSent(to)
    from = to
  } while (from < sizeBytes)
}

/** What is begun goes on without us; the events come through the application's own stream. `onTrouble`: what is to be shown. */
async function addPaths(
  client: AssistantClient,
  host: Host,
  matter: string,
  files: readonly PickedFile[],
  onTrouble: (upload: Upload) => void,
): Promise<void> {
  const paths = [...new Set(files.map(({ file }) => rootPath(host.pathFor(file), file.webkitRelativePath || '')))]
  try {
    for await (const event of await client.library.addPaths({ matter, paths }))
      if (event.type === 'left-out') onTrouble(leftOutUpload(matter, event))
  } catch (caught) {
    const failure = userFailure(caught, t('library.uploads.earlierKept'))
    if (failure) onTrouble(failedUpload(matter, files, failure))
  }
}

function leftOutUpload(matter: string, { path, reason }: Extract<AddEvent, { type: 'left-out' }>): Upload {
  const failure = {
    code: 'UNKNOWN',
    happened: reason === 'removed' ? t('library.uploads.removedBefore') : t('library.uploads.replacedBefore'),
    kept: t('library.uploads.othersGoOn'),
    todo: t('library.uploads.addItself'),
  } as const
  return { upload: crypto.randomUUID(), matter, path, sizeBytes: 0, sentBytes: 0, failure }
}
