import { defineConfig } from 'vitest/config'

/** `unit` needs nothing but the packages; `model` needs weights, which it fetches itself (`test/model/real-models.ts`). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/model/**', 'test/browser/**'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          // With three, files that kill and restart processes ran into each other's load.
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'model',
          include: ['test/model/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          // One after the other: llama.cpp threads that wait for a busy core are a hundred times slower (`host.md`).
          fileParallelism: false,
        },
      },
    ],
  },
})
