import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

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
    const [sentence, where, file, title] = plain(line).slice(2, -2).split(' | ')
    return { sentence: sentence!, where: where!, file: file!, title: title! }
  })

test('each promise still stands where it is said, and the test that holds it is there', () => {
  expect(promises.length).toBeGreaterThan(60)
  for (const { sentence, where, file, title } of promises) {
    expect(read(where), `${where} says it`).toContain(sentence)
    expect(read(file), `${file} holds it`).toContain(title)
    expect(file).toMatch(/\.test\.tsx?$/)
    expect(title.length, sentence).toBeGreaterThan(15)
  }
})
