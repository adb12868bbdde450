import express from 'express'
import request from 'supertest'
import { expect, test } from 'vitest'
import { openLog } from '../../../api/http/log.ts'
import { problemHandler } from '../../../api/http/problems.ts'
import { flood, mostInWindow } from '../../../api/http/rate-limit.ts'

const logged: string[] = []
const appWith = (most: number) =>
  express()
    .set('trust proxy', 1)
    .use(flood(most), (_req, res) => void res.end())
    .use(problemHandler(openLog((line) => logged.push(line))))

test('one machine that floods is asked to wait in French; the others, and the machine itself, are not', async () => {
  const app = appWith(3)
  const from = (address: string) => request(app).get('/').set('x-forwarded-for', address)
  for (let visit = 0; visit < 3; visit++) expect((await from('203.0.113.5')).status).toBe(200)
  const refused = await from('203.0.113.5')
  expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([429, 'too-many-requests', '5'])
  expect((await from('203.0.113.6')).status).toBe(200)
  for (let visit = 0; visit < 6; visit++) expect((await request(app).get('/')).status).toBe(200)
  expect(logged.join('')).not.toContain('203.0.113')
})

test('a school of a thousand pupils who all start within ten seconds stays below the limit', () => {
  expect(mostInWindow).toBeGreaterThanOrEqual(3 * 1_000)
})
