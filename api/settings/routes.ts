/** Routes of the settings, and of the logo everybody sees. */

import { byTranslated } from '../../surveys/languages.ts'
import { visitor } from '../accounts/visitor.ts'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import type * as publicWire from '../wire/public.ts'
import * as wire from '../wire/staff.ts'
import { SettingsValues, settingsGroups } from './fields.ts'
import { logoBytes, saveLogo } from './logo.ts'
import { reviewerOf } from './reviewed.ts'
import { settingsDesk, settingsProblems } from './settings.ts'

/** What everybody may know of the settings. */
export async function siteOf(context: AppContext, demo: boolean): Promise<publicWire.Site> {
  const { site, values, logo } = await context.settings()
  const { accessibility: state, accessibilityAudit: audit, accessibilityDate: date, accessibilityGaps: gaps } = values
  return {
    ...site,
    demo,
    colour: values.colour,
    timeZone: values.timeZone,
    logo: logo ? `/api/logo?v=${logo.tag}` : '',
    accessibility: { state, audit, date, gaps },
    reviewed: byTranslated((language) => reviewerOf(values, language)),
  }
}

export function settingsRoutes(api: Routes, context: AppContext): void {
  const settings = settingsDesk(context.store, context.now)

  api.get('/api/logo', async (_req, res) => {
    const { logo } = await context.settings()
    if (!logo) throw new Problem('route-unknown')
    res.set('Cache-Control', 'public, max-age=86400').type(logo.type).send(Buffer.from(logo.data, 'base64'))
  })
  api.get('/api/settings', async (_req, res) => {
    const { revision, values } = await settings.read()
    const history = await settings.history()
    const hasLogo = (await context.settings()).logo !== null
    res.json(wire.SettingsPage.parse({ revision, values, groups: settingsGroups, history, hasLogo }))
  })
  api.post('/api/settings/check', ...body(wire.TypedSettings), async (_req, res) => {
    res.json(wire.ProblemLines.parse({ problems: settingsProblems(res.locals.body.values) }))
  })
  api.put('/api/settings', ...body(wire.NewTypedSettings), async (_req, res) => {
    const { revision, values } = res.locals.body
    const problems = settingsProblems(values)
    if (problems.length > 0) throw new Problem('form-refused', problems)
    const { login: who } = visitor(res).account
    const event = await settings.save(revision, SettingsValues.parse(values), who)
    if (!event) throw new Problem('changed-meanwhile')
    const changed = event.changes.map(({ label }) => label).join(', ')
    if (changed) await context.audit.record({ who, what: 'settings-changed', details: { réglages: changed } })
    res.json({})
  })
  api.put('/api/settings/logo', ...body(wire.NewLogo, 2 * logoBytes), async (_req, res) => {
    await saveLogo(context.store, res.locals.body.data)
    await context.audit.record({ who: visitor(res).account.login, what: 'logo-changed' })
    res.json({})
  })
}
