/** Routes of one person: coming in, going out, joining, their own password and sessions. */

import type { Response } from 'express'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { qrCode } from '../http/qr-code.ts'
import type { Handlers } from '../http/serve.ts'
import type { accountContracts } from '../wire/contracts/account.ts'
import { logIn, logInWithCode } from './entry.ts'
import { isGuest, openGuestSession } from './guest.ts'
import { accept, confirmFactor, invitationOf, proposeFactor } from './joining.ts'
import { changePassword, newCodes } from './own.ts'
import { giveDevice, giveSession, isPrivate, loginSourceOf, takeSession, visitor, visitorOrNull } from './visitor.ts'

export function accountRoutes(context: AppContext): Handlers<typeof accountContracts> {
  const { accounts } = context

  /** Those of the account; of one that strangers share, the session of whoever asks. */
  const ownSessions = async (res: Response) => {
    const { session, account } = visitor(res)
    const isMine = isGuest(account)
      ? ({ id }: { id: string }) => id === session.id
      : ({ value }: { value: { login: string } }) => value.login === account.login
    return (await accounts.sessions.list()).filter(isMine)
  }

  return {
    'GET /api/me': async ({ req, res }) => {
      const here = visitorOrNull(res)
      const account = here?.session.value.stage === 'open' ? here.account : null
      return {
        stage: here?.session.value.stage ?? 'none',
        needsHttps: !isPrivate(req),
        publicAddress: (await context.settings()).values.publicAddress,
        isNew: !here && !(await accounts.all.hasFirst()),
        account: account && {
          login: account.login,
          name: account.name,
          roles: account.roles,
          questionnaires: account.questionnaires,
          recoveryLeft: account.recovery.length,
        },
      }
    },
    'POST /api/session': async ({ body, req, res }) => {
      const { login, password } = body
      const opened = await logIn(accounts, login, password, loginSourceOf(req))
      giveSession(res, opened.secret)
      return { stage: opened.stage }
    },
    'POST /api/session/code': async ({ body, req, res }) => {
      const { session, account } = visitor(res)
      const opened = await logInWithCode(accounts, session, body, loginSourceOf(req))
      giveSession(res, opened.secret)
      await giveDevice(accounts, req, res, account.login)
      return { stage: opened.stage }
    },
    'DELETE /api/session': async ({ res }) => {
      await accounts.sessions.close(visitor(res).session.id)
      takeSession(res)
      return {}
    },

    'POST /api/invitation': async ({ body }) => {
      const { kind, login, name, roles, createdBy } = (await invitationOf(accounts, body.secret)).value
      const by = createdBy === 'operateur' ? null : await accounts.all.find(createdBy)
      return { kind, login, name, roles, invitedBy: by?.name ?? '' }
    },
    'POST /api/invitation/accept': async ({ body, req, res }) => {
      const { secret, ...typed } = body
      const opened = await accept(accounts, secret, typed, loginSourceOf(req))
      giveSession(res, opened.secret)
      return { stage: opened.stage }
    },
    'POST /api/invitation/visit': async ({ body, req, res }) => {
      // made-up people only, whatever a link may say
      if (!(await context.settings()).demo) throw new Problem('link-refused')
      const opened = await openGuestSession(accounts, body.secret, loginSourceOf(req))
      giveSession(res, opened.secret)
      return { stage: opened.stage }
    },
    'GET /api/me/factor': async ({ res }) => {
      const { site } = await context.settings()
      const factor = await proposeFactor(accounts, visitor(res).session, site.name)
      const picture = await qrCode(factor.address, { margin: 2, level: 'L' })
      return { ...factor, picture }
    },
    'POST /api/me/factor': async ({ body, req, res }) => {
      const { session, account } = visitor(res)
      const opened = await confirmFactor(accounts, session, body.code, loginSourceOf(req))
      giveSession(res, opened.secret)
      await giveDevice(accounts, req, res, account.login)
      return { codes: opened.codes }
    },

    'PUT /api/me/password': async ({ body, req, res }) => {
      const secret = await changePassword(accounts, visitor(res), body, loginSourceOf(req))
      giveSession(res, secret)
      return {}
    },
    'POST /api/me/recovery': async ({ body, req, res }) => {
      const codes = await newCodes(accounts, visitor(res), body.code, loginSourceOf(req))
      return { codes }
    },
    'GET /api/me/sessions': async ({ res }) => {
      const { session } = visitor(res)
      return { sessions: (await ownSessions(res)).map((stored) => sessionLine(stored, session.id)) }
    },
    'DELETE /api/me/sessions/:id': async ({ params, res }) => {
      const mine = (await ownSessions(res)).find(({ id }) => id === params.id)
      if (!mine) throw new Problem('route-unknown')
      await accounts.sessions.close(mine.id)
      return {}
    },
  }
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
