import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { folded, spelt } from '../../../surveys/wording/folded.ts'

test.each([
  ['St-Sulpice-la-Pointe', 'saint sulpice la pointe'],
  ['Ste Cécile', 'SAINTE-CECILE'],
  ['St. Lieux', 'Saint‑Lieux'],
  ['L’Isle', "l'isle"],
  ['  Cœur   de ville ', 'coeur de ville'],
])('« %s » is spelt as « %s »', (one, other) => {
  expect(folded(one)).toBe(folded(other))
})

test.each([
  ['Est', 'Saint'],
  ['Ouest', 'Ouesaint'],
  ['0-2', '3-5'],
  ['Stade', 'Saintade'],
])('« %s » is not « %s »', (one, other) => {
  expect(folded(one)).not.toBe(folded(other))
})

test('a name goes as it is written among those there are', () => {
  expect(spelt('st sulpice', ['Lavaur', 'Saint-Sulpice'])).toBe('Saint-Sulpice')
  expect(spelt('Albi', ['Lavaur'])).toBeUndefined()
})

test('accents are folded here alone; what draws letters, keeps passwords and chooses articles looks at accents themselves', () => {
  const root = resolve(import.meta.dirname, '../../..')
  const own = globSync('{surveys,analysis,api,client,cli}/**/*.{ts,tsx}', { cwd: root }).filter((file) =>
    readFileSync(resolve(root, file), 'utf8').includes("normalize('NFD')"),
  )
  expect(own.sort()).toEqual([
    'analysis/report/pdf/printable.ts',
    'api/accounts/password.ts',
    'surveys/authority/levels.ts',
    'surveys/wording/folded.ts',
  ])
})
