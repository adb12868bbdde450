import { execFile } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { aPlace } from '../../fixture.ts'
import { bareEnvironment } from '../serving.ts'

const command = resolve(import.meta.dirname, '../../../../api/commands/demo.ts')

test('a base that is filled and not served has its ledger', async () => {
  const place = aPlace()
  onTestFinished(() => rmSync(place.folder, { recursive: true, force: true }))
  const ledger = join(place.folder, 'ledger.jsonl')
  const few = ['families', 'acm', 'youth', 'others'].flatMap((group) => [`--${group}`, '2'])
  const places = ['--data', join(place.folder, 'demo'), '--keyring', place.keyringPath, '--ledger', ledger]
  await promisify(execFile)(process.execPath, [command, '--no-serve', ...places, ...few], { env: bareEnvironment })
  expect(existsSync(ledger)).toBe(true)
})
