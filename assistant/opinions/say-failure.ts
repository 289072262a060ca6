import { CloudFailure, type CloudFailureKind } from '../../models/cloud/cloud-failure.ts'
import type { SendingProgress } from './sending-progress.ts'

const TODO: Readonly<Partial<Record<CloudFailureKind, string>>> = {
  unreachable: 'Check the address and the connection, then agree to the packet again.',
  key: 'Set the key of the provider, then agree to the packet again.',
  busy: 'Wait, then agree to the packet again.',
  server: 'Wait, then agree to the packet again.',
  rejected: 'Check the name of the model, then prepare the packet again.',
  redirect: 'Set the address of the provider to the one that it has now.',
  'too-large': 'Check what answers at this address.',
  changed: 'Read the packet and agree to it again.',
}

export const EARLIER = 'An earlier attempt may have arrived.'

/** For the user: what happened, whether it may have arrived, what was kept, what to do. */
export function sayFailure(failure: CloudFailure, { attempts, text, mayHaveArrived }: SendingProgress): string {
  const again = attempts > 1 ? ` It was tried ${attempts} times, with the same bytes.` : ''
  const kept = text !== '' ? 'What came is kept, and the packet too.' : 'The packet is kept.'
  const todo = TODO[failure.kind] ?? 'To ask once more, agree to the packet again.'
  return `${failure.message}${again} ${arrival(failure, mayHaveArrived)} ${kept} It is not sent again without a new yes. ${todo}`
}

function arrival({ mayHaveArrived, kind, status }: CloudFailure, isEarlierThere: boolean): string {
  if (!mayHaveArrived && isEarlierThere) return EARLIER
  if (!mayHaveArrived) return 'Nothing was sent.'
  return status === null && kind !== 'cut' && kind !== 'too-large' && kind !== 'reply'
    ? 'The packet may have arrived.'
    : 'The packet arrived.'
}
