import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { aPlace } from '../fixture.ts'
import { bareEnvironment } from './serving.ts'

const root = resolve(import.meta.dirname, '../../..')

// a mistyped folder was given a base, a keyring and a backup, « vérifiée »
test.each([
  ['admin', '--reset'],
  ['audit', '--verify'],
  ['backup'],
  ['coverage'],
  ['export', '--questionnaire', 'familles', '--reason', 'essai', '--out', 'sortie.csv'],
  ['ledger', '--verify'],
  ['plan'],
  ['report', '--out', 'sortie'],
  ['rgpd', '--contact'],
])('%s makes no base where there is none', (name, ...options) => {
  const { folder, dataDir } = aPlace()
  const data = join(dataDir, 'absent')
  const given = ['--disable-warning=ExperimentalWarning', join(root, `api/commands/${name}.ts`)]
  const { status, stdout, stderr } = spawnSync(process.execPath, [...given, ...options, '--data', data], {
    cwd: folder,
    env: bareEnvironment,
    encoding: 'utf8',
    input: 'personne@exemple.fr\n',
  })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^Aucune base n’est à cette place \(.*absent.*\).* rien n’a été créé/m)
  expect([dataDir, `${data}-keyring.json`].map((path) => existsSync(path))).toEqual([false, false])
})
