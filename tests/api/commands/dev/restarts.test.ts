import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { restarting } from '../../../../api/commands/dev/restarts.ts'
import { freePort } from '../../../services/ports.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ctg-dev-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const server = `
import { createServer } from 'node:http'
import { word } from './word.ts'
const [port] = process.argv.slice(2)
createServer((_, res) => res.end(word + ' ' + process.pid)).listen(Number(port), 'localhost')
`

test('a change starts the server anew; a mistake in the code waits for its mending; stopped, nobody answers', async () => {
  const write = (code: string) => writeFileSync(join(folder, 'word.ts'), code)
  writeFileSync(join(folder, 'server.ts'), server)
  write("export const word: string = 'one'")
  const port = await freePort()
  const asked = () =>
    fetch(`http://localhost:${port}/`).then(
      (response) => response.text(),
      () => '',
    )
  const took: number[] = []
  const serving = restarting({
    entry: join(folder, 'server.ts'),
    args: [String(port)],
    environment: process.env,
    folders: [folder],
    answers: async () => (await asked()) !== '',
    onRestart: (tookMs) => took.push(tookMs),
  })
  const says = (word: string) => expect.poll(async () => (await asked()).split(' ')[0], { timeout: 30_000 }).toBe(word)
  await says('one')
  const first = (await asked()).split(' ')[1]
  write("export const word: string = 'two'")
  await says('two')
  expect((await asked()).split(' ')[1]).not.toBe(first)
  await expect.poll(() => took.length).toBe(1)
  write('export const word: string = ')
  await says('')
  write("export const word: string = 'three'")
  await says('three')
  await serving.stop()
  expect(await asked()).toBe('')
  expect(took.every((ms) => ms > 0)).toBe(true)
})
