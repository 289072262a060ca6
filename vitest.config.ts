import { defineConfig } from 'vitest/config'

const THOROUGH = 'test/**/*.thorough.test.ts'
const SET_UP = 'test/set-up.ts'
const COMPONENTS = 'test/renderer/components/**/*.test.tsx'
/** About a process: its environment, its children, its end. */
const PROCESS = ['cli', 'electron', 'host', 'hosts', 'models', 'processes'].map(
  (folder) => `test/${folder}/**/*.test.ts`,
)
/**
 * A limit ends what hangs. It asserts no speed: of 8,796 tests one failed on a machine with six times the usual load, by its limit of 30 s.
 * With three workers, files that kill and restart processes ran into each other's load.
 */
const LIMITS = { testTimeout: 240_000, hookTimeout: 240_000, maxWorkers: 2, expect: { poll: { timeout: 90_000 } } }

/**
 * `unit` needs nothing but the packages; `process` neither, nor `components`, which runs parts of the window in a document of memory, nor
 * `thorough`, which takes long: it kills, floods, mutates, drives the whole program. `model` needs weights, which it fetches itself
 * (`test/model/real-models.ts`).
 *
 * A process of its own for each file, with all modules loaded anew, took more of the time than the tests did. So files share one where
 * a process is not what they are about: they leave no change behind, and pass in any order (`--sequence.shuffle.files`).
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/model/**', 'test/browser/**', THOROUGH, COMPONENTS, ...PROCESS],
          isolate: false,
          setupFiles: [SET_UP],
          ...LIMITS,
        },
      },
      { test: { name: 'process', include: PROCESS, exclude: [THOROUGH], setupFiles: [SET_UP], ...LIMITS } },
      {
        test: {
          name: 'components',
          include: [COMPONENTS],
          environment: 'happy-dom',
          isolate: false,
          setupFiles: [SET_UP, 'test/renderer/components/set-up.ts'],
          ...LIMITS,
        },
      },
      { test: { name: 'thorough', include: [THOROUGH], setupFiles: [SET_UP], ...LIMITS } },
      {
        test: {
          name: 'model',
          include: ['test/model/**/*.test.ts'],
          setupFiles: [SET_UP],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          // One after the other: llama.cpp threads that wait for a busy core are a hundred times slower (`docs/hosts.md`).
          fileParallelism: false,
        },
      },
    ],
  },
})
