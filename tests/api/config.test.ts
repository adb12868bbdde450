import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../api/config.ts'

test('with nothing set, the data lie in data/ and the keyring beside it, never in it', () => {
  const config = readConfig({}, {})
  expect(config.storeUrl).toBe(`sqlite:${resolve('data/questionnaires.db')}`)
  expect(config.keyringPath).toBe(resolve('data-keyring.json'))
  expect([config.port, config.host, config.tls, config.trustProxy]).toEqual([3000, undefined, null, false])
})

test('an option of the command wins over the environment, an empty variable is no variable', () => {
  const environment = { PORT: '8080', STORE_URL: '', DATA_DIR: '/srv/a', TRUST_PROXY: '1' }
  const config = readConfig({ port: '0', data: '/srv/b' }, environment)
  expect(config).toMatchObject({ port: 0, storeUrl: 'sqlite:/srv/b/questionnaires.db', trustProxy: 1 })
  expect(config.keyringPath).toBe('/srv/b-keyring.json')
  expect(readConfig({}, { TRUST_PROXY: 'loopback, 10.0.0.0/8' }).trustProxy).toBe('loopback, 10.0.0.0/8')
})

// an exercise of restoring, in a folder of its own, wrote into the ledger that serves
test('another folder of data says what it shares with the environment, unless an option names its own', () => {
  const said: string[] = []
  const environment = { DATA_DIR: '/srv/a', KEYRING: '/etc/cles.json', LEDGER: '/mnt/registre.jsonl', STORE_URL: '' }
  const read = (values: Record<string, string>) => readConfig(values, environment, (sentence) => said.push(sentence))
  read({ data: '/srv/b' })
  expect(said).toEqual([
    'Attention\u202f: KEYRING et LEDGER (environnement) valent aussi pour le dossier /srv/b. Sinon, ajoutez --keyring et --ledger.',
  ])
  read({ data: '/srv/b', keyring: '/srv/b-cles.json' })
  expect(said[1]).toContain('LEDGER (environnement) vaut aussi')
  read({ data: '/srv/b', keyring: '/srv/b-cles.json', ledger: '/srv/b-registre.jsonl' })
  read({ data: '/srv/a/' })
  read({})
  expect(said).toHaveLength(2)
})

test('every offender is named at once, without its value', () => {
  const environment = {
    PORT: 'abc',
    STORE_URL: 'postgres://agent:motdepasse@hote',
    METRICS_TOKEN: 'court',
    TRUST_PROXY: 'true',
    TLS_CERT: 'cert.pem',
  }
  let message = ''
  try {
    readConfig({}, environment)
  } catch (error) {
    message = (error as Error).message
  }
  for (const name of ['PORT', 'STORE_URL', 'METRICS_TOKEN', 'TRUST_PROXY', 'TLS_KEY']) expect(message).toContain(name)
  expect(message).not.toContain('motdepasse')
  expect(message.split('\n')).toHaveLength(6)
})

test('messages of errors are shown on this machine only, and never unless asked for', () => {
  expect(readConfig({}, {}).showErrors).toBe(false)
  expect(readConfig({}, { SHOW_ERRORS: 'yes', HOST: 'localhost' }).showErrors).toBe(true)
  for (const HOST of ['', '0.0.0.0', '192.168.1.4', 'localhost.example.org'])
    expect(() => readConfig({}, { SHOW_ERRORS: 'yes', HOST })).toThrow(/SHOW_ERRORS : seulement avec HOST=localhost/)
})
