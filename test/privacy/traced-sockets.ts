import { readFile } from 'node:fs/promises'

/** What a process did with sockets that could reach beyond this computer, from `strace -f -e trace=network`. */
export type Traced = {
  /** How often a socket of each family was made. */
  readonly sockets: Readonly<Record<string, number>>
  /** Addresses that were connected to, bound or sent to, loopback and local ones left out. */
  readonly beyond: readonly string[]
  /** Loopback addresses that were bound or connected to: shows that the trace saw something. */
  readonly loopback: number
  /** Connections and datagrams to a name server's port, wherever it is. */
  readonly nameServer: readonly string[]
}

export async function readTrace(file: string): Promise<Traced> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  const sockets: Record<string, number> = {}
  for (const [, family = ''] of lines.flatMap((line) => [/\bsocket\((AF_\w+)/.exec(line) ?? []]))
    if (family) sockets[family] = (sockets[family] ?? 0) + 1
  const addresses = lines.flatMap(addressIn)
  return {
    sockets,
    beyond: [...new Set(addresses.filter(({ address }) => !isLoopback(address)).map(inWords))],
    loopback: addresses.filter(({ address }) => isLoopback(address)).length,
    nameServer: addresses.filter(({ port }) => port === '53' || port === '5353').map(inWords),
  }
}

type Address = { readonly call: string; readonly address: string; readonly port: string }

function addressIn(line: string): readonly Address[] {
  const call = /\b(connect|bind|sendto|sendmsg|sendmmsg)\(/.exec(line)?.[1]
  const address = /(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"/.exec(line)?.[1]
  const [, port = ''] = /sin6?_port=htons\((\d+)\)/.exec(line) ?? []
  return call && address ? [{ call, address, port }] : []
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1' || address === '::ffff:127.0.0.1'
}

function inWords({ call, address, port }: Address): string {
  return `${call} ${address} port ${port}`
}
