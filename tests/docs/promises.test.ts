import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isQuick } from '../machine/projects.ts'

const root = resolve(import.meta.dirname, '../..')
/** As it is read: no-break spaces are spaces, however they are typed; what makes a word bold or a code is left out. */
const plain = (text: string) =>
  text
    .replace(/\\u(202f|00a0)/g, ' ')
    .replace(/[*`]/g, '')
    .replace(/\s+/g, ' ')
const read = (path: string) => plain(readFileSync(resolve(root, path), 'utf8'))
const promises = readFileSync(resolve(root, 'docs/en/promises.md'), 'utf8')
  .split('\n')
  .filter((line) => / \| `tests\//.test(line))
  .map((line) => {
    const [sentence, where, held, title] = plain(line).slice(2, -2).split(' | ')
    const [file, set = ''] = held!.split(' (')
    return { sentence: sentence!, where: where!, file: file!, set, title: title! }
  })

test('each promise still stands where it is said, and the test that holds it is there', () => {
  expect(promises.length).toBeGreaterThan(60)
  for (const { sentence, where, file, set, title } of promises) {
    expect(read(where), `${where} says it`).toContain(sentence)
    expect(read(file), `${file} holds it`).toContain(title)
    expect(file).toMatch(/\.test\.tsx?$/)
    expect(title.length, sentence).toBeGreaterThan(15)
    expect(set, `${file}: « (--all) » says that npm test leaves it out`).toBe(isQuick(file) ? '' : '--all)')
  }
})

test('a figure of trust that is said to be in the suite runs at every npm test, else it says when it runs', () => {
  const rows = readFileSync(resolve(root, 'docs/en/trust-figures.md'), 'utf8')
    .split('\n')
    .filter((line) => /^\| \d+ \|/.test(line))
    .map((line) => line.slice(2, -2).split(' | '))
  const inSuite = rows.filter(([, , , , result]) => /^in the (whole )?suite/.test(result!))
  expect(inSuite.length).toBeGreaterThan(20)
  for (const [number, , , shownBy, result] of inSuite) {
    const files = [...shownBy!.matchAll(/tests\/[\w./-]+\.test\.tsx?/g)].map(([file]) => file)
    const set = files.every(isQuick) ? 'in the suite' : 'in the whole suite'
    expect(result!.startsWith(set), `figure ${number} is ${set}`).toBe(true)
  }
})
