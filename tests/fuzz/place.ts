/** A real server with everybody who may knock at it: a colleague with every role, sessions half-way, a tablet, nobody. */
import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { hashOf } from '../../api/accounts/password.ts'
import { staffRoles } from '../../api/accounts/roles.ts'
import type { Stage } from '../../api/accounts/sessions.ts'
import { openContext } from '../../api/context.ts'
import { start } from '../api/commands/serving.ts'
import { aPlace, smallQuestionnaire } from '../api/fixture.ts'
import { type Route, routes } from './routes.ts'

type Identity = 'nobody' | 'tablet' | Stage
export type FuzzedServer = Awaited<ReturnType<typeof aFuzzedServer>>

export async function aFuzzedServer() {
  const place = aPlace()
  const context = await openContext(place, () => new Date())
  await context.questionnaires.loadFounding([smallQuestionnaire])
  const login = `agent-${randomUUID().slice(0, 8)}`
  const { ciphertext } = context.accounts.factor.propose(login)
  await context.accounts.all.create({
    login,
    name: 'Sacha Petit',
    roles: [...staffRoles],
    questionnaires: null,
    password: await hashOf(randomUUID()),
    factor: ciphertext,
    factorUsed: 0,
    recovery: [],
    state: 'active',
    createdAt: new Date().toISOString(),
    createdBy: 'operateur',
    lastLoginAt: null,
  })
  const server = start({ DATA_DIR: place.dataDir, KEYRING: place.keyringPath })
  const url = await server.ready
  const headers: Record<Identity, Record<string, string>> = { nobody: {}, tablet: {}, code: {}, enrol: {}, open: {} }

  /** Gives an identity a session, or a token, that was not used before. */
  async function renew(identity: Identity): Promise<void> {
    if (identity === 'nobody') return
    if (identity === 'tablet') headers.tablet = await aTablet()
    else {
      const session = await context.accounts.sessions.start(login, identity, 'Firefox sous Linux')
      headers[identity] = { cookie: `__Host-session=${session}` }
    }
  }

  async function aTablet(): Promise<Record<string, string>> {
    const post = async (path: string, body: object) => {
      const own = { 'content-type': 'application/json', ...headers.open }
      const answer = await fetch(url + path, { method: 'POST', headers: own, body: JSON.stringify(body) })
      return (await answer.json()) as { address?: string; token?: string }
    }
    const kiosk = await post('/api/kiosks', { name: 'Mairie', channel: 'mairie', questionnaires: ['garde'] })
    const joined = await post('/api/kiosk/join', { secret: kiosk.address!.split('#')[1] })
    return { authorization: `Bearer ${joined.token}` }
  }

  for (const identity of ['open', 'code', 'enrol', 'tablet'] as const) await renew(identity)
  return {
    context,
    server,
    url,
    headers,
    renew,
    routes: routes.map((route) => ({ ...route, identity: identityFor(route) })),
    async discard() {
      server.child.kill('SIGTERM')
      await server.exit
      await context.close()
      rmSync(place.folder, { recursive: true })
    },
  }
}

function identityFor({ roles: [role] }: Route): Identity {
  if (role === 'anyone') return 'nobody'
  if (role === 'tablet' || role === 'code' || role === 'enrol') return role
  return 'open'
}
