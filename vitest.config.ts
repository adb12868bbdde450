import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 30_000 } },
    maxWorkers: 2,
    // a shared machine may stall a browser: one more try there, and the closing lines name who needed it
    retry: process.env.CI ? 1 : 0,
    reporters: ['default', './tests/closing-line.ts'],
  },
})
