/** `LOCKED=30` holds the base as many seconds. */

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { expect, test } from 'vitest'
import { verdict } from '../machine/verdict.ts'
import { installed, senderOf, served } from './served.ts'

const seconds = Number(process.env.LOCKED ?? 8)

test('while another program holds the base answers are refused in words, and taken without a restart once it lets go', async () => {
  const place = await installed()
  const server = served(place)
  const url = await server.ready
  const { send, end } = senderOf(place)
  await send(url)
  const other = new DatabaseSync(`${place.dataDir}/questionnaires.db`)
  other.exec('BEGIN IMMEDIATE')
  const until = performance.now() + seconds * 1_000
  const refused: string[] = []
  const waiting = []
  while (performance.now() < until) {
    const { status, title, response } = await send(url)
    refused.push(`${status} ${/Gardez cette page/.test(title)}`)
    waiting.push(response)
  }
  other.exec('ROLLBACK')
  other.close()
  const after = []
  for (const response of waiting) after.push((await send(url, response)).status)
  server.child.kill('SIGTERM')
  await server.exit
  const found = await end()
  const isHeld =
    found.isTrue && refused.every((answer) => answer === '503 true') && after.every((status) => status < 300)
  verdict('locked base', isHeld, { seconds, refused: refused.length, 'taken later': after.length, lost: found.lost })
  expect(new Set(refused)).toEqual(new Set(['503 true']))
  expect(isHeld).toBe(true)
  rmSync(place.folder, { recursive: true })
}, 300_000)

test('a base that is held while the site starts is waited for, said, and served once it is free', async () => {
  const place = await installed()
  const other = new DatabaseSync(`${place.dataDir}/questionnaires.db`)
  other.exec('BEGIN IMMEDIATE')
  const server = served(place)
  await expect.poll(() => server.journal().match(/occupée par un autre programme/g)?.length ?? 0).toBe(2)
  other.exec('ROLLBACK')
  other.close()
  const url = await server.ready
  expect((await senderOf(place).send(url)).status).toBe(201)
  server.child.kill('SIGTERM')
  expect((await server.exit).code).toBe(0)
  rmSync(place.folder, { recursive: true })
}, 120_000)

test('a base that stays held ends the start in one sentence more', async () => {
  const place = await installed()
  const other = new DatabaseSync(`${place.dataDir}/questionnaires.db`)
  other.exec('BEGIN IMMEDIATE')
  const { code, stderr } = await served(place).exit
  other.close()
  expect(code).toBe(1)
  expect(stderr.match(/on attend encore/g)).toHaveLength(5)
  expect(stderr.trim().split('\n').at(-1)).toMatch(/est occupée par un autre programme : fermez-le/)
  rmSync(place.folder, { recursive: true })
}, 120_000)

test('on a disk that can only be read the start is refused in one sentence, and served once it can be written', async (context) => {
  const place = await installed()
  const mount = (...options: string[]) => spawnSync('mount', [...options, place.dataDir]).status === 0
  if (process.platform !== 'linux' || !mount('--bind', place.dataDir))
    return context.skip('no disk can be mounted here')
  try {
    if (!mount('-o', 'remount,bind,ro')) return context.skip('no disk can be made read-only here')
    const refused = served(place)
    await expect(refused.ready).rejects.toThrow()
    const { code, stderr } = await refused.exit
    expect(code).toBe(1)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    mount('-o', 'remount,bind,rw')
    const server = served(place)
    expect((await senderOf(place).send(await server.ready)).status).toBe(201)
    server.child.kill('SIGTERM')
    await server.exit
    verdict('read-only disk', true, { 'exit code': 1, 'sentences on stderr': 1 })
  } finally {
    spawnSync('umount', ['-l', place.dataDir])
    rmSync(place.folder, { recursive: true, force: true })
  }
}, 120_000)
