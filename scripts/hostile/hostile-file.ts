/** One hostile file: its bytes, what is wrong with it, and the state in which reading it should end. */
export type HostileFile = {
  readonly name: string
  readonly about: string
  readonly expect: 'ready' | 'partial' | 'failed' | 'needs-password' | 'unsupported'
  /** The password that opens it, where there is one. */
  readonly password?: string
}

/** Makes its bytes only when asked, so that no two big files are in memory together. */
export type HostileRecipe = HostileFile & { readonly make: () => Buffer | Promise<Buffer> }
