/** `FILLINGS=30` makes the long run. */
import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aPlace } from '../api/fixture.ts'
import { aSmallDisk } from '../api/keys/small-disk.ts'
import { verdict } from '../machine/verdict.ts'
import { installed, senderOf, served } from './served.ts'

const fillings = Number(process.env.FILLINGS ?? 3)

test('while the disk is full answers are refused in words, and taken once there is room: none is lost, none half stored', async (context) => {
  const place = aPlace()
  const disk = aSmallDisk(place.dataDir, 16_384)
  if (!disk) return context.skip('no disk can be mounted here')
  try {
    await installed(place)
    const server = served(place)
    const url = await server.ready
    const { send, end } = senderOf(place)
    let [refused, otherwise, taken] = [0, 0, 0]
    for (let filling = 0; filling < fillings; filling++) {
      for (let before = 0; before < 10; before++) await send(url)
      disk.fill()
      const waiting = []
      for (let turn = 0; turn < 40; turn++) {
        const { status, title, response } = await send(url)
        if (status === 201) continue
        waiting.push(response)
        if (status === 503 && /Gardez cette page/.test(title)) refused++
        else otherwise++
      }
      disk.free()
      for (const response of waiting) if ((await send(url, response)).status < 300) taken++
    }
    server.child.kill('SIGKILL')
    await server.exit
    const { isTrue, ...found } = await end()
    const isHeld = isTrue && otherwise === 0 && refused > 0 && taken === refused
    verdict('full disk', isHeld, {
      fillings,
      refused,
      'taken later': taken,
      'answered otherwise': otherwise,
      ...found,
    })
    expect({ isTrue, otherwise, taken }).toEqual({ isTrue: true, otherwise: 0, taken: refused })
    expect(refused).toBeGreaterThan(0)
  } finally {
    disk.unmount()
    rmSync(place.folder, { recursive: true, force: true })
  }
}, 600_000)
