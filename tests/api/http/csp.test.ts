import request from 'supertest'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp } from '../fixture.ts'

let home: Awaited<ReturnType<typeof anApp>>
beforeAll(async () => {
  home = await anApp()
})
afterAll(() => home.discard())

test('the draft tried in the designer may stand in a frame of ours, no other page in any frame', async () => {
  const of = async (path: string) => {
    const { headers } = await request(home.app).get(path)
    return [headers['content-security-policy']?.match(/frame-ancestors ([^;]*)/)?.[1], headers['x-frame-options']]
  }
  expect(await of('/concevoir/garde/essai')).toEqual(["'self'", 'SAMEORIGIN'])
  for (const path of [
    '/',
    '/q/garde',
    '/concevoir/garde',
    '/concevoir/garde/essai/x',
    '/api/site',
    '/concevoir/../essai',
  ])
    expect(await of(path), path).toEqual(["'none'", 'DENY'])
})
