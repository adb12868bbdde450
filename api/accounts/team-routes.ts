/** Routes of an administrator: the team, its rights, its sessions. */

import type { AppContext } from '../context.ts'
import type { Routes } from '../http/access.ts'
import { body } from '../http/body.ts'
import { Problem } from '../http/problems.ts'
import * as wire from '../wire/staff.ts'
import { handOver } from './hand-over.ts'
import { validDays } from './invitations.ts'
import { closeSessions, invite, resetLink, restore, revoke, setRights } from './people.ts'
import { roleWords, staffRoles } from './roles.ts'
import { sessionLine } from './routes.ts'
import { visitor } from './visitor.ts'

export function teamRoutes(api: Routes, context: AppContext): void {
  const { accounts } = context
  const link = (secret: string) => wire.Link.parse({ path: `/invitation#${secret}`, validDays })

  api.get('/api/team', async (_req, res) => res.json(wire.Team.parse(await team(context))))
  api.post('/api/team/invitations', ...body(wire.NewInvitation), async (_req, res) => {
    const { name, ...rights } = res.locals.body
    res.status(201).json(link(await invite(accounts, visitor(res).account, name, rights)))
  })
  api.delete('/api/team/invitations/:id', async (req, res) => {
    const invitation = (await accounts.invitations.list()).find(({ id }) => id === req.params.id)
    if (!invitation) throw new Problem('link-refused')
    await accounts.invitations.withdraw(invitation.id)
    const { login: who } = visitor(res).account
    await accounts.audit.record({ who, what: 'invitation-withdrawn', about: invitation.value.name })
    res.json({})
  })
  api.put('/api/team/:login/rights', ...body(wire.NewRights), async (req, res) => {
    await setRights(accounts, visitor(res).account, String(req.params.login), res.locals.body)
    res.json({})
  })
  api.post('/api/team/:login/revoke', ...body(wire.Nothing), async (req, res) => {
    await revoke(accounts, visitor(res).account, String(req.params.login))
    res.json({})
  })
  api.post('/api/team/:login/hand-over', ...body(wire.HandOver), async (req, res) => {
    const handed = await handOver(context, visitor(res).account, String(req.params.login), res.locals.body.to)
    res.json(wire.HandedOver.parse(handed))
  })
  api.post('/api/team/:login/restore', ...body(wire.Nothing), async (req, res) => {
    await restore(accounts, visitor(res).account, String(req.params.login))
    res.json({})
  })
  api.post('/api/team/:login/reset', ...body(wire.Nothing), async (req, res) => {
    res.status(201).json(link(await resetLink(accounts, visitor(res).account, String(req.params.login))))
  })
  api.post('/api/team/:login/sessions/close', ...body(wire.Nothing), async (req, res) => {
    const { session, account } = visitor(res)
    await closeSessions(accounts, account, String(req.params.login), session.id)
    res.json({})
  })

  api.get('/api/sessions', async (_req, res) => {
    const { session } = visitor(res)
    const lines = (await accounts.sessions.list()).map((kept) => sessionLine(kept, session.id))
    res.json(wire.SessionList.parse({ sessions: lines }))
  })
  api.delete('/api/sessions/:id', async (req, res) => {
    const concerned = (await accounts.sessions.list()).find(({ id }) => id === req.params.id)
    if (!concerned) throw new Problem('route-unknown')
    await accounts.sessions.close(concerned.id)
    const { login: who } = visitor(res).account
    await accounts.audit.record({ who, what: 'sessions-closed', about: concerned.value.login, details: { fermées: 1 } })
    res.json({})
  })
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
