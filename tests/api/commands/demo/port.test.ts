import { execFile } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { aPlace } from '../../fixture.ts'
import { bareEnvironment } from '../serving.ts'

const command = resolve(import.meta.dirname, '../../../../api/commands/demo.ts')

// minutes of filling ended on « Le port est déjà utilisé »
test('a port that another program has is said before anything is filled', async () => {
  const place = aPlace()
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => {
    taken.close()
    rmSync(place.folder, { recursive: true, force: true })
  })
  await new Promise((done) => taken.once('listening', done))
  const { port } = taken.address() as { port: number }
  const data = join(place.folder, 'demo')
  const few = ['families', 'acm', 'youth', 'others'].flatMap((group) => [`--${group}`, '2'])
  const asked = ['--data', data, '--host', '127.0.0.1', '--port', String(port), ...few]
  await expect(
    promisify(execFile)(process.execPath, [command, ...asked], { env: bareEnvironment }),
  ).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`Le port ${port} est déjà utilisé`),
  })
  expect(existsSync(data)).toBe(false)
})
