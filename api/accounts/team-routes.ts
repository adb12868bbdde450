/** Routes of an administrator: the team, its rights, its sessions. */

import type { Request } from 'express'
import type { AppContext } from '../context.ts'
import { Problem } from '../http/problems.ts'
import { qrCode } from '../http/qr-code.ts'
import type { Handlers } from '../http/serve.ts'
import { originOf } from '../settings/origin.ts'
import type { teamContracts } from '../wire/contracts/team.ts'
import type * as wire from '../wire/staff.ts'
import { isGuest } from './guest.ts'
import { handOver } from './hand-over.ts'
import { validDays } from './invitations.ts'
import { withinLimits } from './limits.ts'
import { closeSessions, concerned, invite, resetLink, restore, revoke, setRights } from './people.ts'
import { roleWords, staffRoles } from './roles.ts'
import { sessionLine } from './routes.ts'
import { visitor } from './visitor.ts'

export function teamRoutes(context: AppContext): Handlers<typeof teamContracts> {
  const { accounts } = context
  const link = async (secret: string, req: Request) => {
    const path = `/invitation#${secret}`
    const address = `${await originOf(context, req)}${path}`
    return { path, validDays, picture: await qrCode(address, { margin: 2, level: 'M' }) }
  }

  return {
    'GET /api/team': () => team(context),
    'POST /api/team/invitations': async ({ body, req, res }) => {
      const { name, ...rights } = body
      return link(await invite(accounts, visitor(res).account, name, rights), req)
    },
    'DELETE /api/team/invitations/:id': async ({ params, res }) => {
      const invitation = (await accounts.invitations.list()).find(({ id }) => id === params.id)
      if (!invitation) throw new Problem('link-refused')
      const by = visitor(res).account
      withinLimits(by, invitation.value)
      await accounts.invitations.withdraw(invitation.id)
      await accounts.audit.record({ who: by.login, what: 'invitation-withdrawn', about: invitation.value.name })
      return {}
    },
    'PUT /api/team/:login/rights': async ({ params, body, res }) => {
      await setRights(accounts, visitor(res).account, params.login, body)
      return {}
    },
    'POST /api/team/:login/revoke': async ({ params, res }) => {
      await revoke(accounts, visitor(res).account, params.login)
      return {}
    },
    'POST /api/team/:login/hand-over': ({ params, body, res }) =>
      handOver(context, visitor(res).account, params.login, body.to),
    'POST /api/team/:login/restore': async ({ params, res }) => {
      await restore(accounts, visitor(res).account, params.login)
      return {}
    },
    'POST /api/team/:login/reset': async ({ params, req, res }) =>
      link(await resetLink(accounts, visitor(res).account, params.login), req),
    'POST /api/team/:login/sessions/close': async ({ params, res }) => {
      const { session, account } = visitor(res)
      await closeSessions(accounts, account, params.login, session.id)
      return {}
    },

    'GET /api/sessions': async ({ res }) => {
      const { session } = visitor(res)
      const lines = (await accounts.sessions.list()).map((stored) => sessionLine(stored, session.id))
      return { sessions: lines }
    },
    'DELETE /api/sessions/:id': async ({ params, res }) => {
      const session = (await accounts.sessions.list()).find(({ id }) => id === params.id)
      if (!session) throw new Problem('route-unknown')
      const by = visitor(res).account
      await concerned(accounts, by, session.value.login)
      await accounts.sessions.close(session.id)
      const about = session.value.login
      await accounts.audit.record({ who: by.login, what: 'sessions-closed', about, details: { fermées: 1 } })
      return {}
    },
  }
}

async function team({ accounts, questionnaires }: AppContext): Promise<wire.Team> {
  const colleagues = await accounts.all.list()
  const nameOf = (login: string) => colleagues.find((account) => account.login === login)?.name ?? login
  return {
    people: colleagues.map(({ login, name, roles, questionnaires: theirs, state, factor, lastLoginAt, createdAt }) => ({
      login,
      name,
      roles,
      questionnaires: theirs,
      state,
      hasFactor: factor !== null,
      isVisit: isGuest({ login, factor }),
      lastLoginAt,
      createdAt,
    })),
    invitations: (await accounts.invitations.list()).map(({ id, value }) => ({
      id,
      kind: value.kind as 'invite' | 'reset',
      name: value.name,
      roles: value.roles,
      invitedBy: nameOf(value.createdBy),
      expiresAt: new Date(value.expiresAt).toISOString(),
    })),
    roles: staffRoles.map((role) => ({ role, ...roleWords[role] })),
    questionnaires: (await questionnaires.list()).questionnaires.map(({ slug, title }) => ({
      slug,
      title: typeof title === 'string' ? title : title.default,
    })),
  }
}
