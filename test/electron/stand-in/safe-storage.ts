import type { readHomeKey } from '../../../electron/home-key.ts'

export type SafeStorage = Parameters<typeof readHomeKey>[0]

/** A keychain that "encrypts" by turning the text around under its own name: another keychain cannot read it. */
export function createSafeStorage(
  name = 'keychain',
  backend: 'basic_text' | 'gnome_libsecret' = 'gnome_libsecret',
): SafeStorage {
  return {
    getSelectedStorageBackend: () => backend,
    isAsyncEncryptionAvailable: async () => true,
    encryptStringAsync: async (text) => Buffer.from(`${name}:${[...text].toReversed().join('')}`),
    async decryptStringAsync(sealed) {
      const [by, text = ''] = sealed.toString().split(':')
      if (by !== name) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.')
      return { shouldReEncrypt: false, result: [...text].toReversed().join('') }
    },
  }
}
