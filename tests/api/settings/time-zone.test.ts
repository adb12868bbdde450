import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { realTime } from '../../../api/http/cache.ts'
import { initialSettings } from '../../../api/settings/fields.ts'
import { settingsIn, settingsProblems, settingsService } from '../../../api/settings/settings.ts'
import { openStore } from '../../../api/store/open.ts'
import { defaultZone, endOfDay, setZone } from '../../../surveys/days.ts'

afterEach(() => setZone(defaultZone))

test('a time zone that does not exist is refused in words', () => {
  expect(settingsProblems({ ...initialSettings, timeZone: 'Europe/Lavaur' })).toEqual([
    { path: 'timeZone', message: 'Écrivez un fuseau horaire connu, par exemple Europe/Paris ou Indian/Reunion.' },
  ])
  expect(settingsProblems({ ...initialSettings, timeZone: 'Indian/Reunion' })).toEqual([])
})

test('days end where the authority is, and a store that never heard of zones counts in Paris', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ctg-zone-'))
  const store = await openStore(`sqlite:${join(folder, 'a.db')}`)
  const { timeZone: _, ...before } = initialSettings
  await store.documents('settings').put('site', before, null)
  await settingsIn(store, realTime)()
  expect(endOfDay('2026-06-30')).toBe('2026-06-30T21:59:59.000Z')
  const now = () => new Date('2026-06-01T08:00:00Z')
  await settingsService(store, now).save(1, { ...initialSettings, timeZone: 'Indian/Reunion' }, 'alix')
  await settingsIn(store, realTime)()
  expect(endOfDay('2026-06-30')).toBe('2026-06-30T19:59:59.000Z')
  await store.close()
  rmSync(folder, { recursive: true })
})
