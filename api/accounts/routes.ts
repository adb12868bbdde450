/** Routes of one person: coming in, going out, joining, their own password and sessions. */
import QRCode from 'qrcode'
import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import * as wire from '../wire/staff.ts'
import { giveCode, logIn } from './entry.ts'
import { accept, confirmFactor, invitationOf, proposeFactor } from './joining.ts'
import { changePassword, newCodes } from './own.ts'
import {
  giveDevice,
  giveSession,
  isPrivate,
  needsPrivacy,
  placeOf,
  takeSession,
  visitor,
  visitorOrNull,
} from './visitor.ts'

export function accountRoutes(api: Routes, context: AppContext): void {
  const { accounts } = context

  api.get('/api/me', async (req, res) => {
    const here = visitorOrNull(res)
    const account = here?.session.value.stage === 'open' ? here.account : null
    res.json(
      wire.Me.parse({
        stage: here?.session.value.stage ?? 'none',
        needsHttps: !isPrivate(req),
        isNew: !here && !(await accounts.all.hasAdministrator()),
        account: account && {
          login: account.login,
          name: account.name,
          roles: account.roles,
          questionnaires: account.questionnaires,
          recoveryLeft: account.recovery.length,
        },
      }),
    )
  })
  api.post('/api/session', needsPrivacy, ...body(wire.LogIn), async (req, res) => {
    const { login, password } = res.locals.body
    const opened = await logIn(accounts, login, password, placeOf(req))
    giveSession(res, opened.secret)
    res.json(wire.Stage.parse({ stage: opened.stage }))
  })
  api.post('/api/session/code', ...body(wire.GiveCode), async (req, res) => {
    const { session, account } = visitor(res)
    const opened = await giveCode(accounts, session, res.locals.body, placeOf(req))
    giveSession(res, opened.secret)
    await giveDevice(accounts, req, res, account.login)
    res.json(wire.Stage.parse({ stage: opened.stage }))
  })
  api.delete('/api/session', async (_req, res) => {
    await accounts.sessions.close(visitor(res).session.id)
    takeSession(res)
    res.json({})
  })

  api.post('/api/invitation', needsPrivacy, ...body(wire.LinkSecret), async (_req, res) => {
    const { kind, login, name, roles, createdBy } = (await invitationOf(accounts, res.locals.body.secret)).value
    const by = createdBy === 'operateur' ? null : await accounts.all.find(createdBy)
    res.json(wire.Offer.parse({ kind, login, name, roles, invitedBy: by?.name ?? '' }))
  })
  api.post('/api/invitation/accept', needsPrivacy, ...body(wire.Accept), async (req, res) => {
    const { secret, ...typed } = res.locals.body
    const opened = await accept(accounts, secret, typed, placeOf(req))
    giveSession(res, opened.secret)
    res.json(wire.Stage.parse({ stage: opened.stage }))
  })
  api.get('/api/me/factor', async (_req, res) => {
    const { site } = await context.settings()
    const factor = await proposeFactor(accounts, visitor(res).session, site.name)
    const picture = await QRCode.toString(factor.address, { type: 'svg', margin: 2, errorCorrectionLevel: 'L' })
    res.json(wire.Factor.parse({ ...factor, picture }))
  })
  api.post('/api/me/factor', ...body(wire.FactorCode), async (req, res) => {
    const { session, account } = visitor(res)
    const opened = await confirmFactor(accounts, session, res.locals.body.code, placeOf(req))
    giveSession(res, opened.secret)
    await giveDevice(accounts, req, res, account.login)
    res.json(wire.RecoveryCodes.parse({ codes: opened.codes }))
  })

  api.put('/api/me/password', ...body(wire.NewPassword), async (req, res) => {
    const secret = await changePassword(accounts, visitor(res), res.locals.body, placeOf(req))
    giveSession(res, secret)
    res.json({})
  })
  api.post('/api/me/recovery', ...body(wire.FactorCode), async (req, res) => {
    const codes = await newCodes(accounts, visitor(res), res.locals.body.code, placeOf(req))
    res.json(wire.RecoveryCodes.parse({ codes }))
  })
  api.get('/api/me/sessions', async (_req, res) => {
    const { session, account } = visitor(res)
    const mine = (await accounts.sessions.list()).filter(({ value }) => value.login === account.login)
    res.json(wire.SessionList.parse({ sessions: mine.map((kept) => sessionLine(kept, session.id)) }))
  })
  api.delete('/api/me/sessions/:id', async (req, res) => {
    const { account } = visitor(res)
    const mine = (await accounts.sessions.list()).find(
      ({ id, value }) => id === req.params.id && value.login === account.login,
    )
    if (!mine) throw new Problem('route-unknown')
    await accounts.sessions.close(mine.id)
    res.json({})
  })
}

export const sessionLine = (
  { id, value }: Awaited<ReturnType<AppContext['accounts']['sessions']['list']>>[number],
  mine: string,
) => ({
  id,
  login: value.login,
  device: value.device,
  startedAt: new Date(value.startedAt).toISOString(),
  seenAt: new Date(value.seenAt).toISOString(),
  isMine: id === mine,
})
