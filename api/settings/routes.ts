/** Routes of the settings, and of the logo everybody sees. */
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import { cacheMs } from '../http/cache.ts'
import { Problem } from '../http/problems.ts'
import type { Handlers } from '../http/serve.ts'
import type { settingsContracts } from '../wire/contracts/settings.ts'
import { SettingsValues, settingsGroups } from './fields.ts'
import { saveLogo } from './logo.ts'
import { settingsProblems, settingsService } from './settings.ts'

export function settingsRoutes(context: AppContext): Handlers<typeof settingsContracts> {
  const settings = settingsService(context.store, context.now)

  return {
    'GET /api/logo': async ({ res }) => {
      const { logo } = await context.settings()
      if (!logo) throw new Problem('route-unknown')
      res.set('Cache-Control', 'public, max-age=86400')
      return { type: logo.type, content: Buffer.from(logo.data, 'base64') }
    },
    'GET /api/settings': async () => {
      const { revision, values } = await settings.read()
      const history = await settings.history()
      const hasLogo = (await context.settings()).logo !== null
      return { revision, values, groups: settingsGroups, history, hasLogo }
    },
    'POST /api/settings/check': ({ body }) => ({ problems: settingsProblems(body.values) }),
    'PUT /api/settings': async ({ body, res }) => {
      const { revision, values } = body
      const problems = settingsProblems(values)
      if (problems.length > 0) throw new Problem('form-refused', problems)
      const { login: who } = visitor(res).account
      const next = SettingsValues.parse(values)
      const before = (await settings.read()).values
      if (next.correctionDays < before.correctionDays) await context.questionnaires.keepPromises()
      const event = await settings.save(revision, next, who)
      if (!event) throw new Problem('changed-meanwhile')
      const changed = event.changes.map(({ label }) => label).join(', ')
      if (changed) await context.audit.record({ who, what: 'settings-changed', details: { réglages: changed } })
      // settings are remembered for a moment: what is asked next must read the new ones
      await context.stopwatch.pass(cacheMs + 100)
      return {}
    },
    'PUT /api/settings/logo': async ({ body, res }) => {
      await saveLogo(context.store, body.data)
      await context.audit.record({ who: visitor(res).account.login, what: 'logo-changed' })
      return {}
    },
  }
}
