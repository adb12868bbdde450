import { spawnSync } from 'node:child_process'
import { readdirSync, renameSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ledgerBeside } from '../../../api/erasure/ledger-file.ts'
import { anApp } from '../fixture.ts'
import { bareEnvironment } from './serving.ts'

const entry = resolve(import.meta.dirname, '../../../api/commands/backup.ts')
let home: Awaited<ReturnType<typeof anApp>>
beforeEach(async () => {
  home = await anApp()
  await home.context.ledger.open()
})
afterEach(() => home.discard())

function backup(...options: string[]) {
  const { dataDir, storeUrl, keyringPath } = home.place
  const places = ['--data', dataDir, '--store', storeUrl, '--keyring', keyringPath]
  const given = ['--disable-warning=ExperimentalWarning', entry, ...places, ...options]
  return spawnSync(process.execPath, given, { env: bareEnvironment, encoding: 'utf8' })
}

test('a folder that holds the keyring takes no backup: whoever copied it would read everything', () => {
  const { folder } = home.place
  const refused = backup('--out', folder)
  expect([refused.status, refused.stdout]).toEqual([1, ''])
  expect(refused.stderr).toMatch(/contient le trousseau de clés .*dossier à part ; rien n’a été écrit/)
  expect(readdirSync(folder).filter((name) => name.endsWith('.ctg'))).toEqual([])
  expect(backup('--out', join(folder, 'sauvegardes')).status).toBe(0)
})

// « copiez-les à part » was said of a ledger that was not there
test('a ledger that is missing is said to be, with what to do', () => {
  const ledger = ledgerBeside(home.place.keyringPath)
  expect(backup().stdout).toContain(`(${ledger}) n’y sont pas : copiez-les à part.`)
  renameSync(ledger, `${ledger}.ailleurs`)
  const { status, stdout } = backup()
  expect(status).toBe(0)
  expect(stdout).not.toContain('copiez-les')
  expect(stdout).toMatch(/registre des effacements .* est introuvable.*remettez sa copie.*ledger -- --rebuild/)
})
