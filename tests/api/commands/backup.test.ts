import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { anApp } from '../fixture.ts'
import { bareEnvironment } from './serving.ts'

const root = resolve(import.meta.dirname, '../../..')

// « copiez-les à part », of a ledger that was not there
test('beside a backup, what it does not hold is to be copied; a ledger that is lost is said to be', async () => {
  const { place, context, discard } = await anApp()
  const backup = () => {
    const given = ['--store', place.storeUrl, '--keyring', place.keyringPath, '--ledger', context.ledger.path]
    const entry = join(root, 'api/commands/backup.ts')
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', entry, ...given, '--out', join(place.folder, 'copies')],
      { env: bareEnvironment, encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    return stdout
  }
  try {
    rmSync(context.ledger.path, { force: true })
    expect(backup()).toContain(`Le trousseau (${place.keyringPath}) n’y est pas : copiez-le à part.\n`)
    await context.ledger.record('trial', 'garde', 'garde')
    expect(backup()).toContain(`le registre des effacements (${context.ledger.path}) n’y sont pas : copiez-les à part.`)
    rmSync(context.ledger.path)
    const said = backup()
    expect(said).toContain(`devrait être à cette place et n’y est pas (${context.ledger.path})`)
    expect(said).toContain('npm run ledger -- --rebuild')
  } finally {
    await discard()
  }
})
