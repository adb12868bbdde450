import request from 'supertest'
import { expect, test } from 'vitest'
import { anApp } from '../fixture.ts'

test('a phone reads what it needs to install the site: its name, where it begins, pictures of the sizes it asks for', async () => {
  const home = await anApp()
  const answer = await request(home.app).get('/api/manifest')
  expect(answer.headers['content-type']).toMatch(/^application\/manifest\+json/)
  const manifest = JSON.parse(answer.body.toString() === '[object Object]' ? answer.text : answer.body.toString())
  const { site } = await home.context.settings()
  expect(manifest).toMatchObject({ name: site.name, start_url: '/', scope: '/', display: 'standalone' })
  const sizes = manifest.icons.map(({ sizes, purpose }: { sizes: string; purpose?: string }) => purpose ?? sizes)
  expect(sizes).toEqual(expect.arrayContaining(['192x192', '512x512', 'maskable']))
  await home.discard()
})
